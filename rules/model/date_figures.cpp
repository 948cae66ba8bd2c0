#include "rules/model/date_figures.hpp"

#include "rules/model/calendar.hpp"
#include "rules/model/date_mistakes.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon {
namespace {

/// A stretch of days before `~` and `?` are looked at. `months` is its length, 0 for a day.
struct Stretch {
  Period days;
  int months = 0;
  std::optional<PeriodUnit> unit = {};
};
using Read = Parsed<Stretch>;

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// Whole months from the first of `month`; the year is checked, the month is 1 to 12.
Read months(int year, int month, int count, std::optional<PeriodUnit> unit) {
  if (auto problem = day_refused(year, 1, 1)) return *std::move(problem);
  const Date first = calendar_day(year, month, 1);
  return Stretch{{first, last_of_month(add_months(first, count - 1))}, count, unit};
}

Read read_year(std::string_view text) { return months(number(text), 1, 12, PeriodUnit::year); }
Read read_decade(std::string_view text) {
  return months(number(text.substr(0, 3)) * 10, 1, 120, {});
}
Read read_century(std::string_view text) {
  return months(number(text.substr(0, 2)) * 100, 1, 1200, {});
}
Read some_month(std::string_view text) { return months(number(text.substr(0, 4)), 1, 12, {}); }

Read read_quarter(int year, int quarter) {
  if (quarter < 1 || quarter > 4)
    return Refusal{fmt::format("there is no quarter {}", quarter), "quarters go from Q1 to Q4"};
  return months(year, 3 * quarter - 2, 3, PeriodUnit::quarter);
}
Read read_half(int year, int half) {
  if (half < 1 || half > 2)
    return Refusal{fmt::format("there is no half {} of a year", half), "halves are H1 and H2"};
  return months(year, 6 * half - 5, 6, PeriodUnit::half);
}
Read read_quarter(std::string_view text) {
  return read_quarter(number(text.substr(0, 4)), number(text.substr(6)));
}
Read read_half(std::string_view text) {
  return read_half(number(text.substr(0, 4)), number(text.substr(6)));
}

/// A month, or a code of EDTF that stands in the month's place.
Read read_month(std::string_view text) {
  const int year = number(text.substr(0, 4));
  const int code = number(text.substr(5, 2));
  if (code >= 21 && code <= 32) return season_refused(text);
  if (code >= 33 && code <= 36) return read_quarter(year, code - 32);
  if (code >= 40 && code <= 41) return read_half(year, code - 39);
  if (code >= 37 && code <= 39)
    return Refusal{quoted(text) + " names a third of a year", "write its months: 2020-01/2020-04"};
  if (auto problem = day_refused(year, code, 1)) return *std::move(problem);
  return months(year, code, 1, PeriodUnit::month);
}

Read some_day(std::string_view text) {
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  if (auto problem = day_refused(year, month, 1)) return *std::move(problem);
  return months(year, month, 1, {});
}

Read read_day(std::string_view text) {
  const auto day = parse_date(text);
  if (!day) return day.error();
  return Stretch{{day.value(), day.value()}, 0, {}};
}

/// Digits as 0, X for a digit left open.
struct Form {
  std::string_view shape;
  Read (*read)(std::string_view text);
};
constexpr auto kForms = std::to_array<Form>({
    {"0000", read_year},
    {"0000-00", read_month},
    {"0000-00-00", read_day},
    {"0000-Q0", read_quarter},
    {"0000-H0", read_half},
    {"000X", read_decade},
    {"00XX", read_century},
    {"0000-XX", some_month},
    {"0000-XX-XX", some_month},
    {"0000-00-XX", some_day},
});

std::string shape_of(std::string_view text) {
  std::string shape{text};
  for (char& c : shape) {
    if (c >= '0' && c <= '9') c = '0';
    if (c == 'x' || c == 'q' || c == 'h') c = static_cast<char>(c - 'a' + 'A');
  }
  return shape;
}

/// The dates with `~`, `?` or `%`: a unit of the date's precision wider on both sides.
DateInFigures widened(const Stretch& stretch, std::string written) {
  const auto& [days, length, unit] = stretch;
  const Date from = length == 0 ? add_days(days.first, -1) : add_months(days.first, -length);
  const Date latest =
      length == 0 ? add_days(days.last, 1) : last_of_month(add_months(days.last, length));
  return {{std::move(written), from, days.last, latest, true, {}}, days.first};
}

constexpr std::string_view kQualifiers = "~?%";

struct Side {
  bool open = false;
  std::optional<DateInFigures> date = {};
};

Parsed<Side> read_side(std::string_view text, std::string_view whole) {
  if (text == "..") return Side{true, {}};
  if (text.empty())
    return Refusal{quoted(whole) + " leaves one end empty", "write `..` for an open end: ../2020"};
  const auto date = read_figures(text);
  if (!date) return explain_bad_date(whole);
  if (!*date) return date->error();
  return Side{false, date->value()};
}

}  // namespace

std::optional<Parsed<DateInFigures>> read_figures(std::string_view text) {
  const auto body = text.substr(0, text.find_last_not_of(kQualifiers) + 1);
  const auto qualifiers = text.substr(body.size());
  const std::string shape = shape_of(body);
  const auto form = std::find_if(kForms.begin(), kForms.end(),
                                 [&shape](const Form& known) { return known.shape == shape; });
  if (form == kForms.end()) return std::nullopt;
  if (qualifiers.size() > 1)
    return Refusal{quoted(text) + " has more than one sign of doubt",
                   "write one: `~` (about), `?` (uncertain) or `%` (both)"};
  const auto stretch = form->read(body);
  if (!stretch) return stretch.error();
  if (!qualifiers.empty()) return widened(stretch.value(), std::string{text});
  const auto& [days, length, unit] = stretch.value();
  return DateInFigures{{std::string{text}, days.first, days.last, days.last, false, unit},
                       days.first};
}

Parsed<DateExpression> read_interval(std::string_view text) {
  const auto slash = text.find('/');
  const auto first = read_side(text.substr(0, slash), text);
  if (!first) return first.error();
  const auto second = read_side(text.substr(slash + 1), text);
  if (!second) return second.error();
  const auto& start = first.value().date;
  const auto& end = second.value().date;
  if (!start && !end)
    return Refusal{quoted(text) + " is open at both ends and names no day",
                   "give one end: ../2020"};
  if (start && end && start->first > *end->reading.nominal)
    return Refusal{quoted(text) + " runs backwards", "write the earlier date first"};
  DateExpression interval{std::string{text}};
  if (start) interval.from = start->reading.from;
  if (end) interval.nominal = end->reading.nominal;
  if (end) interval.latest = end->reading.latest;
  interval.vague = (start && start->reading.vague) || (end && end->reading.vague);
  return interval;
}

}  // namespace jalon

#include "reports/period.hpp"

#include "rules/model/date_expression.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>

namespace jalon::reports {
namespace {

using Unit = ReportPeriod::Unit;

constexpr std::string_view kForms = "write 2020-Q2, 2020-H1, 2020, 2020-06 or 2020-W09";

constexpr std::array<std::string_view, 12> kMonths{
    "report-period.january", "report-period.february", "report-period.march",
    "report-period.april",   "report-period.may",      "report-period.june",
    "report-period.july",    "report-period.august",   "report-period.september",
    "report-period.october", "report-period.november", "report-period.december"};
constexpr std::array<std::string_view, 4> kQuarters{
    "report-period.quarter-1", "report-period.quarter-2", "report-period.quarter-3",
    "report-period.quarter-4"};
constexpr std::array<std::string_view, 2> kHalves{"report-period.half-1", "report-period.half-2"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The Monday of the ISO week that holds a day.
Date monday_of(Date day) {
  const auto weekday = day.day_of_week().as_number();  // Sunday is 0
  return add_days(day, -static_cast<long>(weekday == 0 ? 6 : weekday - 1));
}

/// The first week of a year is the one that holds 4 January.
Date first_monday(int year) { return monday_of(Date(static_cast<unsigned short>(year), 1, 4)); }

int weeks_in(int year) {
  return static_cast<int>(days_between(first_monday(year), first_monday(year + 1)) / 7);
}

ReportPeriod week(int year, int number) {
  const Date first = add_days(first_monday(year), (number - 1) * 7L);
  return {Unit::week, fmt::format("{:04}-W{:02}", year, number), {first, add_days(first, 6)}};
}

/// The ISO week that holds a day: it is of the year that its Thursday is in.
ReportPeriod week_of(Date day) {
  const Date monday = monday_of(day);
  const int year = add_days(monday, 3).year();
  return week(year, static_cast<int>(days_between(first_monday(year), monday) / 7) + 1);
}

ReportPeriod calendar_period(Unit unit, PeriodUnit calendar, Date day) {
  const Period days = period_of(day, calendar);
  return {unit, period_name(days, calendar), days};
}

/// "2020-W09": nothing if the text has another form.
std::optional<Parsed<ReportPeriod>> read_week(std::string_view text) {
  const bool form = text.size() == 8 && text.substr(4, 2) == "-W" && is_digit(text[6]) &&
                    is_digit(text[7]) && std::all_of(text.begin(), text.begin() + 4, is_digit);
  if (!form) return std::nullopt;
  const int year = std::stoi(std::string{text.substr(0, 4)});
  const int number = std::stoi(std::string{text.substr(6)});
  if (year < 1400 || year > 9998)
    return Refusal{fmt::format("the year {} is out of range", year), {}};
  if (number >= 1 && number <= weeks_in(year)) return week(year, number);
  return Refusal{fmt::format("{} has no week {}", year, number),
                 fmt::format("its weeks are {0}-W01 to {0}-W{1}", year, weeks_in(year))};
}

Unit unit_of(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::month:
      return Unit::month;
    case PeriodUnit::quarter:
      return Unit::quarter;
    case PeriodUnit::half:
      return Unit::half;
    case PeriodUnit::year:
      return Unit::year;
  }
  return Unit::year;  // not reached: -Wswitch keeps the list complete
}

/// What a text names, whichever way it is written.
std::optional<ReportPeriod> understood(std::string_view text) {
  const auto read = parse_date_expression(text);
  if (!read || !read.value().unit) return std::nullopt;
  const DateExpression& one = read.value();
  const Period days{*one.from, *one.nominal};
  return ReportPeriod{unit_of(*one.unit), period_name(days, *one.unit), days};
}

/// "2020Q2" and "2020W9" as they should be written; empty if the text is nothing like that.
std::string with_hyphen(std::string_view text) {
  const bool year = text.size() > 4 && std::all_of(text.begin(), text.begin() + 4, is_digit);
  if (!year) return {};
  std::string_view rest = text.substr(4);
  while (!rest.empty() && !is_digit(rest.front()) &&
         std::string_view{"-_ /."}.find(rest.front()) != std::string_view::npos) {
    rest.remove_prefix(1);
  }
  std::string tail{rest};
  if (!tail.empty())
    tail[0] = tail[0] >= 'a' && tail[0] <= 'z' ? static_cast<char>(tail[0] - 32) : tail[0];
  if (tail.size() == 2 && tail[0] == 'W') tail.insert(1, "0");
  if (tail.size() == 1 && is_digit(tail[0])) tail.insert(0, "0");
  return fmt::format("{}-{}", text.substr(0, 4), tail);
}

/// "2020-Q5": the letter is right, the number is none of its own.
std::string out_of_range(std::string_view text) {
  if (text.size() < 7 || text[4] != '-') return {};
  if (text[5] == 'Q')
    return fmt::format("the quarters of a year are {0}-Q1 to {0}-Q4", text.substr(0, 4));
  if (text[5] == 'H')
    return fmt::format("the halves of a year are {0}-H1 and {0}-H2", text.substr(0, 4));
  return {};
}

std::string quoted(std::string_view text) { return fmt::format("`{}`", text); }

}  // namespace

Parsed<ReportPeriod> parse_report_period(std::string_view text) {
  if (const auto week = read_week(text)) return *week;
  if (auto period = understood(text); period && period->name == text) return *std::move(period);
  const std::string reason = quoted(text) + " is no period";
  const std::string better = with_hyphen(text);
  if (better != text) {
    if (const auto week = read_week(better); week && *week)
      return Refusal{reason, "write " + better};
    if (const auto period = understood(better)) return Refusal{reason, "write " + period->name};
  }
  if (const auto period = understood(text)) return Refusal{reason, "write " + period->name};
  if (std::string hint = out_of_range(better); !hint.empty()) return Refusal{reason, hint};
  return Refusal{reason, std::string{kForms}};
}

ReportPeriod report_period_of(Unit unit, Date day) {
  switch (unit) {
    case Unit::week:
      return week_of(day);
    case Unit::month:
      return calendar_period(unit, PeriodUnit::month, day);
    case Unit::quarter:
      return calendar_period(unit, PeriodUnit::quarter, day);
    case Unit::half:
      return calendar_period(unit, PeriodUnit::half, day);
    case Unit::year:
      break;
  }
  return calendar_period(unit, PeriodUnit::year, day);
}

ReportPeriod last_closed_quarter(Date day) {
  ReportPeriod quarter = report_period_of(Unit::quarter, day);
  if (quarter.days.last == day) return quarter;
  return report_period_of(Unit::quarter, add_days(quarter.days.first, -1));
}

std::string period_words(const ReportPeriod& period, const Labels& words) {
  const std::string year = period.name.substr(0, 4);
  const auto number = [&](std::size_t from) {
    return static_cast<std::size_t>(std::stoi(period.name.substr(from)));
  };
  const auto said = [&](std::span<const std::string_view> keys, std::size_t place) {
    return words(keys[place - 1], {{"year", year}});
  };
  switch (period.unit) {
    case Unit::week:
      return words("report-period.week", {{"n", std::to_string(number(6))}, {"year", year}});
    case Unit::month:
      return said(kMonths, number(5));
    case Unit::quarter:
      return said(kQuarters, number(6));
    case Unit::half:
      return said(kHalves, number(6));
    case Unit::year:
      return year;
  }
  return {};  // not reached: -Wswitch keeps the list complete
}

std::string with_period(std::string title, const Head& head, const Labels& words) {
  if (!head.period) return title;
  return words("report-period.title",
               {{"title", title}, {"period", period_words(*head.period, words)}});
}

}  // namespace jalon::reports

#include "rules/model/date.hpp"

#include "rules/model/calendar.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace jalon {
namespace {

constexpr int kMonthsPerYear = 12;

int months_in(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::month:
      return 1;
    case PeriodUnit::quarter:
      return 3;
    case PeriodUnit::half:
      return 6;
    case PeriodUnit::year:
      return kMonthsPerYear;
  }
  throw std::logic_error{"no such period unit"};
}

/// Months since the year 0: a scale on which months can be counted.
int month_number(Date day) {
  const auto ymd = day.year_month_day();
  return static_cast<int>(ymd.year) * kMonthsPerYear + static_cast<int>(ymd.month.as_number()) - 1;
}

Period months_from(int month_number, int count) {
  const int last = month_number + count - 1;
  const Date first{
      calendar_day(month_number / kMonthsPerYear, month_number % kMonthsPerYear + 1, 1)};
  return {first, last_of_month(calendar_day(last / kMonthsPerYear, last % kMonthsPerYear + 1, 1))};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Up to three runs of digits with one sign between them: 2020-6-3, 03.06.2020, 2020/06/03.
struct Runs {
  std::array<std::string_view, 3> run = {};
  std::array<char, 2> sign = {};
};

std::optional<Runs> three_runs(std::string_view text) {
  Runs runs;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto length = static_cast<std::size_t>(end - text.begin());
    runs.run[i] = text.substr(0, length);
    if (length == 0 || length > 4) return std::nullopt;
    text.remove_prefix(length);
    if (i == 2) break;
    if (text.empty()) return std::nullopt;
    runs.sign[i] = text.front();
    text.remove_prefix(1);
  }
  if (!text.empty() || runs.sign[0] != runs.sign[1]) return std::nullopt;
  return runs;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

Refusal not_a_day(std::string_view text) {
  const std::string general = "write a day as 2020-06-30: year, month, day";
  const auto runs = three_runs(text);
  if (!runs) return {quoted(text) + " is not a day", general};
  const auto& [first, second, third] = runs->run;
  if (first.size() == 4) {
    const int year = number(first), month = number(second), day = number(third);
    if (!day_refused(year, month, day))
      return {quoted(text) + " is not a day",
              fmt::format("write {:04}-{:02}-{:02}", year, month, day)};
    return {quoted(text) + " is not a day", general};
  }
  if (third.size() == 4)
    return {quoted(text) + " can be read in two ways",
            "write the year first, then the month: 2020-06-30"};
  return {quoted(text) + " is not a day", general};
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, kMonthsPerYear> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string_view month_name(int month) {
  constexpr std::array<std::string_view, kMonthsPerYear> kNames{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return kNames[static_cast<std::size_t>(month - 1)];
}

std::optional<Refusal> day_refused(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear)
    return Refusal{fmt::format("the year {} is outside the calendar", year),
                   "years from 1400 to 9999 can be read"};
  if (month < 1 || month > kMonthsPerYear)
    return Refusal{fmt::format("there is no month {}", month), "months go from 01 to 12"};
  if (day >= 1 && day <= days_in_month(year, month)) return std::nullopt;
  const int last = days_in_month(year, month);
  const std::string with_year = month == 2 && day == 29 ? fmt::format(" {}", year) : std::string{};
  return Refusal{fmt::format("{} {}{} does not exist", day, month_name(month), with_year),
                 fmt::format("the last day of the month is {:04}-{:02}-{:02}", year, month, last)};
}

Date calendar_day(int year, int month, int day) {
  return Date{static_cast<unsigned short>(year), static_cast<unsigned short>(month),
              static_cast<unsigned short>(day)};
}

std::string iso(Date day) {
  const auto ymd = day.year_month_day();
  std::string text = "0000-00-00";
  int year = ymd.year;
  for (std::size_t i = 4; i-- > 0; year /= 10) text[i] = static_cast<char>('0' + year % 10);
  const int month = ymd.month.as_number();
  text[5] = static_cast<char>('0' + month / 10);
  text[6] = static_cast<char>('0' + month % 10);
  text[8] = static_cast<char>('0' + ymd.day / 10);
  text[9] = static_cast<char>('0' + ymd.day % 10);
  return text;
}

Parsed<Date> parse_date(std::string_view text) {
  if (text.empty()) return Refusal{"a day is missing", "write it as 2020-06-30"};
  const auto runs = text.size() == 10 ? three_runs(text) : std::nullopt;
  if (!runs || runs->run[0].size() != 4 || runs->run[1].size() != 2 || runs->sign[0] != '-')
    return not_a_day(text);
  const int year = number(runs->run[0]), month = number(runs->run[1]), day = number(runs->run[2]);
  if (auto problem = day_refused(year, month, day)) return *std::move(problem);
  return calendar_day(year, month, day);
}

Date add_days(Date day, long days) {
  const Date first{calendar_day(kFirstYear, 1, 1)};
  const Date last{calendar_day(kLastYear, kMonthsPerYear, 31)};
  const long room_before = days_between(day, first);
  const long room_after = days_between(day, last);
  return day + Days{std::clamp(days, room_before, room_after)};
}

Date add_months(Date anchor, int months) {
  constexpr int kFirst = kFirstYear * kMonthsPerYear;
  constexpr int kLast = kLastYear * kMonthsPerYear + kMonthsPerYear - 1;
  const long target = long{month_number(anchor)} + months;
  if (target < kFirst) return calendar_day(kFirstYear, 1, 1);
  if (target > kLast) return calendar_day(kLastYear, kMonthsPerYear, 31);
  const int year = static_cast<int>(target) / kMonthsPerYear;
  const int month = static_cast<int>(target) % kMonthsPerYear + 1;
  return calendar_day(year, month, std::min<int>(anchor.day(), days_in_month(year, month)));
}

Date last_of_month(Date day) {
  const auto ymd = day.year_month_day();
  return calendar_day(ymd.year, ymd.month.as_number(),
                      days_in_month(ymd.year, ymd.month.as_number()));
}

Period period_of(Date day, PeriodUnit unit) {
  const int months = months_in(unit);
  return months_from(month_number(day) / months * months, months);
}

Period next_period(const Period& period, PeriodUnit unit) {
  const int months = months_in(unit);
  return months_from(month_number(period.first) + months, months);
}

std::string period_name(const Period& period, PeriodUnit unit) {
  const auto ymd = period.first.year_month_day();
  const int year = ymd.year;
  const int month = ymd.month.as_number();
  switch (unit) {
    case PeriodUnit::month:
      return fmt::format("{:04}-{:02}", year, month);
    case PeriodUnit::quarter:
      return fmt::format("{:04}-Q{}", year, (month - 1) / 3 + 1);
    case PeriodUnit::half:
      return fmt::format("{:04}-H{}", year, (month - 1) / 6 + 1);
    case PeriodUnit::year:
      return fmt::format("{:04}", year);
  }
  throw std::logic_error{"no such period unit"};
}

}  // namespace jalon

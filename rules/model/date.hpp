#pragma once

#include "rules/model/parsed.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace jalon {

/// A calendar day. The build defines DATE_TIME_NO_DEFAULT_CONSTRUCTOR, so there is no "not a date"
/// to forget about: a day that may be missing is a std::optional<Date>.
using Date = boost::gregorian::date;
using Days = boost::gregorian::days;

[[nodiscard]] std::string iso(Date day);  ///< "2020-06-30"

/// Reads "2020-06-30" and nothing else: four, two and two digits, a day that exists, year 1400 to
/// 9999.
[[nodiscard]] Parsed<Date> parse_date(std::string_view text);

/// Whole days from `first` to `second`; negative if second is earlier.
[[nodiscard]] inline long days_between(Date first, Date second) { return (second - first).days(); }

/// So many days later (or earlier); a day beyond the calendar (1400-01-01 to 9999-12-31) is its
/// first or last day. Date + Days does not check that.
[[nodiscard]] Date add_days(Date day, long days);

/// The same day `months` later (or earlier), counted from the anchor: 31 January + 1 month is the
/// last day of February, + 2 months is 31 March. Beyond the calendar: its first or last day.
[[nodiscard]] Date add_months(Date anchor, int months);
[[nodiscard]] Date last_of_month(Date day);

/// A run of days, both ends included.
struct Period {
  Date first;
  Date last;
  [[nodiscard]] bool contains(Date day) const { return first <= day && day <= last; }
  friend bool operator==(const Period&, const Period&) = default;
};

/// The calendar periods of "per".
enum class PeriodUnit { month, quarter, half, year };

[[nodiscard]] Period period_of(Date day, PeriodUnit unit);  ///< the period that holds the day
/// The period after this one. Throws std::out_of_range after the year 9999.
[[nodiscard]] Period next_period(const Period& period, PeriodUnit unit);
/// "2020-01", "2020-Q1", "2020-H1", "2020"
[[nodiscard]] std::string period_name(const Period& period, PeriodUnit unit);

}  // namespace jalon

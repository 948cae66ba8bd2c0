#pragma once

#include "rules/model/date_expression.hpp"

#include <cstdint>
#include <limits>
#include <optional>

namespace jalon::engine {

/// A civil day as a number, so that windows may be open: kDawn is before every day, kDusk after.
using Day = std::int32_t;
inline constexpr Day kDawn = std::numeric_limits<Day>::min();
inline constexpr Day kDusk = std::numeric_limits<Day>::max();

[[nodiscard]] inline Day day_of(Date date) {
  return static_cast<Day>(days_between(Date{1970, 1, 1}, date));
}
/// Nothing for kDawn, kDusk and days outside of the calendar.
[[nodiscard]] inline std::optional<Date> date_of(Day day) {
  static const Day first = day_of(Date{1400, 1, 1});
  static const Day last = day_of(Date{9999, 12, 31});
  if (day < first || day > last) return std::nullopt;
  return Date{1970, 1, 1} + Days{day};
}
/// First and latest possible day of something vague.
[[nodiscard]] inline Day first_day(const DateExpression& when) {
  return when.from ? day_of(*when.from) : kDawn;
}
[[nodiscard]] inline Day latest_day(const DateExpression& when) {
  return when.latest ? day_of(*when.latest) : kDusk;
}
/// `count` days later; open ends stay open.
[[nodiscard]] inline Day later(Day day, int count) {
  return day == kDawn || day == kDusk ? day : day + count;
}

}  // namespace jalon::engine

#pragma once

#include "rules/model/date.hpp"

#include <optional>
#include <string_view>

// Years, months and days as bare numbers, for those who read dates from text.

namespace jalon {

inline constexpr int kFirstYear = 1400;
inline constexpr int kLastYear = 9999;

[[nodiscard]] int days_in_month(int year, int month);  ///< month 1 to 12
[[nodiscard]] std::string_view month_name(int month);  ///< "June"; month 1 to 12

/// Why there is no such day: "30 February does not exist", "there is no month 13"; nothing if there
/// is.
[[nodiscard]] std::optional<Refusal> day_refused(int year, int month, int day);

/// The day, which must exist (day_refused says nothing).
[[nodiscard]] Date calendar_day(int year, int month, int day);

}  // namespace jalon

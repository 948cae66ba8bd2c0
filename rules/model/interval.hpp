#pragma once

#include "rules/model/decimal.hpp"

#include <optional>
#include <string>

namespace jalon {

/// One end of an interval of numbers.
struct End {
  std::optional<Decimal> at = {};  ///< nothing: infinite (then `open` is false and means nothing)
  bool open = false;               ///< the number itself is not included

  friend bool operator==(const End&, const End&) = default;
};

/// All that a number may be: [lo, hi], either end open, closed or infinite. Never empty.
struct Interval {
  End lo = {};
  End hi = {};

  [[nodiscard]] static Interval exactly(const Decimal& value) { return {{value}, {value}}; }
  [[nodiscard]] static Interval anything() { return {}; }
  [[nodiscard]] bool is_exact() const { return lo.at && hi.at && *lo.at == *hi.at; }

  friend bool operator==(const Interval&, const Interval&) = default;
};

/// Comparisons that respect open ends. `lo` is a lower end, `hi` an upper end.
[[nodiscard]] bool certainly_at_least(const End& lo, const Decimal& goal);  ///< every value >= goal
[[nodiscard]] bool certainly_above(const End& lo, const Decimal& goal);     ///< every value > goal
[[nodiscard]] bool certainly_at_most(const End& hi, const Decimal& goal);   ///< every value <= goal
[[nodiscard]] bool certainly_below(const End& hi, const Decimal& goal);     ///< every value < goal

/// The sum of two ends of the same side: infinite if one is, open if one is.
[[nodiscard]] End operator+(const End& a, const End& b);
/// The smallest interval that holds both.
[[nodiscard]] Interval hull(const Interval& a, const Interval& b);
/// What both allow; nothing if no number is in both.
[[nodiscard]] std::optional<Interval> intersection(const Interval& a, const Interval& b);

/// "19", "18..22", "more than 500", "at most 5", "anything": for messages and reports in English.
[[nodiscard]] std::string str(const Interval& interval);

}  // namespace jalon

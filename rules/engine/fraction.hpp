#pragma once

#include "rules/model/decimal.hpp"

#include <optional>

namespace jalon::engine {

/// An exact number that need not end in decimals: over / under, `under` above 0.
struct Fraction {
  Decimal over = {};
  Decimal under = Decimal{1};

  [[nodiscard]] bool is_zero() const { return over.is_zero(); }
  [[nodiscard]] bool is_negative() const { return over.is_negative(); }
};

// Exact; they throw DecimalOverflow beyond 128 bits. A divisor is not zero.
[[nodiscard]] Fraction operator+(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction operator-(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction operator*(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction operator/(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction operator-(const Fraction& a);
[[nodiscard]] Fraction abs(const Fraction& a);
/// Exact, without overflow.
[[nodiscard]] std::strong_ordering compare(const Fraction& a, const Fraction& b);
/// The least whole number not below; nothing if it is no number of days.
[[nodiscard]] std::optional<long> ceiling(const Fraction& a);

inline constexpr int kShownDecimals = 4;
/// As it is printed: at most 4 decimals, cut in the direction.
[[nodiscard]] Decimal shown(const Fraction& a, Rounding direction);

}  // namespace jalon::engine

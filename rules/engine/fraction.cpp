#include "rules/engine/fraction.hpp"

namespace jalon::engine {

Fraction operator+(const Fraction& a, const Fraction& b) {
  if (a.under == b.under) return {a.over + b.over, a.under};
  return {a.over * b.under + b.over * a.under, a.under * b.under};
}

Fraction operator-(const Fraction& a) { return {-a.over, a.under}; }
Fraction operator-(const Fraction& a, const Fraction& b) { return a + -b; }
Fraction operator*(const Fraction& a, const Fraction& b) {
  return {a.over * b.over, a.under * b.under};
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  const Decimal over = a.over * b.under;
  const Decimal under = a.under * b.over;
  return under.is_negative() ? Fraction{-over, -under} : Fraction{over, under};
}

Fraction abs(const Fraction& a) { return {a.over.abs(), a.under}; }

std::strong_ordering compare(const Fraction& a, const Fraction& b) {
  return compare_products(a.over, b.under, b.over, a.under);
}

std::optional<long> ceiling(const Fraction& a) {
  constexpr std::int64_t kMost = 10'000'000;  // days: more than the calendar has
  const Decimal whole = quotient(a.over, a.under, 0, Rounding::up);
  if (whole > Decimal{kMost} || whole < Decimal{-kMost}) return std::nullopt;
  return static_cast<long>(whole.mantissa());
}

Decimal shown(const Fraction& a, Rounding direction) {
  return quotient(a.over, a.under, kShownDecimals, direction);
}

}  // namespace jalon::engine

#pragma once

#include "rules/model/decimal.hpp"

#include <compare>

namespace jalon::reference {

/// An exact fraction in 128 bits. Everything the reference computes is one of these, so that
/// nothing is rounded before it is shown. Throws std::overflow_error beyond 128 bits.
class Number {
 public:
  Number() = default;
  explicit Number(long whole) : over_{whole} {}
  explicit Number(const Decimal& decimal);

  friend Number operator+(const Number& a, const Number& b);
  friend Number operator-(const Number& a, const Number& b);
  friend Number operator*(const Number& a, const Number& b);
  friend Number operator/(const Number& a, const Number& b);  ///< b is not 0
  Number operator-() const { return Number{} - *this; }
  friend std::strong_ordering operator<=>(const Number& a, const Number& b);
  friend bool operator==(const Number& a, const Number& b) = default;

  [[nodiscard]] int sign() const { return over_ > 0 ? 1 : (over_ < 0 ? -1 : 0); }
  [[nodiscard]] Number abs() const { return over_ < 0 ? -*this : *this; }
  /// The nearest whole number not below.
  [[nodiscard]] long ceiling() const;
  /// All its digits; it ends (a sum of decimals).
  [[nodiscard]] Decimal exact() const;
  /// At most 4 decimals, cut in the given direction.
  [[nodiscard]] Decimal shown(Rounding direction) const;

 private:
  Number(Int128 over, Int128 under);

  Int128 over_ = 0;
  Int128 under_ = 1;  ///< above 0, no common factor
};

}  // namespace jalon::reference

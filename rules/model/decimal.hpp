#pragma once

#include "rules/model/parsed.hpp"

#include <compare>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace jalon {

__extension__ using Int128 = __int128;

/// A result that does not fit 128 bits. Thrown by the arithmetic of Decimal, never wrapped; the
/// engine catches it where it can name the record.
class DecimalOverflow : public std::overflow_error {
 public:
  DecimalOverflow() : std::overflow_error{"a number grew beyond 128 bits"} {}
};

/// Which way a quotient that does not end is rounded.
enum class Rounding { down, up };  ///< towards minus and plus infinity

/// An exact decimal number: mantissa x 10^-scale, 128 bits inside. Always in lowest terms (no
/// trailing zero in the mantissa while scale > 0), so equal numbers have equal members.
class Decimal {
 public:
  static constexpr int kMaxScale = 38;

  constexpr Decimal() = default;
  constexpr explicit Decimal(std::int64_t whole) : mantissa_{whole} {}
  /// mantissa x 10^-scale, brought to lowest terms. A negative scale multiplies (may overflow).
  [[nodiscard]] static Decimal scaled(Int128 mantissa, int scale);

  /// Reads "80000000", "-3", "+5", "26.4", "1e-7", "1.5E+3", ".5" is refused, "5." too. At most 18
  /// significant digits, at most 18 digits before and 18 after the point. Refuses nan, inf, blanks,
  /// underscores, commas (with a hint).
  [[nodiscard]] static Parsed<Decimal> parse(std::string_view text);

  [[nodiscard]] constexpr Int128 mantissa() const noexcept { return mantissa_; }
  [[nodiscard]] constexpr int scale() const noexcept { return scale_; }
  [[nodiscard]] constexpr bool is_zero() const noexcept { return mantissa_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return mantissa_ < 0; }
  [[nodiscard]] constexpr bool is_whole() const noexcept { return scale_ == 0; }

  /// Plain digits without exponent: "80000000", "26.4", "0.0000001", "-3".
  [[nodiscard]] std::string str() const;

  [[nodiscard]] Decimal floor() const;  ///< the nearest whole number not above
  [[nodiscard]] Decimal ceil() const;   ///< the nearest whole number not below
  [[nodiscard]] Decimal abs() const;
  /// Cut to `decimals` digits after the point, in the given direction; exact if it has no more.
  [[nodiscard]] Decimal rounded(int decimals, Rounding direction) const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  Decimal operator-() const;
  Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
  Decimal& operator-=(const Decimal& other) { return *this = *this - other; }

  /// Exact across scales; never overflows (works in 256 bits where it must).
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend constexpr bool operator==(const Decimal& a, const Decimal& b) noexcept {
    return a.mantissa_ == b.mantissa_ && a.scale_ == b.scale_;
  }

 private:
  Int128 mantissa_ = 0;
  int scale_ = 0;
};

/// numerator / denominator cut to `decimals` digits in the given direction. The denominator is
/// not zero. Throws DecimalOverflow if the result does not fit.
[[nodiscard]] Decimal quotient(const Decimal& numerator, const Decimal& denominator, int decimals,
                               Rounding direction);

/// a x b against c x d, exactly, in 256 bits: how a ratio is held against a goal without dividing.
[[nodiscard]] std::strong_ordering compare_products(const Decimal& a, const Decimal& b,
                                                    const Decimal& c, const Decimal& d);

}  // namespace jalon

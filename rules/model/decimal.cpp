#include "rules/model/decimal.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>

namespace jalon {
namespace {

using Wide = boost::multiprecision::int256_t;
/// Two mantissas and the powers of ten that bring four scales together: 506 bits.
using Widest = boost::multiprecision::int512_t;

constexpr auto kPowersOfTen = [] {
  std::array<Int128, Decimal::kMaxScale + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

constexpr Int128 kLargest = ~(Int128{1} << 127);
constexpr Int128 kSmallest = Int128{1} << 127;

Int128 power_of_ten(int exponent) { return kPowersOfTen[static_cast<std::size_t>(exponent)]; }

template <class Number>
Number wide_power(int exponent) {
  Number power{power_of_ten(std::min(exponent, Decimal::kMaxScale))};
  for (; exponent > Decimal::kMaxScale; exponent -= Decimal::kMaxScale)
    power *= Number{power_of_ten(std::min(exponent - Decimal::kMaxScale, Decimal::kMaxScale))};
  return power;
}

/// Drops trailing zeros after the point.
template <class Number>
void reduce(Number& mantissa, int& scale) {
  if (mantissa == 0) scale = 0;
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
}

/// 64-bit division is many times faster, and most numbers are small.
void reduce_fast(Int128& mantissa, int& scale) {
  if (scale == 0) return;
  auto small = static_cast<std::int64_t>(mantissa);
  if (small != mantissa) return reduce(mantissa, scale);
  reduce(small, scale);
  mantissa = small;
}

template <class Number>
Int128 narrow(const Number& number) {
  if (number > Number{kLargest} || number < Number{kSmallest}) throw DecimalOverflow{};
  return static_cast<Int128>(number);
}

template <class Number>
Decimal narrowed(Number mantissa, int scale) {
  reduce(mantissa, scale);
  return Decimal::scaled(narrow(mantissa), scale);
}

Decimal wide_sum(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  return narrowed<Wide>(Wide{a.mantissa()} * wide_power<Wide>(scale - a.scale()) +
                            Wide{b.mantissa()} * wide_power<Wide>(scale - b.scale()),
                        scale);
}

/// The mantissa at a larger scale; false if it does not fit.
bool at_scale(const Decimal& number, int scale, Int128& mantissa) {
  return !__builtin_mul_overflow(number.mantissa(), power_of_ten(scale - number.scale()),
                                 &mantissa);
}

/// Truncating division, moved one step where the direction asks for it.
template <class Number>
Number divided(const Number& numerator, const Number& denominator, Rounding direction) {
  Number result = numerator / denominator;
  const Number rest = numerator % denominator;
  if (rest == 0) return result;
  const bool positive = (rest < 0) == (denominator < 0);
  if (positive && direction == Rounding::up) result += 1;
  if (!positive && direction == Rounding::down) result -= 1;
  return result;
}

template <class Number>
std::strong_ordering compared(const Number& a, const Number& b) {
  if (a < b) return std::strong_ordering::less;
  return b < a ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace

Decimal Decimal::scaled(Int128 mantissa, int scale) {
  for (; scale < 0 && mantissa != 0; ++scale)
    if (__builtin_mul_overflow(mantissa, Int128{10}, &mantissa)) throw DecimalOverflow{};
  scale = std::max(scale, 0);
  reduce_fast(mantissa, scale);
  if (scale > kMaxScale) throw DecimalOverflow{};
  Decimal result;
  result.mantissa_ = mantissa;
  result.scale_ = scale;
  return result;
}

std::string Decimal::str() const {
  std::string digits;
  Int128 rest = mantissa_;
  do {
    const int digit = static_cast<int>(rest % 10);  // negative below zero: kSmallest has no abs
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    rest /= 10;
  } while (rest != 0);
  const auto after_point = static_cast<std::size_t>(scale_);
  if (digits.size() <= after_point) digits.append(after_point + 1 - digits.size(), '0');
  if (is_negative()) digits += '-';
  std::reverse(digits.begin(), digits.end());
  if (after_point > 0) digits.insert(digits.size() - after_point, 1, '.');
  return digits;
}

Decimal Decimal::floor() const { return rounded(0, Rounding::down); }
Decimal Decimal::ceil() const { return rounded(0, Rounding::up); }
Decimal Decimal::abs() const { return is_negative() ? -*this : *this; }

Decimal Decimal::rounded(int decimals, Rounding direction) const {
  if (scale_ <= decimals) return *this;
  return scaled(divided(mantissa_, power_of_ten(scale_ - decimals), direction), decimals);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  Int128 left = a.mantissa_;
  Int128 right = b.mantissa_;
  if (a.scale_ != scale && !at_scale(a, scale, left)) return wide_sum(a, b);
  if (b.scale_ != scale && !at_scale(b, scale, right)) return wide_sum(a, b);
  Decimal sum;
  if (__builtin_add_overflow(left, right, &sum.mantissa_)) return wide_sum(a, b);
  sum.scale_ = scale;
  if (a.scale_ == b.scale_) reduce_fast(sum.mantissa_, sum.scale_);
  return sum;
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  if (b.mantissa_ != kSmallest) return a + -b;
  return narrowed<Wide>(Wide{a.mantissa_} * wide_power<Wide>(std::max(b.scale_ - a.scale_, 0)) -
                            Wide{b.mantissa_} * wide_power<Wide>(std::max(a.scale_ - b.scale_, 0)),
                        std::max(a.scale_, b.scale_));
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  Int128 product = 0;
  if (!__builtin_mul_overflow(a.mantissa_, b.mantissa_, &product))
    return Decimal::scaled(product, a.scale_ + b.scale_);
  return narrowed<Wide>(Wide{a.mantissa_} * Wide{b.mantissa_}, a.scale_ + b.scale_);
}

Decimal Decimal::operator-() const {
  Decimal result = *this;
  if (__builtin_sub_overflow(Int128{0}, mantissa_, &result.mantissa_)) throw DecimalOverflow{};
  return result;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return compared(a.mantissa_, b.mantissa_);
  if (a.is_negative() != b.is_negative())
    return a.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
  const int scale = std::max(a.scale_, b.scale_);
  Int128 left = a.mantissa_;
  Int128 right = b.mantissa_;
  if (at_scale(a, scale, left) && at_scale(b, scale, right)) return compared(left, right);
  return compared<Wide>(Wide{a.mantissa_} * wide_power<Wide>(scale - a.scale_),
                        Wide{b.mantissa_} * wide_power<Wide>(scale - b.scale_));
}

Decimal quotient(const Decimal& numerator, const Decimal& denominator, int decimals,
                 Rounding direction) {
  const int shift = decimals + denominator.scale() - numerator.scale();
  const Widest over = Widest{numerator.mantissa()} * wide_power<Widest>(std::max(shift, 0));
  const Widest under = Widest{denominator.mantissa()} * wide_power<Widest>(std::max(-shift, 0));
  return narrowed<Widest>(divided(over, under, direction), decimals);
}

std::strong_ordering compare_products(const Decimal& a, const Decimal& b, const Decimal& c,
                                      const Decimal& d) {
  const int left_scale = a.scale() + b.scale();
  const int right_scale = c.scale() + d.scale();
  const int scale = std::max(left_scale, right_scale);
  Int128 left = 0;
  Int128 right = 0;
  if (left_scale == right_scale && !__builtin_mul_overflow(a.mantissa(), b.mantissa(), &left) &&
      !__builtin_mul_overflow(c.mantissa(), d.mantissa(), &right))
    return compared(left, right);
  return compared<Widest>(
      Widest{a.mantissa()} * Widest{b.mantissa()} * wide_power<Widest>(scale - left_scale),
      Widest{c.mantissa()} * Widest{d.mantissa()} * wide_power<Widest>(scale - right_scale));
}

}  // namespace jalon

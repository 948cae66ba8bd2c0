#include "tests/reference/number.hpp"

#include <stdexcept>

namespace jalon::reference {
namespace {

Int128 times(Int128 a, Int128 b) {
  Int128 result = 0;
  if (__builtin_mul_overflow(a, b, &result)) throw std::overflow_error{"reference: product"};
  return result;
}

Int128 plus(Int128 a, Int128 b) {
  Int128 result = 0;
  if (__builtin_add_overflow(a, b, &result)) throw std::overflow_error{"reference: sum"};
  return result;
}

Int128 common_factor(Int128 a, Int128 b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Int128 floor_of(Int128 over, Int128 under) {
  const Int128 cut = over / under;
  return over % under < 0 ? cut - 1 : cut;
}

}  // namespace

Number::Number(Int128 over, Int128 under) : over_{over}, under_{under} {
  if (under_ < 0) {
    over_ = -over_;
    under_ = -under_;
  }
  if (under_ == 1) return;
  const Int128 factor = common_factor(over_, under_);
  over_ /= factor;
  under_ /= factor;
}

Number::Number(const Decimal& decimal) {
  Int128 under = 1;
  for (int i = 0; i < decimal.scale(); ++i) under = times(under, 10);
  *this = Number{decimal.mantissa(), under};
}

Number operator+(const Number& a, const Number& b) {
  if (a.under_ == b.under_) return {plus(a.over_, b.over_), a.under_};
  return {plus(times(a.over_, b.under_), times(b.over_, a.under_)), times(a.under_, b.under_)};
}

Number operator-(const Number& a, const Number& b) {
  Number minus = b;
  minus.over_ = -minus.over_;
  return a + minus;
}

Number operator*(const Number& a, const Number& b) {
  return {times(a.over_, b.over_), times(a.under_, b.under_)};
}

Number operator/(const Number& a, const Number& b) {
  if (b.over_ == 0) throw std::domain_error{"reference: division by 0"};
  return {times(a.over_, b.under_), times(a.under_, b.over_)};
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
  const Int128 left = times(a.over_, b.under_);
  const Int128 right = times(b.over_, a.under_);
  if (left < right) return std::strong_ordering::less;
  return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

long Number::ceiling() const { return static_cast<long>(-floor_of(-over_, under_)); }

Decimal Number::exact() const {
  Int128 power = 1;
  for (int digits = 0; digits <= Decimal::kMaxScale; ++digits) {
    if (times(over_, power) % under_ == 0) {
      return Decimal::scaled(times(over_, power) / under_, digits);
    }
    power = times(power, 10);
  }
  throw std::domain_error{"reference: a number that does not end"};
}

Decimal Number::shown(Rounding direction) const {
  const Int128 wide = times(over_, 10'000);
  const Int128 cut =
      direction == Rounding::down ? floor_of(wide, under_) : -floor_of(-wide, under_);
  return Decimal::scaled(cut, 4);
}

}  // namespace jalon::reference

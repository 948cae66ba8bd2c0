#include "rules/model/decimal.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>

#include <optional>
#include <random>
#include <vector>

using jalon::Decimal;
using jalon::DecimalOverflow;
using jalon::Int128;
using jalon::Rounding;

namespace {

using Big = boost::multiprecision::cpp_int;

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

/// The slow and obvious number: a mantissa of any length and a scale.
struct Slow {
  Big mantissa;
  int scale;
};

Big tens(int exponent) {
  return boost::multiprecision::pow(Big{10}, static_cast<unsigned>(exponent));
}

Slow slow(const Decimal& number) { return {Big{number.mantissa()}, number.scale()}; }

/// What Decimal should give: in lowest terms, or nothing if it does not fit.
std::optional<Decimal> expected(Slow number) {
  while (number.scale > 0 && number.mantissa % 10 == 0) {
    number.mantissa /= 10;
    --number.scale;
  }
  const Big limit = Big{1} << 127;
  const bool fits = number.mantissa < limit && number.mantissa >= -limit;
  if (!fits || number.scale > Decimal::kMaxScale) return std::nullopt;
  return Decimal::scaled(static_cast<Int128>(number.mantissa), number.scale);
}

Big at_scale(const Slow& number, int scale) { return number.mantissa * tens(scale - number.scale); }

Slow sum(const Slow& a, const Slow& b, int sign) {
  const int scale = std::max(a.scale, b.scale);
  return {at_scale(a, scale) + sign * at_scale(b, scale), scale};
}

template <class Operation>
std::optional<Decimal> unless_too_large(Operation operation) {
  try {
    return operation();
  } catch (const DecimalOverflow&) {
    return std::nullopt;
  }
}

/// Numbers of every size, many of them at the edges.
class Numbers {
 public:
  Decimal next() {
    const int scale = static_cast<int>(engine_() % (Decimal::kMaxScale + 1));
    const unsigned bits = static_cast<unsigned>(engine_() % 128);
    const Int128 all = (static_cast<Int128>(engine_()) << 64) | engine_();
    Int128 mantissa = all >> (127 - bits);
    switch (engine_() % 8) {
      case 0:
        mantissa = ~(Int128{1} << 127);
        break;
      case 1:
        mantissa = Int128{1} << 127;
        break;
      case 2:
        mantissa = static_cast<Int128>(engine_() % 21) - 10;
        break;
      default:
        break;
    }
    return Decimal::scaled(mantissa, scale);
  }

 private:
  std::mt19937_64 engine_{20200630};
};

int sign_of(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

}  // namespace

TEST_CASE("Sums of decimals are exact where binary floating point is not") {
  CHECK(dec("0.1") + dec("0.2") == dec("0.3"));
  CHECK(dec("26.4") + dec("9.2") + dec("36.3") + dec("8.1") == Decimal{80});
  CHECK((dec("0.1") + dec("0.2")).str() == "0.3");
  CHECK(dec("1") - dec("0.9") == dec("0.1"));
  CHECK(dec("999999999999999999") + dec("0.000000000000000001") ==
        Decimal::scaled(static_cast<Int128>(999999999999999999) * 1000000000000000000 + 1, 18));
}

TEST_CASE("Equal decimals have equal members however they were made") {
  CHECK(dec("1.50") == dec("1.5"));
  CHECK(dec("-0") == Decimal{});
  CHECK(Decimal::scaled(1200, 2) == Decimal{12});
  CHECK(Decimal::scaled(0, 30) == Decimal{});
  CHECK(Decimal::scaled(12, -2) == Decimal{1200});
  CHECK((dec("0.5") + dec("0.5")).scale() == 0);
  CHECK((dec("2.5") * dec("4")).scale() == 0);
}

TEST_CASE("A share is compared unrounded") {
  const Decimal one_percent = Decimal{11492641} * dec("0.01");
  CHECK(one_percent == dec("114926.41"));
  CHECK(Decimal{114926} < one_percent);
  CHECK(Decimal{114927} > one_percent);
}

TEST_CASE("Sum, difference and product agree with slow arithmetic or overflow like it") {
  Numbers numbers;
  int fitting = 0;
  int overflowing = 0;
  for (int i = 0; i < 6'000; ++i) {
    const Decimal a = numbers.next();
    const Decimal b = numbers.next();
    const Slow product{slow(a).mantissa * slow(b).mantissa, a.scale() + b.scale()};
    const auto plus = unless_too_large([&] { return a + b; });
    const bool agree =
        plus == expected(sum(slow(a), slow(b), 1)) &&
        unless_too_large([&] { return a - b; }) == expected(sum(slow(a), slow(b), -1)) &&
        unless_too_large([&] { return a * b; }) == expected(product);
    if (!agree) {
      CAPTURE(a.str(), b.str());
      CHECK(agree);
    }
    (plus ? fitting : overflowing)++;
  }
  CHECK(fitting > 500);
  CHECK(overflowing > 500);
}

TEST_CASE("Decimals of every scale are ordered as slow arithmetic orders them") {
  Numbers numbers;
  for (int i = 0; i < 6'000; ++i) {
    const Decimal a = numbers.next();
    const Decimal b = numbers.next();
    const Decimal c = numbers.next();
    const Decimal d = numbers.next();
    const int scale = std::max(a.scale(), b.scale());
    const int order = at_scale(slow(a), scale).compare(at_scale(slow(b), scale));
    const Slow left{slow(a).mantissa * slow(b).mantissa, a.scale() + b.scale()};
    const Slow right{slow(c).mantissa * slow(d).mantissa, c.scale() + d.scale()};
    const int wide = std::max(left.scale, right.scale);
    const int products = at_scale(left, wide).compare(at_scale(right, wide));
    const bool agree = sign_of(a <=> b) == (order > 0) - (order < 0) && (a == b) == (order == 0) &&
                       sign_of(compare_products(a, b, c, d)) == (products > 0) - (products < 0);
    if (!agree) {
      CAPTURE(a.str(), b.str(), c.str(), d.str());
      CHECK(agree);
    }
  }
  CHECK(is_eq(compare_products(dec("0.3"), dec("10"), dec("1.5"), dec("2"))));
  CHECK(is_gt(compare_products(dec("-1"), dec("3"), dec("1"), dec("-3.0000001"))));
}

TEST_CASE("A quotient is cut in the direction asked for") {
  struct Row {
    std::string_view numerator, denominator;
    int decimals;
    std::string_view down, up;
  };
  const std::vector<Row> rows{
      {"1", "3", 4, "0.3333", "0.3334"},
      {"-1", "3", 4, "-0.3334", "-0.3333"},
      {"1", "-3", 4, "-0.3334", "-0.3333"},
      {"-1", "-3", 4, "0.3333", "0.3334"},
      {"1", "4", 4, "0.25", "0.25"},
      {"-1", "8", 2, "-0.13", "-0.12"},
      {"0", "7", 4, "0", "0"},
      {"2", "3", 0, "0", "1"},
      {"-2", "3", 0, "-1", "0"},
      {"0.00001", "3", 4, "0", "0.0001"},
      {"1", "0.0003", 4, "3333.3333", "3333.3334"},
      {"99.996", "100", 3, "0.999", "1"},
      {"7", "7", 4, "1", "1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.numerator, row.denominator, row.decimals);
    const Decimal over = dec(row.numerator);
    const Decimal under = dec(row.denominator);
    CHECK(quotient(over, under, row.decimals, Rounding::down) == dec(row.down));
    CHECK(quotient(over, under, row.decimals, Rounding::up) == dec(row.up));
  }
}

TEST_CASE("Quotients stand on both sides of the exact value, one step apart") {
  Numbers numbers;
  int fitting = 0;
  for (int i = 0; i < 6'000; ++i) {
    const Decimal a = numbers.next();
    const Decimal b = numbers.next();
    if (b.is_zero()) continue;
    const auto down = unless_too_large([&] { return quotient(a, b, 4, Rounding::down); });
    const auto up = unless_too_large([&] { return quotient(a, b, 4, Rounding::up); });
    if (!down || !up) continue;
    ++fitting;
    const auto side = [&](const Decimal& q) {  // of q x |b| against a x sign(b)
      const Big left = slow(q).mantissa * slow(b).mantissa * tens(a.scale());
      const Big right = slow(a).mantissa * tens(q.scale() + b.scale());
      return b.is_negative() ? right.compare(left) : left.compare(right);
    };
    const bool exact = side(*down) == 0;
    const Decimal step = Decimal::scaled(1, 4);
    const bool agree = side(*down) <= 0 && side(*up) >= 0 && down->scale() <= 4 &&
                       (exact ? *up == *down : *up == *down + step);
    if (!agree) {
      CAPTURE(a.str(), b.str());
      CHECK(agree);
    }
  }
  CHECK(fitting > 1'500);
}

TEST_CASE("Rounding to decimals keeps its direction below zero") {
  struct Row {
    std::string_view number;
    int decimals;
    std::string_view down, up;
  };
  const std::vector<Row> rows{{"1.25", 1, "1.2", "1.3"},   {"-1.25", 1, "-1.3", "-1.2"},
                              {"1.25", 2, "1.25", "1.25"}, {"1.25", 9, "1.25", "1.25"},
                              {"-0.5", 0, "-1", "0"},      {"0.999", 2, "0.99", "1"},
                              {"7", 0, "7", "7"}};
  for (const auto& row : rows) {
    CAPTURE(row.number, row.decimals);
    CHECK(dec(row.number).rounded(row.decimals, Rounding::down) == dec(row.down));
    CHECK(dec(row.number).rounded(row.decimals, Rounding::up) == dec(row.up));
  }
  CHECK(dec("2.1").floor() == Decimal{2});
  CHECK(dec("-2.1").floor() == Decimal{-3});
  CHECK(dec("2.1").ceil() == Decimal{3});
  CHECK(dec("-2.1").ceil() == Decimal{-2});
  CHECK(dec("-2.1").abs() == dec("2.1"));
}

TEST_CASE("A number beyond 128 bits is an error and never wraps") {
  const Decimal largest = Decimal::scaled(~(Int128{1} << 127), 0);
  const Decimal smallest = Decimal::scaled(Int128{1} << 127, 0);
  CHECK_THROWS_AS(largest + Decimal{1}, DecimalOverflow);
  CHECK_THROWS_AS(smallest - Decimal{1}, DecimalOverflow);
  CHECK_THROWS_AS(-smallest, DecimalOverflow);
  CHECK_THROWS_AS(smallest.abs(), DecimalOverflow);
  CHECK_THROWS_AS(Decimal{} - smallest, DecimalOverflow);
  CHECK_THROWS_AS(largest * Decimal{2}, DecimalOverflow);
  CHECK_THROWS_AS(Decimal::scaled(1, -39), DecimalOverflow);
  CHECK_THROWS_AS(Decimal::scaled(1, 39), DecimalOverflow);
  CHECK_THROWS_AS(largest + dec("0.1"), DecimalOverflow);
  CHECK_THROWS_AS(quotient(largest, dec("0.1"), 4, Rounding::down), DecimalOverflow);
  CHECK(smallest - smallest == Decimal{});
  CHECK(Decimal{-1} - smallest == largest);
  CHECK(smallest.str() == "-170141183460469231731687303715884105728");
  CHECK(largest.str() == "170141183460469231731687303715884105727");
}

TEST_CASE("A sum that only fits after its trailing zero is dropped fits") {
  const Decimal nearly = Decimal::scaled(~(Int128{1} << 127), 1);  // ...572.7
  CHECK((nearly + dec("0.3")).str() == "17014118346046923173168730371588410573");
}

TEST_CASE("Plain digits come out without an exponent") {
  CHECK(Decimal{80000000}.str() == "80000000");
  CHECK(Decimal::scaled(1, 7).str() == "0.0000001");
  CHECK(Decimal::scaled(-15, 1).str() == "-1.5");
  CHECK(Decimal::scaled(-5, 3).str() == "-0.005");
  CHECK(Decimal{}.str() == "0");
  CHECK(Decimal::scaled(1, 38).str() == "0." + std::string(37, '0') + "1");
}

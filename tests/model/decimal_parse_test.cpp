#include "rules/model/decimal.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <vector>

using jalon::Decimal;

TEST_CASE("Numbers come out as they went in") {
  for (const std::string text :
       {"26.4", "0.1", "999999999999999999", "-999999999999999999", "0.0000001", "80000000", "-3",
        "0", "0.000000000000000001", "100000000000000000", "12345678.1234567891", "-0.5"}) {
    CAPTURE(text);
    REQUIRE(Decimal::parse(text));
    CHECK(Decimal::parse(text).value().str() == text);
  }
}

TEST_CASE("Generated numbers of up to 18 digits come out as they went in") {
  std::mt19937_64 engine{11492641};
  for (int i = 0; i < 5'000; ++i) {
    const auto mantissa = static_cast<std::int64_t>(engine() % 1'000'000'000'000'000'000U);
    const int scale = static_cast<int>(engine() % 19);
    const Decimal number = Decimal::scaled(engine() % 2 == 0 ? mantissa : -mantissa, scale);
    const auto again = Decimal::parse(number.str());
    const bool same = again && again.value() == number;
    if (!same) {
      CAPTURE(number.str());
      CHECK(same);
    }
  }
}

TEST_CASE("Numbers may be written in several ways") {
  struct Row {
    std::string_view text, same_as;
  };
  const std::vector<Row> rows{
      {"+5", "5"},
      {"1e-7", "0.0000001"},
      {"1.5E+3", "1500"},
      {"-2e0", "-2"},
      {"007", "7"},
      {"1.500", "1.5"},
      {"-0", "0"},
      {"-0.0", "0"},
      {"0e999999999", "0"},
      {"1e17", "100000000000000000"},
      {"1e-18", "0.000000000000000001"},
      {"0.100000000000000000000000", "0.1"},
      {"00000000000000000000000000001", "1"},
      {"1000000000000000000e-1", "100000000000000000"},
      {"0.0000000000000000000001e10", "0.000000000001"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    REQUIRE(Decimal::parse(row.text));
    CHECK(Decimal::parse(row.text).value().str() == row.same_as);
  }
}

TEST_CASE("What is no number is refused with what was probably meant") {
  struct Row {
    std::string_view text, reason, hint;
  };
  const std::vector<Row> rows{
      {"", "a number is missing", ""},
      {"abc", "`abc` is not a number", ""},
      {"nan", "`nan` is not a number", ""},
      {"inf", "`inf` is not a number", ""},
      {"-Infinity", "`-Infinity` is not a number", ""},
      {"0x10", "`0x10` is not a number", "the number alone, without unit or words: 26.4"},
      {"20%", "`20%` is not a number", "the number alone, without unit or words: 26.4"},
      {".5", "`.5` is not a number", "write 0.5"},
      {"-.5", "`-.5` is not a number", "write -0.5"},
      {"5.", "`5.` is not a number", "write 5"},
      {"1e", "`1e` is not a number", "the number alone, without unit or words: 26.4"},
      {"e5", "`e5` is not a number", "the number alone, without unit or words: 26.4"},
      {"+", "`+` is not a number", ""},
      {"--5", "`--5` is not a number", "the number alone, without unit or words: 26.4"},
      {"26,4", "`26,4` is not a number",
       "write 26.4: a point before decimals, nothing between thousands"},
      {"80,000,000", "`80,000,000` is not a number",
       "write 80000000: a point before decimals, nothing between thousands"},
      {"1,234.5", "`1,234.5` is not a number",
       "write 1234.5: a point before decimals, nothing between thousands"},
      {"1.234,5", "`1.234,5` is not a number",
       "write 1234.5: a point before decimals, nothing between thousands"},
      {"1.234.567", "`1.234.567` is not a number", "write 1234567"},
      {"80 000 000", "`80 000 000` is not a number", "write 80000000"},
      {" 5", "` 5` is not a number", "write 5"},
      {"80_000", "`80_000` is not a number", "write 80000"},
      {"80\u202f000", "`80\u202f000` is not a number", "write 80000"},
      {"\u22123", "`\u22123` is not a number", "write -3"},
      {"1234567890123456789", "`1234567890123456789` has more than 18 significant digits",
       "round it to 18 digits"},
      {"0.30000000000000000001", "`0.30000000000000000001` has more than 18 significant digits",
       "round it to 18 digits"},
      {"1e18", "`1e18` has more than 18 digits before the point", "use a larger unit"},
      {"1e-19", "`1e-19` has more than 18 digits after the point",
       "round it to 18 digits after the point"},
      {"1e999999999999999999999",
       "`1e999999999999999999999` has more than 18 digits before the point", "use a larger unit"},
      {"1e-99999999999", "`1e-99999999999` has more than 18 digits after the point",
       "round it to 18 digits after the point"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto number = Decimal::parse(row.text);
    REQUIRE_FALSE(number);
    CHECK(number.error().reason == row.reason);
    CHECK(number.error().hint == row.hint);
  }
}

TEST_CASE("A comma that may stand for thousands or decimals gets no number as its hint") {
  const auto number = Decimal::parse("1,234");
  REQUIRE_FALSE(number);
  CHECK(number.error().hint ==
        "write 1234 or 1.234: a point before decimals, nothing between thousands");
}

TEST_CASE("A number of a million digits is refused in a short message") {
  for (const char digit : {'1', ',', ' ', 'x'}) {
    const auto number = Decimal::parse(std::string(1'000'000, digit));
    REQUIRE_FALSE(number);
    CHECK(number.error().reason.size() < 200);
    CHECK(number.error().hint.size() < 200);
  }
}

TEST_CASE("Control characters in a bad number are shown escaped") {
  const auto number = Decimal::parse("5\x1b[2J");
  REQUIRE_FALSE(number);
  CHECK(number.error().reason == "`5\\u{1b}[2J` is not a number");
}

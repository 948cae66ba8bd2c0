#include "rules/model/amount.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace jalon;

namespace {

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

/// An interval in brackets: "[18, 22]", "(500, inf)".
std::string shown(const Interval& range) {
  const auto& [lo, hi] = range;
  return std::string{lo.open || !lo.at ? "(" : "["} + (lo.at ? lo.at->str() : "-inf") + ", " +
         (hi.at ? hi.at->str() : "inf") + (hi.open || !hi.at ? ")" : "]");
}

struct Reading {
  std::string_view text, range;
  std::string_view number = "";  ///< "": none
};

void check(const AmountRules& rules, const std::vector<Reading>& readings) {
  for (const auto& expected : readings) {
    CAPTURE(expected.text);
    const auto amount = parse_amount(expected.text, rules);
    REQUIRE(amount);
    CHECK(amount.value().written == expected.text);
    CHECK(shown(amount.value().range) == expected.range);
    CHECK((amount.value().number ? amount.value().number->str() : "") == expected.number);
  }
}

struct Mistake {
  std::string_view text, reason, hint;
};

void check_refused(const AmountRules& rules, const std::vector<Mistake>& mistakes) {
  for (const auto& mistake : mistakes) {
    CAPTURE(mistake.text);
    const auto amount = parse_amount(mistake.text, rules);
    REQUIRE_FALSE(amount);
    CHECK(amount.error().reason == mistake.reason);
    CHECK(amount.error().hint == mistake.hint);
  }
}

const AmountRules kLevel{};
const AmountRules kFlow{true};

AmountRules with_range(AmountRules rules, std::string_view lo, std::string_view hi) {
  rules.range = Interval{{dec(lo)}, {dec(hi)}};
  return rules;
}
AmountRules whole(AmountRules rules) {
  rules.whole = true;
  return rules;
}

}  // namespace

TEST_CASE("A level may be written exactly or vaguely") {
  check(kLevel, {{"19", "[19, 19]", "19"},       {"26.4", "[26.4, 26.4]", "26.4"},
                 {"-3", "[-3, -3]", "-3"},       {"+3", "[3, 3]", "3"},
                 {"0", "[0, 0]", "0"},           {">500", "(500, inf)", "500"},
                 {">=500", "[500, inf)", "500"}, {"<5", "(-inf, 5)", "5"},
                 {"<=5", "(-inf, 5]", "5"},      {">-5", "(-5, inf)", "-5"},
                 {"<0", "(-inf, 0)", "0"},       {"~20", "[18, 22]", "20"},
                 {"~-20", "[-22, -18]", "-20"},  {"~0.1", "[0.09, 0.11]", "0.1"},
                 {"10..12", "[10, 12]"},         {"-3..-1", "[-3, -1]"},
                 {"-3..2", "[-3, 2]"},           {"1.5..2.5", "[1.5, 2.5]"},
                 {"10..10", "[10, 10]"},         {"1e3", "[1000, 1000]", "1000"}});
}

TEST_CASE("An amount of a flow that is at most so much is not negative") {
  check(kFlow, {{"19", "[19, 19]", "19"},
                {"-3", "[-3, -3]", "-3"},
                {"+3", "[3, 3]", "3"},
                {"0", "[0, 0]", "0"},
                {">500", "(500, inf)", "500"},
                {">=500", "[500, inf)", "500"},
                {"<5", "[0, 5)", "5"},
                {"<=5", "[0, 5]", "5"},
                {"~20", "[18, 22]", "20"},
                {"10..12", "[10, 12]"},
                {"-3..-1", "[-3, -1]"},
                {"0..5", "[0, 5]"},
                {"-5..0", "[-5, 0]"}});
}

TEST_CASE("A vague amount of a flow needs a positive number and a range one side of zero") {
  const std::string_view exact = "write an exact amount or a range: -3, -3..-1, 0..5";
  const auto vague = [](std::string_view text) {
    return "`" + std::string{text} + "` is no amount: a vague amount needs a number above zero";
  };
  for (const std::string_view text : {"~-20", ">0", ">=0", "<0", "<=0", ">-5", "<-5", "~0"}) {
    CAPTURE(text);
    const auto amount = parse_amount(text, kFlow);
    REQUIRE_FALSE(amount);
    CHECK(amount.error().reason == vague(text));
    CHECK(amount.error().hint == exact);
  }
  check_refused(kFlow,
                {{"-3..2", "`-3..2` crosses zero: something was added or taken away, not both",
                  "write a range on one side: 0..5 or -3..0"}});
}

TEST_CASE("The share of about is the workspace's") {
  AmountRules rules;
  rules.about = Decimal{25};
  check(rules, {{"~20", "[15, 25]", "20"}});
  rules.about = dec("0.5");
  check(rules, {{"~20", "[19.9, 20.1]", "20"}});
}

TEST_CASE("An indicator's range cuts vague readings and refuses those wholly outside") {
  const AmountRules percent = with_range(kLevel, "0", "100");
  check(percent, {{"0", "[0, 0]", "0"},
                  {"100", "[100, 100]", "100"},
                  {"~99", "[89.1, 100]", "99"},
                  {">90", "(90, 100]", "90"},
                  {"<5", "[0, 5)", "5"},
                  {">=100", "[100, 100]", "100"},
                  {"<=0", "[0, 0]", "0"},
                  {"-5..5", "[0, 5]"},
                  {"<500", "[0, 100]", "500"}});
  const std::string_view hint = "the range is 0..100";
  check_refused(percent, {{"100.1", "`100.1` is outside the indicator's range", hint},
                          {"-1", "`-1` is outside the indicator's range", hint},
                          {">100", "`>100` is outside the indicator's range", hint},
                          {"<0", "`<0` is outside the indicator's range", hint},
                          {"101..200", "`101..200` is outside the indicator's range", hint},
                          {"~200", "`~200` is outside the indicator's range", hint}});
}

TEST_CASE("An indicator's range holds for what a flow adds, not for zero and withdrawals") {
  const AmountRules grants = with_range(kFlow, "10", "100");
  check(grants, {{"10", "[10, 10]", "10"},
                 {"0", "[0, 0]", "0"},
                 {"-500", "[-500, -500]", "-500"},
                 {"-500..-200", "[-500, -200]"},
                 {"-5..0", "[-5, 0]"},
                 {"<50", "[10, 50)", "50"},
                 {">50", "(50, 100]", "50"},
                 {"0..20", "[10, 20]"}});
  const std::string_view hint = "the range is 10..100";
  check_refused(grants, {{"9", "`9` is outside the indicator's range", hint},
                         {"101", "`101` is outside the indicator's range", hint},
                         {"<10", "`<10` is outside the indicator's range", hint},
                         {"0..5", "`0..5` is outside the indicator's range", hint}});
}

TEST_CASE("Whole things have no fractions and round vague ends inwards") {
  check(whole(kLevel), {{"5", "[5, 5]", "5"},
                        {"5.0", "[5, 5]", "5"},
                        {">500", "[501, inf)", "500"},
                        {">=500", "[500, inf)", "500"},
                        {">2.5", "[3, inf)", "2.5"},
                        {"<5", "(-inf, 4]", "5"},
                        {"<=5.5", "(-inf, 5]", "5.5"},
                        {"<-2.5", "(-inf, -3]", "-2.5"},
                        {"~25", "[23, 27]", "25"},
                        {"~3", "[3, 3]", "3"},
                        {"1.5..3.5", "[2, 3]"}});
  check(whole(kFlow), {{"<5", "[0, 4]", "5"}, {"<1", "[0, 0]", "1"}});
  check(whole(with_range(kLevel, "0.5", "99.5")),
        {{">90", "[91, 99]", "90"}, {"<5", "[1, 4]", "5"}});
  const std::string_view hint = "the indicator counts whole things";
  check_refused(whole(kLevel), {{"2.5", "`2.5` is not a whole number", hint},
                                {"-0.5", "`-0.5` is not a whole number", hint},
                                {"1.5..1.5", "`1.5..1.5` is not a whole number", hint},
                                {"10.2..10.8", "no whole number lies in `10.2..10.8`", hint},
                                {"~0.5", "no whole number lies in `~0.5`", hint}});
}

TEST_CASE("Amounts that people write otherwise are refused with what to write") {
  const std::string_view alone = "the number alone, without unit or words: 26.4";
  check_refused(kLevel, {{"", "an amount is missing", ""},
                         {"  ", "an amount is missing", ""},
                         {"--", "`--` has two signs", "write one, and quote it: '-3'"},
                         {"--3", "`--3` has two signs", "write one, and quote it: '-3'"},
                         {"~0", "`~0` says no more than 0: a share of nothing is nothing",
                          "write 0 or a range such as 0..5; on a command line in quotes: '~20'"},
                         {"/root", "`/root` is a folder, not an amount",
                          "the shell put it in place of `~`: write it in quotes, '~20'"},
                         {"/home/a/20", "`/home/a/20` is a folder, not an amount",
                          "the shell put it in place of `~`: write it in quotes, '~20'"},
                         {"\u22123", "`\u22123` is not a number", "write -3"},
                         {"\u2265500", "`\u2265500` is not an amount", "write >=500"},
                         {"\u22645", "`\u22645` is not an amount", "write <=5"},
                         {"=>5", "`=>5` is not an amount", "write >=5"},
                         {"=<5", "`=<5` is not an amount", "write <=5"},
                         {"\u224820", "`\u224820` is not an amount", "write ~20"},
                         {"+~20", "`+~20` is not an amount", "write ~20"},
                         {"+>20", "`+>20` is not an amount", "write >20"},
                         {"10-12", "`10-12` is not a number", "write 10..12"},
                         {"10\u201312", "`10\u201312` is not a number", "write 10..12"},
                         {"10 - 12", "`10 - 12` is not a number", "write 10..12"},
                         {"500+", "`500+` is not a number", "write >=500"},
                         {"..5", "`..5` has no first number", "write <=5"},
                         {"5..", "`5..` has no second number", "write >=5"},
                         {"..", "`..` is not an amount", "write a range as 10..12"},
                         {"12..10", "`12..10` runs backwards", "write 10..12"},
                         {"5...7", "`.7` is not a number", "write 0.7"},
                         {"1..2..3", "`2..3` is not a number", "write 23"},
                         {"20%", "`20%` is not a number", alone},
                         {">", "a number is missing after `>`", "write >500"},
                         {"~", "a number is missing after `~`", "write ~500"},
                         {"> 5", "` 5` is not a number", "write 5"},
                         {"nan", "`nan` is not a number", ""},
                         {"~inf", "`inf` is not a number", ""},
                         {"26,4", "`26,4` is not a number",
                          "write 26.4: a point before decimals, nothing between thousands"},
                         {"5\n6", "`5\\n6` is not a number", "write 56"}});
}

TEST_CASE("Blanks around an amount are no part of it") {
  const auto amount = parse_amount(" ~20\t", kLevel);
  REQUIRE(amount);
  CHECK(amount.value().written == "~20");
}

TEST_CASE("A share that has too many digits is refused and not wrapped") {
  AmountRules rules;
  rules.about = Decimal::scaled(1, 30);
  const auto amount = parse_amount("~12.3456789012345678", rules);
  REQUIRE_FALSE(amount);
  CHECK(amount.error().reason == "`~12.3456789012345678` has too many digits");
}

TEST_CASE("A huge amount is refused in a short message") {
  for (const std::string piece : {"9", "-", "..", "~", ">", "/", "\u2265", "1-"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    for (const auto& rules : {kLevel, kFlow}) {
      const auto amount = parse_amount(text, rules);
      REQUIRE_FALSE(amount);
      CHECK(amount.error().reason.size() < 250);
      CHECK(amount.error().hint.size() < 250);
    }
  }
}

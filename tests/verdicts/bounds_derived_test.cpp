#include "tests/engine/pairs.hpp"
#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Verdict derived(Draft draft, std::string_view indicator, const Comparison& comparison,
                std::string_view as_of) {
  draft.target("t", indicator, comparison, by("2020-06-30")).start = day("2020-01-01");
  return draft.judge("t", as_of);
}

}  // namespace

TEST_CASE("bounds derived: a sum adds both ends, and a flow without data is anything from 0 on") {
  struct Row {
    std::string_view gifts, fees, bounds, value, status;
  };
  const Row row = GENERATE(values<Row>({
      {"6", "4", "[10, 10]", "10", "met"},
      {"6", "3.9", "[9.9, 9.9]", "9.9", "missed"},
      {"2.6", "7.4", "[10, 10]", "10", "met"},
      {">6", "4", "(10, null]", "10", "met"},
      {">5", "4", "(9, null]", "9", "overdue"},
      {"7..12", "<3", "[7, 15)", "7", "overdue"},
      {"1..5", "<5", "[1, 10)", "1", "missed"},
      {"1..5", "<=5", "[1, 10]", "1", "overdue"},
      {"6", kSilent, "[6, null]", "6", "overdue"},
      {kSilent, "10", "[10, null]", "10", "met"},
      {"6", "0", "[6, 6]", "6", "missed"},
      {"12", "-3", "[9, 9]", "9", "missed"},
      {kSilent, kSilent, "[0, null]", "null", "overdue"},
  }));
  CAPTURE(row.gifts, row.fees);
  const Verdict verdict =
      derived(two_flows(row.gifts, row.fees), "income", at_least("10"), "2020-07-01");
  CHECK(text(verdict.bounds) == row.bounds);
  CHECK(text(verdict.value) == row.value);
  CHECK(status(verdict) == row.status);
}

TEST_CASE("bounds derived: a difference holds the far ends against each other") {
  struct Row {
    std::string_view gifts, fees, bounds, value, status;
  };
  const Row row = GENERATE(values<Row>({
      {"10", "5", "[5, 5]", "5", "met"},
      {"10", "5.1", "[4.9, 4.9]", "4.9", "missed"},
      {"10", kSilent, "[null, 10]", "10", "overdue"},
      {"4", kSilent, "[null, 4]", "4", "missed"},
      {kSilent, "4", "[-4, null]", "-4", "overdue"},
      {"10", ">5", "[null, 5)", "5", "missed"},
      {"10", ">=5", "[null, 5]", "5", "overdue"},
      {"10..12", "<5", "(5, 12]", "10", "met"},
      {">10", "5", "(5, null]", "5", "met"},
      {"3", "8", "[-5, -5]", "-5", "missed"},
      {kSilent, kSilent, "[null, null]", "null", "overdue"},
  }));
  CAPTURE(row.gifts, row.fees);
  const Verdict verdict =
      derived(two_flows(row.gifts, row.fees), "excess", at_least("5"), "2020-07-01");
  CHECK(text(verdict.bounds) == row.bounds);
  CHECK(text(verdict.value) == row.value);
  CHECK(status(verdict) == row.status);
}

TEST_CASE(
    "bounds derived: a level without a reading leaves a sum or difference open and without a "
    "value") {
  struct Row {
    std::string_view oaks, beeches, sum, sum_bounds, difference, difference_bounds;
  };
  const Row row = GENERATE(values<Row>({
      {"6", "4", "10", "[10, 10]", "2", "[2, 2]"},
      {"6", kSilent, "null", "[null, null]", "null", "[null, null]"},
      {kSilent, "4", "null", "[null, null]", "null", "[null, null]"},
      {"10..12", "1..3", "11", "[11, 15]", "7", "[7, 11]"},
      {"~20", "5", "25", "[23, 27]", "15", "[13, 17]"},
      {">6", "4", "10", "(10, null]", "2", "(2, null]"},
  }));
  CAPTURE(row.oaks, row.beeches);
  const Draft draft = two_levels(row.oaks, row.beeches);
  const Verdict sum = derived(draft, "wood", at_least("1"), "2020-06-01");
  CHECK(text(sum.value) == row.sum);
  CHECK(text(sum.bounds) == row.sum_bounds);
  const Verdict difference = derived(draft, "lead", at_least("1"), "2020-06-01");
  CHECK(text(difference.value) == row.difference);
  CHECK(text(difference.bounds) == row.difference_bounds);
}

TEST_CASE(
    "bounds derived: of ranges a limit on a difference shows the end that is nearer to too much") {
  const Draft draft = two_levels("10..12", "1..3");
  CHECK(text(derived(draft, "lead", at_least("1"), "2020-06-01").value) == "7");
  CHECK(text(derived(draft, "lead", at_most("20"), "2020-06-01").value) == "11");
  CHECK(text(derived(draft, "wood", at_most("20"), "2020-06-01").value) == "15");
}

TEST_CASE("bounds derived: a sum is reached on the day of the part that completes it") {
  const Verdict verdict = derived(two_flows("6", "4"), "income", at_least("10"), "2020-07-01");
  CHECK(text(verdict.reached_on) == "2020-05-01");
  CHECK(verdict.records == std::vector<std::int64_t>{1, 2});
  CHECK(status(derived(two_flows("6", "4"), "income", at_least("10"), "2020-04-30")) == "pending");
}

TEST_CASE("bounds derived: a part without data is the reason where it leaves the comparison open") {
  struct Row {
    std::string_view indicator, gifts, fees, as_of, reading;
  };
  const Row row = GENERATE(values<Row>({
      {"income", "6", kSilent, "2020-06-30", "pending (no-data)"},
      {"income", "6", kSilent, "2020-07-01", "overdue (no-data)"},
      {"income", kSilent, kSilent, "2020-06-30", "pending (no-data)"},
      {"income", "12", kSilent, "2020-07-01", "met (on-record)"},
      {"income", "6", "0", "2020-06-30", "pending (on-record)"},
      {"excess", "12", kSilent, "2020-06-30", "pending (no-data)"},
      {"excess", "12", kSilent, "2020-07-01", "overdue (no-data)"},
      {"excess", "9", kSilent, "2020-06-30", "pending (on-record)"},
      {"excess", "9", kSilent, "2020-07-01", "missed (on-record)"},
      {"excess", kSilent, "1", "2020-07-01", "overdue (no-data)"},
  }));
  CAPTURE(row.indicator, row.gifts, row.fees, row.as_of);
  const Draft draft = two_flows(row.gifts, row.fees);
  CHECK(reading(derived(draft, row.indicator, at_least("10"), row.as_of)) == row.reading);
}

TEST_CASE(
    "bounds derived: without a date one part on record is enough to wait, none leaves nothing to "
    "judge by") {
  Draft draft = two_flows("6", kSilent);
  draft.target("t", "income", at_least("10"), undated());
  CHECK(reading(draft.judge("t", "2020-02-28")) == "unknown (no-data)");
  CHECK(reading(draft.judge("t", "2020-03-01")) == "pending (no-data)");
}

TEST_CASE(
    "bounds derived: a limit breaks early on a sum of flows only, and waits for the end on all "
    "with a flow") {
  struct Row {
    std::string_view indicator, as_of, reading;
  };
  const Row row = GENERATE(values<Row>({
      {"flows", "2020-02-29", "pending (on-record)"},
      {"flows", "2020-03-01", "missed (on-record)"},
      {"flows", "2020-07-01", "missed (on-record)"},
      {"mixed", "2020-03-01", "pending (on-record)"},
      {"mixed", "2020-06-30", "pending (on-record)"},
      {"mixed", "2020-07-01", "missed (on-record)"},
      {"left", "2020-03-01", "pending (on-record)"},
      {"left", "2020-05-01", "pending (on-record)"},
      {"left", "2020-06-29", "pending (on-record)"},
      {"left", "2020-06-30", "met (on-record)"},
  }));
  CAPTURE(row.indicator, row.as_of);
  Draft draft;
  draft.flow("a");
  draft.flow("b");
  draft.stock("c");
  draft.sum("flows", {"a", "b"});
  draft.sum("mixed", {"a", "c"});
  draft.difference("left", "a", "b");
  draft.add("a", "2020-02-01", "4");
  draft.add("b", "2020-02-01", "0");
  draft.add("c", "2020-02-01", "2");
  draft.add("a", "2020-03-01", "5");
  draft.add("b", "2020-05-01", "5");
  CHECK(reading(derived(draft, row.indicator, at_most("8"), row.as_of)) == row.reading);
}

TEST_CASE("bounds derived: confidence is that of the worst part, and a level has no list") {
  Draft draft;
  draft.flow("a").completeness = Completeness::attested;
  draft.stock("b");
  draft.sum("both", {"a", "b"});
  draft.add("a", "2020-06-01", "1").evidence = {{"https://example.org/a"}};
  draft.add("b", "2020-01-01", "1");
  draft.attest("a", "2020-06-15");
  const Confidence worst = derived(draft, "both", at_least("9"), "2020-06-29").confidence;
  CHECK(worst.evidence == Confidence::Evidence::reported);
  CHECK(worst.freshness == Confidence::Age::fresh);
  CHECK(text(worst.complete_through) == "2020-06-15");
  CHECK(derived(draft, "both", at_least("9"), "2020-06-30").confidence.freshness ==
        Confidence::Age::ageing);
  draft.retract(2, "2020-06-20");
  const Confidence none = derived(draft, "both", at_least("9"), "2020-06-29").confidence;
  CHECK(none.evidence == Confidence::Evidence::none);
  CHECK_FALSE(none.freshness);
}

TEST_CASE("bounds derived: a stale or missing part leaves the whole open, a vague one widens it") {
  Draft draft = two_levels("6", "");
  draft.programme.indicators[0].freshness = {10, 20};
  draft.target("t", "wood", at_least("10"), by("2020-06-30"));
  check(draft,
        {{"no second part yet", {}, {{"2020-03-21", "pending (no-data); bounds [null, null]"}}},
         {"both parts",
          {"2020-03-01 beech ~4"},
          {{"2020-03-21", "bounds [9.6, 10.4]"},
           {"2020-03-22", "pending (stale); bounds [null, null]"}}}});
}

TEST_CASE("bounds derived: a filter applies to every part") {
  Draft draft;
  draft.flow("gift").dimensions = {{"town", true, {}}};
  draft.flow("fee").dimensions = {{"town", true, {}}};
  draft.sum("income", {"gift", "fee"});
  draft.target("here", "income", at_least("9"), by("2020-06-30")).where = dims({{"town", "ghent"}});
  draft.add("gift", "2020-03-01", "1", dims({{"town", "ghent"}}));
  draft.add("gift", "2020-03-01", "20", dims({{"town", "liege"}}));
  draft.add("fee", "2020-03-01", "2", dims({{"town", "ghent"}}));
  draft.add("fee", "2020-03-01", "40", dims({{"town", "liege"}}));
  CHECK(text(draft.judge("here", "2020-04-01").value) == "3");
}

TEST_CASE("bounds derived: a record that names a derived indicator counts nowhere") {
  Draft draft = two_flows("6", "4");
  draft.add("income", "2020-03-01", "100");
  draft.add("excess", "2020-03-01", "100");
  CHECK(text(derived(draft, "income", at_least("10"), "2020-06-01").value) == "10");
  CHECK(text(derived(draft, "excess", at_least("10"), "2020-06-01").value) == "2");
}

TEST_CASE("bounds derived: a sum that grows beyond 128 bits names a record") {
  Draft draft = two_levels("1e17", "1e-18");
  draft.target("t", "wood", at_least("1"), by("2020-06-30"));
  CHECK(text(draft.judge("t", "2020-06-01").bounds.lo) == "100000000000000000.000000000000000001");
  draft.stock("elm");
  draft.programme.indicators[2].measure = Sum{{{0}, {1}, {4}}};
  draft.add("elm", "2020-05-01", "1").amount->range =
      Interval::exactly(Decimal::scaled((Int128{1} << 126) - 1, 0));
  CHECK_THROWS_AS(draft.judge("t", "2020-06-01"), EvaluationError);
}

}  // namespace jalon::engine

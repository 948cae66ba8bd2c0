#include "rules/engine/measurer.hpp"
#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

constexpr std::string_view kNone = "";

/// Gifts and fees of 2020, each with one record or none.
Draft two_flows(std::string_view gifts, std::string_view fees) {
  Draft draft;
  draft.flow("gift");
  draft.flow("fee");
  draft.sum("income", {"gift", "fee"});
  draft.difference("excess", "gift", "fee");
  if (gifts != kNone) draft.add("gift", "2020-03-01", gifts);
  if (fees != kNone) draft.add("fee", "2020-05-01", fees);
  return draft;
}

/// Two levels, each read once or not at all.
Draft two_levels(std::string_view oaks, std::string_view beeches) {
  Draft draft;
  draft.stock("oak");
  draft.stock("beech");
  draft.sum("wood", {"oak", "beech"});
  draft.difference("lead", "oak", "beech");
  if (oaks != kNone) draft.add("oak", "2020-03-01", oaks);
  if (beeches != kNone) draft.add("beech", "2020-05-01", beeches);
  return draft;
}

Verdict judged(Draft draft, std::string_view indicator, const Comparison& comparison,
               std::string_view as_of) {
  draft.target("t", indicator, comparison, by("2020-06-30")).start = day("2020-01-01");
  return draft.judge("t", as_of);
}

/// What an indicator measures in 2020.
Measured measured(const Draft& draft, std::uint32_t indicator, std::string_view as_of) {
  const Facts facts = facts_at(draft.log, {day(as_of), day("9999-12-31"), {}});
  Ledger ledger{draft.programme, facts};
  Measurer measurer{draft.programme, ledger, day_of(day(as_of))};
  return measurer.measure({indicator}, {}, {day_of(day("2020-01-01")), kDusk});
}

}  // namespace

TEST_CASE("a sum adds both ends, and a flow without data is anything from 0 on") {
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
      {"6", kNone, "[6, null]", "6", "overdue"},
      {kNone, "10", "[10, null]", "10", "met"},
      {"6", "0", "[6, 6]", "6", "missed"},
      {"12", "-3", "[9, 9]", "9", "missed"},
      {kNone, kNone, "[0, null]", "null", "overdue"},
  }));
  CAPTURE(row.gifts, row.fees);
  const Verdict verdict =
      judged(two_flows(row.gifts, row.fees), "income", at_least("10"), "2020-07-01");
  CHECK(text(verdict.bounds) == row.bounds);
  CHECK(text(verdict.value) == row.value);
  CHECK(status(verdict) == row.status);
}

TEST_CASE("a difference holds the far ends against each other") {
  struct Row {
    std::string_view gifts, fees, bounds, value, status;
  };
  const Row row = GENERATE(values<Row>({
      {"10", "5", "[5, 5]", "5", "met"},
      {"10", "5.1", "[4.9, 4.9]", "4.9", "missed"},
      {"10", kNone, "[null, 10]", "10", "overdue"},
      {"4", kNone, "[null, 4]", "4", "missed"},
      {kNone, "4", "[-4, null]", "-4", "overdue"},
      {"10", ">5", "[null, 5)", "5", "missed"},
      {"10", ">=5", "[null, 5]", "5", "overdue"},
      {"10..12", "<5", "(5, 12]", "10", "met"},
      {">10", "5", "(5, null]", "5", "met"},
      {"3", "8", "[-5, -5]", "-5", "missed"},
      {kNone, kNone, "[null, null]", "null", "overdue"},
  }));
  CAPTURE(row.gifts, row.fees);
  const Verdict verdict =
      judged(two_flows(row.gifts, row.fees), "excess", at_least("5"), "2020-07-01");
  CHECK(text(verdict.bounds) == row.bounds);
  CHECK(text(verdict.value) == row.value);
  CHECK(status(verdict) == row.status);
}

TEST_CASE("a level without a reading leaves a sum or difference open and without a value") {
  struct Row {
    std::string_view oaks, beeches, sum, sum_bounds, difference, difference_bounds;
  };
  const Row row = GENERATE(values<Row>({
      {"6", "4", "10", "[10, 10]", "2", "[2, 2]"},
      {"6", kNone, "null", "[null, null]", "null", "[null, null]"},
      {kNone, "4", "null", "[null, null]", "null", "[null, null]"},
      {"10..12", "1..3", "11", "[11, 15]", "7", "[7, 11]"},
      {"~20", "5", "25", "[23, 27]", "15", "[13, 17]"},
      {">6", "4", "10", "(10, null]", "2", "(2, null]"},
  }));
  CAPTURE(row.oaks, row.beeches);
  const Draft draft = two_levels(row.oaks, row.beeches);
  const Verdict sum = judged(draft, "wood", at_least("1"), "2020-06-01");
  CHECK(text(sum.value) == row.sum);
  CHECK(text(sum.bounds) == row.sum_bounds);
  const Verdict difference = judged(draft, "lead", at_least("1"), "2020-06-01");
  CHECK(text(difference.value) == row.difference);
  CHECK(text(difference.bounds) == row.difference_bounds);
}

TEST_CASE("of ranges a limit on a difference shows the end that is nearer to too much") {
  const Draft draft = two_levels("10..12", "1..3");
  CHECK(text(judged(draft, "lead", at_least("1"), "2020-06-01").value) == "7");
  CHECK(text(judged(draft, "lead", at_most("20"), "2020-06-01").value) == "11");
  CHECK(text(judged(draft, "wood", at_most("20"), "2020-06-01").value) == "15");
}

TEST_CASE("a sum is reached on the day of the part that completes it") {
  const Verdict verdict = judged(two_flows("6", "4"), "income", at_least("10"), "2020-07-01");
  CHECK(text(verdict.reached_on) == "2020-05-01");
  CHECK(verdict.records == std::vector<std::int64_t>{1, 2});
  CHECK(status(judged(two_flows("6", "4"), "income", at_least("10"), "2020-04-30")) == "pending");
}

TEST_CASE("only a sum of flows is a flow, and every kind knows whether there is a flow in it") {
  Draft draft;
  draft.flow("a");
  draft.flow("b");
  draft.stock("c");
  draft.stock("d");
  draft.sum("flows", {"a", "b"});
  draft.sum("mixed", {"a", "c"});
  draft.sum("levels", {"c", "d"});
  draft.difference("left", "a", "b");
  draft.ratio("share", "c", "b", "%");
  struct Row {
    std::uint32_t indicator;
    bool is_flow, contains_flow, is_ratio;
  };
  const Row row = GENERATE(values<Row>({
      {0, true, true, false},
      {2, false, false, false},
      {4, true, true, false},
      {5, false, true, false},
      {6, false, false, false},
      {7, false, true, false},
      {8, false, true, true},
  }));
  CAPTURE(draft.programme.indicators[row.indicator].id);
  const Measured one = measured(draft, row.indicator, "2020-06-30");
  CHECK(one.is_flow() == row.is_flow);
  CHECK(one.contains_flow() == row.contains_flow);
  CHECK(one.is_ratio() == row.is_ratio);
}

TEST_CASE("one part on record is something in scope, and the other is still missed") {
  struct Row {
    std::string_view gifts, fees;
    bool no_data, lacks_part;
  };
  const Row row = GENERATE(values<Row>({
      {"6", "4", false, false},
      {"6", kNone, false, true},
      {kNone, "4", false, true},
      {kNone, kNone, true, true},
  }));
  CAPTURE(row.gifts, row.fees);
  const Draft draft = two_flows(row.gifts, row.fees);
  for (const std::uint32_t indicator : {2U, 3U}) {
    const Measured one = measured(draft, indicator, "2020-06-30");
    const State state = state_at(one, day_of(day("2020-06-30")));
    CHECK(state.no_data == row.no_data);
    CHECK(state.lacks_part == row.lacks_part);
    CHECK(one.has_something(day_of(day("2020-06-30"))) == !row.no_data);
  }
}

TEST_CASE("a part without data is the reason where it leaves the comparison open") {
  struct Row {
    std::string_view indicator, gifts, fees, as_of, reading;
  };
  const Row row = GENERATE(values<Row>({
      {"income", "6", kNone, "2020-06-30", "pending (no-data)"},
      {"income", "6", kNone, "2020-07-01", "overdue (no-data)"},
      {"income", kNone, kNone, "2020-06-30", "pending (no-data)"},
      {"income", "12", kNone, "2020-07-01", "met (on-record)"},
      {"income", "6", "0", "2020-06-30", "pending (on-record)"},
      {"excess", "12", kNone, "2020-06-30", "pending (no-data)"},
      {"excess", "12", kNone, "2020-07-01", "overdue (no-data)"},
      {"excess", "9", kNone, "2020-06-30", "pending (on-record)"},
      {"excess", "9", kNone, "2020-07-01", "missed (on-record)"},
      {"excess", kNone, "1", "2020-07-01", "overdue (no-data)"},
  }));
  CAPTURE(row.indicator, row.gifts, row.fees, row.as_of);
  const Draft draft = two_flows(row.gifts, row.fees);
  CHECK(reading(judged(draft, row.indicator, at_least("10"), row.as_of)) == row.reading);
}

TEST_CASE("without a date one part on record is enough to wait, none leaves nothing to judge by") {
  Draft draft = two_flows("6", kNone);
  draft.target("t", "income", at_least("10"), undated());
  CHECK(reading(draft.judge("t", "2020-02-28")) == "unknown (no-data)");
  CHECK(reading(draft.judge("t", "2020-03-01")) == "pending (no-data)");
}

TEST_CASE("a limit breaks early on a sum of flows only, and waits for the end on all with a flow") {
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
  CHECK(reading(judged(draft, row.indicator, at_most("8"), row.as_of)) == row.reading);
}

TEST_CASE("the doubts of every part are doubts of the whole") {
  Draft draft = two_levels("6", "~4");
  draft.programme.indicators[0].freshness = {10, 20};
  const Verdict fresh = judged(draft, "wood", at_least("10"), "2020-03-21");
  CHECK(text(fresh.bounds) == "[null, null]");
  draft.add("beech", "2020-03-01", "~4");
  CHECK(text(judged(draft, "wood", at_least("10"), "2020-03-21").bounds) == "[9.6, 10.4]");
  const State stale = state_at(measured(draft, 2, "2020-03-22"), day_of(day("2020-03-22")));
  CHECK(stale.doubts.stale);
  CHECK(stale.doubts.vague_value);
  CHECK_FALSE(stale.lo.at);
}

TEST_CASE("a sum is complete when each of its lists is") {
  Draft draft = two_flows("6", "3");
  draft.programme.indicators[0].completeness = Completeness::attested;
  draft.programme.indicators[1].completeness = Completeness::attested;
  draft.attest("gift", "2020-06-30");
  const Verdict half = judged(draft, "income", at_least("10"), "2020-07-01");
  CHECK(reading(half) == "overdue (incomplete)");
  CHECK(text(half.confidence.complete_through) == "null");
  draft.attest("fee", "2020-06-29");
  CHECK(text(judged(draft, "income", at_least("10"), "2020-06-29").bounds) == "[9, 9]");
  CHECK(reading(judged(draft, "income", at_least("10"), "2020-07-01")) == "overdue (incomplete)");
  draft.attest("income", "2020-07-05");
  const Verdict whole = judged(draft, "income", at_least("10"), "2020-07-05");
  CHECK(reading(whole) == "missed (on-record)");
  CHECK(text(whole.confidence.complete_through) == "2020-07-05");
}

TEST_CASE("an attestation on a target of a derived indicator stands for each part") {
  Draft draft = two_flows("6", "3");
  draft.programme.indicators[0].completeness = Completeness::attested;
  draft.programme.indicators[1].completeness = Completeness::attested;
  draft.target("enough", "excess", at_least("4"), by("2020-06-30"));
  CHECK(reading(draft.judge("enough", "2020-07-01")) == "overdue (incomplete)");
  draft.attest("enough", "2020-06-30");
  CHECK(reading(draft.judge("enough", "2020-07-01")) == "missed (on-record)");
}

TEST_CASE("confidence is that of the worst part, and a level has no list") {
  Draft draft;
  draft.flow("a").completeness = Completeness::attested;
  draft.stock("b");
  draft.sum("both", {"a", "b"});
  draft.add("a", "2020-06-01", "1").evidence = {{"https://example.org/a"}};
  draft.add("b", "2020-01-01", "1");
  draft.attest("a", "2020-06-15");
  const Confidence worst = judged(draft, "both", at_least("9"), "2020-06-29").confidence;
  CHECK(worst.evidence == Confidence::Evidence::reported);
  CHECK(worst.freshness == Confidence::Age::fresh);
  CHECK(text(worst.complete_through) == "2020-06-15");
  CHECK(judged(draft, "both", at_least("9"), "2020-06-30").confidence.freshness ==
        Confidence::Age::ageing);
  draft.retract(2, "2020-06-20");
  const Confidence none = judged(draft, "both", at_least("9"), "2020-06-29").confidence;
  CHECK(none.evidence == Confidence::Evidence::none);
  CHECK_FALSE(none.freshness);
}

TEST_CASE("a filter applies to every part") {
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

TEST_CASE("a record that names a derived indicator counts nowhere") {
  Draft draft = two_flows("6", "4");
  draft.add("income", "2020-03-01", "100");
  draft.add("excess", "2020-03-01", "100");
  CHECK(text(judged(draft, "income", at_least("10"), "2020-06-01").value) == "10");
  CHECK(text(judged(draft, "excess", at_least("10"), "2020-06-01").value) == "2");
}

TEST_CASE("a sum that grows beyond 128 bits names a record") {
  Draft draft = two_levels("1e17", "1e-18");
  draft.target("t", "wood", at_least("1"), by("2020-06-30"));
  CHECK(text(draft.judge("t", "2020-06-01").bounds.lo) == "100000000000000000.000000000000000001");
  draft.stock("elm");
  draft.programme.indicators[2].measure = Sum{{{0}, {1}, {4}}};
  draft.add("elm", "2020-05-01", "1").amount->range =
      Interval::exactly(Decimal::scaled((Int128{1} << 126) - 1, 0));
  CHECK_THROWS_AS(draft.judge("t", "2020-06-01"), EvaluationError);
}

namespace {

/// 80 of a head count that is 100, then 200, then, after a year without one, 50.
Draft share_of_the_year(Ratio::Pick pick) {
  Draft draft;
  draft.stock("done").freshness = {5000, 5000};
  draft.series("heads", {{"2020-02-01", "100"}, {"2020-10-01", "200"}, {"2022-03-01", "50"}});
  draft.ratio("share", "done", "heads", "%");
  std::get<Ratio>(draft.programme.indicators[1].measure).pick = pick;
  draft.target("t", "share", at_least("50"), undated());
  draft.add("done", "2019-06-01", "80");
  return draft;
}

/// 80 of a level that is read twice in one year and not in the next.
Draft share_of_a_level() {
  Draft draft;
  draft.stock("done").freshness = {5000, 5000};
  draft.stock("heads").freshness = {5000, 5000};
  draft.ratio("share", "done", "heads", "%");
  std::get<Ratio>(draft.programme.indicators[2].measure).pick = Ratio::Pick::same_year;
  draft.target("t", "share", at_least("50"), undated());
  draft.add("done", "2019-06-01", "80");
  draft.add("heads", "2020-02-01", "100");
  draft.add("heads", "2020-10-01", "200");
  draft.add("heads", "2022-03-01", "50");
  return draft;
}

}  // namespace

TEST_CASE("reference data is read at its latest value, or at the last one of the year") {
  struct Row {
    std::string_view as_of, latest, same_year;
  };
  const Row row = GENERATE(values<Row>({
      {"2019-12-31", "null", "null"},
      {"2020-01-01", "null", "40"},
      {"2020-01-31", "null", "40"},
      {"2020-02-01", "80", "40"},
      {"2020-09-30", "80", "40"},
      {"2020-10-01", "40", "40"},
      {"2020-12-31", "40", "40"},
      {"2021-01-01", "40", "null"},
      {"2021-12-31", "40", "null"},
      {"2022-01-01", "40", "160"},
      {"2022-02-28", "40", "160"},
      {"2022-03-01", "160", "160"},
      {"2023-01-01", "160", "null"},
  }));
  CAPTURE(row.as_of);
  const Draft latest = share_of_the_year(Ratio::Pick::latest);
  CHECK(text(latest.judge("t", row.as_of).value) == row.latest);
  const Draft same_year = share_of_the_year(Ratio::Pick::same_year);
  const Verdict verdict = same_year.judge("t", row.as_of);
  CHECK(text(verdict.value) == row.same_year);
  if (row.same_year == "null") CHECK(reading(verdict) == "pending (no-denominator)");
}

TEST_CASE("a figure of the year holds from New Year, and so does what is reached by it") {
  const Draft draft = share_of_the_year(Ratio::Pick::same_year);
  CHECK(text(draft.judge("t", "2022-12-31").reached_on) == "2022-01-01");
  Draft lower = share_of_the_year(Ratio::Pick::same_year);
  lower.programme.targets[0].comparison = at_least("40");
  CHECK(text(lower.judge("t", "2020-12-31").reached_on) == "2020-01-01");
  CHECK(status(lower.judge("t", "2021-01-01")) == "pending");
}

TEST_CASE("of a level the last reading of the year up to the day is the denominator") {
  struct Row {
    std::string_view as_of, value;
    std::vector<std::int64_t> records;
  };
  const Row row = GENERATE(values<Row>({
      {"2019-12-31", "null", {1}},
      {"2020-01-31", "null", {1}},
      {"2020-02-01", "80", {1, 2}},
      {"2020-09-30", "80", {1, 2}},
      {"2020-10-01", "40", {1, 3}},
      {"2020-12-31", "40", {1, 3}},
      {"2021-01-01", "null", {1}},
      {"2022-02-28", "null", {1}},
      {"2022-03-01", "160", {1, 4}},
      {"2022-12-31", "160", {1, 4}},
      {"2023-01-01", "null", {1}},
  }));
  CAPTURE(row.as_of);
  const Verdict verdict = share_of_a_level().judge("t", row.as_of);
  CHECK(text(verdict.value) == row.value);
  CHECK(verdict.records == row.records);
  if (row.value == "null") CHECK(reading(verdict) == "pending (no-denominator)");
}

TEST_CASE("a reading of New Year's Eve ends with the year, one of New Year begins it") {
  struct Row {
    std::string_view read, as_of, value;
  };
  const Row row = GENERATE(values<Row>({
      {"2020-12-31", "2020-12-30", "40"},
      {"2020-12-31", "2020-12-31", "20"},
      {"2020-12-31", "2021-01-01", "null"},
      {"2021-01-01", "2020-12-31", "40"},
      {"2021-01-01", "2021-01-01", "20"},
      {"2021-01-01", "2021-12-31", "20"},
      {"2021-01-01", "2022-01-01", "null"},
  }));
  CAPTURE(row.read, row.as_of);
  Draft draft = share_of_a_level();
  draft.add("heads", row.read, "400");
  CHECK(text(draft.judge("t", row.as_of).value) == row.value);
}

TEST_CASE("a reading that runs over New Year belongs to the year in which it ends") {
  Draft draft = share_of_a_level();
  draft.add("heads", "2020-12-20/2021-01-10", "400");
  CHECK(text(draft.judge("t", "2020-12-31").bounds) == "[20, 40]");
  CHECK(text(draft.judge("t", "2021-01-01").value) == "null");
  CHECK(text(draft.judge("t", "2021-01-09").value) == "null");
  CHECK(text(draft.judge("t", "2021-01-10").bounds) == "[20, 20]");
}

TEST_CASE("a denominator that may come as near to zero as one likes leaves the top open") {
  struct Row {
    std::string_view made, bounds;
  };
  const Row row = GENERATE(values<Row>({
      {"5", "(0, null]"},
      {"-5", "[null, 0)"},
  }));
  CAPTURE(row.made);
  Draft draft;
  draft.flow("made");
  draft.stock("people");
  draft.ratio("made-each", "made", "people", "PoC");
  draft.target("t", "made-each", at_least("10"), by("2020-12-31"));
  draft.add("made", "2020-02-01", row.made);
  draft.add("people", "2020-02-01", ">0");
  CHECK(text(draft.judge("t", "2020-12-31").bounds) == row.bounds);
}

}  // namespace jalon::engine

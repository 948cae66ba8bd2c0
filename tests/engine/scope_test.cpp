#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Two by the end of June, counted from 2020 on.
Draft two_wanted(Completeness completeness) {
  Draft draft;
  draft.flow("n").completeness = completeness;
  draft.target("enough", "n", at_least("2"), by("2020-06-30")).start = day("2020-01-01");
  return draft;
}

/// Targets on all, on red and on red in the north.
Draft nested_scopes() {
  Draft draft;
  draft.flow("n").dimensions = {{"kind", true, {}}, {"region", true, {}}};
  draft.programme.indicators[0].completeness = Completeness::attested;
  draft.target("all", "n", at_least("1"), by("2020-06-30"));
  draft.target("red", "n", at_least("1"), by("2020-06-30")).where = dims({{"kind", "red"}});
  draft.target("red-north", "n", at_least("1"), by("2020-06-30")).where =
      dims({{"kind", "red"}, {"region", "north"}});
  return draft;
}

}  // namespace

TEST_CASE("a zero report completes a list, and an attestation an empty one") {
  Draft draft = two_wanted(Completeness::assumed);
  CHECK(reading(draft.judge("enough", "2020-07-01")) == "overdue (no-data)");
  draft.add("n", "2020-06-30", "0");
  const Verdict zero = draft.judge("enough", "2020-07-01");
  CHECK(reading(zero) == "missed (on-record)");
  CHECK(text(zero.value) == "0");

  Draft attested = two_wanted(Completeness::attested);
  attested.attest("n", "2020-06-29");
  CHECK(reading(attested.judge("enough", "2020-07-01")) == "overdue (incomplete)");
  attested.attest("n", "2020-06-30");
  const Verdict empty = attested.judge("enough", "2020-07-01");
  CHECK(reading(empty) == "missed (on-record)");
  CHECK(text(empty.value) == "0");
  CHECK(text(empty.confidence.complete_through) == "2020-06-30");
  CHECK(empty.confidence.evidence == Confidence::Evidence::none);
}

TEST_CASE("an attestation covers a scope that fixes all that it fixes, and parts do not add up") {
  Draft draft = nested_scopes();
  draft.attest("n", "2020-06-30", dims({{"kind", "red"}}));
  draft.attest("n", "2020-06-30", dims({{"kind", "blue"}}));
  CHECK(status(draft.judge("all", "2020-07-01")) == "overdue");
  CHECK(status(draft.judge("red", "2020-07-01")) == "missed");
  CHECK(status(draft.judge("red-north", "2020-07-01")) == "missed");
  draft.attest("all", "2020-06-30");
  CHECK(status(draft.judge("all", "2020-07-01")) == "missed");
}

TEST_CASE("a zero report declares its own scope complete through its first day") {
  Draft draft = nested_scopes();
  draft.add("n", "2020-06-30", "0", dims({{"kind", "red"}}));
  CHECK(reading(draft.judge("red", "2020-07-01")) == "missed (on-record)");
  CHECK(reading(draft.judge("red-north", "2020-07-01")) == "missed (on-record)");
  CHECK(reading(draft.judge("all", "2020-07-01")) == "overdue (incomplete)");
  CHECK(text(draft.judge("all", "2020-07-01").value) == "0");
}

TEST_CASE("a zero report of one year says nothing about the year before") {
  Draft draft;
  draft.flow("n").completeness = Completeness::attested;
  draft.target("yearly", "n", at_least("1"), per_year("2019"));
  draft.add("n", "2020-12-31", "0");
  CHECK(reading(draft.judge("yearly[2019]", "2021-01-01")) == "overdue (no-data)");
  CHECK(reading(draft.judge("yearly[2020]", "2021-01-01")) == "missed (on-record)");
}

TEST_CASE("an attestation through a day before the window says nothing") {
  Draft draft = two_wanted(Completeness::assumed);
  draft.attest("n", "2019-12-31");
  CHECK(reading(draft.judge("enough", "2020-07-01")) == "overdue (no-data)");
  draft.attest("n", "2020-01-01");
  CHECK(reading(draft.judge("enough", "2020-07-01")) == "missed (on-record)");
}

TEST_CASE("an attestation on a quotient stands for each of its parts") {
  Draft draft;
  draft.flow("done").completeness = Completeness::attested;
  draft.flow("asked").completeness = Completeness::attested;
  draft.ratio("share", "done", "asked", "%");
  draft.target("half", "share", at_least("50"), by("2020-06-30"));
  draft.add("done", "2020-02-01", "1");
  draft.add("asked", "2020-02-01", "4");
  const Verdict open = draft.judge("half", "2020-07-01");
  CHECK(reading(open) == "overdue (incomplete)");
  CHECK(text(open.bounds) == "(0, null]");
  CHECK(text(open.value) == "25");
  draft.attest("share", "2020-06-30");
  CHECK(reading(draft.judge("half", "2020-07-01")) == "missed (on-record)");
  CHECK(text(draft.judge("half", "2020-06-30").bounds) == "[25, 25]");
}

TEST_CASE("a record after the due day completes the list where late delivery counts") {
  Draft draft = two_wanted(Completeness::assumed);
  draft.add("n", "2020-08-01", "1");
  CHECK(reading(draft.judge("enough", "2020-07-31")) == "overdue (no-data)");
  CHECK(reading(draft.judge("enough", "2020-08-01")) == "missed (on-record)");
  draft.programme.targets[0].time = during("2020-H1");
  draft.programme.targets[0].start.reset();
  CHECK(reading(draft.judge("enough", "2020-08-01")) == "overdue (no-data)");
}

}  // namespace jalon::engine

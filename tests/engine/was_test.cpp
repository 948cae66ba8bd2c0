#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// The subject is written under an old id after the draft has made the record.
Record& rename(Record& record, std::string_view old) {
  record.subject = old;
  return record;
}

}  // namespace

TEST_CASE("a record under an old id of its indicator counts as under the new one") {
  Draft draft;
  draft.flow("people-trained").was = {"trained", "courses.trained"};
  draft.target("t", "people-trained", at_least("6"), by("2020-06-30"));
  rename(draft.add("people-trained", "2020-02-01", "1"), "trained");
  rename(draft.add("people-trained", "2020-03-01", "2"), "courses.trained");
  draft.add("people-trained", "2020-04-01", "4");
  rename(draft.add("people-trained", "2020-04-01", "8"), "untrained");
  const Verdict verdict = draft.judge("t", "2020-05-01");
  CHECK(text(verdict.value) == "7");
  CHECK(verdict.records == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("a correction under the new id takes the place of a record under the old one") {
  Draft draft;
  draft.flow("new").was = {"old"};
  draft.target("t", "new", at_least("6"), by("2020-06-30"));
  draft.add("new", "2020-02-01", "1");
  draft.correct(1, "2020-02-01", "5");
  rename(draft.log[0], "old");
  CHECK(text(draft.judge("t", "2020-05-01").value) == "5");
}

TEST_CASE("the same key under the old and the new id is one object") {
  Draft draft;
  Indicator& flow = draft.flow("new");
  flow.was = {"old"};
  flow.key = "project";
  draft.target("t", "new", at_least("2"), by("2020-06-30"));
  rename(draft.add("new", "2020-02-01", "1"), "old").key = "p1";
  draft.add("new", "2020-03-01", "1").key = "p1";
  CHECK(text(draft.judge("t", "2020-05-01").value) == "1");
}

TEST_CASE("a stage reached under an old id of its milestone counts") {
  Draft draft;
  draft.milestone("plan", {"drafted", "adopted"}, "adopted", by("2020-06-30")).was = {"strategy"};
  rename(draft.reach("plan", "2020-02-01", "adopted"), "strategy");
  CHECK(status(draft.judge("plan", "2020-03-01")) == "met");
}

TEST_CASE("an attestation may name an indicator, milestone or target by an old id") {
  Draft draft;
  Indicator& flow = draft.flow("new");
  flow.was = {"old"};
  flow.completeness = Completeness::attested;
  Target& target = draft.target("t", "new", at_least("2"), by("2020-06-30"));
  target.was = {"before-t"};
  Milestone& milestone = draft.milestone("m", {"drafted", "done"}, "done", by("2020-06-30"));
  milestone.was = {"before-m"};
  milestone.completeness = Completeness::attested;
  const std::string_view old = GENERATE(as<std::string_view>{}, "old", "before-t");
  CHECK(status(draft.judge("t", "2020-07-01")) == "overdue");
  draft.attest(old, "2020-06-30");
  CHECK(reading(draft.judge("t", "2020-07-01")) == "missed (on-record)");
  CHECK(status(draft.judge("m", "2020-07-01")) == "overdue");
  draft.attest("before-m", "2020-06-30");
  CHECK(reading(draft.judge("m", "2020-07-01")) == "missed (on-record)");
}

TEST_CASE("the old id of a split target names its parts too") {
  Draft draft;
  Indicator& flow = draft.flow("n");
  flow.dimensions = {{"pillar", true, {}}};
  flow.completeness = Completeness::attested;
  draft.target("t", "n", at_least("5"), by("2020-06-30")).was = {"before"};
  draft.part("pillar", "support", at_least("2"));
  draft.part("pillar", "ethics", at_least("3"));
  draft.attest("before[pillar=ethics]", "2020-06-30");
  CHECK(status(draft.judge("t", "2020-07-01")) == "overdue");
  CHECK(status(draft.judge("t[pillar=support]", "2020-07-01")) == "overdue");
  CHECK(status(draft.judge("t[pillar=ethics]", "2020-07-01")) == "missed");
  draft.attest("before", "2020-06-30");
  CHECK(status(draft.judge("t", "2020-07-01")) == "missed");
  CHECK(status(draft.judge("t[pillar=support]", "2020-07-01")) == "missed");
}

TEST_CASE("an id of today is never taken for the old one of another") {
  Draft draft;
  draft.flow("first").was = {"second"};
  draft.flow("second");
  draft.target("t", "first", at_least("1"), by("2020-06-30"));
  draft.target("u", "second", at_least("1"), by("2020-06-30"));
  draft.add("second", "2020-02-01", "1");
  CHECK(text(draft.judge("t", "2020-03-01").value) == "null");
  CHECK(text(draft.judge("u", "2020-03-01").value) == "1");
}

}  // namespace jalon::engine

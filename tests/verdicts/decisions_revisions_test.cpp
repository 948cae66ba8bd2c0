#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// 10 by the end of June 2020, of which there are 6; from 1 May on, 5 were enough.
Draft eased() {
  Draft draft;
  draft.flow("made");
  draft.target("ten", "made", at_least("10"), by("2020-06-30"));
  draft.add("made", "2020-02-01", "6");
  amend(draft, "ten", "2020-05-01").comparison = at_least("5");
  return draft;
}

}  // namespace

TEST_CASE(
    "decisions revision: a revision can give a date to a promise without one, and take it away") {
  Draft draft;
  draft.flow("made");
  draft.target("ten", "made", at_least("10"), undated());
  draft.add("made", "2020-02-01", "6");
  amend(draft, "ten", "2020-05-01").time = by("2020-06-30");
  amend(draft, "ten", "2020-08-01").time = undated();
  CHECK(status(draft.judge("ten", "2020-04-30")) == "pending");
  CHECK(text(draft.judge("ten", "2020-04-30").days_left) == "null");
  const Verdict dated = draft.judge("ten", "2020-07-31");
  CHECK(status(dated) == "missed");
  CHECK(original(dated) == "pending");
  CHECK(status(draft.judge("ten", "2020-08-01")) == "pending");
}

TEST_CASE("decisions revision: a revised first or last period changes which ones there are") {
  Draft draft;
  draft.flow("made");
  draft.target("floor", "made", at_least("10"), per_year("2019", "2019"));
  amend(draft, "floor", "2019-06-01").time = per_year("2019", "2021");
  const Evaluation evaluation = draft.evaluate("2020-03-01", "9999-12-31", {"floor[2021]"});
  REQUIRE(evaluation.find("floor[2020]") != nullptr);
  CHECK(original(*evaluation.find("floor[2020]")) == "null");  // was never promised at first
  CHECK(original(*evaluation.find("floor[2019]")) == "overdue");
  CHECK(evaluation.find("floor[2021]") != nullptr);
  const Evaluation before = draft.evaluate("2019-05-31", "9999-12-31", {"floor[2021]"});
  CHECK(before.find("floor[2021]") == nullptr);
}

TEST_CASE("decisions revision: members of a revised group are compared with themselves") {
  Draft draft;
  draft.flow("days").dimensions = {{"company", true, {}}};
  draft.target("three", "days", at_least("3"), ForEach{"company", 30}).start = day("2020-01-01");
  draft.add("days", "2020-01-10", "2", dims({{"company", "A"}}));
  amend(draft, "three", "2020-01-05").comparison = at_least("2");
  CHECK(status(draft.judge("three[company=A]", "2020-03-01")) == "met");
  CHECK(original(draft.judge("three[company=A]", "2020-03-01")) == "missed");
  CHECK(original(draft.judge("three", "2020-03-01")) == "missed");
}

TEST_CASE("decisions revision: a milestone may be given another step and another day") {
  Draft draft;
  draft.milestone("plan", {"draft", "law"}, "law", by("2020-06-30"));
  draft.reach("plan", "2020-03-01", "draft");
  amend_milestone(draft, "plan", "2020-06-01").reach = 0;
  CHECK(text(draft.judge("plan", "2020-05-31").goal) == "law");
  const Verdict verdict = draft.judge("plan", "2020-07-01");
  CHECK(text(verdict.goal) == "draft");
  CHECK(status(verdict) == "met");
  CHECK(original(verdict) == "missed");
}

TEST_CASE(
    "decisions revision: a commitment says what it would have been under the first promises") {
  Draft draft = eased();
  draft.target("untouched", "made", at_least("5"), by("2020-06-30"));
  draft.commitment("both", All{}, {"ten", "untouched"});
  draft.commitment("other", All{}, {"untouched"});
  draft.programme.commitments.push_back({{}, All{}, {Ref<Commitment>{0}, Ref<Commitment>{1}}});
  draft.programme.commitments.back().id = "outer";
  CHECK(original(draft.judge("both", "2020-04-30")) == "null");
  CHECK(status(draft.judge("both", "2020-07-01")) == "met");
  CHECK(original(draft.judge("both", "2020-07-01")) == "missed");
  CHECK(original(draft.judge("outer", "2020-07-01")) == "missed");
  CHECK(original(draft.judge("other", "2020-07-01")) == "null");
}

TEST_CASE("decisions revision: progress and path follow the promise in force") {
  Draft draft;
  draft.flow("made");
  draft.target("ten", "made", at_least("10"), by("2020-12-31")).start = day("2020-01-01");
  draft.add("made", "2020-02-01", "6");
  Promise& revised = amend(draft, "ten", "2020-03-01");
  revised.comparison = at_least("12");
  revised.baseline = Baseline{number("4"), {}};
  revised.expect_linear = true;
  const Verdict before = draft.judge("ten", "2020-02-29");
  CHECK(text(before.progress) == "0.6");
  CHECK(before.outlook.state == Outlook::State::none);
  const Verdict after = draft.judge("ten", "2020-03-01");
  CHECK(text(after.progress) == "0.25");
  CHECK(after.outlook.method == "linear");
}

TEST_CASE("decisions revision: checkpoints, tolerance and day may be restated") {
  Draft draft;
  draft.flow("n");
  Target& target = draft.target("t", "n", at_least("100"), by("2021-04-10"));
  target.start = day("2021-01-01");
  target.checkpoints = {{day("2021-02-19"), number("80")}};
  Promise& revised = amend(draft, "t", "2021-03-01");
  revised.checkpoints = {{day("2021-03-01"), number("20")}};
  revised.tolerance = Tolerance{number("1")};
  check(draft, {{"99 of 100, the last of them on the due day",
                 {"2021-01-02 n 40", "2021-04-10 n 59"},
                 {{"2021-02-19", "expected 80; outlook off-track"},
                  {"2021-03-01", "expected 20; outlook on-track"},
                  {"2021-04-10", "met; within_tolerance yes; original pending"},
                  {"2021-04-11", "met; within_tolerance yes; original missed"}}}});
}

}  // namespace jalon::engine

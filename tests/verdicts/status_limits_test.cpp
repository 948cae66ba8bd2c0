#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Draft spending(Comparison comparison, TimeClause time) {
  Draft draft;
  draft.flow("spent");
  draft.target("budget", "spent", comparison, std::move(time));
  draft.add("spent", "2020-02-01", "60");
  return draft;
}

}  // namespace

TEST_CASE("status limits: a limit on a flow is broken at once and kept only at the end") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_most("100"), by("2020-06-30"));
  draft.target("vague", "n", at_most("100"), by("mid-2020"));
  check(
      draft,
      {
          {"kept to the end",
           {"2020-02-01 n 100"},
           {{"2020-06-29", "pending; days_left 1"},
            {"2020-06-30", "met; reached_on null; since null; surplus 0"},
            {"vague on 2020-06-30", "pending (on-record)"},
            {"vague on 2020-07-30", "pending (on-record)"},
            {"vague on 2020-07-31", "met; within_tolerance no"}}},
          {"broken before the due day",
           {"2020-02-01 n 60", "2020-04-10 n 40.1"},
           {{"2020-04-09", "pending"},
            {"2020-04-10", "missed; since 2020-04-10; gap 0.1; days_overdue null; days_left 81"}}},
          {"broken, repaired, and broken again",
           {"2020-02-01 n 60", "2020-04-10 n 50", "2020-05-01 n -20", "2020-06-01 n 30"},
           {{"2020-04-30", "missed; since 2020-04-10; outlook none"},
            {"2020-05-01", "pending; since null"},
            {"2020-06-01", "missed; since 2020-06-01"},
            {"2021-06-01", "missed; since 2020-06-01"}}},
          {"broken, and repaired by a withdrawal on the last day",
           {"2020-02-01 n 110", "2020-06-30 n -10"},
           {{"2020-06-29", "missed"}, {"2020-06-30", "met"}}},
          {"broken, and repaired a day too late",
           {"2020-02-01 n 110", "2020-07-01 n -10"},
           {{"2020-07-01", "missed; since 2020-02-01"}}},
          {"kept, and exceeded on the day after",
           {"2020-02-01 n 100", "2020-07-01 n 50"},
           {{"2020-07-01", "met; value 100"}}},
      });
}

TEST_CASE("status limits: a limit on a flow that the record leaves open at the end stays overdue") {
  Draft draft = spending(at_most("100"), by("2020-12-31"));
  draft.programme.indicators[0].completeness = Completeness::attested;
  CHECK(reading(draft.judge("budget", "2020-12-31")) == "pending (incomplete)");
  CHECK(reading(draft.judge("budget", "2021-06-01")) == "overdue (incomplete)");
  draft.attest("spent", "2020-12-31");
  CHECK(reading(draft.judge("budget", "2021-06-01")) == "met (on-record)");
}

TEST_CASE("status limits: exactly and between on a flow are limits with a floor") {
  struct Case {
    std::string_view second;
    std::string_view running;
    std::string_view after;
    std::string_view gap;
  };
  const auto [second, running, after, gap] = GENERATE(values<Case>({
      {"20", "pending", "missed", "10"},
      {"30", "pending", "met", "0"},
      {"40", "pending", "met", "0"},
      {"41", "missed", "missed", "1"},
  }));
  CAPTURE(second);
  Draft draft = spending(between("90", "100"), per_year("2020"));
  draft.add("spent", "2020-03-01", second);
  CHECK(status(draft.judge("budget[2020]", "2020-12-30")) == running);
  const Verdict verdict = draft.judge("budget[2020]", "2021-01-01");
  CHECK(status(verdict) == after);
  CHECK(text(verdict.gap) == gap);
  CHECK(text(verdict.goal) == "90");
  CHECK(text(verdict.surplus) == "null");
  CHECK(text(verdict.progress) == "null");
}

TEST_CASE("status limits: exactly on a flow can come right late") {
  Draft draft = spending(exactly("100"), by("2020-06-30"));
  draft.add("spent", "2020-09-01", "40");
  const Verdict verdict = draft.judge("budget", "2020-10-01");
  CHECK(status(verdict) == "met-late");
  CHECK(text(verdict.reached_on) == "2020-09-01");
  CHECK(text(verdict.progress) == "1");
}

TEST_CASE("status limits: a limit on a level may be broken and kept again") {
  Draft draft;
  draft.stock("emissions");
  draft.target("ceiling", "emissions", at_most("50"), by("2020-12-31"));
  draft.add("emissions", "2020-03-01", "60");
  CHECK(status(draft.judge("ceiling", "2020-06-01")) == "pending");
  CHECK(text(draft.judge("ceiling", "2020-06-01").gap) == "10");
  draft.add("emissions", "2020-10-01", "45");
  const Verdict met = draft.judge("ceiling", "2020-11-01");
  CHECK(status(met) == "met");
  CHECK(text(met.reached_on) == "2020-10-01");
  CHECK(text(met.surplus) == "5");
}

TEST_CASE(
    "status limits: a limit on a quotient with a flow in it is met at the end, and not missed "
    "early") {
  Draft draft;
  draft.flow("accidents");
  draft.stock("workers");
  draft.ratio("rate", "accidents", "workers", "%");
  draft.target("safe", "rate", at_most("5"), by("2020-12-31")).start = day("2020-01-01");
  draft.add("workers", "2020-01-01", "100");
  draft.add("accidents", "2020-02-01", "4");
  CHECK(status(draft.judge("safe", "2020-06-01")) == "pending");
  CHECK(status(draft.judge("safe", "2020-12-31")) == "met");
  draft.add("accidents", "2020-05-01", "4");
  CHECK(status(draft.judge("safe", "2020-06-01")) == "pending");
  CHECK(status(draft.judge("safe", "2021-01-01")) == "missed");
  draft.add("workers", "2021-02-01", "1000");
  CHECK(status(draft.judge("safe", "2021-03-01")) == "missed");
}

}  // namespace jalon::engine

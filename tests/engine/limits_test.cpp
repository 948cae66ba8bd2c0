#include "tests/engine/draft.hpp"

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

TEST_CASE("a limit on a flow is pending while it holds, and met only at the end") {
  Draft draft = spending(at_most("100"), by("mid-2020"));
  CHECK(reading(draft.judge("budget", "2020-06-30")) == "pending (on-record)");
  CHECK(reading(draft.judge("budget", "2020-07-30")) == "pending (on-record)");
  const Verdict met = draft.judge("budget", "2020-07-31");
  CHECK(reading(met) == "met (on-record)");
  CHECK(text(met.reached_on) == "null");
  CHECK(text(met.since) == "null");
  CHECK(text(met.surplus) == "40");
}

TEST_CASE("a limit on a flow is missed on the day it is broken") {
  Draft draft = spending(at_most("100"), by("2020-12-31"));
  draft.add("spent", "2020-04-10", "50");
  const Verdict broken = draft.judge("budget", "2020-05-01");
  CHECK(reading(broken) == "missed (on-record)");
  CHECK(text(broken.since) == "2020-04-10");
  CHECK(text(broken.gap) == "10");
  CHECK(text(broken.days_overdue) == "null");
  CHECK(text(broken.days_left) == "244");
  CHECK(broken.outlook.state == Outlook::State::none);

  draft.add("spent", "2020-06-01", "-20");
  CHECK(status(draft.judge("budget", "2020-05-31")) == "missed");
  CHECK(status(draft.judge("budget", "2020-06-01")) == "pending");
  draft.add("spent", "2020-09-01", "30");
  CHECK(text(draft.judge("budget", "2020-09-01").since) == "2020-09-01");
  CHECK(text(draft.judge("budget", "2021-09-01").since) == "2020-09-01");
}

TEST_CASE("what happens after the end neither breaks nor repairs a limit on a flow") {
  Draft kept = spending(at_most("100"), by("2020-12-31"));
  kept.add("spent", "2021-02-01", "50");
  CHECK(status(kept.judge("budget", "2021-03-01")) == "met");
  Draft broken = spending(at_most("50"), by("2020-12-31"));
  broken.add("spent", "2021-02-01", "-20");
  CHECK(status(broken.judge("budget", "2021-03-01")) == "missed");
}

TEST_CASE("a limit on a flow that the record leaves open at the end stays overdue") {
  Draft draft = spending(at_most("100"), by("2020-12-31"));
  draft.programme.indicators[0].completeness = Completeness::attested;
  CHECK(reading(draft.judge("budget", "2020-12-31")) == "pending (incomplete)");
  CHECK(reading(draft.judge("budget", "2021-06-01")) == "overdue (incomplete)");
  draft.attest("spent", "2020-12-31");
  CHECK(reading(draft.judge("budget", "2021-06-01")) == "met (on-record)");
}

TEST_CASE("exactly and between on a flow are limits with a floor") {
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

TEST_CASE("exactly on a flow can come right late") {
  Draft draft = spending(exactly("100"), by("2020-06-30"));
  draft.add("spent", "2020-09-01", "40");
  const Verdict verdict = draft.judge("budget", "2020-10-01");
  CHECK(status(verdict) == "met-late");
  CHECK(text(verdict.reached_on) == "2020-09-01");
  CHECK(text(verdict.progress) == "1");
}

TEST_CASE("a limit on a level may be broken and kept again") {
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

TEST_CASE("a limit on a quotient with a flow in it is met at the end, and not missed early") {
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

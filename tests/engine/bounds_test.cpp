#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Draft counted(std::string_view goal, bool level) {
  Draft draft;
  level ? draft.stock("n") : draft.flow("n");
  draft.target("enough", "n", at_least(goal), by("2020-06-30")).start = day("2020-01-01");
  return draft;
}

}  // namespace

TEST_CASE("vague values decide what they decide, and leave the rest open") {
  struct Case {
    std::string_view value;
    std::string_view goal;
    std::string_view reading;
    std::string_view bounds;
    std::string_view shown;
  };
  const auto [value, goal, expected, bounds, shown] = GENERATE(values<Case>({
      {">500", "500", "met (on-record)", "(500, null]", "500"},
      {">500", "501", "overdue (vague-value)", "(500, null]", "500"},
      {">=500", "500", "met (on-record)", "[500, null]", "500"},
      {"<5", "5", "missed (on-record)", "[0, 5)", "0"},
      {"<=5", "5", "overdue (vague-value)", "[0, 5]", "0"},
      {"~20", "18", "met (on-record)", "[18, 22]", "18"},
      {"~20", "19", "overdue (vague-value)", "[18, 22]", "18"},
      {"~20", "23", "missed (on-record)", "[18, 22]", "18"},
      {"10..12", "11", "overdue (vague-value)", "[10, 12]", "10"},
  }));
  CAPTURE(value, goal);
  Draft draft = counted(goal, false);
  draft.add("n", "2020-03-01", value);
  const Verdict verdict = draft.judge("enough", "2020-07-01");
  CHECK(reading(verdict) == expected);
  CHECK(text(verdict.bounds) == bounds);
  CHECK(text(verdict.value) == shown);
}

TEST_CASE("of a vague level the written number is shown, of a range the end nearer to unreached") {
  struct Case {
    std::string_view value;
    std::string_view shown;
  };
  const auto [value, shown] =
      GENERATE(values<Case>({{"~20", "20"}, {">500", "500"}, {"10..12", "10"}}));
  Draft draft = counted("11", true);
  draft.add("n", "2020-03-01", value);
  CHECK(text(draft.judge("enough", "2020-07-01").value) == shown);
}

TEST_CASE("a vague day counts on one side until it has passed") {
  Draft draft = counted("1", false);
  draft.add("n", "2020-06", "1");
  const Verdict running = draft.judge("enough", "2020-06-15");
  CHECK(reading(running) == "pending (vague-date)");
  CHECK(text(running.bounds) == "[0, 1]");
  CHECK(status(draft.judge("enough", "2020-06-30")) == "met");

  Draft across = counted("1", false);
  across.add("n", "2020-06-20/2020-07-10", "1");
  CHECK(reading(across.judge("enough", "2020-07-01")) == "overdue (vague-date)");
  CHECK(status(across.judge("enough", "2020-07-10")) == "met-late");
  CHECK(text(across.judge("enough", "2020-07-10").days_late) == "null");
  CHECK(across.judge("enough", "2020-07-10").reason == Reason::vague_date);

  Draft before_window = counted("1", false);
  before_window.add("n", "2019-12/2020-01", "1");
  CHECK(reading(before_window.judge("enough", "2020-07-01")) == "overdue (vague-date)");
}

TEST_CASE("a withdrawal takes away from its own day on") {
  Draft draft = counted("2", false);
  draft.add("n", "2020-02-01", "3");
  draft.add("n", "2020-05", "-2");
  CHECK(text(draft.judge("enough", "2020-04-30").bounds) == "[3, 3]");
  CHECK(text(draft.judge("enough", "2020-05-10").bounds) == "[1, 3]");
  CHECK(text(draft.judge("enough", "2020-05-31").bounds) == "[1, 1]");
}

TEST_CASE("an unproven record opens the upper end only") {
  Draft draft = counted("2", false);
  draft.programme.indicators[0].evidence = {true, 2, {"press", "contract"}};
  Record& one = draft.add("n", "2020-02-01", "2");
  one.evidence = {{"a", "press", ""}, {"b", "letter", ""}, {"a", "press", ""}};
  CHECK(reading(draft.judge("enough", "2020-07-01")) == "overdue (unverified)");
  CHECK(text(draft.judge("enough", "2020-07-01").bounds) == "[0, 2]");
  draft.log[0].evidence.push_back({"b", "press", ""});
  CHECK(status(draft.judge("enough", "2020-07-01")) == "met");
}

TEST_CASE("an object with a key comes in once, goes out, and may come in again") {
  Draft draft;
  draft.flow("project").key = "project";
  draft.target("one", "project", at_least("1"), per_year("2019"));
  const auto log = [&](std::string_view on, std::string_view value, std::string key = "A") {
    draft.add("project", on, value).key = std::move(key);
  };
  log("2019-02-01", "1");
  log("2019-05-01", "1");
  log("2019-09-01", "-1");
  log("2019-10-01", "-1");
  log("2020-03-01", "1");
  log("2021-02-01", "-1");
  log("2021-03-01", "-1", "B");
  CHECK(text(draft.judge("one[2019]", "2019-08-31").bounds) == "[1, 1]");
  CHECK(text(draft.judge("one[2019]", "2019-09-01").bounds) == "[0, 0]");
  CHECK(status(draft.judge("one[2019]", "2020-02-01")) == "missed");
  CHECK(status(draft.judge("one[2020]", "2021-02-01")) == "met");
  const Verdict gone = draft.judge("one[2021]", "2021-12-31");
  CHECK(text(gone.bounds) == "[0, 0]");
  CHECK(gone.records.empty());
}

TEST_CASE("evidence for an object belongs to its whole stay, and going out needs its own") {
  Draft draft = counted("1", false);
  draft.programme.indicators[0].key = "project";
  draft.programme.indicators[0].evidence = {true, 1, {}};
  draft.add("n", "2020-02-01", "1").key = "A";
  CHECK(text(draft.judge("enough", "2020-07-01").bounds) == "[0, 1]");
  Record& more = draft.add("n", "2020-05-01", "1");
  more.key = "A";
  more.evidence = {{"https://example.org", "", ""}};
  const Verdict proven = draft.judge("enough", "2020-07-01");
  CHECK(status(proven) == "met");
  CHECK(text(proven.reached_on) == "2020-02-01");
  draft.add("n", "2020-06-01", "-1").key = "A";
  const Verdict leaving = draft.judge("enough", "2020-07-01");
  CHECK(reading(leaving) == "overdue (unverified)");
  CHECK(text(leaving.bounds) == "[0, 1]");
}

TEST_CASE("an older reading recorded later is not the current level, a later one of the day is") {
  Draft draft = counted("10", true);
  draft.add("n", "2020-05-01", "12");
  draft.add("n", "2020-03-01", "3");
  CHECK(text(draft.judge("enough", "2020-06-01").value) == "12");
  draft.add("n", "2020-05-01", "4");
  const Verdict verdict = draft.judge("enough", "2020-06-01");
  CHECK(text(verdict.value) == "4");
  CHECK(verdict.records == std::vector<std::int64_t>{3});
}

TEST_CASE("a level is the hull of the certain reading and the possible ones after it") {
  Draft draft = counted("10", true);
  draft.add("n", "2020-03-01", "8");
  draft.add("n", "2020-06", "12");
  const Verdict open = draft.judge("enough", "2020-06-10");
  CHECK(reading(open) == "pending (vague-date)");
  CHECK(text(open.bounds) == "[8, 12]");
  CHECK(text(open.value) == "8");
  CHECK(open.records == std::vector<std::int64_t>{1, 2});
  CHECK(text(draft.judge("enough", "2020-06-30").bounds) == "[12, 12]");
}

TEST_CASE("a stale level leaves both ends open") {
  Draft draft = counted("10", true);
  draft.programme.indicators[0].freshness = {10, 30};
  draft.add("n", "2020-06-01", "12");
  const Verdict fresh = draft.judge("enough", "2020-06-11");
  CHECK(fresh.confidence.freshness == Confidence::Age::fresh);
  CHECK(draft.judge("enough", "2020-06-12").confidence.freshness == Confidence::Age::ageing);
  draft.programme.targets[0].time = by("2020-12-31");
  CHECK(status(draft.judge("enough", "2020-07-01")) == "met");
  const Verdict stale = draft.judge("enough", "2020-07-02");
  CHECK(reading(stale) == "pending (stale)");
  CHECK(text(stale.bounds) == "[null, null]");
  CHECK(stale.confidence.freshness == Confidence::Age::stale);
}

TEST_CASE("a quotient is compared unrounded and shown cut towards the unreached side") {
  Draft draft;
  draft.flow("done");
  draft.stock("all");
  draft.ratio("share", "done", "all", "%");
  draft.target("third", "share", at_least("33.3334"), by("2020-06-30"));
  draft.add("done", "2020-02-01", "1");
  CHECK(reading(draft.judge("third", "2020-07-01")) == "overdue (no-denominator)");
  CHECK(text(draft.judge("third", "2020-07-01").value) == "null");
  CHECK(text(draft.judge("third", "2020-07-01").gap) == "null");
  draft.add("all", "2020-02-01", "3");
  const Verdict verdict = draft.judge("third", "2020-07-01");
  CHECK(reading(verdict) == "missed (on-record)");
  CHECK(text(verdict.value) == "33.3333");
  CHECK(text(verdict.gap) == "0.0001");
  CHECK(text(verdict.progress) == "0.9999");
  CHECK(verdict.records == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a sum beyond 128 bits is an error that names the record") {
  Draft draft = counted("1", false);
  for (int i = 0; i < 3; ++i) {
    Record& record = draft.add("n", "2020-02-01", "1");
    record.amount->range = Interval::exactly(Decimal::scaled(Int128{1} << 126, 0));
  }
  try {
    (void)draft.evaluate("2020-07-01");
    FAIL("no error");
  } catch (const EvaluationError& error) {
    CHECK(error.record() == 2);
    CHECK(std::string{error.what()}.find("record 2") != std::string::npos);
  }
}

}  // namespace jalon::engine

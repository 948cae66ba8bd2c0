#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

struct Row {
  std::string_view as_of;
  std::string_view reading;
  std::string_view since;
  std::string_view days_left;
  std::string_view days_overdue;
};

void check(const Draft& draft, std::string_view id, const Row& row) {
  CAPTURE(id, row.as_of);
  const Verdict verdict = draft.judge(id, row.as_of);
  CHECK(reading(verdict) == row.reading);
  CHECK(text(verdict.since) == row.since);
  CHECK(text(verdict.days_left) == row.days_left);
  CHECK(text(verdict.days_overdue) == row.days_overdue);
}

/// One of two things done by "mid-2020", counted from 2020 on.
Draft half_done(TimeClause time) {
  Draft draft;
  draft.flow("things");
  draft.target("two", "things", at_least("2"), std::move(time));
  draft.add("things", "2020-02-01", "1");
  return draft;
}

}  // namespace

TEST_CASE("a target that is short goes from pending over overdue to missed, day by day") {
  Draft draft = half_done(by("mid-2020"));
  draft.programme.targets[0].start = day("2020-01-01");
  for (const Row& row : {
           Row{"2019-12-31", "pending (no-data)", "null", "182", "null"},
           Row{"2020-01-01", "pending (no-data)", "null", "181", "null"},
           Row{"2020-02-01", "pending (on-record)", "null", "150", "null"},
           Row{"2020-06-30", "pending (on-record)", "null", "0", "null"},
           Row{"2020-07-01", "overdue (vague-due)", "2020-07-01", "-1", "1"},
           Row{"2020-07-31", "overdue (vague-due)", "2020-07-01", "-31", "31"},
           Row{"2020-08-01", "missed (on-record)", "2020-08-01", "-32", "32"},
       }) {
    check(draft, "two", row);
  }
}

TEST_CASE("before a period means by the day before its first") {
  const Draft draft = half_done(before("2020-H2"));
  for (const Row& row : {
           Row{"2020-06-30", "pending (on-record)", "null", "0", "null"},
           Row{"2020-07-01", "missed (on-record)", "2020-07-01", "-1", "1"},
       }) {
    check(draft, "two", row);
  }
  const Verdict verdict = draft.judge("two", "2020-07-01");
  CHECK(verdict.due.written == "before 2020-H2");
  CHECK(text(verdict.due.from) == "null");
}

TEST_CASE("silence is overdue, never missed") {
  Draft draft;
  draft.flow("things");
  draft.stock("level");
  draft.target("count", "things", at_least("2"), by("2020-06-30"));
  draft.target("height", "level", at_least("2"), by("2020-06-30"));
  draft.milestone("step", {"begun", "done"}, "done", by("2020-06-30"));
  for (const std::string_view id : {"count", "height", "step"}) {
    check(draft, id, {"2020-06-30", "pending (no-data)", "null", "0", "null"});
    check(draft, id, {"2021-06-30", "overdue (no-data)", "2020-07-01", "-365", "365"});
  }
  CHECK(text(draft.judge("count", "2020-07-01").gap) == "2");
  CHECK(text(draft.judge("height", "2020-07-01").gap) == "null");
  CHECK(text(draft.judge("step", "2020-07-01").gap) == "null");
}

TEST_CASE("reached in the days that the wording leaves is met, within tolerance") {
  struct Case {
    std::string_view second;
    std::string_view status;
    bool within_tolerance;
    std::string_view reached_on;
    std::string_view days_late;
  };
  const auto [second, expected, within, reached_on, days_late] = GENERATE(values<Case>({
      {"2020-06-29", "met", false, "2020-06-29", "null"},
      {"2020-06-30", "met", false, "2020-06-30", "null"},
      {"2020-07-01", "met", true, "2020-07-01", "null"},
      {"2020-07-31", "met", true, "2020-07-31", "null"},
      {"2020-08-01", "met-late", false, "2020-08-01", "32"},
  }));
  CAPTURE(second);
  Draft draft = half_done(by("mid-2020"));
  draft.add("things", second, "1");
  const Verdict verdict = draft.judge("two", "2021-01-01");
  CHECK(status(verdict) == expected);
  CHECK(verdict.within_tolerance == within);
  CHECK(text(verdict.reached_on) == reached_on);
  CHECK(text(verdict.since) == reached_on);
  CHECK(text(verdict.days_late) == days_late);
  CHECK(text(verdict.gap) == "0");
}

TEST_CASE("what was reached and lost before the due day is not met") {
  Draft draft = half_done(by("2020-06-30"));
  draft.add("things", "2020-03-01", "1");
  draft.add("things", "2020-05-01", "-1");
  CHECK(status(draft.judge("two", "2020-04-30")) == "met");
  CHECK(status(draft.judge("two", "2020-05-01")) == "pending");
  CHECK(reading(draft.judge("two", "2020-07-01")) == "missed (on-record)");
  draft.add("things", "2020-09-01", "1");
  draft.add("things", "2020-10-01", "-1");
  const Verdict repaired = draft.judge("two", "2021-01-01");
  CHECK(status(repaired) == "met-late");
  CHECK(text(repaired.reached_on) == "2020-09-01");
  CHECK(text(repaired.days_late) == "63");
  CHECK(text(repaired.value) == "1");
}

TEST_CASE("reached on is the first day of the last spell, never before the window") {
  Draft draft;
  draft.stock("level");
  draft.target("high", "level", at_least("10"), by("2020-12-31")).start = day("2020-03-01");
  draft.add("level", "2020-01-10", "12");
  CHECK(reading(draft.judge("high", "2020-02-29")) == "pending (on-record)");
  CHECK(text(draft.judge("high", "2020-03-01").reached_on) == "2020-03-01");
  draft.add("level", "2020-05-01", "9");
  CHECK(status(draft.judge("high", "2020-05-01")) == "pending");
  draft.add("level", "2020-06-01", "11");
  const Verdict verdict = draft.judge("high", "2020-12-31");
  CHECK(status(verdict) == "met");
  CHECK(text(verdict.reached_on) == "2020-06-01");
}

TEST_CASE("during counts only what happened inside, to its latest day") {
  struct Case {
    std::string_view second;
    std::string_view status;
    bool within_tolerance;
  };
  const auto [second, expected, within] = GENERATE(values<Case>({
      {"2019-12-31", "missed", false},
      {"2020-01-01", "met", false},
      {"2020-03-31", "met", false},
      {"2020-04-01", "met", true},
      {"2020-04-30", "met", true},
      {"2020-05-01", "missed", false},
  }));
  CAPTURE(second);
  Draft draft = half_done(during("early 2020"));
  draft.add("things", second, "1");
  const Verdict verdict = draft.judge("two", "2020-06-01");
  CHECK(status(verdict) == expected);
  CHECK(verdict.within_tolerance == within);
}

TEST_CASE("a milestone may come before the stretch it is due in, and late after it") {
  struct Case {
    std::string_view on;
    std::string_view status;
  };
  const auto [on, expected] = GENERATE(values<Case>({
      {"2019-05-01", "met"},
      {"2020-06-30", "met"},
      {"2020-07-01", "met-late"},
  }));
  Draft draft;
  draft.milestone("step", {"begun", "done"}, "done", during("2020-Q2"));
  draft.reach("step", on, "done");
  const Verdict verdict = draft.judge("step", "2021-01-01");
  CHECK(status(verdict) == expected);
  CHECK(text(verdict.due.from) == "null");
  CHECK(text(verdict.value) == "done");
  CHECK(text(verdict.gap) == "0");
}

TEST_CASE("a lower stage later undoes nothing") {
  Draft draft;
  draft.milestone("step", {"begun", "drafted", "done"}, "drafted", by("2020-06-30"));
  draft.reach("step", "2020-02-01", "drafted");
  draft.reach("step", "2020-03-01", "begun");
  const Verdict verdict = draft.judge("step", "2020-07-01");
  CHECK(status(verdict) == "met");
  CHECK(text(verdict.reached_on) == "2020-02-01");
}

TEST_CASE("every period is judged alone, and the latest closed one speaks for all") {
  Draft draft = half_done(per_year("2019", "2021"));
  draft.add("things", "2020-03-01", "1");
  draft.add("things", "2021-03-01", "1");
  struct Case {
    std::string_view as_of;
    std::string_view decided_by;
    std::string_view reading;
    std::size_t periods;
  };
  const auto [as_of, decided_by, expected, periods] = GENERATE(values<Case>({
      {"2018-12-31", "two[2019]", "pending (no-data)", 1},
      {"2019-12-31", "two[2019]", "pending (no-data)", 1},
      {"2020-01-01", "two[2019]", "overdue (no-data)", 2},
      {"2020-12-31", "two[2019]", "overdue (no-data)", 2},
      {"2021-01-01", "two[2020]", "met (on-record)", 3},
      {"2022-01-01", "two[2021]", "missed (on-record)", 3},
      {"2030-01-01", "two[2021]", "missed (on-record)", 3},
  }));
  CAPTURE(as_of);
  const Evaluation evaluation = draft.evaluate(as_of);
  CHECK(evaluation.verdicts.size() == periods + 1);
  const Verdict* overall = evaluation.find("two");
  REQUIRE(overall != nullptr);
  CHECK(overall->decided_by == decided_by);
  CHECK(reading(*overall) == expected);
  CHECK(evaluation.verdicts[1].parent == 0U);
}

TEST_CASE("a period that has not begun is judged when asked for by its id") {
  const Draft draft = half_done(per_year("2019", "2021"));
  const Evaluation evaluation = draft.evaluate("2019-06-01", "9999-12-31",
                                               {"two[2021]", "two[2022]", "two[x]", "other[2021]"});
  const Verdict* later = evaluation.find("two[2021]");
  REQUIRE(later != nullptr);
  CHECK(reading(*later) == "pending (no-data)");
  CHECK(evaluation.find("two[2020]") == nullptr);
  CHECK(evaluation.find("two[2022]") == nullptr);
  CHECK(evaluation.find("two")->decided_by == "two[2019]");
}

TEST_CASE("without a date a promise is met, pending or unknown, never missed") {
  Draft draft;
  draft.stock("level");
  draft.target("high", "level", at_least("10"), undated());
  CHECK(reading(draft.judge("high", "2020-01-01")) == "unknown (no-data)");
  draft.add("level", "2020-01-10", "9");
  CHECK(reading(draft.judge("high", "2020-01-10")) == "pending (on-record)");
  CHECK(reading(draft.judge("high", "2021-02-13")) == "pending (on-record)");
  CHECK(reading(draft.judge("high", "2021-02-14")) == "unknown (stale)");
  draft.add("level", "2021-03-01", "10");
  const Verdict met = draft.judge("high", "2021-03-05");
  CHECK(status(met) == "met");
  CHECK(text(met.reached_on) == "2021-03-01");
  CHECK(text(met.days_left) == "null");
}

}  // namespace jalon::engine

#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Two things, of which one was done in February 2020.
Draft one_of_two(TimeClause time) {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("2"), std::move(time));
  draft.add("n", "2020-02-01", "1");
  return draft;
}

}  // namespace

TEST_CASE("status due: silence is overdue, never missed") {
  Draft draft;
  draft.flow("n");
  draft.stock("level");
  draft.target("count", "n", at_least("2"), by("2020-06-30"));
  draft.target("height", "level", at_least("2"), by("2020-06-30"));
  draft.milestone("step", {"begun", "done"}, "done", by("2020-06-30"));
  constexpr std::string_view kWaiting = "pending (no-data); since null; days_left 0";
  check(draft,
        {{"on the due day, the day after and a year later",
          {},
          {{"count on 2020-06-30", kWaiting},
           {"height on 2020-06-30", kWaiting},
           {"step on 2020-06-30", kWaiting},
           {"count on 2020-07-01", "overdue (no-data); since 2020-07-01; days_overdue 1; gap 2"},
           {"height on 2020-07-01", "overdue (no-data); since 2020-07-01; gap null"},
           {"step on 2020-07-01", "overdue (no-data); since 2020-07-01; gap null"},
           {"count on 2021-06-30", "overdue (no-data); days_left -365; days_overdue 365"},
           {"height on 2021-06-30", "overdue (no-data); days_left -365; days_overdue 365"},
           {"step on 2021-06-30", "overdue (no-data); days_left -365; days_overdue 365"}}}});
}

TEST_CASE("status due: before the window, and before the first record in it") {
  Draft draft = one_of_two(by("mid-2020"));
  draft.programme.targets[0].start = day("2020-01-01");
  check(draft, {{"one of two, done in February",
                 {},
                 {{"2019-12-31", "pending (no-data); days_left 182; since null"},
                  {"2020-01-01", "pending (no-data); days_left 181"},
                  {"2020-01-31", "pending (no-data); days_left 151"},
                  {"2020-02-01", "pending (on-record); days_left 150"}}}});
}

TEST_CASE("status due: reached within the wording, or later, says since when") {
  check(one_of_two(by("mid-2020")),
        {{"on the day before the nominal one",
          {"2020-06-29 n 1"},
          {{"2021-01-01", "met; within_tolerance no; since 2020-06-29; reached_on 2020-06-29"}}},
         {"on the day after it",
          {"2020-07-01 n 1"},
          {{"2021-01-01", "met; within_tolerance yes; since 2020-07-01; gap 0; days_late null"}}},
         {"after the latest one",
          {"2020-08-01 n 1"},
          {{"2021-01-01", "met-late; since 2020-08-01; gap 0; days_late 32"}}}});
}

TEST_CASE("status due: during counts to the latest day of a vague stretch") {
  const auto second = [](std::string_view on, std::string_view says) {
    const std::string line = std::string{on} + " n 1";
    check(one_of_two(during("early 2020")), {on, {line}, {{"2020-06-01", says}}});
  };
  second("2019-12-31", "missed; within_tolerance no");
  second("2020-01-01", "met; within_tolerance no");
  second("2020-03-31", "met; within_tolerance no");
  second("2020-04-01", "met; within_tolerance yes");
  second("2020-04-30", "met; within_tolerance yes");
  second("2020-05-01", "missed; within_tolerance no");
}

TEST_CASE("status due: a milestone has no window, a year before the stretch is in time") {
  Draft draft;
  draft.milestone("m", {"begun", "done"}, "done", during("2020-Q2"));
  check(draft, {{"done a year early",
                 {"2019-05-01 m done"},
                 {{"m on 2021-01-01", "met; from null; value done; gap 0"}}}});
}

TEST_CASE("status due: without a date, once reached") {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", at_least("10"), undated());
  check(draft, {{"a level that rose to ten",
                 {"2020-01-10 n 9", "2021-03-01 n 10"},
                 {{"2021-02-28", "unknown (stale)"},
                  {"2021-03-01", "met; reached_on 2021-03-01; days_left null"},
                  {"2022-04-05", "met; reached_on 2021-03-01"},
                  {"2022-04-06", "unknown (stale); reached_on null"}}}});
}

}  // namespace jalon::engine

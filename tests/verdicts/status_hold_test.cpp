#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Draft keeping(Comparison comparison, Hold hold) {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", comparison, hold);
  return draft;
}

}  // namespace

TEST_CASE("status hold: judged on the day, and no later than the last one") {
  check(keeping(at_least("10"), {day("2020-01-01"), when("2020-H1")}),
        {{"a level that was broken for a while",
          {"2019-11-01 n 12", "2020-02-01 n 8", "2020-04-01 n 11", "2020-07-01 n 5"},
          {{"2019-10-31", "pending (no-data); since null; reached_on null"},
           {"2019-12-31", "pending (on-record); since null; reached_on null; days_left null"},
           {"2020-01-01", "met (on-record); since 2020-01-01; reached_on 2020-01-01"},
           {"2020-01-31", "met (on-record); since 2020-01-01; reached_on 2020-01-01"},
           {"2020-02-01", "missed (on-record); since 2020-02-01; reached_on null; gap 2"},
           {"2020-03-31", "missed (on-record); since 2020-02-01; reached_on null"},
           {"2020-04-01", "met (on-record); since 2020-04-01; reached_on 2020-04-01"},
           {"2020-06-30", "met (on-record); since 2020-04-01; reached_on 2020-04-01"},
           {"2020-07-01", "met (on-record); since 2020-04-01; value 11"},
           {"2020-09-01", "met (on-record); since 2020-04-01; reached_on 2020-04-01"}}},
         {"broken on its last day",
          {"2020-01-01 n 10", "2020-06-30 n 9.9"},
          {{"2020-06-29", "met"}, {"2020-06-30", "missed"}, {"2021-01-01", "missed"}}},
         {"nobody read it", {}, {{"2020-01-01", "unknown (no-data)"}}}});
}

TEST_CASE("status hold: the last day of a vague stretch is its latest") {
  check(keeping(at_least("10"), {{}, when("mid-2020")}),
        {{"broken on that day",
          {"2020-01-01 n 10", "2020-07-31 n 9"},
          {{"2020-07-30", "met"}, {"2020-07-31", "missed"}, {"2020-08-01", "missed"}}},
         {"broken on the day after",
          {"2020-01-01 n 10", "2020-08-01 n 9"},
          {{"2020-08-01", "met; value 10; since 2020-01-01"}}}});
}

TEST_CASE("status hold: no due day, only a first one") {
  check(keeping(at_least("10"), {day("2020-01-01"), when("2020-H1")}),
        {{"two short",
          {"2020-02-01 n 8"},
          {{"2020-02-01",
            "missed; written null; from 2020-01-01; due null; latest null; days_left null; "
            "days_overdue null; gap 2"}}}});
}

TEST_CASE("status hold: what nobody reads any more is unknown") {
  check(keeping(at_most("10"), {}), {{"read once",
                                      {"2020-02-01 n 10"},
                                      {{"2020-01-31", "unknown (no-data); since null"},
                                       {"2020-02-01", "met (on-record); since 2020-02-01"},
                                       {"2021-03-07", "met (on-record); since 2020-02-01"},
                                       {"2021-03-08", "unknown (stale); since 2021-03-08"}}}});
}

TEST_CASE("status hold: an open level says since when, never before the first day") {
  check(keeping(at_least("10"), {day("2020-01-01"), {}}),
        {{"read as a range",
          {"2019-02-01 n 9..12"},
          {{"2019-12-31", "pending (on-record)"},
           {"2020-01-15", "unknown (vague-value); since 2020-01-01"}}}});
}

}  // namespace jalon::engine

#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Ten by the end of 2020, added up.
Draft ten() {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31"));
  return draft;
}

/// A level of ten by the end of 2020.
Draft level() {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31"));
  return draft;
}

}  // namespace

TEST_CASE("facts: a record counts from the day it was learned, wherever it happened") {
  check(ten(), {
                   {"learned on the day it happened",
                    {"2020-02-01 n 5"},
                    {{"2020-01-31", "value null"}, {"2020-02-01 known 2020-02-01", "value 5"}}},
                   {"learned a day late",
                    {"2020-12-31 n 10 learned=2021-01-01"},
                    {{"2021-01-01 known 2020-12-31", "overdue (no-data); value null"},
                     {"2021-01-01 known 2021-01-01", "met; reached_on 2020-12-31"},
                     {"2020-12-31 known 2021-01-01", "met; reached_on 2020-12-31"}}},
                   {"two records, the first of them learned months later",
                    {"2020-02-01 n 5 learned=2020-06-01", "2020-02-02 n 1"},
                    {{"2020-03-01 known 2020-05-31", "value 1; records 2"},
                     {"2020-03-01 known 2020-06-01", "value 6; records 1 2"}}},
               });
}

TEST_CASE("facts: a correction acts from the beginning, the newest one in force holds") {
  check(ten(), {
                   {"a corrected record is corrected again",
                    {"2020-02-01 n 5", "correct 1 2020-02-01 7 learned=2020-04-01",
                     "correct 2 2020-03-01 8 learned=2020-05-01"},
                    {{"2020-03-31 known 2020-03-31", "value 5; records 1"},
                     {"2020-03-31 known 2020-04-01", "value 7; records 2"},
                     {"2020-03-31 known 2020-04-30", "value 7; records 2"},
                     {"2020-03-31 known 2020-05-01", "value 8; records 3"},
                     {"2020-02-29", "value null"}}},
                   {"the second correction is retracted, then its retraction",
                    {"2020-02-01 n 5", "correct 1 2020-02-01 7 learned=2020-04-01",
                     "correct 2 2020-02-01 8 learned=2020-05-01", "retract 3 2020-06-01",
                     "retract 4 2020-07-01"},
                    {{"2020-12-31 known 2020-05-31", "value 8; records 3"},
                     {"2020-12-31 known 2020-06-01", "value 7; records 2"},
                     {"2020-12-31 known 2020-06-30", "value 7; records 2"},
                     {"2020-12-31 known 2020-07-01", "value 8; records 3"}}},
                   {"the only correction is retracted, then its retraction",
                    {"2020-02-01 n 5", "correct 1 2020-02-01 7", "retract 2 2020-04-01",
                     "retract 3 2020-04-02"},
                    {{"2020-12-31 known 2020-04-01", "value 5; records 1"},
                     {"2020-12-31 known 2020-04-02", "value 7; records 2"}}},
                   {"the original is retracted with all its corrections, and comes back with them",
                    {"2020-02-01 n 5", "correct 1 2020-02-01 7 learned=2020-04-01",
                     "retract 1 2020-05-01", "retract 3 2020-06-01"},
                    {{"2020-12-31 known 2020-04-30", "value 7"},
                     {"2020-12-31 known 2020-05-01", "value null; records null"},
                     {"2020-12-31 known 2020-06-01", "value 7; records 2"}}},
                   {"a correction moves what happened behind the due day",
                    {"2020-12-31 n 10", "correct 1 2021-01-01 10 learned=2021-02-01"},
                    {{"2021-03-01 known 2021-01-31", "met; reached_on 2020-12-31"},
                     {"2021-03-01", "met-late; reached_on 2021-01-01; days_late 1"}}},
               });
}

TEST_CASE("facts: a version keeps its original's place within the day") {
  check(level(), {
                     {"of two readings of a day the second is current, corrected or not",
                      {"2020-02-01 n 5", "2020-02-01 n 6", "correct 1 2020-02-01 7"},
                      {{"2020-03-01", "value 6; records 2"}}},
                     {"a correction that moves the first to a later day makes it current",
                      {"2020-02-01 n 5", "2020-02-01 n 6", "correct 1 2020-02-02 7"},
                      {{"2020-02-01", "value 6; records 2"}, {"2020-02-02", "value 7; records 3"}}},
                 });
}

TEST_CASE("facts: what begins after the as-of day is in advance") {
  check(ten(), {
                   {"some day of June, logged in January",
                    {"2020-06 n 5 learned=2020-01-01"},
                    {{"2020-05-31", "pending (no-data); value null; records null"},
                     {"2020-06-01", "pending (on-record); bounds [0, 5]; records 1"},
                     {"2020-06-29", "pending (on-record); bounds [0, 5]"},
                     {"2020-06-30", "pending (on-record); bounds [5, 5]"}}},
               });
}

TEST_CASE("facts: a correction says that it was never so, a withdrawal that it ended") {
  check(ten(), {
                   {"twelve, corrected to nine",
                    {"2020-02-01 n 12", "correct 1 2020-02-01 9 learned=2020-06-01"},
                    {{"2020-03-01", "pending; value 9"}}},
                   {"twelve, of which three were given back",
                    {"2020-02-01 n 12", "2020-06-01 n -3"},
                    {{"2020-05-31", "met; value 12"}, {"2020-06-01", "pending; value 9"}}},
               });
}

}  // namespace jalon::engine

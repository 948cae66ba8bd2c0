#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// At least two and at most two by the end of June, counted from 2020 on.
Draft two(Completeness completeness) {
  Draft draft;
  draft.flow("n").completeness = completeness;
  draft.target("t", "n", at_least("2"), by("2020-06-30")).start = day("2020-01-01");
  draft.target("cap", "n", at_most("2"), by("2020-06-30")).start = day("2020-01-01");
  return draft;
}

}  // namespace

TEST_CASE("completeness assumed: silence is not zero, the first record completes the list") {
  check(two(Completeness::assumed),
        {
            {"nobody said anything",
             {},
             {{"2020-06-30", "pending (no-data); bounds [0, null]"},
              {"2020-07-01", "overdue (no-data); value null; gap 2"},
              {"cap on 2020-07-01", "overdue (no-data); gap 0"}}},
            {"one of two",
             {"2020-06-30 n 1"},
             {{"2020-07-01", "missed (on-record); value 1; gap 1"}}},
            {"a zero report",
             {"2020-06-30 n 0"},
             {{"2020-07-01", "missed (on-record); value 0; gap 2"}}},
            {"a record of the day before the window says nothing about it",
             {"2019-12-31 n 5"},
             {{"2020-07-01", "overdue (no-data); value null"}}},
            {"a record after the due day completes it where late delivery counts",
             {"2020-08-01 n 1"},
             {{"2020-07-31", "overdue (no-data)"}, {"2020-08-01", "missed (on-record)"}}},
            {"an attested empty list",
             {"attest n 2020-06-30"},
             {{"2020-07-01", "missed (on-record); value 0; evidence none"},
              {"cap on 2020-07-01", "met (on-record); value 0"}}},
            {"an attestation through the day before the window",
             {"attest n 2019-12-31"},
             {{"2020-07-01", "overdue (no-data)"}}},
            {"an attestation through its first day is one more record, for good",
             {"attest n 2020-01-01"},
             {{"2020-07-01", "missed (on-record); complete_through null"}}},
        });
}

TEST_CASE("completeness assumed: inside a window only what possibly lies in it is in scope") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("2"), during("2020-H1"));
  check(draft, {
                   {"a record after the window",
                    {"2020-07-01 n 1"},
                    {{"2020-08-01", "overdue (no-data); value null"}}},
                   {"one that possibly lies in it",
                    {"2020-06-30/2020-07-01 n 1"},
                    {{"2020-08-01", "missed (on-record); bounds [0, 1]"}}},
               });
}

TEST_CASE("completeness attested: the list is closed through the day that was attested") {
  check(two(Completeness::attested),
        {
            {"one of two, nobody says that this is all",
             {"2020-03-01 n 1"},
             {{"2020-07-01",
               "overdue (incomplete); bounds [1, null]; value 1; complete_through null"},
              {"cap on 2020-07-01", "overdue (incomplete)"}}},
            {"two need no attestation, the limit does",
             {"2020-03-01 n 2"},
             {{"2020-07-01", "met; bounds [2, null]"},
              {"cap on 2020-07-01", "overdue (incomplete)"}}},
            {"attested through the day before the due day",
             {"2020-03-01 n 1", "attest n 2020-06-29"},
             {{"2020-06-29", "pending (on-record); bounds [1, 1]"},
              {"2020-06-30", "pending (incomplete); bounds [1, null]"},
              {"2020-07-01", "overdue (incomplete); complete_through 2020-06-29"}}},
            {"attested through the due day",
             {"2020-03-01 n 1", "attest n 2020-06-30"},
             {{"2020-07-01", "missed (on-record); bounds [1, null]; complete_through 2020-06-30"},
              {"cap on 2020-07-01", "met (on-record)"}}},
            {"an attestation learned a day late",
             {"2020-03-01 n 1", "attest n 2020-06-30 learned=2020-07-05"},
             {{"2020-07-05 known 2020-07-04", "overdue (incomplete)"},
              {"2020-07-05 known 2020-07-05", "missed (on-record)"}}},
            {"an attestation that is retracted",
             {"2020-03-01 n 1", "attest n 2020-06-30", "retract 2 2020-07-02"},
             {{"2020-07-02 known 2020-07-01", "missed"}, {"2020-07-02", "overdue (incomplete)"}}},
            {"nothing on record, and that retracted",
             {"attest n 2020-06-30", "retract 1 2020-07-02"},
             {{"2020-07-02 known 2020-07-01", "missed (on-record); value 0"},
              {"2020-07-02", "overdue (no-data); value null"}}},
            {"nothing on record, attested through the day before the due day, then through it",
             {"attest n 2020-06-29", "attest n 2020-06-30 learned=2020-07-05"},
             {{"2020-07-05 known 2020-07-04", "overdue (incomplete); value 0"},
              {"2020-07-05",
               "missed (on-record); value 0; complete_through 2020-06-30; evidence none"}}},
            {"a zero report attests through its own first day",
             {"2020-06-30 n 0"},
             {{"2020-07-01", "missed (on-record); value 0"}}},
            {"a zero report of the day before",
             {"2020-06-29 n 0"},
             {{"2020-07-01", "overdue (incomplete); value 0"}}},
        });
}

TEST_CASE("completeness: a year nobody reported is overdue, money of another year does not help") {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("80"), per_year("2019"));
  check(draft, {
                   {"nothing for 2019, all of it in the next year",
                    {"2020-01-01 n 160"},
                    {{"t[2019] on 2020-01-01", "overdue (no-data); value null; days_overdue 1"},
                     {"t[2019] on 2021-01-01", "overdue (no-data)"},
                     {"t[2020] on 2021-01-01", "met; value 160; surplus 80"}}},
                   {"the money came on New Year's Eve",
                    {"2019-12-31 n 80"},
                    {{"t[2019] on 2020-01-01", "met; value 80"},
                     {"t[2020] on 2021-01-01", "overdue (no-data)"}}},
                   {"a zero of 2020 says nothing of 2019",
                    {"2020-12-31 n 0"},
                    {{"t[2019] on 2021-01-01", "overdue (no-data)"},
                     {"t[2020] on 2021-01-01", "missed (on-record); value 0"}}},
               });
}

TEST_CASE("completeness: under attested, too, a zero report speaks of its own year") {
  Draft draft;
  draft.flow("n").completeness = Completeness::attested;
  draft.target("t", "n", at_least("1"), per_year("2019"));
  check(draft, {
                   {"a zero of the last day of 2020",
                    {"2020-12-31 n 0"},
                    {{"t[2019] on 2021-01-01", "overdue (no-data)"},
                     {"t[2020] on 2021-01-01", "missed (on-record)"}}},
               });
}

TEST_CASE("completeness: an attestation covers what is at least as narrow as it is") {
  Draft draft;
  draft.flow("n").dimensions = {{"kind", true, {}}, {"region", true, {}}};
  draft.programme.indicators[0].completeness = Completeness::attested;
  draft.target("all", "n", at_least("1"), by("2020-06-30"));
  draft.target("red", "n", at_least("1"), by("2020-06-30")).where = dims({{"kind", "red"}});
  draft.target("red-north", "n", at_least("1"), by("2020-06-30")).where =
      dims({{"kind", "red"}, {"region", "north"}});
  check(draft,
        {
            {"everything is attested",
             {"attest n 2020-06-30"},
             {{"all on 2020-07-01", "missed"},
              {"red on 2020-07-01", "missed"},
              {"red-north on 2020-07-01", "missed"}}},
            {"red is attested",
             {"attest n 2020-06-30 kind=red"},
             {{"all on 2020-07-01", "overdue (no-data)"},
              {"red on 2020-07-01", "missed"},
              {"red-north on 2020-07-01", "missed"}}},
            {"red in the north is attested",
             {"attest n 2020-06-30 kind=red region=north"},
             {{"red on 2020-07-01", "overdue (no-data)"}, {"red-north on 2020-07-01", "missed"}}},
            {"parts do not add up to the whole",
             {"attest n 2020-06-30 kind=red", "attest n 2020-06-30 kind=blue"},
             {{"all on 2020-07-01", "overdue (no-data)"}}},
            {"an attestation on a target without a filter is one of everything",
             {"attest all 2020-06-30"},
             {{"all on 2020-07-01", "missed"}, {"red on 2020-07-01", "missed"}}},
            {"an attestation on a target stands for its indicator and filter",
             {"attest red 2020-06-30"},
             {{"all on 2020-07-01", "overdue (no-data)"},
              {"red on 2020-07-01", "missed"},
              {"red-north on 2020-07-01", "missed"}}},
            {"a zero report of red",
             {"2020-06-30 n 0 kind=red"},
             {{"all on 2020-07-01", "overdue (incomplete); value 0"},
              {"red on 2020-07-01", "missed"},
              {"red-north on 2020-07-01", "missed"}}},
            {"a zero report without dimensions is one of every scope",
             {"2020-06-30 n 0"},
             {{"all on 2020-07-01", "missed"}, {"red-north on 2020-07-01", "missed"}}},
        });
}

TEST_CASE("completeness: on a derived indicator an attestation stands for each part") {
  Draft draft;
  draft.flow("a").completeness = Completeness::attested;
  draft.flow("b").completeness = Completeness::attested;
  draft.sum("both", {"a", "b"});
  draft.target("t", "both", at_least("10"), by("2020-06-30"));
  draft.ratio("share", "a", "b", "%");
  draft.target("u", "share", at_least("50"), by("2020-06-30"));
  draft.difference("excess", "a", "b");
  draft.target("v", "excess", at_least("4"), by("2020-06-30"));
  check(draft,
        {
            {"one part attested",
             {"2020-02-01 a 6", "2020-02-01 b 3", "attest a 2020-06-30"},
             {{"2020-07-01", "overdue (incomplete); bounds [9, null]; complete_through null"}}},
            {"the sum attested",
             {"2020-02-01 a 6", "2020-02-01 b 3", "attest both 2020-06-30"},
             {{"2020-07-01", "missed (on-record); bounds [9, null]; complete_through 2020-06-30"}}},
            {"the parts attested through different days, then the sum",
             {"2020-02-01 a 6", "2020-02-01 b 3", "attest a 2020-06-30",
              "attest b 2020-06-29 learned=2020-07-01", "attest both 2020-07-05"},
             {{"2020-06-29 known 2020-07-01", "pending; bounds [9, 9]"},
              {"2020-07-01 known 2020-07-01", "overdue (incomplete)"},
              {"2020-07-05", "missed (on-record); complete_through 2020-07-05"}}},
            {"a quotient of two lists",
             {"2020-02-01 a 1", "2020-02-01 b 4"},
             {{"u on 2020-07-01", "overdue (incomplete); bounds (0, null]; value 25"}}},
            {"the quotient attested",
             {"2020-02-01 a 1", "2020-02-01 b 4", "attest share 2020-06-30"},
             {{"u on 2020-06-30", "pending; bounds [25, 25]"},
              {"u on 2020-07-01", "missed (on-record)"}}},
            {"a target of a difference attested",
             {"2020-02-01 a 6", "2020-02-01 b 3", "attest v 2020-06-30 learned=2020-07-01"},
             {{"v on 2020-07-01 known 2020-06-30", "overdue (incomplete)"},
              {"v on 2020-07-01", "missed (on-record)"}}},
        });
}

TEST_CASE("completeness: a milestone with any record is complete, unless it is to be attested") {
  Draft draft;
  draft.milestone("assumed", {"begun", "done"}, "done", by("2020-06-30"));
  draft.milestone("attested", {"begun", "done"}, "done", by("2020-06-30")).completeness =
      Completeness::attested;
  check(draft, {
                   {"silence", {}, {{"assumed on 2020-07-01", "overdue (no-data); gap null"}}},
                   {"begun",
                    {"2020-02-01 assumed begun", "2020-02-01 attested begun"},
                    {{"assumed on 2020-07-01", "missed (on-record)"},
                     {"attested on 2020-07-01", "overdue (incomplete); bounds [begun, done]"}}},
                   {"begun, and attested",
                    {"2020-02-01 attested begun", "attest attested 2020-06-30"},
                    {{"attested on 2020-07-01", "missed (on-record)"}}},
               });
}

}  // namespace jalon::engine

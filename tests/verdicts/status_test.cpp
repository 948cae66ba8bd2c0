#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Two by the day named.
Draft two(TimeClause time) {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("2"), std::move(time));
  return draft;
}

}  // namespace

TEST_CASE("status: the due day and the day after") {
  check(
      two(by("2020-06-30")),
      {
          {"one of two",
           {"2020-02-01 n 1"},
           {{"2020-06-29", "pending (on-record); days_left 1; days_overdue null; since null"},
            {"2020-06-30", "pending (on-record); days_left 0; days_overdue null"},
            {"2020-07-01", "missed (on-record); days_left -1; days_overdue 1; since 2020-07-01"}}},
          {"the second on the due day",
           {"2020-02-01 n 1", "2020-06-30 n 1"},
           {{"2020-06-30", "met; reached_on 2020-06-30; since 2020-06-30; days_late null"}}},
          {"the second on the day after",
           {"2020-02-01 n 1", "2020-07-01 n 1"},
           {{"2020-07-01", "met-late (on-record); reached_on 2020-07-01; days_late 1"},
            {"2030-01-01", "met-late; days_late 1; days_overdue null"}}},
      });
  check(two(before("2020-H2")), {
                                    {"before July is by the end of June",
                                     {"2020-02-01 n 1", "2020-07-01 n 1"},
                                     {{"2020-06-30", "pending; due 2020-06-30; days_left 0"},
                                      {"2020-07-01", "met-late; days_late 1"}}},
                                });
}

TEST_CASE("status: between the two ends of a vague due date nothing is proven") {
  check(two(by("mid-2020")),
        {
            {"one of two, until the wording is over",
             {"2020-02-01 n 1"},
             {{"2020-06-30", "pending (on-record); due 2020-06-30; latest 2020-07-31"},
              {"2020-07-01", "overdue (vague-due); since 2020-07-01; days_overdue 1"},
              {"2020-07-31", "overdue (vague-due); since 2020-07-01; days_overdue 31"},
              {"2020-08-01", "missed (on-record); since 2020-08-01; days_overdue 32"}}},
            {"the second on the nominal day",
             {"2020-06-30 n 2"},
             {{"2021-01-01", "met; within_tolerance no"}}},
            {"the second on the day after it",
             {"2020-07-01 n 2"},
             {{"2021-01-01", "met; within_tolerance yes; reached_on 2020-07-01; days_late null"}}},
            {"the second on the latest day",
             {"2020-07-31 n 2"},
             {{"2021-01-01", "met; within_tolerance yes"}}},
            {"the second after it",
             {"2020-02-01 n 1", "2020-08-01 n 1"},
             {{"2021-01-01", "met-late; within_tolerance no; days_late 32"}}},
            {"reached on the nominal day and lost by the latest is judged at the latest",
             {"2020-06-30 n 2", "2020-07-31 n -1"},
             {{"2020-06-30", "met"}, {"2020-07-30", "met"}, {"2020-08-01", "missed"}}},
        });
}

TEST_CASE("status: a refund before the due day counts, one after it does not") {
  check(two(by("2020-06-30")),
        {
            {"refunded on the due day",
             {"2020-02-01 n 2", "2020-06-30 n -1"},
             {{"2020-06-29", "met"},
              {"2020-06-30", "pending"},
              {"2020-07-01", "missed; value 1; gap 1"}}},
            {"refunded on the day after",
             {"2020-02-01 n 2", "2020-07-01 n -1"},
             {{"2020-07-01", "met; value 2; reached_on 2020-02-01"}}},
            {"refunded, and repaired too late, for good",
             {"2020-02-01 n 2", "2020-05-01 n -1", "2020-09-01 n 1", "2020-10-01 n -1"},
             {{"2020-08-31", "missed; days_overdue 62"},
              {"2020-09-01", "met-late; reached_on 2020-09-01; days_late 63"},
              {"2021-01-01", "met-late; reached_on 2020-09-01; value 1; gap 0"}}},
            {"refunded, and repaired in time",
             {"2020-02-01 n 2", "2020-05-01 n -1", "2020-06-30 n 1"},
             {{"2020-07-01", "met; reached_on 2020-06-30"}}},
        });
}

TEST_CASE("status: leap days") {
  check(two(by("2020-02-29")), {{"on the leap day, and the day after",
                                 {"2020-02-28 n 1", "2020-03-01 n 1"},
                                 {{"2020-02-28", "pending; days_left 1"},
                                  {"2020-02-29", "pending; days_left 0"},
                                  {"2020-03-01", "met-late; days_late 1"}}}});
  check(two(during("2020-02")),
        {
            {"the leap day is the last of the window",
             {"2020-02-29 n 2"},
             {{"2020-03-01", "met; reached_on 2020-02-29; latest 2020-02-29"}}},
            {"the day after is outside",
             {"2020-02-01 n 1", "2020-03-01 n 1"},
             {{"2020-03-01", "missed; value 1"}}},
        });
  check(two(per_year("2019", "2021")), {{"a year has 365 or 366 days",
                                         {"2020-02-29 n 2"},
                                         {{"t[2019] on 2019-01-01", "days_left 364"},
                                          {"t[2020] on 2020-01-01", "days_left 365"},
                                          {"t[2020] on 2021-01-01", "met; reached_on 2020-02-29"},
                                          {"t[2021] on 2021-01-01", "days_left 364"}}}});
}

TEST_CASE("status: before the window a target of an indicator is pending, whatever its level") {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31")).start = day("2020-03-01");
  check(draft, {{"a level that is high enough already",
                 {"2020-01-10 n 12"},
                 {{"2020-02-29", "pending (on-record); reached_on null"},
                  {"2020-03-01", "met; reached_on 2020-03-01"}}},
                {"a level that fell and rose",
                 {"2020-03-01 n 12", "2020-05-01 n 9", "2020-06-01 n 11"},
                 {{"2020-04-30", "met"},
                  {"2020-05-01", "pending"},
                  {"2020-12-31", "met; reached_on 2020-06-01"}}}});
}

TEST_CASE("status: during counts only what happened inside, a milestone may come before") {
  Draft draft = two(during("2020-Q2"));
  draft.milestone("m", {"done"}, "done", during("2020-Q2"));
  check(draft, {
                   {"the day before",
                    {"2020-03-31 n 2", "2020-03-31 m done"},
                    {{"2020-07-01", "overdue (no-data)"},
                     {"m on 2020-07-01", "met; reached_on 2020-03-31"}}},
                   {"its first day", {"2020-04-01 n 2"}, {{"2020-07-01", "met"}}},
                   {"its last day",
                    {"2020-06-30 n 2", "2020-06-30 m done"},
                    {{"2020-07-01", "met"}, {"m on 2020-07-01", "met"}}},
                   {"the day after",
                    {"2020-04-01 n 1", "2020-07-01 n 1", "2020-07-01 m done"},
                    {{"2020-07-01", "missed"}, {"m on 2020-07-01", "met-late; days_late 1"}}},
               });
}

TEST_CASE("status: a promise without a date is met, pending or unknown") {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", at_least("10"), undated());
  check(draft, {{"a level that goes stale",
                 {"2020-01-10 n 9"},
                 {{"2020-01-09", "unknown (no-data)"},
                  {"2020-01-10", "pending (on-record)"},
                  {"2021-02-13", "pending"},
                  {"2021-02-14", "unknown (stale)"}}}});
}

TEST_CASE("status: of several doubts the gravest is the reason, each goes before the next") {
  Draft draft;
  draft.flow("n").completeness = Completeness::attested;
  draft.programme.indicators[0].evidence = {true, 1, {}};
  draft.stock("level");
  draft.stock("people");
  draft.sum("both", {"n", "level"});
  draft.ratio("share", "n", "people", "%");
  draft.target("t", "n", at_least("2"), by("2020-06-30"));
  draft.target("u", "both", at_least("2"), by("2020-06-30"));
  draft.target("v", "share", at_least("50"), by("2020-06-30"));
  check(draft, {
                   {"only the list is open",
                    {"2020-02-01 n 1 evidence=press"},
                    {{"2020-07-01", "overdue (incomplete)"}}},
                   {"a range too",
                    {"2020-02-01 n 1..3 evidence=press"},
                    {{"2020-07-01", "overdue (vague-value)"}}},
                   {"and a span of days",
                    {"2020-06-20/2020-07-10 n 1..3 evidence=press"},
                    {{"2020-07-01", "overdue (vague-date)"}}},
                   {"and no evidence",
                    {"2020-06-20/2020-07-10 n 1..3"},
                    {{"2020-07-01", "overdue (unverified)"}}},
                   {"and a stale part",
                    {"2020-06-20/2020-07-10 n 1..3", "2019-01-01 level 1"},
                    {{"u on 2020-07-01", "overdue (stale)"}}},
                   {"a part without data beside a stale one",
                    {"2019-01-01 level 1"},
                    {{"u on 2020-07-01", "overdue (no-data)"}}},
                   {"no denominator, and no data either",
                    {},
                    {{"v on 2020-06-30", "pending (no-data)"},
                     {"v on 2020-07-01", "overdue (no-denominator)"}}},
               });
}

}  // namespace jalon::engine

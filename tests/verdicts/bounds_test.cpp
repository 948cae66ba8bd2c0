#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Every comparison with 5, or with 4 to 6, of a level read before the end of 2020.
Draft compared() {
  Draft draft;
  draft.stock("n");
  draft.target("at-least-5", "n", at_least("5"), by("2020-12-31"));
  draft.target("at-most-5", "n", at_most("5"), by("2020-12-31"));
  draft.target("exactly-5", "n", exactly("5"), by("2020-12-31"));
  draft.target("between-4-6", "n", between("4", "6"), by("2020-12-31"));
  return draft;
}

/// What each comparison says, after the due day.
struct Truths {
  std::string_view reading, at_least_5, at_most_5, exactly_5, between_4_6;
};

void check(const Truths& row) {
  const std::string line = "2020-06-01 n " + std::string{row.reading};
  check(compared(), {row.reading,
                     {line},
                     {{"at-least-5 on 2021-01-01", row.at_least_5},
                      {"at-most-5 on 2021-01-01", row.at_most_5},
                      {"exactly-5 on 2021-01-01", row.exactly_5},
                      {"between-4-6 on 2021-01-01", row.between_4_6}}});
}

Draft counted(std::string_view goal) {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least(goal), by("2020-06-30")).start = day("2020-01-01");
  return draft;
}

}  // namespace

TEST_CASE("bounds: what each comparison says of each reading") {
  constexpr std::string_view kOpen = "overdue (vague-value)";
  for (const Truths& row : {
           Truths{"3", "missed", "met", "missed", "missed"},
           Truths{"4", "missed", "met", "missed", "met"},
           Truths{"5", "met", "met", "met", "met"},
           Truths{"6", "met", "missed", "missed", "met"},
           Truths{"6.1", "met", "missed", "missed", "missed"},
           Truths{">5", "met", "missed", "missed", kOpen},
           Truths{">=5", "met", kOpen, kOpen, kOpen},
           Truths{"<5", "missed", "met", "missed", kOpen},
           Truths{"<=5", kOpen, "met", kOpen, kOpen},
           Truths{">6", "met", "missed", "missed", "missed"},
           Truths{">=6", "met", "missed", "missed", kOpen},
           Truths{"<4", "missed", "met", "missed", "missed"},
           Truths{"<=4", "missed", "met", "missed", kOpen},
           Truths{"4..6", kOpen, kOpen, kOpen, "met"},
           Truths{"4..5", kOpen, "met", kOpen, "met"},
           Truths{"5..6", "met", kOpen, kOpen, "met"},
           Truths{"4..6.1", kOpen, kOpen, kOpen, kOpen},
           Truths{"6..7", "met", "missed", "missed", kOpen},
           Truths{"2..3.9", "missed", "met", "missed", "missed"},
       }) {
    check(row);
  }
}

TEST_CASE("bounds: a vague count decides what it decides, and leaves the rest open") {
  const auto says = [](std::string_view written, std::string_view goal, std::string_view what) {
    const std::string line = "2020-03-01 n " + std::string{written};
    check(counted(goal), {written, {line}, {{"2020-07-01", what}}});
  };
  says(">500", "500", "met (on-record); bounds (500, null]; value 500");
  says(">500", "501", "overdue (vague-value); bounds (500, null]; value 500; gap 1");
  says(">=500", "500", "met (on-record); bounds [500, null]; value 500");
  says("499.9", "500", "missed (on-record); bounds [499.9, 499.9]; gap 0.1");
  says("<5", "5", "missed (on-record); bounds [0, 5); value 0");
  says("<=5", "5", "overdue (vague-value); bounds [0, 5]; value 0");
  says("~20", "18", "met (on-record); bounds [18, 22]; value 18");
  says("~20", "19", "overdue (vague-value); bounds [18, 22]; value 18");
  says("~20", "22", "overdue (vague-value); bounds [18, 22]; value 18");
  says("~20", "23", "missed (on-record); bounds [18, 22]; value 18");
  says("10..12", "11", "overdue (vague-value); bounds [10, 12]; value 10");
  Draft whole = counted("501");
  whole.programme.indicators[0].whole = true;
  check(whole, {{"of whole things, more than 500 are 501",
                 {"2020-03-01 n >500"},
                 {{"2020-07-01", "met; bounds [501, null]"}}}});
}

TEST_CASE("bounds: an amount on a vague day counts on one side until both its ends have passed") {
  check(counted("1"), {
                          {"some day of June",
                           {"2020-06 n 1"},
                           {{"2020-06-01", "pending (vague-date); bounds [0, 1]"},
                            {"2020-06-29", "pending (vague-date); bounds [0, 1]"},
                            {"2020-06-30", "met; bounds [1, 1]; reached_on 2020-06-30"}}},
                          {"a span that begins before the window and ends on its first day",
                           {"2019-12-01/2020-01-01 n 1"},
                           {{"2020-07-01", "overdue (vague-date); bounds [0, 1]"}}},
                          {"a span that ends on the day before the window",
                           {"2019-12-01/2019-12-31 n 1"},
                           {{"2020-07-01", "overdue (no-data); bounds [0, null]"}}},
                          {"a span that begins on the first day of the window",
                           {"2020-01-01/2020-01-31 n 1"},
                           {{"2020-07-01", "met; reached_on 2020-01-31"}}},
                          {"a span that begins on the due day",
                           {"2020-06-30/2020-07-02 n 1"},
                           {{"2020-07-01", "overdue (vague-date)"},
                            {"2020-07-02", "met-late (vague-date); days_late null"}}},
                          {"a withdrawal takes away from the first day it possibly happened",
                           {"2020-02-01 n 1", "2020-05 n -1"},
                           {{"2020-04-30", "met; bounds [1, 1]"},
                            {"2020-05-01", "pending (vague-date); bounds [0, 1]"},
                            {"2020-05-31", "pending (on-record); bounds [0, 0]"}}},
                      });
}

TEST_CASE("bounds: an object is counted once, from coming in until going out") {
  Draft draft;
  draft.flow("n").key = "project";
  draft.target("t", "n", at_least("2"), by("2020-12-31")).start = day("2020-01-01");
  check(draft, {
                   {"an endorsement is not a second object",
                    {"2020-02-01 n 1 key=A", "2020-03-01 n 1 key=A"},
                    {{"2020-12-31", "pending; value 1; bounds [1, 1]"}}},
                   {"two objects",
                    {"2020-02-01 n 1 key=A", "2020-03-01 n 1 key=B"},
                    {{"2020-03-01", "met; value 2"}}},
                   {"it leaves and returns, and is one again",
                    {"2020-02-01 n 1 key=A", "2020-05-01 n -1 key=A", "2020-08-01 n 1 key=A"},
                    {{"2020-04-30", "value 1"},
                     {"2020-05-01", "value 0"},
                     {"2020-07-31", "value 0"},
                     {"2020-08-01", "value 1"}}},
                   {"told twice that it left",
                    {"2020-02-01 n 1 key=A", "2020-02-02 n 1 key=B", "2020-05-01 n -1 key=A",
                     "2020-06-01 n -1 key=A"},
                    {{"2020-06-01", "value 1; bounds [1, 1]"}}},
                   {"one that never came in cannot leave",
                    {"2020-02-01 n 1 key=A", "2020-05-01 n -1 key=B"},
                    {{"2020-05-01", "value 1; records 1"}}},
                   {"it came in before the window and is endorsed inside",
                    {"2019-12-31 n 1 key=A", "2020-02-01 n 1 key=A"},
                    {{"2020-12-31", "pending (on-record); value 0"}}},
                   {"an endorsement dated earlier makes it come in earlier",
                    {"2020-02-01 n 1 key=A", "2019-12-31 n 1 key=A"},
                    {{"2020-12-31", "pending (on-record); value 0"}}},
               });
}

TEST_CASE("bounds: in each period an object counts anew if it came in then") {
  Draft draft;
  draft.flow("n").key = "project";
  draft.target("t", "n", at_least("1"), per_year("2019"));
  check(draft, {
                   {"in and out in 2019, in again in 2020, out in 2021",
                    {"2019-02-01 n 1 key=A", "2019-05-01 n 1 key=A", "2019-09-01 n -1 key=A",
                     "2019-10-01 n -1 key=A", "2020-03-01 n 1 key=A", "2021-02-01 n -1 key=A",
                     "2021-03-01 n -1 key=B"},
                    {{"t[2019] on 2019-08-31", "met; bounds [1, 1]"},
                     {"t[2019] on 2019-09-01", "pending; bounds [0, 0]"},
                     {"t[2019] on 2020-02-01", "missed"},
                     {"t[2020] on 2021-02-01", "met"},
                     {"t[2021] on 2021-12-31", "bounds [0, 0]; records null"}}},
               });
}

TEST_CASE("bounds: as many pieces of evidence as are wanted, of the kinds wanted") {
  const auto with = [](std::vector<Evidence> evidence, std::string_view says) {
    Draft draft = counted("2");
    draft.programme.indicators[0].evidence = {true, 2, {"press", "contract"}};
    draft.add("n", "2020-02-01", "2").evidence = std::move(evidence);
    check(draft, {says, {}, {{"2020-07-01", says}}});
  };
  with({}, "overdue (unverified); bounds [0, 2]");
  with({{"a", "press", ""}, {"b", "letter", ""}, {"a", "press", ""}},
       "overdue (unverified); bounds [0, 2]");
  with({{"a", "press", ""}, {"b", "press", ""}}, "met; bounds [2, 2]");
}

TEST_CASE("bounds: evidence belongs to the stay, going out needs its own") {
  Draft draft = counted("1");
  draft.programme.indicators[0].key = "project";
  draft.programme.indicators[0].evidence = {true, 1, {}};
  check(draft, {
                   {"without evidence",
                    {"2020-02-01 n 1 key=A"},
                    {{"2020-07-01", "overdue (unverified); bounds [0, 1]"}}},
                   {"evidence brought later by an endorsement proves the first day",
                    {"2020-02-01 n 1 key=A", "2020-05-01 n 1 key=A evidence=press"},
                    {{"2020-07-01", "met; reached_on 2020-02-01"}}},
                   {"a going out without evidence opens the lower end",
                    {"2020-02-01 n 1 key=A evidence=press", "2020-06-01 n -1 key=A"},
                    {{"2020-07-01", "overdue (unverified); bounds [0, 1]"}}},
                   {"and with evidence ends it",
                    {"2020-02-01 n 1 key=A evidence=press", "2020-06-01 n -1 key=A evidence=press"},
                    {{"2020-07-01", "missed; bounds [0, 0]"}}},
               });
}

TEST_CASE("bounds: a level is the last certain reading and the possible ones after it") {
  Draft draft;
  draft.stock("n");
  draft.target("t", "n", at_least("10"), by("2020-12-31"));
  check(draft, {
                   {"an older reading told later is not the current one",
                    {"2020-05-01 n 12", "2020-03-01 n 3"},
                    {{"2020-06-01", "met; value 12; records 1"}}},
                   {"of two readings of one day the later told",
                    {"2020-05-01 n 12", "2020-05-01 n 4"},
                    {{"2020-06-01", "pending; value 4; records 2"}}},
                   {"a reading of some day of June",
                    {"2020-03-01 n 8", "2020-06 n 12"},
                    {{"2020-05-31", "bounds [8, 8]"},
                     {"2020-06-01", "pending (vague-date); bounds [8, 12]; value 8; records 1 2"},
                     {"2020-06-30", "met; bounds [12, 12]; value 12; records 2"}}},
               });
}

TEST_CASE("bounds: a level is carried on until it is stale") {
  Draft draft;
  draft.stock("yearly");
  draft.stock("monthly").freshness = {20, 31};
  draft.target("a-year-later", "yearly", at_least("10"), by("2020-12-31"));
  draft.target("too-old", "monthly", at_least("10"), by("2020-12-31"));
  check(draft,
        {
            {"an annual figure is good until the next one",
             {"2019-12-31 yearly 10", "2019-12-31 monthly 10"},
             {{"a-year-later on 2020-12-31", "met; freshness ageing"},
              {"a-year-later on 2021-02-03", "met; freshness ageing"},
              {"a-year-later on 2021-02-04", "met; freshness stale"},
              {"too-old on 2020-01-31", "met; freshness ageing; bounds [10, 10]"},
              {"too-old on 2020-02-01", "pending (stale); freshness stale; bounds [null, null]"},
              {"too-old on 2021-01-01", "overdue (stale)"}}},
            {"on the last day on which it is fresh the next reading may have begun",
             {"2020-01-01 monthly 10", "2020-02-01/2020-02-20 monthly 12"},
             {{"too-old on 2020-02-01", "met; bounds [10, 12]; freshness ageing"},
              {"too-old on 2020-02-02", "pending (stale); bounds [null, null]"}}},
        });
}

TEST_CASE("bounds: a milestone has come to its furthest stage, and falls back only by retraction") {
  Draft draft;
  draft.milestone("m", {"begun", "drafted", "adopted"}, "drafted", by("2020-06-30"));
  check(draft,
        {
            {"a lower stage later undoes nothing",
             {"2020-02-01 m drafted", "2020-03-01 m begun"},
             {{"m on 2020-07-01", "met; value drafted; reached_on 2020-02-01"}}},
            {"a retraction does",
             {"2020-02-01 m begun", "2020-03-01 m drafted", "retract 2 2020-04-01"},
             {{"m on 2020-07-01 known 2020-03-31", "met; value drafted"},
              {"m on 2020-07-01 known 2020-04-01", "missed; value begun; bounds [begun, begun]"}}},
            {"a further stage is more than enough",
             {"2020-06-30 m adopted"},
             {{"m on 2020-06-29", "pending (no-data); value null"},
              {"m on 2020-06-30", "met; value adopted"}}},
        });
}

}  // namespace jalon::engine

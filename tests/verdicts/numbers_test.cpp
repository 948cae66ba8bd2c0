#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// A count and a level, held against goals of either kind by the end of June.
Draft goals() {
  Draft draft;
  draft.flow("n");
  draft.stock("level");
  draft.target("floor", "n", at_least("8"), by("2020-06-30"));
  draft.target("cap", "n", at_most("8"), by("2020-06-30"));
  draft.target("corridor", "n", between("4", "8"), by("2020-06-30"));
  draft.target("exact", "n", exactly("8"), by("2020-06-30"));
  draft.target("high", "level", at_least("8"), by("2020-06-30"));
  draft.target("low", "level", at_most("8"), by("2020-06-30"));
  return draft;
}

}  // namespace

TEST_CASE("numbers: gap, surplus and progress") {
  check(goals(),
        {
            {"nothing on record",
             {},
             {{"floor on 2020-06-30", "value null; gap 8; surplus null; progress null"},
              {"cap on 2020-06-30", "value null; gap 0; surplus null; progress null"},
              {"corridor on 2020-06-30", "value null; gap 4; surplus null; goal 4"},
              {"exact on 2020-06-30", "value null; gap 8; surplus null"},
              {"high on 2020-06-30", "value null; gap null; surplus null; progress null"},
              {"low on 2020-06-30", "value null; gap null; surplus null"}}},
            {"3 of 8",
             {"2020-02-01 n 3", "2020-02-01 level 3"},
             {{"floor on 2020-06-30", "pending; value 3; gap 5; surplus 0; progress 0.375"},
              {"cap on 2020-06-30", "met; gap 0; surplus 5; progress null"},
              {"corridor on 2020-06-30", "pending; gap 1; surplus null; progress null"},
              {"exact on 2020-06-30", "pending; gap 5; surplus null; progress 0.375"},
              {"high on 2020-06-30", "pending; gap 5; surplus 0; progress 0.375"},
              {"low on 2020-06-30", "met; gap 0; surplus 5; progress null"}}},
            {"10 of 8",
             {"2020-02-01 n 10", "2020-02-01 level 10"},
             {{"floor on 2020-06-30", "met; gap 0; surplus 2; progress 1.25"},
              {"cap on 2020-06-30", "missed; gap 2; surplus 0"},
              {"corridor on 2020-06-30", "missed; gap 2; surplus null"},
              {"exact on 2020-06-30", "missed; gap 2; surplus null; progress 1.25"},
              {"low on 2020-06-30", "pending; gap 2; surplus 0"}}},
        });
}

TEST_CASE("numbers: progress is the way from the baseline, for rising and falling goals") {
  Draft draft;
  draft.stock("n");
  const auto from = [&](std::string id, Comparison comparison, std::string_view baseline) {
    draft.target(std::move(id), "n", comparison, by("2020-12-31")).baseline =
        Baseline{number(baseline), {}};
  };
  from("rising", at_least("20"), "10");
  from("falling", at_most("10"), "20");
  from("standing", at_least("20"), "20");
  check(draft, {
                   {"halfway",
                    {"2020-02-01 n 15"},
                    {{"rising on 2020-03-01", "progress 0.5"},
                     {"falling on 2020-03-01", "progress 0.5"},
                     {"standing on 2020-03-01", "progress null"}}},
                   {"the wrong way",
                    {"2020-02-01 n 5"},
                    {{"rising on 2020-03-01", "progress -0.5"},
                     {"falling on 2020-03-01", "met; progress 1.5"}}},
               });
}

TEST_CASE("numbers: the value of a met verdict is that of the due day, of all others today's") {
  check(goals(), {
                     {"more after the due day",
                      {"2020-06-30 n 8", "2020-07-01 n 1"},
                      {{"floor on 2020-06-30", "value 8"},
                       {"floor on 2020-07-01", "met; value 8; surplus 0"}}},
                     {"more after a missed one",
                      {"2020-06-30 n 6", "2020-07-01 n 1"},
                      {{"floor on 2020-07-01", "missed; value 7; gap 1"}}},
                     {"of a vague level the number that is written",
                      {"2020-02-01 level ~20"},
                      {{"high on 2020-03-01", "value 20; bounds [18, 22]"},
                       {"low on 2020-03-01", "value 20"}}},
                     {"of more than 500, 500",
                      {"2020-02-01 level >500"},
                      {{"high on 2020-03-01", "value 500; bounds (500, null]"}}},
                     {"of a range the end nearer to unreached",
                      {"2020-02-01 level 7..9"},
                      {{"high on 2020-03-01", "value 7"}, {"low on 2020-03-01", "value 9"}}},
                     {"of a vague count its lower end",
                      {"2020-02-01 n ~20"},
                      {{"floor on 2020-03-01", "value 18; bounds [18, 22]"}}},
                 });
}

TEST_CASE("numbers: confidence says how well it is known, beside the status") {
  check(
      goals(),
      {
          {"no record",
           {},
           {{"floor on 2020-02-01", "evidence none; freshness null; complete_through null"}}},
          {"a record without evidence",
           {"2020-02-01 n 1"},
           {{"floor on 2020-02-01", "evidence reported; freshness fresh"}}},
          {"each record has evidence",
           {"2020-02-01 n 1 evidence=press"},
           {{"floor on 2020-02-01", "evidence confirmed"}}},
          {"one of two has none",
           {"2020-02-01 n 1 evidence=press", "2020-02-01 n 1"},
           {{"floor on 2020-02-01", "evidence reported"}}},
          {"180 days old, and a day more",
           {"2020-01-01 level 1"},
           {{"high on 2020-06-29", "freshness fresh"}, {"high on 2020-06-30", "freshness ageing"}}},
          {"400 days old, and a day more",
           {"2019-01-01 level 1"},
           {{"high on 2020-02-05", "freshness ageing"},
            {"high on 2020-02-06", "freshness stale; reason stale"}}},
      });
}

}  // namespace jalon::engine

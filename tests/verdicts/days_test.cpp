#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

Draft total(std::string_view goal, TimeClause time) {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least(goal), std::move(time));
  return draft;
}

}  // namespace

TEST_CASE("days: sums are exact") {
  const std::vector<std::string_view> parts{"2020-02-01 n 26.4", "2020-02-02 n 9.2",
                                            "2020-02-03 n 36.3", "2020-02-04 n 8.1"};
  check(total("80", by("2020-12-31")),
        {"26.4 + 9.2 + 36.3 + 8.1 is 80", parts, {{"2020-02-04", "met; value 80; surplus 0"}}});
  check(total("80.000000000000001", by("2020-12-31")),
        {"and not a trillionth of a thousandth more",
         parts,
         {{"2021-01-01", "missed; gap 0.000000000000001"}}});
}

TEST_CASE("days: what does not end is shown with four decimals, towards the unreached side") {
  Draft draft;
  draft.stock("done");
  draft.stock("all");
  draft.ratio("share", "done", "all", "%");
  draft.target("floor", "share", at_least("100"), by("2020-12-31"));
  draft.target("cap", "share", at_most("33"), by("2020-12-31"));
  check(draft,
        {
            {"99.996 % is not 100 %",
             {"2020-02-01 done 24999", "2020-02-01 all 25000"},
             {{"floor on 2021-01-01", "missed; value 99.996; gap 0.004; progress 0.9999"}}},
            {"99.99999 % is shown as less than 100 %",
             {"2020-02-01 done 9999999", "2020-02-01 all 10000000"},
             {{"floor on 2021-01-01", "missed; value 99.9999; gap 0.0001; progress 0.9999"}}},
            {"a third is cut down for a floor and up for a limit",
             {"2020-02-01 done 1", "2020-02-01 all 3"},
             {{"floor on 2021-01-01", "value 33.3333; gap 66.6667"},
              {"cap on 2021-01-01", "missed; value 33.3334; gap 0.3334"}}},
        });
}

TEST_CASE("days: a goal of part of a period is cut to its harder side") {
  Draft draft;
  draft.flow("n");
  const auto part = [&](std::string id, Comparison comparison) {
    Target& target = draft.target(std::move(id), "n", comparison, per_year("2019"));
    std::get<Per>(target.time).first_share = Per::Share{Decimal{275}, Decimal{365}};
  };
  part("floor", at_least("80"));
  part("cap", at_most("80"));
  check(draft,
        {
            {"80 x 275 / 365 is 60.27397...",
             {"2019-06-01 n 60.2739"},
             {{"floor[2019] on 2020-01-01", "missed; goal 60.274; gap 0.0001; progress 0.9999"},
              {"cap[2019] on 2020-01-01", "met; goal 60.2739"}}},
            {"a ten thousandth more",
             {"2019-06-01 n 60.274"},
             {{"floor[2019] on 2020-01-01", "met; goal 60.274"},
              {"cap[2019] on 2020-01-01", "missed; goal 60.2739; gap 0.0001"}}},
        });
}

TEST_CASE("days: a sum beyond 128 bits names the record") {
  Draft draft = total("1", by("2020-12-31"));
  for (int i = 0; i < 3; ++i) {
    draft.add("n", "2020-02-01", "1").amount->range =
        Interval::exactly(Decimal::scaled(Int128{1} << 126, 0));
  }
  try {
    (void)draft.evaluate("2020-07-01");
    FAIL("no error");
  } catch (const EvaluationError& error) {
    CHECK(error.record() == 2);
    CHECK_THAT(error.what(), Catch::Contains("record 2"));
  }
}

TEST_CASE("days: a month has its own last day, and drift adds up to nothing") {
  struct Row {
    std::string_view from;
    int months;
    std::string_view to;
  };
  for (const Row& row : {
           Row{"2020-01-31", 1, "2020-02-29"},
           Row{"2021-01-31", 1, "2021-02-28"},
           Row{"2020-01-31", 2, "2020-03-31"},
           Row{"2020-01-31", 3, "2020-04-30"},
           Row{"2020-02-29", 12, "2021-02-28"},
           Row{"2020-02-29", 48, "2024-02-29"},
           Row{"2020-11-30", 3, "2021-02-28"},
       }) {
    CAPTURE(row.from, row.months);
    CHECK(iso(add_months(day(row.from), row.months)) == row.to);
  }
}

}  // namespace jalon::engine

#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// 100 by 10 April, nothing on the day before the window: one a day.
Draft daily(Comparison comparison) {
  Draft draft;
  draft.flow("n");
  Target& target = draft.target("t", "n", comparison, by("2021-04-10"));
  target.start = day("2021-01-01");
  target.expect_linear = true;
  return draft;
}

}  // namespace

TEST_CASE("numbers outlook: the pace is achieved over expected, with its thresholds") {
  check(
      daily(at_least("100")),
      {
          {"0.95 is on track",
           {"2021-01-02 n 47.5"},
           {{"2021-02-19",
             "outlook on-track; expected 50; behind 2; rate 0.95; projected 95; needed 1.05; "
             "method linear"}}},
          {"a little less is at risk",
           {"2021-01-02 n 47.4"},
           {{"2021-02-19", "outlook at-risk; behind 2; rate 0.948; projected 94.8; needed 1.052"}}},
          {"0.8 is at risk",
           {"2021-01-02 n 40"},
           {{"2021-02-19", "outlook at-risk; behind 10; rate 0.8; projected 80; needed 1.2"}}},
          {"a little less is off track",
           {"2021-01-02 n 39.9"},
           {{"2021-02-19",
             "outlook off-track; behind 10; rate 0.798; projected 79.8; needed 1.202"}}},
          {"ahead",
           {"2021-01-02 n 60"},
           {{"2021-02-19",
             "outlook on-track; behind -10; rate 1.2; projected 120; needed 0.8; at_pace "
             "2021-03-25"}}},
          {"the day at the present pace is rounded to the later one",
           {"2021-01-02 n 0.5"},
           {{"2021-02-19", "at_pace 2048-05-18"}}},
          {"at no pace there is none",
           {"2021-01-02 n 0"},
           {{"2021-02-19", "rate 0; at_pace null"}}},
          {"without a value only what is expected and needed",
           {},
           {{"2021-02-19", "outlook none; expected 50; needed 2; projected null; behind null"}}},
          {"on the due day nothing is projected",
           {"2021-01-02 n 90"},
           {{"2021-04-10",
             "pending; outlook at-risk; expected 100; projected null; needed null; at_pace null; "
             "behind 10"},
            {"2021-04-11", "missed; outlook none; expected null"}}},
          {"once reached there is none",
           {"2021-01-02 n 100"},
           {{"2021-02-19", "met; outlook none; expected null; method null"}}},
      });
}

TEST_CASE("numbers outlook: of a limit on a flow the pace is expected over achieved") {
  check(daily(at_most("100")),
        {
            {"nothing used", {"2021-01-02 n 0"}, {{"2021-02-19", "pending; outlook on-track"}}},
            {"50 / 52 is above 0.95",
             {"2021-01-02 n 52"},
             {{"2021-02-19", "pending; outlook on-track; needed 0; at_pace null"}}},
            {"50 / 53 is below it", {"2021-01-02 n 53"}, {{"2021-02-19", "outlook at-risk"}}},
            {"50 / 62.5 is 0.8", {"2021-01-02 n 62.5"}, {{"2021-02-19", "outlook at-risk"}}},
            {"50 / 63 is below it", {"2021-01-02 n 63"}, {{"2021-02-19", "outlook off-track"}}},
        });
  check(daily(exactly("100")), {{"exactly has no path",
                                 {"2021-01-02 n 40"},
                                 {{"2021-02-19", "outlook none; expected null"}}}});
}

TEST_CASE("numbers outlook: none before anything is expected, after the end, or without a path") {
  const auto silent = [](const Draft& draft, std::string_view as_of) {
    CAPTURE(as_of);
    CHECK(draft.judge("t", as_of).outlook == Outlook{});
  };
  const auto with = [](std::string_view value) {
    Draft draft = daily(at_least("100"));
    draft.add("n", "2021-01-02", value);
    return draft;
  };
  silent(with("1"), "2020-12-31");
  silent(with("1"), "2021-04-11");
  silent(with("100"), "2021-02-19");
  Draft draft = with("1");
  draft.programme.targets[0].expect_linear = false;
  silent(draft, "2021-02-19");
  draft.programme.targets[0].baseline = Baseline{Decimal{}, day("2020-12-31")};
  silent(draft, "2021-02-19");  // a baseline alone draws no path
  draft = with("1");
  draft.programme.targets[0].start.reset();
  silent(draft, "2021-02-19");
  draft = with("1");
  draft.programme.targets[0].time = undated();
  silent(draft, "2021-02-19");
  draft.programme.targets[0].baseline = Baseline{Decimal{}, day("1960-12-31")};
  silent(draft, "2021-02-19");
  for (const Comparison& corridor : {exactly("100"), between("90", "100")}) {
    draft = with("1");
    draft.programme.targets[0].comparison = corridor;
    silent(draft, "2021-02-19");
  }
}

TEST_CASE(
    "numbers outlook: checkpoints bend the path, and a baseline without a day stands before the "
    "window") {
  Draft draft = daily(at_least("100"));
  Target& target = draft.programme.targets[0];
  target.expect_linear = false;
  target.baseline = Baseline{Decimal{10}, {}};
  target.checkpoints = {{day("2021-01-30"), Decimal{20}}, {day("2021-03-01"), Decimal{80}}};
  draft.add("n", "2021-01-02", "35");
  const Outlook outlook = draft.judge("t", "2021-02-14").outlook;
  CHECK(text(outlook.expected) == "50");
  CHECK(outlook.method == "checkpoints");
  CHECK(name(outlook.state) == "off-track");
  CHECK(text(outlook.days_behind) == "7");
  CHECK(text(draft.judge("t", "2021-02-14").progress) == "0.2777");
}

TEST_CASE("numbers outlook: a checkpoint on the first or the last day of the way bends nothing") {
  struct Row {
    std::vector<Checkpoint> checkpoints;
    std::string_view as_of, expected;
  };
  const auto at = [](std::string_view on, std::string_view value) {
    return Checkpoint{day(on), number(value)};
  };
  const std::vector<Row> rows{
      {{at("2021-01-30", "80")}, "2021-01-30", "80"},
      {{at("2021-01-30", "80")}, "2021-01-15", "40"},
      {{at("2021-01-30", "80")}, "2021-03-06", "90"},
      {{at("2020-12-31", "50")}, "2021-02-19", "50"},
      {{at("2020-12-30", "50")}, "2021-02-19", "50"},
      {{at("2021-01-01", "50.5")}, "2021-01-01", "50.5"},
      {{at("2021-04-09", "50")}, "2021-04-09", "50"},
      {{at("2021-04-10", "80")}, "2021-02-19", "50"},
      {{at("2021-04-10", "80")}, "2021-04-10", "100"},
      {{at("2021-04-11", "80")}, "2021-02-19", "50"},
      {{at("2021-01-30", "80"), at("2021-01-30", "10")}, "2021-01-15", "40"},
      {{at("2021-01-30", "10"), at("2021-02-19", "10")}, "2021-02-10", "10"},
  };
  for (const Row& row : rows) {
    Draft draft = daily(at_least("100"));
    draft.programme.targets[0].checkpoints = row.checkpoints;
    draft.add("n", "2021-01-01", "1");
    const Outlook outlook = draft.judge("t", row.as_of).outlook;
    CAPTURE(row.checkpoints.size(), row.as_of);
    CHECK(text(outlook.expected) == row.expected);
    CHECK(outlook.method == "checkpoints");
  }
}

TEST_CASE("numbers outlook: a level that has to come down has a path from its baseline") {
  Draft draft;
  draft.stock("n");
  Target& target = draft.target("t", "n", at_most("0"), by("2021-04-10"));
  target.baseline = Baseline{Decimal{100}, day("2020-12-31")};
  target.expect_linear = true;
  draft.add("n", "2021-02-10", "60");
  const Verdict verdict = draft.judge("t", "2021-02-19");
  CHECK(text(verdict.progress) == "0.4");
  CHECK(text(verdict.outlook.expected) == "50");
  CHECK(name(verdict.outlook.state) == "at-risk");
  CHECK(text(verdict.outlook.rate_so_far) == "-0.8");
  CHECK(text(verdict.outlook.projected) == "20");
  CHECK(text(verdict.outlook.reached_at_pace) == "2021-05-05");
  CHECK(text(verdict.outlook.days_behind) == "10");
}

TEST_CASE("numbers outlook: a limit on a level has a path only from a baseline above its goal") {
  struct Row {
    std::string_view baseline, state, expected;
  };
  for (const Row& row :
       {Row{"0.1", "off-track", "0.05"}, Row{"0", "none", "null"}, Row{"-1", "none", "null"}}) {
    Draft draft;
    draft.stock("n");
    Target& target = draft.target("t", "n", at_most("0"), by("2021-04-10"));
    target.baseline = Baseline{number(row.baseline), day("2020-12-31")};
    target.expect_linear = true;
    draft.add("n", "2021-02-10", "60");
    const Outlook outlook = draft.judge("t", "2021-02-19").outlook;
    CAPTURE(row.baseline);
    CHECK(name(outlook.state) == row.state);
    CHECK(text(outlook.expected) == row.expected);
    draft.programme.targets[0].checkpoints = {{day("2021-03-01"), number("-10")}};
    const bool has_path = row.state != "none";
    CHECK(text(draft.judge("t", "2021-03-01").outlook.expected) == (has_path ? "-10" : "null"));
  }
}

TEST_CASE("numbers outlook: a broken limit is off track on a quotient or difference with a flow") {
  Draft draft;
  draft.flow("in");
  draft.flow("out");
  draft.stock("level");
  draft.difference("left", "in", "out");
  draft.sum("both", {"in", "level"});
  draft.ratio("share", "in", "level", "PoC");
  for (const std::string_view id : {"left", "both", "share"}) {
    Target& target = draft.target(std::string{id} + "-limit", id, at_most("5"), by("2021-04-10"));
    target.start = day("2021-01-01");
    target.baseline = Baseline{Decimal{10}, day("2020-12-31")};
    target.expect_linear = true;
  }
  check(draft,
        {{"6 halfway, where 7.5 were expected: ahead, and above the limit",
          {"2021-01-02 in 6", "2021-01-02 out 0", "2021-01-02 level 0"},
          {{"left-limit on 2021-02-19", "pending; value 6; expected 7.5; outlook off-track"},
           {"both-limit on 2021-02-19", "pending; value 6; expected 7.5; outlook on-track"}}},
         {"6 for 1",
          {"2021-01-02 in 6", "2021-01-02 level 1"},
          {{"share-limit on 2021-02-19", "pending; value 6; expected 7.5; outlook off-track"}}},
         {"5 are no break",
          {"2021-01-02 in 5", "2021-01-02 out 0", "2021-01-02 level 1"},
          {{"left-limit on 2021-02-19", "pending; value 5; outlook on-track"},
           {"share-limit on 2021-02-19", "pending; value 5; outlook on-track"}}}});
}

TEST_CASE("numbers outlook: a day at the present pace that no calendar has is left out") {
  const auto at_pace = [](std::string_view goal, std::string_view says) {
    Draft draft = daily(at_least(goal));
    draft.add("n", "2021-01-02", "1");
    check(draft, {goal, {}, {{"2021-02-19", says}}});
  };
  at_pace("58000", "rate 0.02; at_pace 9960-12-06");
  at_pace("80001", "rate 0.02; at_pace null");
  at_pace("8000001", "rate 0.02; at_pace null");
}

}  // namespace jalon::engine

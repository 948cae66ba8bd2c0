#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// 100 by 10 April, 0 on 31 December: one a day.
Draft daily(std::string_view value) {
  Draft draft;
  draft.flow("n");
  Target& target = draft.target("t", "n", at_least("100"), by("2021-04-10"));
  target.start = day("2021-01-01");
  target.expect_linear = true;
  if (!value.empty()) draft.add("n", "2021-01-02", value);
  return draft;
}

}  // namespace

TEST_CASE("the pace is what was achieved over what is expected by now") {
  struct Case {
    std::string_view value;
    std::string_view state;
    std::string_view days_behind;
    std::string_view rate;
    std::string_view projected;
    std::string_view needed;
  };
  const auto [value, state, behind, rate, projected, needed] = GENERATE(values<Case>({
      {"60", "on-track", "-10", "1.2", "120", "0.8"},
      {"47.5", "on-track", "2", "0.95", "95", "1.05"},
      {"47.4", "at-risk", "2", "0.948", "94.8", "1.052"},
      {"40", "at-risk", "10", "0.8", "80", "1.2"},
      {"39.9", "off-track", "10", "0.798", "79.8", "1.202"},
  }));
  CAPTURE(value);
  const Outlook outlook = daily(value).judge("t", "2021-02-19").outlook;
  CHECK(name(outlook.state) == state);
  CHECK(text(outlook.expected) == "50");
  CHECK(text(outlook.days_behind) == behind);
  CHECK(text(outlook.rate_so_far) == rate);
  CHECK(text(outlook.projected) == projected);
  CHECK(text(outlook.needed_per_day) == needed);
  CHECK(outlook.method == "linear");
}

TEST_CASE("the earliest day at the present pace is rounded to the later day") {
  CHECK(text(daily("60").judge("t", "2021-02-19").outlook.reached_at_pace) == "2021-03-25");
  CHECK(text(daily("0.5").judge("t", "2021-02-19").outlook.reached_at_pace) == "2048-05-18");
  CHECK(text(daily("0").judge("t", "2021-02-19").outlook.reached_at_pace) == "null");
}

TEST_CASE("without a value the outlook says what is expected and needed, no more") {
  const Outlook outlook = daily("").judge("t", "2021-02-19").outlook;
  CHECK(outlook.state == Outlook::State::none);
  CHECK(text(outlook.expected) == "50");
  CHECK(text(outlook.needed_per_day) == "2");
  CHECK(text(outlook.projected) == "null");
  CHECK(text(outlook.days_behind) == "null");
}

TEST_CASE(
    "there is no outlook before anything is expected, nor after the end, nor without a path") {
  CHECK(daily("1").judge("t", "2020-12-31").outlook == Outlook{});
  CHECK(daily("1").judge("t", "2021-04-11").outlook == Outlook{});
  CHECK(daily("100").judge("t", "2021-02-19").outlook == Outlook{});
  Draft draft = daily("1");
  draft.programme.targets[0].expect_linear = false;
  CHECK(draft.judge("t", "2021-02-19").outlook == Outlook{});
  draft = daily("1");
  draft.programme.targets[0].start.reset();
  CHECK(draft.judge("t", "2021-02-19").outlook == Outlook{});
  draft = daily("1");
  draft.programme.targets[0].comparison = exactly("100");
  CHECK(draft.judge("t", "2021-02-19").outlook == Outlook{});
}

TEST_CASE("on the due day nothing is projected any more") {
  const Outlook outlook = daily("90").judge("t", "2021-04-10").outlook;
  CHECK(name(outlook.state) == "at-risk");
  CHECK(text(outlook.expected) == "100");
  CHECK(text(outlook.projected) == "null");
  CHECK(text(outlook.needed_per_day) == "null");
  CHECK(text(outlook.reached_at_pace) == "null");
  CHECK(text(outlook.days_behind) == "10");
}

TEST_CASE("checkpoints bend the path, and a baseline without a day stands before the window") {
  Draft draft = daily("");
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

TEST_CASE("of a limit on a flow the pace is what may be used over what was used") {
  struct Case {
    std::string_view used;
    std::string_view state;
  };
  const auto [used, state] = GENERATE(values<Case>(
      {{"0", "on-track"}, {"52", "on-track"}, {"53", "at-risk"}, {"63", "off-track"}}));
  CAPTURE(used);
  Draft draft = daily(used);
  draft.programme.targets[0].comparison = at_most("100");
  const Verdict verdict = draft.judge("t", "2021-02-19");
  CHECK(status(verdict) == "pending");
  CHECK(name(verdict.outlook.state) == state);
  CHECK(text(verdict.outlook.needed_per_day) == "0");
  CHECK(text(verdict.outlook.reached_at_pace) == "null");
}

TEST_CASE("a level that has to come down has a path from its baseline") {
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

}  // namespace jalon::engine

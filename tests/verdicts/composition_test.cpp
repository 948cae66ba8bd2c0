#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Ten targets of 5 by June 2020, each with its own count: a to j.
Draft ten_promises() {
  Draft draft;
  for (const char letter : std::string{"abcdefghij"}) {
    const std::string id{letter};
    draft.flow("n-" + id);
    draft.target(id, "n-" + id, at_least("5"), by("2020-06-30"));
  }
  return draft;
}

Draft with(std::string id, Rule rule, const std::vector<std::string_view>& members) {
  Draft draft = ten_promises();
  draft.commitment(std::move(id), rule, members);
  return draft;
}

Rule share(std::string_view of) { return ShareOf{number(of)}; }

}  // namespace

TEST_CASE("composition: a surplus on one side does not pay for the other") {
  Draft draft;
  draft.flow("n").dimensions = {{"kind", false, {"x", "y"}}};
  draft.target("two-x", "n", at_least("2"), by("2020-06-30")).where = dims({{"kind", "x"}});
  draft.target("three-y", "n", at_least("3"), by("2020-06-30")).where = dims({{"kind", "y"}});
  draft.commitment("t", All{}, {"two-x", "three-y"});
  check(draft, {
                   {"3 + 2 is not 2 and 3",
                    {"2020-02-01 n 3 kind=x", "2020-02-01 n 2 kind=y"},
                    {{"two-x on 2020-07-01", "met; surplus 1"},
                     {"2020-07-01", "missed; decided_by three-y; value 2; gap 1"}}},
                   {"2 + 3 is",
                    {"2020-02-01 n 2 kind=x", "2020-02-01 n 3 kind=y"},
                    {{"2020-07-01", "met; gap 0"}}},
               });
}

TEST_CASE("composition: the child that decides, and its ties") {
  const std::vector<std::string_view> log{
      "2020-02-01 n-a 1", "2020-02-01 n-b 4", "2020-02-01 n-c 4", "2020-03-01 n-d 5",
      "2020-03-02 n-e 9", "2020-07-05 n-f 5", "2020-07-09 n-g 5"};
  const auto decided = [&](const Rule& rule, const std::vector<std::string_view>& members,
                           std::string_view says) {
    check(with("t", rule, members), {says, log, {{"2020-08-01", says}}});
  };
  decided(All{}, {"d", "b", "a"}, "missed; decided_by a; value 1");
  decided(All{}, {"c", "b"}, "missed; decided_by c; value 4");
  decided(All{}, {"d", "e"}, "met; decided_by e");
  decided(All{}, {"f", "g", "d"}, "met-late; decided_by g");
  decided(All{}, {"a", "j"}, "missed; decided_by a");
  decided(Any{}, {"a", "b", "c"}, "missed; decided_by b");
  decided(Any{}, {"e", "d"}, "met; decided_by d");
  decided(Any{}, {"g", "f"}, "met-late; decided_by f");
  decided(AtLeastOf{1}, {"a", "e", "d"}, "met; decided_by d");
  decided(AtLeastOf{2}, {"a", "d", "e"}, "met; decided_by e");
  decided(AtLeastOf{2}, {"a", "d", "b"}, "missed; decided_by b");
  decided(AtLeastOf{3}, {"c", "b", "d", "a"}, "missed; decided_by c");
}

TEST_CASE("composition: before the due day the lowest progress decides, unknown is the lowest") {
  Draft draft = ten_promises();
  draft.milestone("step", {"done"}, "done", by("2020-06-30"));
  draft.commitment("all", All{}, {"a", "b", "c"});
  draft.commitment("any", Any{}, {"a", "b", "c"});
  draft.commitment("with-step", All{}, {"a", "step"});
  check(draft, {{"1, 4 and 4 of 5",
                 {"2020-02-01 n-a 1", "2020-02-01 n-b 4", "2020-02-01 n-c 4"},
                 {{"all on 2020-04-01", "pending (on-record); decided_by a; value 1"},
                  {"any on 2020-04-01", "pending (on-record); decided_by b; value 4"},
                  {"with-step on 2020-04-01", "pending (no-data); decided_by step"}}}});
  CHECK(draft.judge("all", "2020-04-01").kind == VerdictKind::commitment);
}

TEST_CASE("composition: from best to worst") {
  Draft draft = ten_promises();
  draft.programme.targets[2].time = undated();
  draft.programme.targets[3].time = by("2022-06-30");
  for (std::uint32_t k = 1; k <= 6; ++k) {
    draft.commitment("best-" + std::to_string(k), AtLeastOf{k}, {"a", "b", "c", "d", "e", "f"});
  }
  check(draft, {{"one of each: missed, overdue, unknown, pending, met late, met",
                 {"2020-02-01 n-a 1", "2020-07-01 n-e 5", "2020-06-30 n-f 5"},
                 {{"best-1 on 2021-01-01", "met; decided_by f"},
                  {"best-2 on 2021-01-01", "met-late; decided_by e"},
                  {"best-3 on 2021-01-01", "pending; decided_by d"},
                  {"best-4 on 2021-01-01", "unknown; decided_by c"},
                  {"best-5 on 2021-01-01", "overdue; decided_by b"},
                  {"best-6 on 2021-01-01", "missed; decided_by a"}}}});
}

TEST_CASE("composition: a share rounds the number wanted up") {
  const std::vector<std::string_view> four_met{"2020-02-01 n-a 5", "2020-02-01 n-b 5",
                                               "2020-02-01 n-c 5", "2020-02-01 n-d 5",
                                               "2020-02-01 n-e 1", "2020-02-01 n-f 1"};
  check(with("t", share("0.8"), {"a", "b", "c", "d", "e"}),
        {"of five, four are 0.8",
         four_met,
         {{"2020-06-30",
           "pending (on-record); decided_by null; value null; goal null; days_left null; "
           "records null"},
          {"2020-07-01", "met; decided_by a"}}});
  check(with("t", share("0.81"), {"a", "b", "c", "d", "e"}),
        {"of five, 0.81 are five", four_met, {{"2020-07-01", "missed; decided_by e"}}});
  check(with("t", share("0.8"), {"a", "b", "c", "d", "e", "f"}),
        {"of six, 0.8 are five", four_met, {{"2020-07-01", "missed; decided_by e"}}});
  check(with("t", share("0.66"), {"a", "b", "c", "d", "e", "f"}),
        {"of six, 0.66 are four", four_met, {{"2020-07-01", "met"}}});
}

TEST_CASE("composition: each member has its own clock, from its first record") {
  Draft draft;
  draft.flow("n").dimensions = {{"company", true, {}}};
  draft.target("t", "n", at_least("3"), ForEach{"company", 30, number("0.5")}).start =
      day("2020-01-15");
  check(draft,
        {
            {"no member at all", {}, {{"2020-02-01", "unknown (no-data); goal 3"}}},
            {"due 30 days after the first record",
             {"2020-02-01 n 1 company=A"},
             {{"t[company=A] on 2020-02-01", "pending; due 2020-03-02; days_left 30"},
              {"2020-03-02", "pending; decided_by null"},
              {"2020-03-03", "missed; decided_by t[company=A]"}}},
            {"one of two is half, two of three are needed",
             {"2020-02-01 n 3 company=A", "2020-02-01 n 1 company=B", "2020-02-02 n 1 company=C"},
             {{"2020-03-03", "met; decided_by t[company=A]"},
              {"2020-03-04", "missed; decided_by t[company=B]"}}},
            {"a vague first record gives both days, never before the window",
             {"2020-01 n 1 company=A"},
             {{"t[company=A] on 2020-02-14", "pending; due 2020-02-14; latest 2020-03-01"},
              {"t[company=A] on 2020-02-15", "overdue (vague-due)"},
              {"t[company=A] on 2020-03-02", "missed"}}},
            {"one whose clock has run out decides, and may repair it late",
             {"2020-02-01 n 1 company=A", "2020-03-05 n 2 company=A"},
             {{"2020-03-04", "missed; decided_by t[company=A]"},
              {"2020-03-05", "met-late; decided_by t[company=A]; days_late 3"}}},
            {"a due day is written as days after the clock began",
             {"2020-01 n 1 company=A"},
             {{"t[company=A] on 2020-02-20", "overdue (vague-due); written 30d after 2020-01-15"}}},
            {"a zero starts no clock",
             {"2020-02-01 n 0 company=A"},
             {{"2020-03-01", "unknown (no-data)"}}},
            {"a record before the window starts no clock",
             {"2020-01-14 n 3 company=A"},
             {{"2020-03-01", "unknown (no-data)"}}},
        });
}

TEST_CASE("composition: a member of several words is quoted in its id") {
  Draft draft;
  draft.flow("n").dimensions = {{"company", true, {}}};
  draft.target("t", "n", at_least("3"), ForEach{"company", 30});
  draft.add("n", "2020-01-15", "1", dims({{"company", "Van Damme & Co"}}));
  CHECK(status(draft.judge("t[company=\"Van Damme & Co\"]", "2020-02-20")) == "missed");
  CHECK(draft.evaluate("2020-02-20").verdicts.size() == 2);
}

}  // namespace jalon::engine

#include "tests/engine/draft.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Four targets that have come to 1, 4, 4 and 2 of 5; two more are met, on 1 and on 2 March.
Draft six() {
  Draft draft;
  const auto add = [&](const std::string& id, std::string_view value, std::string_view on) {
    draft.flow("i-" + id);
    draft.target(id, "i-" + id, at_least("5"), by("2020-06-30"));
    draft.add("i-" + id, on, value);
  };
  add("one", "1", "2020-02-01");
  add("four", "4", "2020-02-01");
  add("four-too", "4", "2020-02-01");
  add("two", "2", "2020-02-01");
  add("first", "5", "2020-03-01");
  add("second", "9", "2020-03-02");
  return draft;
}

}  // namespace

TEST_CASE("the child that decides a composite, and how ties are broken") {
  struct Case {
    Rule rule;
    std::vector<std::string_view> members;
    std::string_view decided_by;
  };
  const std::vector<Case> cases{
      {All{}, {"first", "four", "one", "two"}, "one"},
      {All{}, {"four", "four-too"}, "four"},
      {All{}, {"first", "second"}, "second"},
      {Any{}, {"one", "two", "four-too", "four"}, "four-too"},
      {Any{}, {"second", "first"}, "first"},
      {AtLeastOf{1}, {"one", "first", "second"}, "first"},
      {AtLeastOf{2}, {"one", "first", "second"}, "second"},
      {AtLeastOf{2}, {"one", "first", "four"}, "four"},
      {AtLeastOf{3}, {"one", "first", "four"}, "one"},
      {AtLeastOf{3}, {"first", "two", "four", "four-too"}, "four"},
  };
  for (const Case& row : cases) {
    Draft draft = six();
    draft.commitment("whole", row.rule, row.members);
    const Verdict whole = draft.judge("whole", "2020-04-01");
    CAPTURE(row.decided_by);
    CHECK(whole.decided_by == row.decided_by);
    const Verdict child = draft.judge(row.decided_by, "2020-04-01");
    CHECK(reading(whole) == reading(child));
    CHECK(text(whole.value) == text(child.value));
    CHECK(whole.kind == VerdictKind::commitment);
  }
}

TEST_CASE("statuses are ordered met, met-late, pending, unknown, overdue, missed") {
  Draft draft;
  const auto add = [&](const std::string& id, TimeClause time, std::string_view on) {
    draft.flow("i-" + id);
    draft.target(id, "i-" + id, at_least("5"), std::move(time));
    if (!on.empty()) draft.add("i-" + id, on, id == "missed" ? "1" : "5");
  };
  add("missed", by("2020-06-30"), "2020-02-01");
  add("overdue", by("2020-06-30"), "");
  add("unknown", undated(), "");
  add("pending", by("2022-06-30"), "");
  add("met-late", by("2020-06-30"), "2020-08-01");
  add("met", by("2020-06-30"), "2020-02-01");
  for (std::uint32_t k = 1; k <= 6; ++k) {
    draft.commitment("best-" + std::to_string(k), AtLeastOf{k},
                     {"missed", "overdue", "unknown", "pending", "met-late", "met"});
  }
  const std::vector<std::string> best{"met", "met-late", "pending", "unknown", "overdue", "missed"};
  for (std::size_t k = 1; k <= 6; ++k) {
    CHECK(status(draft.judge("best-" + std::to_string(k), "2021-01-01")) == best[k - 1]);
  }
}

TEST_CASE("a milestone can be a member, and an unknown progress is the lowest") {
  Draft draft = six();
  draft.milestone("step", {"done"}, "done", by("2020-06-30"));
  draft.commitment("whole", All{}, {"one", "step"});
  CHECK(draft.judge("whole", "2020-04-01").decided_by == "step");
}

TEST_CASE("each member has its own clock, and only those that have run out are ranked") {
  Draft draft;
  draft.flow("days").dimensions = {{"company", true, {}}};
  draft.target("three", "days", at_least("3"), ForEach{"company", 30, Decimal::scaled(5, 1)})
      .start = day("2020-01-01");
  CHECK(reading(draft.judge("three", "2020-01-01")) == "unknown (no-data)");
  CHECK(text(draft.judge("three", "2020-01-01").goal) == "3");
  draft.add("days", "2020-01-10", "1", dims({{"company", "A"}}));
  draft.add("days", "2020-02-01", "3", dims({{"company", "B"}}));
  draft.add("days", "2020-02-01", "1", dims({{"company", "C"}}));
  draft.add("days", "2019-12-01", "9", dims({{"company", "D"}}));
  draft.add("days", "2020-01-01", "0", dims({{"company", "E"}}));
  const Verdict running = draft.judge("three", "2020-02-09");
  CHECK(reading(running) == "pending (on-record)");
  CHECK(running.decided_by.empty());
  CHECK(text(running.value) == "null");
  const Verdict one_out = draft.judge("three", "2020-02-10");
  CHECK(status(one_out) == "missed");
  CHECK(one_out.decided_by == "three[company=A]");
  CHECK(status(draft.judge("three[company=A]", "2020-02-09")) == "pending");
  const Verdict all_out = draft.judge("three", "2020-03-03");
  CHECK(status(all_out) == "missed");
  CHECK(all_out.decided_by == "three[company=A]");
  const Evaluation evaluation = draft.evaluate("2020-03-03");
  CHECK(evaluation.verdicts.size() == 4);
  draft.add("days", "2020-03-05", "2", dims({{"company", "C"}}));
  CHECK(status(draft.judge("three", "2020-03-05")) == "met-late");
}

TEST_CASE("a vague first record gives a member a due day and a later latest one") {
  Draft draft;
  draft.flow("days").dimensions = {{"company", true, {}}};
  draft.target("three", "days", at_least("3"), ForEach{"company", 30}).start = day("2020-01-15");
  draft.add("days", "2020-01", "1", dims({{"company", "Van Damme & Co"}}));
  const Verdict member = draft.judge("three[company=\"Van Damme & Co\"]", "2020-02-20");
  CHECK(text(member.due.nominal) == "2020-02-14");
  CHECK(text(member.due.latest) == "2020-03-01");
  CHECK(member.due.written == "30d after 2020-01-15");
  CHECK(reading(member) == "overdue (vague-due)");
}

}  // namespace jalon::engine

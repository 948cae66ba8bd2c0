#include "rules/engine/rollup.hpp"
#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Three targets of 5 by June 2020: a and b are met, c is not.
Draft two_of_three_met() {
  Draft draft;
  for (const std::string id : {"a", "b", "c"}) {
    draft.flow("i-" + id);
    draft.target(id, "i-" + id, at_least("5"), by("2020-06-30"));
    draft.add("i-" + id, "2020-02-01", id == "c" ? "1" : "5");
  }
  return draft;
}

void check_silent(const Verdict& verdict) {
  CHECK(text(verdict.since) == "null");
  CHECK(text(verdict.reached_on) == "null");
  CHECK(text(verdict.days_left) == "null");
  CHECK(text(verdict.value) == "null");
  CHECK(text(verdict.goal) == "null");
  CHECK(text(verdict.gap) == "null");
  CHECK(text(verdict.surplus) == "null");
  CHECK(text(verdict.progress) == "null");
  CHECK(verdict.bounds == Bounds{});
  CHECK(verdict.due == Due{});
  CHECK(verdict.outlook == Outlook{});
  CHECK(verdict.confidence == Confidence{});
  CHECK(verdict.decided_by.empty());
  CHECK(verdict.records.empty());
}

}  // namespace

TEST_CASE(
    "composition void: a withdrawn promise is void from the day decided, and says nothing but "
    "that") {
  Draft draft = two_of_three_met();
  draft.milestone("plan", {"law"}, "law", by("2020-06-30"));
  withdraw(draft, "c", "2020-05-01");
  withdraw(draft, "plan", "2020-05-01");
  for (const std::string_view id : {"c", "plan"}) {
    CHECK(status(draft.judge(id, "2020-04-30")) == "pending");
    const Verdict verdict = draft.judge(id, "2020-05-01");
    CHECK(reading(verdict) == "void (withdrawn)");
    CHECK(original(verdict) == "pending");
    check_silent(verdict);
  }
  CHECK(original(draft.judge("c", "2020-07-01")) == "missed");
}

TEST_CASE(
    "composition void: void members leave a composite, and how many are wanted never shrinks") {
  struct Row {
    Rule rule;
    std::vector<std::string_view> withdrawn;
    std::string_view reading;
    std::string_view decided_by;
  };
  const std::vector<Row> rows{
      {All{}, {}, "missed (on-record)", "c"},
      {All{}, {"c"}, "met (on-record)", "a"},
      {Any{}, {"a"}, "met (on-record)", "b"},
      {Any{}, {"a", "b"}, "missed (on-record)", "c"},
      {AtLeastOf{2}, {"c"}, "met (on-record)", "a"},
      {AtLeastOf{2}, {"b"}, "missed (on-record)", "c"},
      {AtLeastOf{2}, {"b", "c"}, "missed (withdrawn)", ""},
      {AtLeastOf{2}, {"a", "b", "c"}, "void (withdrawn)", ""},
      {All{}, {"a", "b", "c"}, "void (withdrawn)", ""},
      {Any{}, {"a", "b", "c"}, "void (withdrawn)", ""},
      {ShareOf{Decimal{1}}, {"c"}, "met (on-record)", "a"},
      {ShareOf{Decimal{1}}, {"a", "b", "c"}, "void (withdrawn)", ""},
  };
  for (const Row& row : rows) {
    Draft draft = two_of_three_met();
    draft.commitment("whole", row.rule, {"a", "b", "c"});
    for (const std::string_view id : row.withdrawn) withdraw(draft, id, "2020-05-01");
    CAPTURE(row.rule.index(), row.withdrawn.size(), row.reading);
    const Verdict verdict = draft.judge("whole", "2020-07-01");
    CHECK(reading(verdict) == row.reading);
    CHECK(verdict.decided_by == row.decided_by);
    CHECK(original(verdict) == (row.withdrawn.empty()                       ? "null"
                                : std::holds_alternative<All>(row.rule)     ? "missed"
                                : std::holds_alternative<ShareOf>(row.rule) ? "missed"
                                                                            : "met"));
    if (row.decided_by.empty()) check_silent(verdict);
  }
}

TEST_CASE(
    "composition void: periods that had ended by the day of a withdrawal keep their verdict") {
  struct Row {
    std::string_view decided;
    std::string_view first;
    std::string_view second;
  };
  const Row row = GENERATE(values<Row>({
      {"2019-12-31", "void", "void"},
      {"2020-01-01", "met", "void"},
      {"2020-12-31", "met", "void"},
      {"2021-01-01", "met", "missed"},
  }));
  CAPTURE(row.decided);
  Draft draft;
  draft.flow("made");
  draft.target("floor", "made", at_least("5"), per_year("2019", "2020"));
  draft.add("made", "2019-02-01", "5");
  draft.add("made", "2020-02-01", "4");
  withdraw(draft, "floor", row.decided);
  const Evaluation evaluation = draft.evaluate("2021-02-01");
  CHECK(reading(*evaluation.find("floor")) == "void (withdrawn)");
  CHECK(original(*evaluation.find("floor")) == "missed");
  CHECK(status(*evaluation.find("floor[2019]")) == row.first);
  CHECK(status(*evaluation.find("floor[2020]")) == row.second);
  CHECK(original(*evaluation.find("floor[2019]")) == (row.first == "void" ? "met" : "null"));
}

TEST_CASE("composition void: a withdrawn group lists no members, and parts go with their whole") {
  Draft draft;
  draft.flow("days").dimensions = {{"company", true, {}}};
  draft.target("three", "days", at_least("3"), ForEach{"company", 30});
  draft.add("days", "2020-01-10", "2", dims({{"company", "A"}}));
  draft.target("ten", "days", at_least("10"), by("2020-06-30"));
  draft.part("company", "A", at_least("10"));
  withdraw(draft, "three", "2020-02-01");
  withdraw(draft, "ten", "2020-02-01");
  const Evaluation evaluation = draft.evaluate("2020-03-01");
  REQUIRE(evaluation.verdicts.size() == 3);
  for (const Verdict& verdict : evaluation.verdicts) CHECK(status(verdict) == "void");
  CHECK(original(*evaluation.find("ten[company=A]")) == "pending");
}

TEST_CASE("composition void: void verdicts leave every total, and are counted all the same") {
  Draft draft = two_of_three_met();
  draft.programme.areas = {"north", "south"};
  for (Target& target : draft.programme.targets) target.area = target.id == "c" ? "south" : "north";
  withdraw(draft, "c", "2020-05-01");
  const Evaluation evaluation = draft.evaluate("2020-07-01");
  std::vector<const Verdict*> verdicts;
  for (const Verdict& verdict : evaluation.verdicts) verdicts.push_back(&verdict);
  const Rollup rollup = roll_up(draft.programme, verdicts);
  CHECK(rollup.all.total() == 2);
  CHECK(rollup.all.counts[static_cast<std::size_t>(Status::voided)] == 1);
  REQUIRE(rollup.by_area.size() == 2);
  CHECK(rollup.by_area[1].name == "south");
  CHECK(rollup.by_area[1].total() == 0);
}

}  // namespace jalon::engine

#include "rules/engine/finding.hpp"
#include "tests/verdicts/table.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Two yearly floors, each missed in 2019 and in 2020, one of them split.
Draft split_floors() {
  Draft draft;
  draft.flow("made").dimensions = {{"kind", false, {"x"}}};
  draft.target("floor", "made", at_least("10"), per_year("2019"));
  draft.part("kind", "x", at_least("10"));
  draft.add("made", "2019-02-01", "1", dims({{"kind", "x"}}));
  draft.add("made", "2020-02-01", "1", dims({{"kind", "x"}}));
  return draft;
}

/// Three targets due in June 2020: a is met, b and c are missed.
Draft one_of_three_met() {
  Draft draft;
  for (const std::string id : {"a", "b", "c"}) {
    draft.flow("i-" + id);
    draft.target(id, "i-" + id, at_least("5"), by("2020-06-30"));
    draft.add("i-" + id, "2020-02-01", id == "a" ? "5" : "1");
  }
  draft.commitment("whole", All{}, {"a", "b", "c"});
  return draft;
}

Verdict found_by(const Draft& draft, std::string_view id, const FindingRule& rule) {
  const Moment moment{day("2020-07-01"), day("2020-07-01"), {}};
  return *evaluate(draft.programme, draft.log, moment, {}, rule).find(id);
}

}  // namespace

TEST_CASE("decisions waiver: a waiver covers an id and its instances, of a whole its parts too") {
  struct Row {
    std::string_view waiver;
    std::string_view whole;
    std::string_view whole_2019;
    std::string_view whole_2020;
    std::string_view part;
    std::string_view part_2019;
    std::string_view part_2020;
  };
  const Row row = GENERATE(values<Row>({
      {"floor", "W", "W", "W", "W", "W", "W"},
      {"floor[2019]", "null", "W", "null", "null", "W", "null"},
      {"floor[2020]", "W", "null", "W", "W", "null", "W"},
      {"floor[kind=x]", "null", "null", "null", "W", "W", "W"},
      {"floor[2020][kind=x]", "null", "null", "null", "W", "null", "W"},
      {"floo", "null", "null", "null", "null", "null", "null"},
  }));
  CAPTURE(row.waiver);
  Draft draft = split_floors();
  waive(draft, "W", row.waiver, "2021-01-01", "2021-12-31");
  const Evaluation evaluation = draft.evaluate("2021-02-01");
  const auto of = [&](std::string_view id) { return waived(*evaluation.find(id)); };
  CHECK(of("floor") == row.whole);
  CHECK(of("floor[2019]") == row.whole_2019);
  CHECK(of("floor[2020]") == row.whole_2020);
  CHECK(of("floor[kind=x]") == row.part);
  CHECK(of("floor[2019][kind=x]") == row.part_2019);
  CHECK(of("floor[2020][kind=x]") == row.part_2020);
}

TEST_CASE("decisions waiver: the first waiver declared that is in force is the one shown") {
  Draft draft = one_of_three_met();
  waive(draft, "over", "b", "2020-01-01", "2020-06-30");
  waive(draft, "first", "b", "2020-07-01", "2020-12-31");
  waive(draft, "second", "b", "2020-07-01", "2020-08-31");
  CHECK(waived(draft.judge("b", "2020-07-01")) == "first");
  CHECK(waived(draft.judge("b", "2020-06-30")) == "over");
}

TEST_CASE("decisions waiver: a composite is waived where each child that would be a finding is") {
  struct Row {
    std::vector<std::string_view> covered;
    std::string_view waived;
  };
  const std::vector<Row> rows{
      {{}, "null"},        {{"b"}, "null"},        {{"a"}, "null"},
      {{"b", "c"}, "W-c"}, {{"whole"}, "W-whole"}, {{"b", "c", "whole"}, "W-whole"},
  };
  for (const Row& row : rows) {
    Draft draft = one_of_three_met();
    for (const std::string_view id : row.covered) {
      waive(draft, "W-" + std::string{id}, id, "2020-07-01",
            id == "c" ? "2020-08-31" : "2020-12-31");
    }
    CAPTURE(row.covered.size(), row.waived);
    CHECK(waived(draft.judge("whole", "2020-07-01")) == row.waived);
  }
}

TEST_CASE("decisions waiver: what would be a finding is the caller's rule") {
  Draft draft = one_of_three_met();
  draft.programme.targets[2].severity = Severity::low;
  waive(draft, "W", "b", "2020-07-01", "2020-12-31");
  CHECK(waived(found_by(draft, "whole", {})) == "W");
  FindingRule strict;
  strict.min_severity = Severity::low;
  CHECK(waived(found_by(draft, "whole", strict)) == "null");
  FindingRule overdue;
  overdue.statuses = {Status::overdue};
  CHECK(waived(found_by(draft, "whole", overdue)) == "null");
  FindingRule grave;
  grave.min_severity = Severity::critical;
  CHECK(waived(found_by(draft, "whole", grave)) == "null");
}

TEST_CASE("decisions waiver: the overall verdict of periods looks at those that speak for it") {
  struct Row {
    Per::Overall overall;
    std::vector<std::string_view> covered;
    std::string_view waived;
  };
  const std::vector<Row> rows{
      {Per::Overall::latest_closed, {"floor[2020]"}, "floor[2020]"},
      {Per::Overall::latest_closed, {"floor[2019]"}, "null"},
      {Per::Overall::all, {"floor[2020]"}, "null"},
      {Per::Overall::all, {"floor[2019]", "floor[2020]"}, "floor[2019]"},
      {Per::Overall::all, {"floor"}, "floor"},
      {Per::Overall::current, {"floor[2019]", "floor[2020]"}, "null"},
  };
  for (const Row& row : rows) {
    Draft draft = split_floors();
    std::get<Per>(draft.programme.targets[0].time).overall = row.overall;
    for (const std::string_view id : row.covered) {
      waive(draft, std::string{id}, id, "2021-01-01", "2021-12-31");
    }
    CAPTURE(static_cast<int>(row.overall), row.covered.size());
    CHECK(waived(draft.judge("floor", "2021-02-01")) == row.waived);
  }
}

TEST_CASE(
    "decisions waiver: members whose clock still runs do not keep a group from being waived") {
  Draft draft;
  draft.flow("days").dimensions = {{"company", true, {}}};
  draft.target("three", "days", at_least("3"), ForEach{"company", 30});
  draft.add("days", "2020-01-10", "1", dims({{"company", "A"}}));
  draft.add("days", "2020-03-20", "1", dims({{"company", "B"}}));
  waive(draft, "W", "three[company=A]", "2020-03-01", "2020-12-31");
  CHECK(waived(draft.judge("three", "2020-04-01")) == "W");
  CHECK(waived(draft.judge("three", "2020-04-20")) == "null");
}

TEST_CASE("decisions waiver: a revision does not end a waiver, and a waiver no revision") {
  Draft draft = one_of_three_met();
  waive(draft, "W", "b", "2020-07-01", "2020-12-31");
  amend(draft, "b", "2020-08-01").comparison = at_least("4");
  const Verdict verdict = draft.judge("b", "2020-08-01");
  CHECK(status(verdict) == "missed");
  CHECK(text(verdict.goal) == "4");
  CHECK(waived(verdict) == "W");
}

TEST_CASE(
    "decisions waiver: a composite of any, of so many and of a share, and one of composites") {
  struct Row {
    Rule rule;
    std::vector<std::string_view> covered;
    std::string_view says, outer;
  };
  const Rule two{AtLeastOf{2}};
  const Rule share{ShareOf{Decimal{1}}};
  const std::vector<Row> rows{
      {Any{}, {"b", "c"}, "met; waived null", "met; waived null"},
      {two, {}, "missed; waived null", "missed; waived null"},
      {two, {"b"}, "missed; waived null", "missed; waived null"},
      {two, {"b", "c"}, "missed; waived W-b", "missed; waived W-b"},
      {share, {"c"}, "missed; waived null", "missed; waived null"},
      {share, {"b", "c"}, "missed; waived W-b", "missed; waived W-b"},
      {share, {"whole"}, "missed; waived W-whole", "missed; waived W-whole"},
      {share, {"outer"}, "missed; waived null", "missed; waived W-outer"},
  };
  for (const Row& row : rows) {
    Draft draft = one_of_three_met();
    draft.programme.commitments[0].rule = row.rule;
    Commitment outer{{}, All{}, {Ref<Commitment>{0}}};
    outer.id = "outer";
    draft.programme.commitments.push_back(std::move(outer));
    for (const std::string_view id : row.covered) {
      waive(draft, "W-" + std::string{id}, id, "2020-07-01", "2020-12-31");
    }
    check(draft,
          {row.says,
           {},
           {{"whole on 2020-07-01", row.says},
            {"outer on 2020-07-01", row.outer},
            {"outer on 2021-01-01",
             std::holds_alternative<Any>(row.rule) ? "waived null" : "missed; waived null"}}});
  }
}

}  // namespace jalon::engine

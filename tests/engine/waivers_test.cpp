#include "rules/engine/finding.hpp"
#include "tests/engine/changes.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

/// Two yearly floors, each missed in 2019 and in 2020, one of them split.
Draft floors() {
  Draft draft;
  draft.flow("made").dimensions = {{"kind", false, {"x"}}};
  draft.target("floor", "made", at_least("10"), per_year("2019"));
  draft.part("kind", "x", at_least("10"));
  draft.add("made", "2019-02-01", "1", dims({{"kind", "x"}}));
  draft.add("made", "2020-02-01", "1", dims({{"kind", "x"}}));
  return draft;
}

/// Three targets due in June 2020: a is met, b and c are missed.
Draft three() {
  Draft draft;
  for (const std::string id : {"a", "b", "c"}) {
    draft.flow("i-" + id);
    draft.target(id, "i-" + id, at_least("5"), by("2020-06-30"));
    draft.add("i-" + id, "2020-02-01", id == "a" ? "5" : "1");
  }
  draft.commitment("whole", All{}, {"a", "b", "c"});
  return draft;
}

Verdict find(const Draft& draft, std::string_view id, const FindingRule& rule) {
  const Moment moment{day("2020-07-01"), day("2020-07-01"), {}};
  return *evaluate(draft.programme, draft.log, moment, {}, rule).find(id);
}

}  // namespace

TEST_CASE("a waiver stands from the day granted through its last day, once it is known") {
  struct Row {
    std::string_view as_of;
    std::string_view known;
    std::string_view waived;
  };
  const Row row = GENERATE(values<Row>({
      {"2020-06-30", "2020-12-31", "null"},
      {"2020-07-01", "2020-07-01", "W-1"},
      {"2020-07-02", "2020-06-30", "null"},
      {"2020-09-30", "2020-09-30", "W-1"},
      {"2020-10-01", "2020-10-01", "null"},
  }));
  CAPTURE(row.as_of, row.known);
  Draft draft = three();
  waive(draft, "W-1", "b", "2020-07-01", "2020-09-30");
  const Verdict verdict = draft.judge("b", row.as_of, row.known);
  CHECK(waived(verdict) == row.waived);
  CHECK(is_finding(draft.programme, draft.judge("b", "2020-07-01"), {}) == false);
  CHECK(status(draft.judge("b", "2020-07-01")) == "missed");
  CHECK(waived(draft.judge("c", "2020-07-01")) == "null");
}

TEST_CASE("a waiver covers an id and its instances, of a whole its parts too") {
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
  Draft draft = floors();
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

TEST_CASE("the first waiver declared that is in force is the one shown") {
  Draft draft = three();
  waive(draft, "over", "b", "2020-01-01", "2020-06-30");
  waive(draft, "first", "b", "2020-07-01", "2020-12-31");
  waive(draft, "second", "b", "2020-07-01", "2020-08-31");
  CHECK(waived(draft.judge("b", "2020-07-01")) == "first");
  CHECK(waived(draft.judge("b", "2020-06-30")) == "over");
}

TEST_CASE("a composite is waived where each child that would be a finding is") {
  struct Row {
    std::vector<std::string_view> covered;
    std::string_view waived;
  };
  const std::vector<Row> rows{
      {{}, "null"},        {{"b"}, "null"},        {{"a"}, "null"},
      {{"b", "c"}, "W-c"}, {{"whole"}, "W-whole"}, {{"b", "c", "whole"}, "W-whole"},
  };
  for (const Row& row : rows) {
    Draft draft = three();
    for (const std::string_view id : row.covered) {
      waive(draft, "W-" + std::string{id}, id, "2020-07-01",
            id == "c" ? "2020-08-31" : "2020-12-31");
    }
    CAPTURE(row.covered.size(), row.waived);
    CHECK(waived(draft.judge("whole", "2020-07-01")) == row.waived);
  }
}

TEST_CASE("what would be a finding is the caller's rule") {
  Draft draft = three();
  draft.programme.targets[2].severity = Severity::low;
  waive(draft, "W", "b", "2020-07-01", "2020-12-31");
  CHECK(waived(find(draft, "whole", {})) == "W");
  FindingRule strict;
  strict.min_severity = Severity::low;
  CHECK(waived(find(draft, "whole", strict)) == "null");
  FindingRule overdue;
  overdue.statuses = {Status::overdue};
  CHECK(waived(find(draft, "whole", overdue)) == "null");
  FindingRule grave;
  grave.min_severity = Severity::critical;
  CHECK(waived(find(draft, "whole", grave)) == "null");
}

TEST_CASE("the overall verdict of periods looks at those that speak for it") {
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
      {Per::Overall::current, {"floor[2019]", "floor[2020]"}, "null"},
  };
  for (const Row& row : rows) {
    Draft draft = floors();
    std::get<Per>(draft.programme.targets[0].time).overall = row.overall;
    for (const std::string_view id : row.covered) {
      waive(draft, std::string{id}, id, "2021-01-01", "2021-12-31");
    }
    CAPTURE(static_cast<int>(row.overall), row.covered.size());
    CHECK(waived(draft.judge("floor", "2021-02-01")) == row.waived);
  }
}

TEST_CASE("members whose clock still runs do not keep a group from being waived") {
  Draft draft;
  draft.flow("days").dimensions = {{"company", true, {}}};
  draft.target("three", "days", at_least("3"), ForEach{"company", 30});
  draft.add("days", "2020-01-10", "1", dims({{"company", "A"}}));
  draft.add("days", "2020-03-20", "1", dims({{"company", "B"}}));
  waive(draft, "W", "three[company=A]", "2020-03-01", "2020-12-31");
  CHECK(waived(draft.judge("three", "2020-04-01")) == "W");
  CHECK(waived(draft.judge("three", "2020-04-20")) == "null");
}

TEST_CASE("a revision does not end a waiver, and a waiver no revision") {
  Draft draft = three();
  waive(draft, "W", "b", "2020-07-01", "2020-12-31");
  amend(draft, "b", "2020-08-01").comparison = at_least("4");
  const Verdict verdict = draft.judge("b", "2020-08-01");
  CHECK(status(verdict) == "missed");
  CHECK(text(verdict.goal) == "4");
  CHECK(waived(verdict) == "W");
}

}  // namespace jalon::engine

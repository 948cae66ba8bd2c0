#include "rules/engine/coverage.hpp"

#include "rules/engine/rollup.hpp"

#include <catch2/catch.hpp>

namespace jalon::engine {
namespace {

DateExpression year(int number) { return parse_date_expression(std::to_string(number)).value(); }

/// Three areas, two levels; an initiative in "skills" with a yearly floor and a total, one in
/// "research" without target, a recommendation in "rules", nothing at all in "networks".
Programme plan(std::int64_t floor, std::int64_t total) {
  Programme programme;
  programme.areas = {"skills", "research", "rules", "networks"};
  programme.levels = {"national", "regional"};
  Initiative skills;
  skills.id = "academy";
  skills.area = "skills";
  skills.level = "national";
  Initiative research = skills;
  research.id = "laboratory";
  research.area = "research";
  research.level = "regional";
  programme.initiatives = {skills, research};
  Recommendation code;
  code.id = "code-of-conduct";
  code.area = "rules";
  code.level = "national";
  programme.recommendations = {code};
  Indicator money;
  money.id = "money";
  money.unit = "EUR";
  money.measure = Flow{};
  programme.indicators = {money};
  Target yearly;
  yearly.id = "yearly";
  yearly.indicator = {0};
  yearly.initiative = Ref<Initiative>{0};
  yearly.area = "skills";
  yearly.level = "national";
  yearly.comparison = AtLeast{Decimal{floor}};
  yearly.time = Per{PeriodUnit::year, {Date{2020, 1, 1}, Date{2020, 12, 31}}, {}};
  Target sum = yearly;
  sum.id = "total";
  sum.comparison = AtLeast{Decimal{total}};
  sum.time = By{year(2030)};
  programme.targets = {yearly, sum};
  return programme;
}

TEST_CASE("a yearly floor that does not add up to the total is shown with its numbers",
          "[coverage]") {
  const Coverage coverage = coverage_of(plan(80, 1000));
  REQUIRE(coverage.floors_below_goal.size() == 1);
  const FloorBelowGoal& found = coverage.floors_below_goal.front();
  CHECK(found.periods == 11);
  CHECK(found.reaches == Decimal{880});
  CHECK(found.missing == Decimal{120});
  CHECK(found.floor.index == 0);
  CHECK(found.goal.index == 1);
}

TEST_CASE("floor and total agree from the exact sum on", "[coverage]") {
  CHECK(coverage_of(plan(91, 1001)).floors_below_goal.empty());
  CHECK(coverage_of(plan(91, 1002)).floors_below_goal.size() == 1);
}

TEST_CASE("only whole periods inside both windows count", "[coverage]") {
  Programme programme = plan(80, 1000);
  programme.targets[1].start = Date{2021, 6, 1};
  CHECK(coverage_of(programme).floors_below_goal.front().periods == 9);
  programme.targets[1].start = std::nullopt;
  std::get<Per>(programme.targets[0].time).last = Period{Date{2024, 1, 1}, Date{2024, 12, 31}};
  CHECK(coverage_of(programme).floors_below_goal.front().periods == 5);
  programme.targets[1].time = By{parse_date_expression("2023-12-30").value()};
  CHECK(coverage_of(programme).floors_below_goal.front().periods == 3);
}

TEST_CASE("the matrix and the holes of a plan", "[coverage]") {
  const Coverage coverage = coverage_of(plan(80, 1000));
  CHECK(coverage.cells[0][0].initiatives == 1);
  CHECK(coverage.cells[0][0].targets == 2);
  CHECK(coverage.cells[1][1].initiatives == 1);
  CHECK(coverage.cells[1][1].targets == 0);
  CHECK(coverage.cells[2][0].recommendations == 1);
  CHECK(coverage.areas_uncovered == std::vector<std::string>{"rules", "networks"});
  CHECK(coverage.areas_unmeasured == std::vector<std::string>{"research", "rules"});
  CHECK(coverage.without_target == std::vector<Ref<Initiative>>{{1}});
  CHECK(coverage.unmeasured == std::vector<Ref<Recommendation>>{{0}});
}

TEST_CASE("counts add up: periods and members are left out, commitments stand apart", "[rollup]") {
  Programme programme = plan(80, 1000);
  programme.commitments.resize(1);
  const auto verdict = [](VerdictKind kind, Subject subject, Status status) {
    Verdict made;
    made.kind = kind;
    made.subject = subject;
    made.status = status;
    return made;
  };
  const std::vector<Verdict> verdicts{
      verdict(VerdictKind::target, Ref<Target>{0}, Status::missed),
      verdict(VerdictKind::period, Ref<Target>{0}, Status::met),
      verdict(VerdictKind::target, Ref<Target>{1}, Status::pending),
      verdict(VerdictKind::commitment, Ref<Commitment>{0}, Status::missed)};
  std::vector<const Verdict*> selected;
  for (const Verdict& one : verdicts) selected.push_back(&one);

  const Rollup rollup = roll_up(programme, selected);
  CHECK(rollup.all.total() == 2);
  CHECK(rollup.all.counts[static_cast<std::size_t>(Status::missed)] == 1);
  CHECK(rollup.commitments.total() == 1);
  REQUIRE(rollup.by_area.size() == 1);
  CHECK(rollup.by_area.front().name == "skills");
  CHECK(rollup.by_area.front().total() == 2);
  REQUIRE(rollup.by_owner.size() == 1);
  CHECK(rollup.by_owner.front().name.empty());
}

}  // namespace
}  // namespace jalon::engine

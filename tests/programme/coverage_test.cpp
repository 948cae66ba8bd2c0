#include "rules/engine/coverage.hpp"
#include "tests/programme/belgium.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("the holes of the Belgian plan show: no infrastructure, networking and rules unmeasured",
          "[belgium]") {
  const engine::Coverage coverage = engine::coverage_of(belgium());
  CHECK(coverage.areas_uncovered == Names{"infrastructure"});
  CHECK(coverage.areas_unmeasured == Names{"networking", "regulation"});
}

TEST_CASE("eighty million a year do not make a billion by 2030", "[belgium]") {
  const Programme programme = belgium();
  const engine::Coverage coverage = engine::coverage_of(programme);
  REQUIRE(coverage.floors_below_goal.size() == 1);
  const engine::FloorBelowGoal& found = coverage.floors_below_goal.front();
  CHECK(programme[found.floor].id == "ai-investment.yearly-floor");
  CHECK(programme[found.goal].id == "ai-investment.cumulative-2030");
  CHECK(found.periods == 11);
  CHECK(found.reaches == Decimal{880'000'000});
  CHECK(found.missing == Decimal{120'000'000});
}

TEST_CASE("the pillars of the Flemish plan add up to its budget", "[belgium]") {
  const Programme programme = belgium();
  Decimal sum;
  int parts = 0;
  for (const Target& target : programme.targets) {
    if (!target.whole) continue;
    CHECK(programme[*target.whole].id == "flanders.budget");
    CHECK_FALSE(target.tolerance);
    sum += std::get<AtLeast>(target.comparison).goal;
    ++parts;
  }
  CHECK(parts == 3);
  CHECK(sum == Decimal{32'000'000});
}

TEST_CASE("the only evidence that the Belgian programme demands is of a launched proof of concept",
          "[belgium]") {
  const Programme programme = belgium();
  for (const Indicator& one : programme.indicators) {
    INFO(one.id);
    CHECK(one.evidence.required == (one.id == "poc"));
    const bool derived = std::holds_alternative<Ratio>(one.measure);
    CHECK((derived || one.completeness == Completeness::attested));
  }
  for (const Milestone& one : programme.milestones) CHECK_FALSE(one.evidence.required);
}

}  // namespace
}  // namespace jalon::tests

#include "rules/definitions/lint_checks.hpp"
#include "rules/engine/coverage.hpp"

#include <fmt/format.h>

namespace jalon::definitions {
namespace {

constexpr int kYear = 365;  // days

bool from_series(const Target& target) {
  const auto* least = std::get_if<AtLeast>(&target.comparison);
  return least != nullptr && least->from.series;
}

void lint_floor(const Programme& programme, const engine::FloorBelowGoal& found, Diagnostics& out) {
  const Target& floor = programme[found.floor];
  const Target& goal = programme[found.goal];
  if (from_series(floor) || from_series(goal)) return;  // their numbers change with the series
  warn(out, "floor-below-goal", floor.place,
       fmt::format("{} kept in all {} periods comes to {}: {} short of {}", quoted(floor.id),
                   found.periods, found.reaches.str(), found.missing.str(), quoted(goal.id)),
       fmt::format("the goal is defined at {}", printable(goal.place.str())));
}

/// A level that is judged once a year has to last a year.
void lint_freshness(const Programme& programme, const Target& target, Diagnostics& out) {
  const auto* per = std::get_if<Per>(&target.time);
  if (per == nullptr || per->unit != PeriodUnit::year || target.whole) return;
  for (const Ref<Indicator> part : measured_under(programme, target.indicator)) {
    const Indicator& indicator = programme[part];
    if (!std::holds_alternative<Stock>(indicator.measure)) continue;
    if (indicator.freshness.stale_after >= kYear) continue;
    warn(out, "stale-too-soon", indicator.place,
         fmt::format("target {} judges indicator {} once a year, but a reading is stale after {} "
                     "days",
                     quoted(target.id), quoted(indicator.id), indicator.freshness.stale_after),
         "write stale_after = \"400d\" or more");
  }
}

}  // namespace

void lint_plan(const Plan& plan, Diagnostics& out) {
  for (const Target& target : plan.programme.targets) lint_freshness(plan.programme, target, out);
  const engine::Coverage coverage = engine::coverage_of(plan.programme);
  for (const auto& found : coverage.floors_below_goal) lint_floor(plan.programme, found, out);
  for (const std::string& area : coverage.areas_uncovered) {
    warn(out, "uncovered-area", {}, fmt::format("area {} has no initiative", quoted(area)));
  }
  for (const std::string& area : coverage.areas_unmeasured) {
    warn(out, "unmeasured-area", {},
         fmt::format("area {} has initiatives or recommendations, but no target", quoted(area)));
  }
}

}  // namespace jalon::definitions

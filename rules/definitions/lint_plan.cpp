#include "rules/definitions/lint_checks.hpp"
#include "rules/engine/coverage.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr int kYear = 365;  // days

void warn(Diagnostics& out, std::string_view code, std::string message, Place where,
          std::string hint) {
  out.push_back({.severity = Diagnostic::Severity::warning,
                 .code = std::string{code},
                 .message = std::move(message),
                 .where = std::move(where),
                 .hint = std::move(hint)});
}

void lint_floor(const Programme& programme, const engine::FloorBelowGoal& found, Diagnostics& out) {
  const Target& floor = programme[found.floor];
  const Target& goal = programme[found.goal];
  warn(out, "floor-below-goal",
       fmt::format("{} kept in all {} periods comes to {}: {} short of {}", quoted(floor.id),
                   found.periods, found.reaches.str(), found.missing.str(), quoted(goal.id)),
       floor.place, fmt::format("the goal is defined at {}", printable(goal.place.str())));
}

/// A level that is judged once a year has to last a year.
void lint_freshness(const Programme& programme, const Target& target, Diagnostics& out) {
  const auto* per = std::get_if<Per>(&target.time);
  if (per == nullptr || per->unit != PeriodUnit::year || target.whole) return;
  const auto check = [&](const Indicator& indicator) {
    if (!std::holds_alternative<Stock>(indicator.measure)) return;
    if (indicator.freshness.stale_after >= kYear) return;
    warn(out, "stale-too-soon",
         fmt::format("target {} judges indicator {} once a year, but a reading is stale after {} "
                     "days",
                     quoted(target.id), quoted(indicator.id), indicator.freshness.stale_after),
         indicator.place, "write stale_after = \"400d\" or more");
  };
  const Indicator& indicator = programme[target.indicator];
  check(indicator);
  if (const auto* ratio = std::get_if<Ratio>(&indicator.measure)) {
    check(programme[ratio->of]);
    if (const auto* to = std::get_if<Ref<Indicator>>(&ratio->to)) check(programme[*to]);
  }
}

}  // namespace

void lint_plan(const Programme& programme, Diagnostics& out) {
  for (const Target& target : programme.targets) lint_freshness(programme, target, out);
  const engine::Coverage coverage = engine::coverage_of(programme);
  for (const auto& found : coverage.floors_below_goal) lint_floor(programme, found, out);
  for (const std::string& area : coverage.areas_uncovered) {
    warn(out, "uncovered-area", fmt::format("area {} has no initiative", quoted(area)), {}, {});
  }
  for (const std::string& area : coverage.areas_unmeasured) {
    warn(out, "unmeasured-area",
         fmt::format("area {} has initiatives or recommendations, but no target", quoted(area)), {},
         {});
  }
}

}  // namespace jalon::definitions

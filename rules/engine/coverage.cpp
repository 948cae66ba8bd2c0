#include "rules/engine/coverage.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace jalon::engine {
namespace {

std::optional<std::size_t> position(const std::vector<std::string>& names,
                                    const std::string& name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

/// Fills the matrix and remembers which areas and initiatives have what.
struct Survey {
  const Programme& programme;
  Coverage coverage = {};
  std::set<std::string> started_areas = {};   ///< areas with an initiative
  std::set<std::string> proposed_areas = {};  ///< areas with a recommendation
  std::set<std::string> measured_areas = {};  ///< areas with a target
  std::set<std::uint32_t> measured_initiatives = {};

  void count(const std::string& area, const std::string& level, int Cell::*what) {
    const auto row = position(programme.areas, area);
    const auto column = position(programme.levels, level);
    if (row && column) ++(coverage.cells[*row][*column].*what);
  }

  void measured(const std::string& area, const std::string& level,
                const std::optional<Ref<Initiative>>& initiative) {
    count(area, level, &Cell::targets);
    measured_areas.insert(area);
    if (initiative) measured_initiatives.insert(initiative->index);
  }

  void take_stock() {
    coverage.cells.assign(programme.areas.size(), std::vector<Cell>(programme.levels.size()));
    for (const Initiative& initiative : programme.initiatives) {
      count(initiative.area, initiative.level, &Cell::initiatives);
      started_areas.insert(initiative.area);
    }
    for (const Recommendation& one : programme.recommendations) {
      count(one.area, one.level, &Cell::recommendations);
      proposed_areas.insert(one.area);
    }
    for (const Target& target : programme.targets) {
      if (!target.whole) measured(target.area, target.level, target.initiative);
    }
    for (const Milestone& one : programme.milestones) measured(one.area, one.level, one.initiative);
  }

  void name_holes() {
    for (const std::string& area : programme.areas) {
      const bool started = started_areas.contains(area);
      if (!started) coverage.areas_uncovered.push_back(area);
      if ((started || proposed_areas.contains(area)) && !measured_areas.contains(area)) {
        coverage.areas_unmeasured.push_back(area);
      }
    }
    for (std::uint32_t i = 0; i < programme.initiatives.size(); ++i) {
      if (!measured_initiatives.contains(i)) coverage.without_target.push_back({i});
    }
    for (std::uint32_t i = 0; i < programme.recommendations.size(); ++i) {
      const auto& initiative = programme.recommendations[i].initiative;
      if (!initiative || !measured_initiatives.contains(initiative->index)) {
        coverage.unmeasured.push_back({i});
      }
    }
  }
};

/// The day on which a target's total is due, if it has one day.
std::optional<Date> due_day(const Target& target) {
  if (const auto* by = std::get_if<By>(&target.time)) return by->due.nominal;
  if (const auto* before = std::get_if<Before>(&target.time)) {
    if (before->event.from) return *before->event.from - Days{1};
  }
  return std::nullopt;
}

/// Whole periods of a floor that end by `due` and begin on or after `start`.
int periods_until(const Per& per, std::optional<Date> start, Date due) {
  int count = 0;
  for (Period period = per.first; period.last <= due; period = next_period(period, per.unit)) {
    if (per.last && period.first > per.last->first) break;
    if (!start || period.first >= *start) ++count;
  }
  return count;
}

/// Does this floor, kept in every period, fall short of that total?
std::optional<FloorBelowGoal> shortfall(const Programme& programme, std::uint32_t floor,
                                        std::uint32_t goal) {
  const Target& yearly = programme.targets[floor];
  const Target& total = programme.targets[goal];
  if (yearly.indicator != total.indicator || yearly.where != total.where) return std::nullopt;
  if (!std::holds_alternative<Flow>(programme[yearly.indicator].measure)) return std::nullopt;
  const auto* per = std::get_if<Per>(&yearly.time);
  const auto* least = std::get_if<AtLeast>(&yearly.comparison);
  const auto* wanted = std::get_if<AtLeast>(&total.comparison);
  const auto due = due_day(total);
  if (per == nullptr || least == nullptr || wanted == nullptr || !due) return std::nullopt;
  if (least->from.series || wanted->from.series) return std::nullopt;  // no number to compare
  const int periods = periods_until(*per, total.start, *due);
  const Decimal reaches = least->goal * Decimal{periods};
  if (reaches >= wanted->goal) return std::nullopt;
  return FloorBelowGoal{{floor}, {goal}, periods, reaches, wanted->goal - reaches};
}

}  // namespace

Coverage coverage_of(const Programme& programme) {
  Survey survey{programme};
  survey.take_stock();
  survey.name_holes();
  // Only targets on one indicator can disagree: few pairs, found without trying every pair.
  std::vector<std::vector<std::uint32_t>> by_indicator(programme.indicators.size());
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
    by_indicator[programme.targets[i].indicator.index].push_back(i);
  }
  for (const auto& targets : by_indicator) {
    for (const std::uint32_t floor : targets) {
      if (!std::holds_alternative<Per>(programme.targets[floor].time)) continue;
      for (const std::uint32_t goal : targets) {
        if (auto found = shortfall(programme, floor, goal)) {
          survey.coverage.floors_below_goal.push_back(*found);
        }
      }
    }
  }
  return std::move(survey.coverage);
}

}  // namespace jalon::engine

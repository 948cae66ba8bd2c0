#pragma once

#include "rules/model/programme.hpp"

#include <string>
#include <vector>

namespace jalon::engine {

/// One cell of the coverage matrix: what the plan has for an area at a level of government.
struct Cell {
  int initiatives = 0;
  int targets = 0;  ///< targets and milestones (parts of a split not counted)
  int recommendations = 0;
};

/// A promise of the plan that does not agree with another: a yearly floor that, kept every year,
/// does not reach the total that is promised too.
struct FloorBelowGoal {
  Ref<Target> floor;
  Ref<Target> goal;
  int periods;  ///< whole periods from the floor's first (or the goal's start) to the goal's due
                ///< day
  Decimal reaches;  ///< periods x floor
  Decimal missing;  ///< goal - reaches, positive
};

/// Where the plan itself has holes.
struct Coverage {
  std::vector<std::vector<Cell>> cells;         ///< [area][level], in the programme's order
  std::vector<std::string> areas_uncovered;     ///< no initiative at all
  std::vector<std::string> areas_unmeasured;    ///< initiatives or recommendations, but no target
  std::vector<Ref<Recommendation>> unmeasured;  ///< recommendations whose initiative has no target
  std::vector<Ref<Initiative>> without_target;
  std::vector<FloorBelowGoal> floors_below_goal;
};

[[nodiscard]] Coverage coverage_of(const Programme& programme);

}  // namespace jalon::engine

#pragma once

#include "reports/reports.hpp"
#include "rules/engine/evaluate.hpp"

#include <string>
#include <vector>

namespace jalon::commands {

/// The verdicts that differ between two evaluations of the same moment, as lines for people:
/// "  ID   1 of 2 -> 2 of 2   met, reached 2020-05-04"; the status is named before, too, if it
/// changed.
[[nodiscard]] std::vector<std::string> moved_lines(const Programme& programme,
                                                   const engine::Evaluation& before,
                                                   const engine::Evaluation& after,
                                                   const reports::Labels& words);

}  // namespace jalon::commands

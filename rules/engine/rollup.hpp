#pragma once

#include "rules/engine/evaluate.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace jalon::engine {

/// How many verdicts have each status; indexed by Status.
using Counts = std::array<int, kStatusCount>;

/// Counts of one group ("wallonia"), or of all (name empty).
struct Group {
  std::string name;  ///< empty also for verdicts that have no area, level or owner
  Counts counts = {};
  [[nodiscard]] int total() const;  ///< without the void ones
};

/// Counts that add up: each target, part and milestone once, by its overall verdict; periods and
/// members not at all; commitments on a line of their own.
struct Rollup {
  Group all;
  Group commitments;
  std::vector<Group> by_area;  ///< in the programme's order, empty groups left out
  std::vector<Group> by_level;
  std::vector<Group> by_owner;  ///< by party id
};

[[nodiscard]] Rollup roll_up(const Programme& programme, std::span<const Verdict* const> verdicts);

/// What a verdict inherits from its definition.
[[nodiscard]] Severity severity_of(const Programme& programme, const Verdict& verdict);
[[nodiscard]] std::string_view area_of(const Programme& programme, const Verdict& verdict);
[[nodiscard]] std::string_view level_of(const Programme& programme, const Verdict& verdict);
[[nodiscard]] const Party* owner_of(const Programme& programme, const Verdict& verdict);
[[nodiscard]] const Initiative* initiative_of(const Programme& programme, const Verdict& verdict);
[[nodiscard]] std::string_view unit_of(const Programme& programme, const Verdict& verdict);
[[nodiscard]] const Common& definition_of(const Programme& programme, const Verdict& verdict);

}  // namespace jalon::engine

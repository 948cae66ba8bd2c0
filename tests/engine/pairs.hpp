#pragma once

#include "tests/engine/draft.hpp"

#include <string_view>

// Two indicators with all that is made of them, for tests of sums and differences.

namespace jalon::engine {

/// In place of a value: nothing is on record.
inline constexpr std::string_view kSilent = "";

/// Flows `gift` and `fee` of 2020, each with one record or none; `income` is their sum, `excess`
/// their difference.
[[nodiscard]] Draft two_flows(std::string_view gifts, std::string_view fees);
/// Levels `oak` and `beech`, each read once or not at all; `wood` is their sum, `lead` their
/// difference.
[[nodiscard]] Draft two_levels(std::string_view oaks, std::string_view beeches);

}  // namespace jalon::engine

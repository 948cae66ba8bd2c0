#pragma once

#include "rules/definitions/load.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jalon::tests {

/// A sound workspace file.
[[nodiscard]] definitions::File sample_workspace();
/// Made-up definitions that use everything which a programme may have: sources, parties,
/// initiatives, a recommendation, facts, a series, a flow with a key, a stock, a ratio, every
/// comparison and time clause, a split, checkpoints, a milestone and commitments.
[[nodiscard]] std::vector<definitions::File> sample_files();

/// The sample, read. Fails the test if it does not load.
[[nodiscard]] Programme sample_programme();

/// The sample with one more file.
[[nodiscard]] Result<Programme> load_with(std::string_view definitions);
/// The sample with one more file, which must load.
[[nodiscard]] Programme sound_with(std::string_view definitions);

[[nodiscard]] const Target& target(const Programme& programme, std::string_view id);

[[nodiscard]] Decimal number(std::string_view text);
[[nodiscard]] Date day(std::string_view text);  ///< "2020-06-30"
/// The codes of all that is wrong with it, in order; none if it loads.
[[nodiscard]] std::vector<std::string> codes(const Result<Programme>& programme);

}  // namespace jalon::tests

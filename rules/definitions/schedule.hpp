#pragma once

#include "rules/definitions/load.hpp"
#include "rules/model/schedule.hpp"

namespace jalon::definitions {

/// What jalon.toml says about the scheduled job, or everything that is wrong with that part. load()
/// names the same mistakes; this works too if other definitions cannot be read.
[[nodiscard]] Result<Schedule> read_schedule(const File& workspace);

}  // namespace jalon::definitions

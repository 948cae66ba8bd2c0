#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace jalon::job {

/// What monitoring is told about the job itself.
struct JobMetrics {
  std::optional<std::int64_t> last_success = {};  ///< seconds since 1970; stays old on failure
  int last_exit_code = 0;
  int periods_behind = 0;
};

/// In Prometheus' text format, to follow the metrics of the verdicts.
[[nodiscard]] std::string render(const JobMetrics& metrics);

}  // namespace jalon::job

#include "tracker/job/metrics.hpp"

#include <fmt/format.h>

#include <string_view>

namespace jalon::job {
namespace {

void add_gauge(std::string& out, std::string_view name, std::string_view help, std::int64_t value) {
  out += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", name, help, value);
}

}  // namespace

std::string render(const JobMetrics& metrics) {
  std::string out;
  if (metrics.last_success)
    add_gauge(out, "jalon_job_last_success_timestamp_seconds",
              "When the scheduled job last worked, in seconds since 1970.", *metrics.last_success);
  add_gauge(out, "jalon_job_last_exit_code", "Exit code of the last run of the scheduled job.",
            metrics.last_exit_code);
  add_gauge(out, "jalon_job_periods_behind", "Periods that are due and left to later runs.",
            metrics.periods_behind);
  return out;
}

}  // namespace jalon::job

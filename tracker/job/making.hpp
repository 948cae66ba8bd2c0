#pragma once

#include "reports/reports.hpp"
#include "rules/model/schedule.hpp"
#include "tracker/world.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// One report of the job: always made from kept definitions and the log up to a record, so that the
// command at its end makes the same bytes again.

namespace jalon::job {

/// What a report is made from.
struct Source {
  std::filesystem::path root;    ///< of the workspace
  std::string definitions;       ///< hash of those that the store keeps
  std::int64_t last_record = 0;  ///< the log up to this one
  Date known;
  std::string language = "en";
};

/// A report on a period.
struct Making {
  const ScheduledReport& report;
  const reports::ReportPeriod& period;
  Source source;
  std::optional<std::int64_t> after_record = {};  ///< says what the records after it changed
};

/// Refused (4): a [[report]] of a kind or with a file format that does not exist.
void check_schedule(const Schedule& schedule);

/// The day of knowing of a report that is made on `today`.
[[nodiscard]] Date known_day(const ScheduledReport& report, const reports::ReportPeriod& period,
                             Date today);

/// The paths that it is written to: `period` is "2020-Q1", "2020-Q1-r2" or "latest".
[[nodiscard]] std::vector<std::string> paths_of(const ScheduledReport& report,
                                                std::string_view period);
/// "2020-Q1", of later editions "2020-Q1-r2".
[[nodiscard]] std::string edition_name(const std::string& period, int edition);

/// The bytes of its files, in the order of its paths.
[[nodiscard]] std::vector<std::string> render(const Making& making, const World& world);

/// The hash of what it says, whatever it was made from and when: the same for the same facts.
[[nodiscard]] std::string content_of(const Making& making, const World& world);

}  // namespace jalon::job

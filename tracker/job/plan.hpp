#pragma once

#include "reports/reports.hpp"
#include "rules/model/schedule.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Which periods a run of the job makes, given what earlier runs made and the day. Pure: no clock,
// no file, no log.

namespace jalon::job {

/// The latest edition of a report on a period, as the ledger tells it.
struct Published {
  std::string report;  ///< its id
  std::string period;  ///< "2020-Q2"
  int edition = 1;
  std::int64_t last_record = 0;  ///< of the log that it was last held against
};

/// What a run is asked for.
struct Asked {
  Date today;
  /// Make what is missing from the period that holds this day on, however many.
  std::optional<Date> since = {};
  std::int64_t last_record = 0;  ///< of the log now
};

/// A report to make for the first time.
struct Due {
  std::size_t report;  ///< place in the schedule
  reports::ReportPeriod period;
};
/// A report to hold against records that came later.
struct Revisit {
  std::size_t report;
  reports::ReportPeriod period;
  std::size_t published;  ///< place in what was published
};

struct Plan {
  std::vector<Due> due = {};           ///< oldest period first
  std::vector<Revisit> revisits = {};  ///< oldest first
  int behind = 0;                      ///< periods that are due, but left to later runs
};

/// The first day on which a report on a period is made: it is over and the days to wait are, too.
[[nodiscard]] Date due_from(const ScheduledReport& report, const reports::ReportPeriod& period);

/// What is to be made. A report that was never made begins with the last period that is due;
/// afterwards every period from the first one made on is due once. At most `catch_up` of a report
/// in one run, the oldest. The newest `revise` periods made are looked at again if the log has
/// grown since.
[[nodiscard]] Plan plan(const Schedule& schedule, std::span<const Published> published,
                        const Asked& asked);

[[nodiscard]] reports::ReportPeriod::Unit unit_of(Every every);

}  // namespace jalon::job

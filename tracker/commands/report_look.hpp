#pragma once

#include "reports/reports.hpp"
#include "tracker/cli/arguments.hpp"

#include <optional>
#include <span>

namespace jalon::commands {

/// From where a command looks: the moment, of a report perhaps a period, and what it is compared
/// with.
struct Look {
  engine::Moment moment;
  std::optional<reports::ReportPeriod> period = {};
  std::optional<engine::Moment> since = {};
  bool by_default = false;  ///< nobody named the period
};

/// --as-of, --known, --at and --upto as read_moment does; of `report` also --period and --since. A
/// period is looked at on its last day, or while it runs on the day of knowing, and compared with
/// the end of the one before, as it was known then. `report periodic` without a period takes the
/// last quarter that is over. Refused (2): a period beside --as-of or --since, one that is none or
/// has not begun, a report of changes without anything to compare with.
[[nodiscard]] Look read_look(const cli::Arguments& arguments, Date today,
                             std::span<const Record> log);

}  // namespace jalon::commands

#pragma once

#include "tracker/cli/arguments.hpp"
#include "tracker/exit_code.hpp"
#include "tracker/job/ledger.hpp"
#include "tracker/workspace.hpp"
#include "tracker/world.hpp"

#include <optional>
#include <string>

namespace jalon::job {

/// What a run is told on the command line.
struct Order {
  std::optional<Date> since = {};          ///< make what is missing from this day on
  std::optional<std::string> revise = {};  ///< judge this period again, with today's definitions
  bool replace = false;                    ///< write over files that are there
  bool dry_run = false;
};

/// One run: what is due is made, what the log changed is made anew, the metrics are written, the
/// ledger gets its line. Whoever calls holds the lock. Refused (4) and StoreError as other
/// commands, once the ledger and the metrics know.
ExitCode run(const Order& order, const cli::Arguments& arguments, World& world);

/// A line of the job's own: "level=info event=published report=gaps period=2020-Q1".
void tell(const World& world, std::string_view level, std::string_view event,
          const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace jalon::job

#pragma once

#include "tracker/cli/arguments.hpp"
#include "tracker/exit_code.hpp"
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

/// One run: what is due is made, what the log changed is made anew, people are told, the metrics
/// are written, the ledger gets its line. Whoever calls holds the lock. Refused (4) and StoreError
/// as in other commands, once the ledger, people and the metrics know.
ExitCode run(const Order& order, const cli::Arguments& arguments, World& world);

}  // namespace jalon::job

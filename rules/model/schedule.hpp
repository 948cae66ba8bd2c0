#pragma once

#include <optional>
#include <string>
#include <vector>

// What the scheduled job of a programme does: which reports it makes of which periods, and what it
// tells monitoring. Nothing is judged by it.

namespace jalon {

/// The periods that a report is made of.
enum class Every { week, month, quarter, half, year };

/// A [[report]] of the workspace file.
struct ScheduledReport {
  std::string id = {};
  std::string kind = {};  ///< "progress"; whether there is such a kind is not known here
  Every every = Every::month;
  int after = 0;                         ///< days to wait for late records once a period is over
  std::vector<std::string> output = {};  ///< paths in the workspace, with {id} and {period}
  int catch_up = 8;                      ///< at most so many missed periods in one run
  int revise = 8;                        ///< so many past periods are looked at for late records
  bool known_at_period_end = false;      ///< as known then, not on the day of the run
};

/// [notify]: how people are told.
struct Notify {
  std::vector<std::string> command = {};  ///< a program and its words; the message is its input
  std::vector<std::string> on = {};       ///< names of statuses, and "run-failed"
  int repeat_every = 30;                  ///< days after which what stands open is told again
};

/// What jalon.toml says about the scheduled job.
struct Schedule {
  std::vector<ScheduledReport> reports = {};
  std::optional<Notify> notify = {};
  std::optional<std::string> metrics = {};  ///< path of the metrics file, in the workspace
};

}  // namespace jalon

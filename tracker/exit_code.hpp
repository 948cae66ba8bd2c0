#pragma once

namespace jalon {

/// What scripts can count on. A number never changes its meaning.
enum class ExitCode {
  done = 0,           ///< done; no finding
  findings = 1,       ///< done; at least one finding, or warnings where they count
  usage = 2,          ///< wrong usage: unknown flag or id, bad day, nothing selected
  cannot_judge = 3,   ///< done; no finding, but something cannot be judged
  invalid_input = 4,  ///< definitions or a data file are wrong
  store_failed = 5,   ///< the log or a file failed: missing, damaged, not writable, full
  locked = 75,        ///< another run of the job is at work; try later
  interrupted = 130,
};

}  // namespace jalon

#pragma once

#include "tracker/commands/judging.hpp"
#include "tracker/world.hpp"

#include <functional>

namespace jalon::commands {

/// Judges the selection in SEL, builds a report from it, shows it: what status, due, gap, report
/// and check have in common. `gating`: the exit code tells findings even without --fail-on.
ExitCode view(const cli::Arguments& arguments, World& world,
              const std::function<reports::Report(const reports::Input&)>& build,
              bool gating = false);

/// With -v: on which day, knowing what, from which log, on the error stream.
void tell_moment(const cli::Arguments& arguments, const reports::Head& head, World& world);

}  // namespace jalon::commands

#pragma once

#include "reports/reports.hpp"
#include "tracker/cli/arguments.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/world.hpp"

namespace jalon::commands {

/// What a report of that kind is made from, of a workspace and log that are open: judged as the
/// flags of `jalon report` say, selected, compared. Refused (2) as there.
[[nodiscard]] Judged judge_for(const reports::ReportKind& kind, const cli::Arguments& arguments,
                               Opened opened, const World& world);

/// Makes it. With --after-record N it says before all else what the records after N changed.
[[nodiscard]] reports::Report make_report(const reports::ReportKind& kind,
                                          const cli::Arguments& arguments, const Judged& judged);

}  // namespace jalon::commands

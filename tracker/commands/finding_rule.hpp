#pragma once

#include "reports/reports.hpp"
#include "tracker/cli/arguments.hpp"

namespace jalon::commands {

/// --fail-on and --min-severity. Refused (2): a word that is neither a status nor `off-track`,
/// `at-risk`, `stale`; a severity that is none.
[[nodiscard]] reports::FindingRule read_finding_rule(const cli::Arguments& arguments);

}  // namespace jalon::commands

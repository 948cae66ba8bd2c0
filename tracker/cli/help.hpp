#pragma once

#include "tracker/cli/command.hpp"

#include <string>

namespace jalon::cli {

/// All commands with their summaries, and how to go on. At most 80 columns.
[[nodiscard]] std::string overall_help();
/// "jalon explain ID [FLAGS]"
[[nodiscard]] std::string usage(const Command& command);
/// One command: usage, what it does, its words and flags, examples. At most 80 columns.
[[nodiscard]] std::string help_for(const Command& command);

}  // namespace jalon::cli

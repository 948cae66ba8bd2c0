#pragma once

#include "rules/model/diagnostic.hpp"
#include "tracker/cli/command.hpp"

#include <span>
#include <string>

namespace jalon::cli {

/// What a command line asks for.
struct Invocation {
  enum class What { run, help, version };
  What what = What::run;
  const Command* command = nullptr;  ///< nullptr: the overall help, the version
  Arguments arguments = {};
};

/// Reads a command line (without the program's name) by the command table. `status` is the default
/// command. A word like `-1` or `+3` is a positional wherever it stands; no flag takes more than
/// one word, and none that looks like a flag; flags are not abbreviated.
[[nodiscard]] Result<Invocation> parse(std::span<const std::string> arguments);

}  // namespace jalon::cli

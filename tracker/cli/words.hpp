#pragma once

#include "rules/model/diagnostic.hpp"
#include "tracker/cli/command.hpp"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace jalon::cli {

/// A flag of the command line with its value, if it takes one.
struct GivenFlag {
  const Flag* flag;
  std::optional<std::string> value = {};
};
/// One meaning of the command line's words, in their order; a plain string is a positional.
using Word = std::variant<GivenFlag, std::string>;

/// The command that a command line names, and where: nothing if it names none.
struct NamedCommand {
  const Command* command;
  std::optional<std::size_t> index = {};  ///< of the word that names it
};
[[nodiscard]] Result<NamedCommand> name_command(std::span<const std::string> arguments);

/// Tells flags from positionals and gives each flag its value, or lists all that is wrong.
[[nodiscard]] Result<std::vector<Word>> read_words(const Command& command,
                                                   std::span<const std::string> arguments);

}  // namespace jalon::cli

#pragma once

#include "tracker/cli/arguments.hpp"
#include "tracker/exit_code.hpp"
#include "tracker/world.hpp"

#include <span>
#include <string_view>

// The command table: the parser and the help are made from it, and nothing about the command line
// is said anywhere else.

namespace jalon::cli {

struct Flag {
  std::string_view name;        ///< "as-of"
  char letter = 0;              ///< 'n', or 0
  std::string_view value = {};  ///< "DAY"; empty: a switch
  std::string_view help;
  bool repeatable = false;
};

struct Positional {
  enum class Count { one, optional, any };
  std::string_view name;  ///< "ID"
  Count count = Count::one;
  std::string_view help;
};

struct Example {
  std::string_view line;
  std::string_view says;
};

struct Command {
  std::string_view name;
  std::string_view alias = {};  ///< another name, or empty
  std::string_view group;       ///< the heading that it stands under in the overall help
  std::string_view summary;     ///< one line
  std::string_view details;     ///< paragraphs of the command's own help, separated by newlines
  std::span<const Positional> positionals;
  std::span<const std::span<const Flag>> flags;  ///< its own first, then those it shares
  std::span<const Example> examples;
  ExitCode (*run)(const Arguments&, World&);
};

[[nodiscard]] std::span<const Command> commands() noexcept;
/// By name or alias; nullptr if there is none.
[[nodiscard]] const Command* find_command(std::string_view name) noexcept;
/// Words that will be commands; they are refused as such, not as misspelt.
[[nodiscard]] std::span<const std::string_view> later_commands() noexcept;
/// The same for flags, without dashes.
[[nodiscard]] std::span<const std::string_view> later_flags() noexcept;

/// The flags that every command takes.
[[nodiscard]] std::span<const Flag> common_flags() noexcept;
[[nodiscard]] const Flag* find_flag(const Command& command, std::string_view name) noexcept;
[[nodiscard]] const Flag* find_flag(const Command& command, char letter) noexcept;

}  // namespace jalon::cli

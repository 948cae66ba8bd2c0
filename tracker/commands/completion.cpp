#include "tracker/cli/completion.hpp"

#include "rules/model/suggest.hpp"
#include "tracker/cli/man.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/refused.hpp"
#include "tracker/version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {

ExitCode run_completion(const cli::Arguments& arguments, World& world) {
  const std::string& shell = arguments.at("SHELL");
  const auto shells = cli::completion_shells();
  if (std::ranges::find(shells, shell) == shells.end()) {
    std::string hint = did_you_mean(shell, shells);
    if (hint.empty()) hint = "bash, zsh or fish";
    refuse_usage("unknown-word", fmt::format("no completion for the shell `{}`", printable(shell)),
                 std::move(hint));
  }
  world.out << cli::completion_script(shell);
  return ExitCode::done;
}

ExitCode run_man(const cli::Arguments&, World& world) {
  world.out << cli::man_page(version());
  return ExitCode::done;
}

}  // namespace jalon::commands

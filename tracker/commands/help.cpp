#include "tracker/cli/help.hpp"

#include "rules/model/suggest.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

namespace jalon::commands {

ExitCode run_help(const cli::Arguments& arguments, World& world) {
  const auto name = arguments.find("COMMAND");
  if (!name) {
    world.out << cli::overall_help();
    return ExitCode::done;
  }
  const cli::Command* command = cli::find_command(*name);
  if (command == nullptr) {
    std::vector<std::string_view> names;
    for (const auto& known : cli::commands()) names.push_back(known.name);
    refuse_usage("unknown-command", fmt::format("`{}` is not a command of jalon", printable(*name)),
                 did_you_mean(*name, names));
  }
  world.out << cli::help_for(*command);
  return ExitCode::done;
}

}  // namespace jalon::commands

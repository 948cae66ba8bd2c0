#include "tracker/commands/commands.hpp"
#include "tracker/commands/viewing.hpp"

namespace jalon::commands {

ExitCode run_check(const cli::Arguments& arguments, World& world) {
  return view(arguments, world, reports::check_view, true);
}

}  // namespace jalon::commands

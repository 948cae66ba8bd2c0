#include "tracker/commands/commands.hpp"
#include "tracker/commands/viewing.hpp"

namespace jalon::commands {

ExitCode run_status(const cli::Arguments& arguments, World& world) {
  return view(arguments, world, reports::status_view);
}

}  // namespace jalon::commands

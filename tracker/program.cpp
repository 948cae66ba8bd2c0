#include "tracker/program.hpp"

#include "reports/renderers.hpp"
#include "rules/engine/evaluate.hpp"
#include "tracker/cli/help.hpp"
#include "tracker/cli/parse.hpp"
#include "tracker/log/log.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"
#include "tracker/version.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace jalon {
namespace {

ExitCode run_invocation(std::span<const std::string> arguments, World& world) {
  const auto parsed = cli::parse(arguments);
  if (!parsed) throw Refused{ExitCode::usage, parsed.error()};
  const cli::Invocation& invocation = parsed.value();
  switch (invocation.what) {
    case cli::Invocation::What::version:
      world.out << "jalon " << version() << '\n';
      break;
    case cli::Invocation::What::help:
      world.out << (invocation.command == nullptr ? cli::overall_help()
                                                  : cli::help_for(*invocation.command));
      break;
    case cli::Invocation::What::run:
      return invocation.command->run(invocation.arguments, world);
  }
  return ExitCode::done;
}

std::string advice(log::StoreError::Kind kind) {
  switch (kind) {
    case log::StoreError::Kind::missing:
      return "`jalon init` makes the log of a workspace";
    case log::StoreError::Kind::damaged:
      return "`jalon verify` names the first record that is not as written";
    case log::StoreError::Kind::newer:
      return "use the newer program";
    case log::StoreError::Kind::busy:
      return "try again when the other writer is done";
    default:
      return {};
  }
}

ExitCode tell(World& world, ExitCode code, std::string_view name, std::string_view message,
              std::string hint = {}) {
  world.err << render(problem(std::string{name}, printable(message), std::move(hint)));
  return code;
}

/// Where every exception ends.
ExitCode run_caught(std::span<const std::string> arguments, World& world) {
  try {
    return run_invocation(arguments, world);
  } catch (const Refused& refused) {
    world.err << render(refused.problems());
    return refused.code();
  } catch (const log::StoreError& error) {
    return tell(world, ExitCode::store_failed, "store", error.what(), advice(error.kind()));
  } catch (const OutputError& error) {
    return tell(world, ExitCode::store_failed, "output", error.what());
  } catch (const reports::RenderError& error) {
    return tell(world, ExitCode::store_failed, "output", error.what(),
                "is there room for temporary files?");
  } catch (const engine::EvaluationError& error) {
    return tell(world, ExitCode::store_failed, "overflow", error.what(),
                fmt::format("correct or retract record #{}", error.record()));
  } catch (const std::filesystem::filesystem_error& error) {
    return tell(world, ExitCode::store_failed, "file", error.what());
  } catch (const std::bad_alloc&) {
    return tell(world, ExitCode::store_failed, "memory", "out of memory");
  } catch (const std::exception& error) {
    return tell(world, ExitCode::store_failed, "internal", error.what(),
                "this is a mistake in jalon itself");
  }
}

}  // namespace

int run(std::span<const std::string> arguments, World& world) {
  return static_cast<int>(run_caught(arguments, world));
}

}  // namespace jalon

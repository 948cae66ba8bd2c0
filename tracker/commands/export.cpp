#include "tracker/exchange/export.hpp"

#include "tracker/commands/commands.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"
#include "tracker/workspace.hpp"

#include <fmt/format.h>

#include <sstream>

namespace jalon::commands {
namespace {

std::string format_of(const cli::Arguments& arguments) {
  const auto named = arguments.find("format");
  if (named && (*named == "jsonl" || *named == "csv")) return *named;
  if (named)
    refuse_usage("unknown-format",
                 fmt::format("--format: the log is not exported as `{}`", printable(*named)),
                 "jsonl or csv");
  const auto file = arguments.find("output");
  if (!file) return "jsonl";
  if (file->ends_with(".csv")) return "csv";
  if (file->ends_with(".jsonl")) return "jsonl";
  refuse_usage("unknown-format",
               fmt::format("-o {}: the extension names no format", printable(*file)),
               "jsonl or csv; or say --format");
}

void write_log(const std::filesystem::path& store, const std::string& format, std::ostream& out) {
  if (format == "csv")
    exchange::export_csv(log::read(store).records, out);
  else
    exchange::export_json_lines(store, out);
}

}  // namespace

ExitCode run_export(const cli::Arguments& arguments, World& world) {
  const std::string format = format_of(arguments);
  const StorePlace place = find_store(arguments, world);  // works with broken definitions
  const auto file = arguments.find("output");
  if (!file) {
    write_log(place.store, format, world.out);
    return ExitCode::done;
  }
  std::ostringstream text;
  write_log(place.store, format, text);
  write_output_file(world.current_directory / *file, text.str(), {.before = world.before_write});
  return ExitCode::done;
}

}  // namespace jalon::commands

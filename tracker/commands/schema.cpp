#include "data/files.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <vector>

namespace jalon::commands {
namespace {

constexpr std::string_view kFolder = "schema/";
constexpr std::string_view kEnding = ".json";

std::vector<std::string_view> schema_names() {
  std::vector<std::string_view> names;
  for (const data::File& file : data::files_below("schema")) {
    if (!file.name.ends_with(kEnding)) continue;
    std::string_view name = file.name.substr(kFolder.size());
    name.remove_suffix(kEnding.size());
    names.push_back(name);
  }
  return names;
}

std::string list() {
  std::string text;
  for (const std::string_view name : schema_names()) text += fmt::format("{}\n", name);
  return text;
}

std::string schema_named(const std::string& name) {
  for (const std::string_view known : schema_names()) {
    if (name == known)
      return std::string{data::find(fmt::format("{}{}{}", kFolder, known, kEnding)).value()};
  }
  const auto names = schema_names();
  std::string hint = did_you_mean(name, names);
  if (hint.empty()) hint = fmt::format("{}", fmt::join(names, ", "));
  refuse_usage("unknown-schema", fmt::format("no schema is called `{}`", printable(name)),
               std::move(hint));
}

}  // namespace

ExitCode run_schema(const cli::Arguments& arguments, World& world) {
  const auto name = arguments.find("NAME");
  const std::string text = name ? schema_named(*name) : list();
  if (const auto path = arguments.find("output"))
    write_output_file(world.current_directory / *path, text, {.before = world.before_write});
  else
    world.out << text;
  return ExitCode::done;
}

}  // namespace jalon::commands

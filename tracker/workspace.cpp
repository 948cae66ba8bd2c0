#include "tracker/workspace.hpp"

#include "rules/definitions/load.hpp"
#include "tracker/include_files.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/refused.hpp"
#include "tracker/zone.hpp"

#include <fmt/format.h>

#include <optional>

namespace jalon {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMicroseconds = 1'000'000;

std::int64_t seconds_of(const World& world) {
  return world.now / kMicroseconds - (world.now % kMicroseconds < 0 ? 1 : 0);
}

bool is_workspace(const fs::path& folder) {
  return fs::symlink_status(folder / kWorkspaceFile).type() != fs::file_type::not_found;
}

fs::path named_workspace(const std::string& name, std::string_view said_by, const World& world) {
  const fs::path folder = world.current_directory / name;
  if (!fs::is_directory(folder) || !is_workspace(folder))
    refuse_usage("no-workspace",
                 fmt::format("{} of {} has no {}", printable(name), said_by, kWorkspaceFile),
                 "`jalon init DIR` makes a workspace");
  return fs::canonical(folder);
}

/// The files as the log keeps them. Takes their texts.
std::vector<log::DefinitionFile> to_keep(definitions::File workspace,
                                         std::vector<definitions::File> included) {
  std::vector<log::DefinitionFile> files;
  files.push_back({std::move(workspace.name), std::move(workspace.text)});
  for (definitions::File& file : included)
    files.push_back({std::move(file.name), std::move(file.text)});
  return files;
}

/// The line that sets a key of a table, for messages and for what must work with broken
/// definitions: plain `key = "value"` lines only.
struct Setting {
  std::uint32_t line;
  std::string_view whole;
  std::string_view value;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<std::string_view> quoted_value(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return std::nullopt;
  line = trimmed(line.substr(key.size()));
  if (!line.starts_with('=')) return std::nullopt;
  line = trimmed(line.substr(1));
  if (line.empty() || (line.front() != '"' && line.front() != '\'')) return std::nullopt;
  const std::size_t end = line.find(line.front(), 1);
  if (end == std::string_view::npos) return std::nullopt;
  return line.substr(1, end - 1);
}

std::optional<Setting> find_setting(std::string_view text, std::string_view table,
                                    std::string_view key) {
  bool inside = false;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view whole = text.substr(0, end);
    const std::string_view line = trimmed(whole);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('[')) inside = line.starts_with(fmt::format("[{}]", table));
    if (!inside) continue;
    if (const auto value = quoted_value(line, key)) return Setting{number, whole, *value};
  }
  return std::nullopt;
}

Diagnostic at_setting(const definitions::File& file, std::string_view table, std::string_view key,
                      Diagnostic diagnostic) {
  diagnostic.where.file = file.name;
  if (const auto setting = find_setting(file.text, table, key)) {
    diagnostic.where.line = setting->line;
    diagnostic.where.column = 1;
    diagnostic.excerpt = setting->whole;
    diagnostic.length = static_cast<std::uint32_t>(key.size());
  }
  return diagnostic;
}

bool stays_inside(const fs::path& path) {
  if (path.empty() || path.is_absolute()) return false;
  for (const auto& part : path)
    if (part == ".." || part == ".") return false;
  return true;
}

void check_zone(const definitions::File& file, const Programme& programme) {
  if (is_known_zone(programme.timezone)) return;
  Diagnostic unknown = problem(
      "unknown-zone", fmt::format("no time zone is called `{}`", printable(programme.timezone)),
      "`UTC`, or an area and a city: `Europe/Brussels`");
  throw Refused{ExitCode::invalid_input,
                {at_setting(file, "programme", "timezone", std::move(unknown))}};
}

template <class T>
T or_invalid(Result<T> result) {
  if (!result) throw Refused{ExitCode::invalid_input, result.error()};
  return std::move(result).value();
}

/// The definitions as they were kept. The store is where jalon.toml says now, even if nothing else
/// of the definitions can be read any more.
Workspace open_kept_workspace(const std::string& hash, const cli::Arguments& arguments,
                              const World& world) {
  if (!log::is_hash(hash))
    refuse_usage("bad-hash", fmt::format("--definitions: `{}` is no hash", printable(hash)),
                 "64 hex digits, as the end of a report prints them");
  const StorePlace place = find_store(arguments, world);
  auto kept = log::kept_definitions(place.store, hash);
  if (!kept)
    refuse_usage("unknown-definitions", fmt::format("the log keeps no definitions {}", hash),
                 "`jalon verify` lists those that it keeps; `jalon report --keep` keeps them");
  definitions::File file{kept->front().name, kept->front().text};
  std::vector<definitions::File> included;
  for (const auto& one : std::span{*kept}.subspan(1)) included.push_back({one.name, one.text});
  Programme programme = or_invalid(definitions::load(file, included));
  check_zone(file, programme);
  const Date today = day_in_zone(programme.timezone, seconds_of(world));
  return {place.root, std::move(programme), hash, place.store, today, *std::move(kept)};
}

}  // namespace

fs::path find_workspace(const cli::Arguments& arguments, const World& world) {
  if (const auto named = arguments.find("workspace")) return named_workspace(*named, "-C", world);
  if (const auto named = world.variable("JALON_WORKSPACE"); !named.empty())
    return named_workspace(std::string{named}, "JALON_WORKSPACE", world);
  for (fs::path folder = world.current_directory; !folder.empty(); folder = folder.parent_path()) {
    if (is_workspace(folder)) return fs::canonical(folder);
    if (folder == folder.parent_path()) break;
  }
  refuse_usage("no-workspace",
               fmt::format("neither this folder nor one above it has a {}", kWorkspaceFile),
               "`jalon init` makes a workspace here, `-C DIR` names one elsewhere");
}

Workspace open_workspace(const cli::Arguments& arguments, const World& world) {
  if (const auto hash = arguments.find("definitions"))
    return open_kept_workspace(*hash, arguments, world);
  fs::path root = find_workspace(arguments, world);
  auto file = or_invalid(read_workspace_file(root, std::string{kWorkspaceFile}));
  const auto includes = or_invalid(definitions::read_includes(file));
  auto included = or_invalid(read_included(root, includes.include));
  Programme programme = or_invalid(definitions::load(file, included));
  check_zone(file, programme);
  fs::path store = root / programme.store_path;
  const Date today = day_in_zone(programme.timezone, seconds_of(world));
  auto files = to_keep(std::move(file), std::move(included));
  std::string hash = log::definitions_hash(files);
  if (!arguments.has("keep")) files.clear();
  return {std::move(root), std::move(programme), std::move(hash), std::move(store),
          today,           std::move(files)};
}

StorePlace find_store(const cli::Arguments& arguments, const World& world) {
  const fs::path root = find_workspace(arguments, world);
  const auto file = or_invalid(read_workspace_file(root, std::string{kWorkspaceFile}));
  const auto path = find_setting(file.text, "store", "path");
  const auto zone = find_setting(file.text, "programme", "timezone");
  const std::string store{path ? path->value : Programme{}.store_path};
  if (!stays_inside(store))
    refuse_usage("store-outside", fmt::format("the store `{}` does not stay inside the workspace",
                                              printable(store)));
  const std::string_view known = zone && is_known_zone(zone->value) ? zone->value : "UTC";
  return {root, root / store, day_in_zone(known, seconds_of(world))};
}

}  // namespace jalon

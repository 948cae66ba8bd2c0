#include "data/files.hpp"
#include "rules/engine/rollup.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/importing.hpp"
#include "tracker/include_files.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kProgrammes = "programmes";
constexpr std::string_view kSchemas = "schema";
constexpr std::string_view kFirstSteps = "first-steps";  // what `init` writes without --example
constexpr std::string_view kRecords = "records/";
constexpr std::size_t kUidBytes = 10;

/// A file to write: its path in the workspace.
struct NewFile {
  std::string path;
  std::string text;
};

/// The line that tells editors which schema a file follows; nothing for files without one.
std::string schema_line(const std::string& path) {
  if (!path.ends_with(".toml")) return {};
  const std::string_view name = path == kWorkspaceFile         ? "workspace"
                                : path.ends_with(".test.toml") ? "tests"
                                                               : "definitions";
  std::string up;
  for (const char c : path)
    if (c == '/') up += "../";
  return fmt::format("#:schema {}{}/{}.json\n", up, kSchemas, name);
}

/// Those of the files that people write here; `jalon schema` has the others.
void add_schemas(std::vector<NewFile>& files) {
  for (const std::string_view name : {"definitions", "tests", "workspace"}) {
    const std::string path = fmt::format("{}/{}.json", kSchemas, name);
    files.push_back({path, std::string{data::find(path).value()}});
  }
}

std::vector<std::string_view> example_names() {
  std::vector<std::string_view> names;
  for (const data::File& file : data::files_below(kProgrammes)) {
    std::string_view name = file.name.substr(kProgrammes.size() + 1);
    name = name.substr(0, name.find('/'));
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  return names;
}

std::vector<NewFile> files_of(std::string_view example) {
  const auto names = example_names();
  if (std::ranges::find(names, example) == names.end()) {
    std::string hint = did_you_mean(example, names);
    if (hint.empty()) hint = fmt::format("{}", fmt::join(names, ", "));
    refuse_usage("unknown-example", fmt::format("no example is called `{}`", printable(example)),
                 hint);
  }
  const std::string folder = fmt::format("{}/{}", kProgrammes, example);
  std::vector<NewFile> files;
  for (const data::File& file : data::files_below(folder)) {
    std::string path{file.name.substr(folder.size() + 1)};
    std::string text = schema_line(path).append(file.text);
    files.push_back({std::move(path), std::move(text)});
  }
  add_schemas(files);
  return files;
}

bool is_there(const fs::path& path) {
  return fs::symlink_status(path).type() != fs::file_type::not_found;
}

void refuse_existing(const fs::path& root, const std::vector<NewFile>& files) {
  Diagnostics problems;
  for (const NewFile& file : files)
    if (is_there(root / file.path))
      problems.push_back(problem("already-there",
                                 fmt::format("{} is there already", printable(file.path)),
                                 "init overwrites nothing; choose another folder"));
  if (!problems.empty()) throw Refused{ExitCode::usage, std::move(problems)};
}

void write_files(const fs::path& root, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    fs::create_directories((root / file.path).parent_path());
    write_new_file(root / file.path, file.text);
  }
}

/// The same command line, but in the new workspace.
cli::Arguments inside(const cli::Arguments& arguments, const fs::path& root) {
  cli::Arguments result = arguments;
  result.values["workspace"] = {root.string()};
  return result;
}

void create_store(const Workspace& workspace, World& world) {
  fs::create_directories(workspace.store.parent_path());
  log::create(workspace.store, log::make_uid(world.now / 1000, world.random_bytes(kUidBytes)));
}

std::string counts_line(const Programme& programme, const engine::Evaluation& evaluation) {
  std::vector<const engine::Verdict*> verdicts;
  for (const auto& verdict : evaluation.verdicts) verdicts.push_back(&verdict);
  const auto counts = engine::roll_up(programme, verdicts).all.counts;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      parts.push_back(
          fmt::format("{} {}", counts[i], engine::name(static_cast<engine::Status>(i))));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// Imports the records that came with the example, and says what they amount to.
void import_records(const Workspace& workspace, const std::vector<NewFile>& files,
                    const cli::Arguments& arguments, World& world) {
  Change change{workspace, arguments, world};
  std::size_t added = 0;
  for (const NewFile& file : files) {
    if (!file.path.starts_with(kRecords) || file.path.ends_with(".md")) continue;
    added += append_rows(change, read_rows(workspace.programme, file.path, file.text,
                                           import_options(workspace)))
                 .added;
  }
  change.finish();
  world.out << fmt::format("{} records in the log\nas of {}: {}\n", added, iso(workspace.today),
                           counts_line(workspace.programme, change.after()));
}

ExitCode make_store_only(const cli::Arguments& arguments, const fs::path& root, World& world) {
  if (arguments.has("example"))
    refuse_usage("already-there",
                 fmt::format("{} is a workspace already", printable(root.string())),
                 "--example needs an empty folder");
  const Workspace workspace = open_workspace(inside(arguments, root), world);
  if (is_there(workspace.store))
    refuse_usage("already-there",
                 fmt::format("{} is a workspace with a log already", printable(root.string())),
                 "`jalon status` shows it");
  create_store(workspace, world);
  world.out << fmt::format("made the log {}\n", printable(workspace.programme.store_path));
  return ExitCode::done;
}

}  // namespace

ExitCode run_init(const cli::Arguments& arguments, World& world) {
  if (arguments.has("workspace"))
    refuse_usage("bad-usage", "init takes the folder as its word, not -C", "`jalon init DIR`");
  const std::string name = arguments.find("DIR").value_or(".");
  const fs::path root = world.current_directory / name;
  if (is_there(root / kWorkspaceFile)) return make_store_only(arguments, root, world);
  const auto files = files_of(arguments.find("example").value_or(std::string{kFirstSteps}));
  refuse_existing(root, files);

  write_files(root, files);
  const Workspace workspace = open_workspace(inside(arguments, root), world);
  create_store(workspace, world);
  world.out << fmt::format("made a workspace in {}: {} files and an empty log\n", printable(name),
                           files.size());
  import_records(workspace, files, arguments, world);
  const std::string place = name == "." ? "" : fmt::format(" -C {}", printable(name));
  world.out << fmt::format("next: jalon{} status\n", place);
  return ExitCode::done;
}

}  // namespace jalon::commands

#include "rules/definitions/lint.hpp"

#include "rules/rule_tests/run.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/diagnostics_out.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/log/log.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"
#include "tracker/rule_test_files.hpp"
#include "tracker/workspace.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <set>

namespace jalon::commands {
namespace {

enum class Format { terminal, json, sarif };

std::optional<Format> format_named(std::string_view name) {
  if (name == "terminal") return Format::terminal;
  if (name == "json") return Format::json;
  if (name == "sarif") return Format::sarif;
  return std::nullopt;
}

[[noreturn]] void refuse_format(std::string_view said_by, std::string_view name) {
  refuse_usage("unknown-format",
               fmt::format("{}: lint does not print `{}`", said_by, printable(name)),
               "terminal, json or sarif");
}

Format read_format(const cli::Arguments& arguments) {
  const auto given = arguments.find("format");
  if (const auto path = arguments.find("output")) {
    if (given || arguments.has("json"))
      refuse_usage("bad-usage", "with -o the file's extension is the format",
                   "leave --format out, or the file");
    std::string extension = std::filesystem::path{*path}.extension().string();
    if (!extension.empty()) extension.erase(0, 1);
    const auto format = format_named(extension == "txt" ? "terminal" : extension);
    if (!format) refuse_format(fmt::format("-o {}", printable(*path)), extension);
    return *format;
  }
  if (arguments.has("json") && given.value_or("json") != "json")
    refuse_usage("bad-usage", "--format and --json say different things", "give one of them");
  const std::string name = given.value_or(arguments.has("json") ? "json" : "terminal");
  const auto format = format_named(name);
  if (!format) refuse_format("--format", name);
  return *format;
}

/// The log's records; without a log there is nothing to hold against the definitions.
std::vector<Record> read_log(const Workspace& workspace, const cli::Arguments& arguments,
                             World& world) {
  try {
    return log::read(workspace.store).records;
  } catch (const log::StoreError& error) {
    if (error.kind() != log::StoreError::Kind::missing) throw;
    if (!arguments.has("quiet"))
      world.err << "there is no log yet, so only the definitions were looked at\n";
    return {};
  }
}

struct Outcome {
  Diagnostics diagnostics;
  bool broken;  ///< the definitions could not be read
};

/// What the rule tests name; nothing if the workspace has none, or they cannot be read: then what
/// is wrong with them goes to `problems`.
std::optional<std::set<std::string>> tested_ids(const Workspace& workspace, Diagnostics& problems) {
  if (!has_rule_tests(workspace)) return std::nullopt;
  const auto suite = read_rule_tests(workspace);
  if (suite) return rule_tests::named_ids(suite.value());
  problems.insert(problems.end(), suite.error().begin(), suite.error().end());
  return std::nullopt;
}

Diagnostics lint_all(const Workspace& workspace, std::span<const Record> log, Date as_of,
                     const std::set<std::string>* tested) {
  definitions::LintInput input{.log = log, .as_of = as_of, .tested = tested};
  if (workspace.programme.waivers.empty()) return definitions::lint(workspace.programme, input);
  const engine::Evaluation verdicts =
      engine::evaluate(workspace.programme, log, {.as_of = as_of, .known = workspace.today});
  input.verdicts = &verdicts;
  return definitions::lint(workspace.programme, input);
}

Diagnostics look_at(const Workspace& workspace, std::span<const Record> log, Date as_of) {
  Diagnostics problems;
  const auto tested = tested_ids(workspace, problems);
  const Diagnostics found = lint_all(workspace, log, as_of, tested ? &*tested : nullptr);
  problems.insert(problems.end(), found.begin(), found.end());
  return problems;
}

Outcome look(const cli::Arguments& arguments, World& world) {
  try {
    const Workspace workspace = open_workspace(arguments, world);
    const auto as_of = arguments.find("as-of");
    const Date day = as_of ? read_day("as-of", *as_of, workspace.today) : workspace.today;
    return {look_at(workspace, read_log(workspace, arguments, world), day), false};
  } catch (const Refused& refused) {
    if (refused.code() != ExitCode::invalid_input) throw;
    return {refused.problems(), true};
  }
}

std::string text_of(const Outcome& outcome, Format format) {
  switch (format) {
    case Format::json:
      return diagnostics_json(outcome.diagnostics);
    case Format::sarif:
      return diagnostics_sarif(outcome.diagnostics, manual_codes());
    case Format::terminal:
      break;
  }
  return render(outcome.diagnostics);
}

}  // namespace

ExitCode run_lint(const cli::Arguments& arguments, World& world) {
  const Format format = read_format(arguments);
  const Outcome outcome = look(arguments, world);
  const std::string text = text_of(outcome, format);
  if (const auto path = arguments.find("output"))
    write_output_file(world.current_directory / *path, text, {.before = world.before_write});
  else
    (outcome.broken && format == Format::terminal ? world.err : world.out) << text;
  if (outcome.broken || has_errors(outcome.diagnostics)) return ExitCode::invalid_input;
  const bool strict = arguments.has("strict") && !outcome.diagnostics.empty();
  return strict ? ExitCode::findings : ExitCode::done;
}

}  // namespace jalon::commands

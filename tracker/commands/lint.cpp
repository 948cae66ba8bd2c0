#include "rules/definitions/lint.hpp"

#include "tracker/commands/commands.hpp"
#include "tracker/log/log.hpp"
#include "tracker/refused.hpp"
#include "tracker/workspace.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

namespace jalon::commands {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void text_member(Writer& json, const char* key, std::string_view text) {
  json.Key(key);
  if (text.empty())
    json.Null();
  else
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void number_member(Writer& json, const char* key, std::uint32_t number) {
  json.Key(key);
  if (number == 0)
    json.Null();
  else
    json.Uint(number);
}

std::string as_json(const Diagnostics& diagnostics) {
  rapidjson::StringBuffer buffer;
  Writer json{buffer};
  json.StartObject();
  text_member(json, "schema", "jalon.lint/1");
  json.Key("diagnostics");
  json.StartArray();
  for (const Diagnostic& one : diagnostics) {
    json.StartObject();
    text_member(json, "severity",
                one.severity == Diagnostic::Severity::error ? "error" : "warning");
    text_member(json, "code", one.code);
    text_member(json, "message", one.message);
    text_member(json, "file", one.where.file);
    number_member(json, "line", one.where.line);
    number_member(json, "column", one.where.column);
    text_member(json, "hint", one.hint);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return buffer.GetString();
}

bool wants_json(const cli::Arguments& arguments) {
  const std::string format = arguments.find("format").value_or("terminal");
  if (format == "json" || (arguments.has("json") && !arguments.has("format"))) return true;
  if (format == "sarif" || format == "junit")
    refuse_usage("not-supported-yet", fmt::format("the format {} is not supported yet", format));
  if (format != "terminal" || arguments.has("json"))
    refuse_usage("unknown-format",
                 fmt::format("--format: lint does not print `{}`", printable(format)),
                 "terminal or json");
  return false;
}

/// The log's records; without a log there is nothing to hold against the definitions.
std::vector<Record> read_log(const Workspace& workspace, World& world) {
  try {
    return log::read(workspace.store).records;
  } catch (const log::StoreError& error) {
    if (error.kind() != log::StoreError::Kind::missing) throw;
    world.err << "there is no log yet, so only the definitions were looked at\n";
    return {};
  }
}

struct Outcome {
  Diagnostics diagnostics;
  bool broken;  ///< the definitions could not be read
};

Outcome look(const cli::Arguments& arguments, World& world) {
  try {
    const Workspace workspace = open_workspace(arguments, world);
    const auto log = read_log(workspace, world);
    return {definitions::lint(workspace.programme, log), false};
  } catch (const Refused& refused) {
    if (refused.code() != ExitCode::invalid_input) throw;
    return {refused.problems(), true};
  }
}

}  // namespace

ExitCode run_lint(const cli::Arguments& arguments, World& world) {
  const bool json = wants_json(arguments);
  const Outcome outcome = look(arguments, world);
  if (json)
    world.out << as_json(outcome.diagnostics) << '\n';
  else
    (outcome.broken ? world.err : world.out) << render(outcome.diagnostics);
  if (outcome.broken || has_errors(outcome.diagnostics)) return ExitCode::invalid_input;
  const bool strict = arguments.has("strict") && !outcome.diagnostics.empty();
  return strict ? ExitCode::findings : ExitCode::done;
}

}  // namespace jalon::commands

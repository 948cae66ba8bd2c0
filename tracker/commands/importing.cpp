#include "tracker/commands/importing.hpp"

#include "tracker/refused.hpp"
#include "tracker/zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace jalon::commands {
namespace {

bool is_json_lines(std::string_view name, std::string_view text) {
  const std::string extension = std::filesystem::path{name}.extension().string();
  if (extension == ".jsonl" || extension == ".ndjson" || extension == ".json") return true;
  if (extension == ".csv" || extension == ".tsv" || extension == ".txt") return false;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

std::string read_stream(std::istream& in) {
  std::ostringstream text;
  if (in.peek() != std::istream::traits_type::eof()) text << in.rdbuf();
  return text.str();
}

char read_separator(const std::string& text) {
  if (text == "tab" || text == "\\t" || text == "\t") return '\t';
  if (text == "," || text == "comma") return ',';
  if (text == ";" || text == "semicolon") return ';';
  refuse_usage("bad-separator", fmt::format("--separator: `{}`", printable(text)),
               "',', ';' or tab");
}

}  // namespace

std::string read_input(const std::string& name, World& world) {
  if (name == "-") return read_stream(world.in);
  const auto path = world.current_directory / name;
  if (std::filesystem::is_directory(path))
    refuse_usage("not-a-file", fmt::format("{} is a folder", printable(name)));
  std::ifstream in{path, std::ios::binary};
  if (!in)
    refuse_usage("no-such-file", fmt::format("cannot open {}", printable(name)),
                 "check the name; - reads the standard input");
  return read_stream(in);
}

exchange::ImportOptions import_options(const Workspace& workspace) {
  return {.columns = {},
          .decimal_comma = false,
          .separator = {},
          .today = workspace.today,
          .day_in_zone = [zone = workspace.programme.timezone](std::int64_t seconds) {
            return day_in_zone(zone, seconds);
          }};
}

exchange::ImportOptions read_options(const cli::Arguments& arguments, const Workspace& workspace) {
  exchange::ImportOptions options = import_options(workspace);
  options.decimal_comma = arguments.has("decimal-comma");
  if (const auto separator = arguments.find("separator"))
    options.separator = read_separator(*separator);
  for (const std::string& map : arguments.all("map")) {
    const std::size_t equals = map.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == map.size())
      refuse_usage(
          "bad-map",
          fmt::format("--map {}: a column and its field are joined by `=`", printable(map)),
          "for example --map Datum=on");
    if (!options.columns.emplace(map.substr(0, equals), map.substr(equals + 1)).second)
      refuse_usage("bad-map", fmt::format("--map: the column `{}` is given twice",
                                          printable(map.substr(0, equals))));
  }
  return options;
}

exchange::ImportedRows read_rows(const Programme& programme, std::string_view name,
                                 std::string_view text, const exchange::ImportOptions& options) {
  auto rows = is_json_lines(name, text) ? exchange::read_json_lines(programme, name, text, options)
                                        : exchange::read_csv(programme, name, text, options);
  if (!rows) throw Refused{ExitCode::invalid_input, rows.error()};
  return std::move(rows).value();
}

RowCount append_rows(Change& change, exchange::ImportedRows rows) {
  RowCount count;
  for (log::Entry& entry : rows.entries) {
    try {
      const auto appended = change.append(std::move(entry));
      if (appended.already_there) {
        ++count.already_there;
        continue;
      }
      if (count.added++ == 0) count.first = appended.number;
      count.last = appended.number;
    } catch (const log::Conflict& conflict) {
      throw Refused{ExitCode::invalid_input,
                    {problem("uid-conflict", printable(conflict.what()),
                             fmt::format("record #{} has this uid and says something else; nothing "
                                         "was stored",
                                         conflict.existing()))}};
    }
  }
  return count;
}

}  // namespace jalon::commands

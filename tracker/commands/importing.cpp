#include "tracker/commands/importing.hpp"

#include "tracker/refused.hpp"
#include "tracker/zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace jalon::commands {
namespace {

bool is_json_lines(std::string_view name, std::string_view text) {
  const std::string extension = std::filesystem::path{name}.extension().string();
  if (extension == ".jsonl" || extension == ".ndjson" || extension == ".json") return true;
  if (extension == ".csv" || extension == ".tsv" || extension == ".txt") return false;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

}  // namespace

exchange::ImportOptions import_options(const Workspace& workspace) {
  return {.columns = {},
          .decimal_comma = false,
          .separator = {},
          .today = workspace.today,
          .day_in_zone = [zone = workspace.programme.timezone](std::int64_t seconds) {
            return day_in_zone(zone, seconds);
          }};
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

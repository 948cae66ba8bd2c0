#pragma once

#include "tracker/commands/change.hpp"
#include "tracker/exchange/import.hpp"
#include "tracker/workspace.hpp"

#include <string>
#include <string_view>

namespace jalon::commands {

/// Options for files that say nothing special: today and the zone of the workspace.
[[nodiscard]] exchange::ImportOptions import_options(const Workspace& workspace);

/// --map, --decimal-comma, --separator. Refused (2): a map that maps nothing.
[[nodiscard]] exchange::ImportOptions read_options(const cli::Arguments& arguments,
                                                   const Workspace& workspace);

/// The bytes of a file, or with `-` of the standard input. Refused (2): no such file.
[[nodiscard]] std::string read_input(const std::string& name, World& world);

/// Reads records from a text; the name's extension says whether it is CSV or JSON lines, else the
/// first character does. Refused (4) with every bad row.
[[nodiscard]] exchange::ImportedRows read_rows(const Programme& programme, std::string_view name,
                                               std::string_view text,
                                               const exchange::ImportOptions& options);

/// What an import added.
struct RowCount {
  std::size_t added = 0;
  std::size_t already_there = 0;
  std::int64_t first = 0;  ///< numbers of what was added
  std::int64_t last = 0;
};

/// Appends all rows. Refused (4): a uid that the log has with other content.
[[nodiscard]] RowCount append_rows(Change& change, exchange::ImportedRows rows);

}  // namespace jalon::commands

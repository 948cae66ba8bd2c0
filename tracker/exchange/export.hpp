#pragma once

#include "tracker/log/log.hpp"

#include <ostream>
#include <span>

namespace jalon::exchange {

/// Everything, line by line: each record's canonical line with its hash is on the chain; then the
/// notes with their salts. The form that restores.
void export_json_lines(const std::filesystem::path& store, std::ostream& out);

/// The records for people and spreadsheets: one row a record, RFC 4180, cells that a spreadsheet
/// would run as formulas are defused with a leading apostrophe.
void export_csv(std::span<const Record> records, std::ostream& out);

}  // namespace jalon::exchange

#pragma once

#include "rules/model/diagnostic.hpp"
#include "rules/model/programme.hpp"
#include "tracker/log/log.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::exchange {

struct ImportOptions {
  /// CSV column name -> field name (--map); the field `-` leaves the column out.
  std::map<std::string, std::string> columns = {};
  bool decimal_comma = false;
  std::optional<char> separator = {};  ///< `,`, `;` or tab; nothing: found by itself
  Date today;
  /// The day of an instant with offset ("2020-01-20T23:30:00Z") in the programme's zone.
  std::function<Date(std::int64_t unix_seconds)> day_in_zone;
};

/// Rows ready to append: uid set (the row's own, or the hash of its fields without a defaulted
/// learned day and its ordinal among equal rows of the file), stamps not yet.
struct ImportedRows {
  std::vector<log::Entry> entries;
  std::vector<std::string> indicators;  ///< ids named in the file, in order of first mention
};

/// Reads records from CSV (RFC 4180, header row, BOM accepted) or lists every bad row. Columns are
/// the fields of a rule test's record: indicator or milestone, on, add or is, stage, set.DIM, key,
/// evidence and kind (several separated by `|`; `\|` is the sign itself), learned, note, uid,
/// on_behalf_of. Undoes the defusing of formulas that CSV export does.
[[nodiscard]] Result<ImportedRows> read_csv(const Programme& programme, std::string_view file_name,
                                            std::string_view text, const ImportOptions& options);
/// The same from JSON lines: one object a line, the same keys; `set` is an object, `evidence` an
/// array of texts or of {text, kind}.
[[nodiscard]] Result<ImportedRows> read_json_lines(const Programme& programme,
                                                   std::string_view file_name,
                                                   std::string_view text,
                                                   const ImportOptions& options);

/// Every code that reading a file can give besides those of definitions::read_record, for tests
/// and the manual.
[[nodiscard]] std::span<const std::string_view> import_codes();

}  // namespace jalon::exchange

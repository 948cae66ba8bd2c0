#pragma once

#include "rules/definitions/record_reader.hpp"
#include "rules/model/programme.hpp"
#include "tracker/exchange/import.hpp"
#include "tracker/exchange/source_text.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// What every format that is imported comes to: rows of named fields, and what is made of them.

namespace jalon::exchange {

struct EvidenceCell {
  Cell text;
  std::optional<Cell> kind = {};
};

/// One record of a file, sorted into its fields; nothing is checked yet. A field that is not given
/// is not there.
struct Row {
  Cell start;  ///< the row itself, for what has no place of its own
  std::map<std::string, Cell, std::less<>> fields = {};  ///< by name: "on", "set.kind"
  std::vector<EvidenceCell> evidence = {};
  std::vector<Cell> kinds = {};  ///< one for all evidence, or one for each
};

/// The fields that a row may have, without dimensions.
[[nodiscard]] std::span<const std::string_view> field_names();

/// Is it a field, or a dimension of the programme as "set.DIM"?
[[nodiscard]] bool is_field(const Programme& programme, std::string_view name);
/// What helps somebody who wrote a name that is none.
[[nodiscard]] std::string hint_for(const Programme& programme, std::string_view name);

/// Turns the comma of `1,5` into the point that the rest of the program reads. A text that has a
/// point of its own is a problem: nobody can say what it means.
void read_decimal_comma(Cell& value, SourceText& source);

/// Makes entries of rows; adds to the file's problems what is wrong with them.
class RowReader {
 public:
  RowReader(const Programme& programme, const ImportOptions& options, SourceText& source);

  void read(const Row& row);
  /// Everything, or every problem of the file.
  [[nodiscard]] Result<ImportedRows> finish();

 private:
  void add_entry(const Row& row, const definitions::RecordFields& fields, Record record);
  [[nodiscard]] std::string uid_of(const std::string& content);
  void note_uid(const Row& row, const std::string& content);

  const Programme& programme_;
  const ImportOptions& options_;
  SourceText& source_;
  ImportedRows rows_;
  std::unordered_map<std::string, int> seen_contents_;      ///< how many rows say just this
  std::unordered_map<std::string, std::string> seen_uids_;  ///< what uids of the file stand for
  std::unordered_set<std::string> named_;                   ///< what is in rows_.indicators
};

}  // namespace jalon::exchange

#pragma once

#include "reports/document.hpp"
#include "reports/labels.hpp"

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What a spreadsheet makes of a document: like tables become one sheet that can be filtered.

namespace jalon::reports {

/// One table of the document, as a stretch of rows in a sheet.
struct SheetPart {
  std::vector<std::string> headings;  ///< that it stands under, from the second level on
  std::string caption;
  const Table* table;
};

/// Tables that say the same of different things: those of one heading, the charts of one sort.
struct Sheet {
  /// What it is made from decides what may join it.
  enum class Kind { table, tree, records, course, periods, alone };
  Kind kind = Kind::table;
  std::string name = {};             ///< valid and unique in a workbook
  std::vector<Column> columns = {};  ///< those of all its parts, by key
  std::vector<SheetPart> parts = {};
  std::vector<std::string> headings =
      {};  ///< common to all parts, by level; empty where they differ

  [[nodiscard]] bool tells_sections() const;  ///< parts stand under different headings
  [[nodiscard]] bool tells_captions() const;
  [[nodiscard]] bool tells_notes() const;
  [[nodiscard]] std::size_t rows() const;
  [[nodiscard]] std::size_t more() const;  ///< rows that its tables left out
  /// The headings that tell a part from others: "Proofs of concept".
  [[nodiscard]] std::string section_of(const SheetPart& part) const;
};

/// The sheets of a document, which must outlive it.
struct Sheets {
  std::deque<Table> made = {};  ///< from trees
  std::vector<Sheet> sheets = {};
  /// The sheet that a block begins, by its place in the document: a tree may begin two.
  std::multimap<std::size_t, std::size_t> begun_by = {};
};
[[nodiscard]] Sheets sheets_of(const Document& document, const Labels& words);

/// A name that no sheet has yet, as spreadsheets take it: at most 31 characters, none of
/// `[]:*?/\`, no apostrophe at an end, not only different in upper and lower case. Adds it.
[[nodiscard]] std::string sheet_name(std::string_view wanted, std::vector<std::string>& taken);

}  // namespace jalon::reports

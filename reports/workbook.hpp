#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/model/date.hpp"
#include "rules/model/decimal.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// An XLSX file in the making. Hides the library that writes it.

namespace jalon::reports {

/// How a text stands in its cell.
enum class Look { plain, line, title, heading, label, header, header_right, nothing };

/// Sheets are written one after the other, rows from top to bottom, so that no more than a row is
/// held in memory. Rows and columns count from 0. Texts may be hostile: they never become formulas,
/// and control characters are shown escaped. All of it throws RenderError where the library has no
/// room for its temporary files.
class Workbook {
 public:
  /// `made` in seconds since 1970 UTC: no output holds the time of its making.
  Workbook(std::string_view title, std::int64_t made);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  static constexpr std::uint32_t kRowsAtMost = 1'048'576;  ///< of a sheet

  /// The name as sheet_name gives it; the widths in characters.
  void begin_sheet(const std::string& name, const std::vector<int>& widths);
  /// What is printed of the sheet is as wide as the paper.
  void fit_paper();
  /// The first row is a header: it stays in sight, has filters, and is printed on every page, which
  /// lies on its side.
  void make_table(std::uint32_t rows, std::size_t columns);

  void text(std::uint32_t row, std::size_t column, std::string_view text, Look look = Look::plain,
            int indent = 0);
  /// A number; with more than 15 digits, which a spreadsheet would lose, as text.
  void number(std::uint32_t row, std::size_t column, const Decimal& value);
  void share(std::uint32_t row, std::size_t column, const Decimal& value);
  /// A day; before March 1900, where spreadsheets do not agree, as text.
  void day(std::uint32_t row, std::size_t column, Date day);
  void truth(std::uint32_t row, std::size_t column, bool value);
  void status(std::uint32_t row, std::size_t column, engine::Status status, std::string_view word);
  /// Leads to a sheet of the workbook.
  void link(std::uint32_t row, std::size_t column, const std::string& sheet);

  [[nodiscard]] std::string bytes() &&;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace jalon::reports

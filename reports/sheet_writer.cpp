// One sheet of a workbook: like tables under one header.
#include "reports/sheet_writer.hpp"

#include "reports/figures.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::reports {
namespace {

constexpr int kWidest = 40;             // characters of a column
constexpr std::size_t kMeasured = 500;  // rows of a table that decide how wide its columns are

/// The unit of a number stands in a column of its own, so that it can be filtered.
struct UnitOf {
  std::string operator()(const NumberCell& number) const { return number.unit; }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};
std::string unit_in(const Cell& cell) { return std::visit(UnitOf{}, cell); }

/// How wide a cell's text is.
struct ShownWidth {
  const Labels& words;
  int operator()(std::monostate) const { return 0; }
  int operator()(const std::string& text) const { return display_width(text); }
  int operator()(const IdCell& id) const { return display_width(id.id); }
  int operator()(const NumberCell& number) const {
    return display_width(figure(number.value, words));
  }
  int operator()(const ShareCell&) const { return 8; }
  int operator()(Date) const { return 10; }
  int operator()(engine::Status status) const { return display_width(status_word(status, words)); }
  int operator()(UnknownCell) const { return display_width(words("cell.unknown")); }
};

struct CellWriter {
  Workbook& book;
  const Labels& words;
  std::uint32_t row;
  std::size_t column;
  int indent = 0;

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const {
    book.text(row, column, text, Look::plain, indent);
  }
  void operator()(const IdCell& id) const { book.text(row, column, id.id, Look::plain, indent); }
  void operator()(const NumberCell& number) const { book.number(row, column, number.value); }
  void operator()(const ShareCell& share) const { book.share(row, column, share.value); }
  void operator()(Date day) const { book.day(row, column, day); }
  void operator()(engine::Status status) const {
    book.status(row, column, status, status_word(status, words));
  }
  void operator()(UnknownCell) const {
    book.text(row, column, words("cell.unknown"), Look::nothing);
  }
};

int width_for(int text) { return std::clamp(text + 3, 9, kWidest); }  // room for the filter

/// One sheet of like tables.
class TableSheet {
 public:
  TableSheet(const Sheet& sheet, const Labels& words) : sheet_{sheet}, words_{words} {
    for (const Column& column : sheet.columns) has_unit_.push_back(has_unit(column));
    sections_ = sheet.tells_sections();
    captions_ = sheet.tells_captions();
    notes_ = sheet.tells_notes();
  }

  void write(Workbook& book) const {
    book.begin_sheet(sheet_.name, widths());
    book.fit_paper();
    const std::vector<Head> heads = labels();
    for (std::size_t i = 0; i < heads.size(); ++i) {
      book.text(0, i, heads[i].label,
                heads[i].align == Align::right ? Look::header_right : Look::header);
    }
    std::uint32_t row = 1;
    for (const SheetPart& part : sheet_.parts) {
      const auto places = places_in(*part.table);
      for (const Row& one : part.table->rows) {
        if (row == Workbook::kRowsAtMost) break;
        write_row(book, row++, part, places, one);
      }
    }
    book.make_table(row, heads.size());
  }

 private:
  /// Where a column of the sheet is in a table; -1: it has none of it.
  [[nodiscard]] std::vector<int> places_in(const Table& table) const {
    std::vector<int> places;
    for (const Column& column : sheet_.columns) {
      const auto found = std::ranges::find(table.columns, column.key, &Column::key);
      places.push_back(
          found == table.columns.end() ? -1 : static_cast<int>(found - table.columns.begin()));
    }
    return places;
  }
  [[nodiscard]] bool has_unit(const Column& column) const {
    return std::ranges::any_of(sheet_.parts, [&](const SheetPart& part) {
      const auto found = std::ranges::find(part.table->columns, column.key, &Column::key);
      if (found == part.table->columns.end()) return false;
      const auto place = static_cast<std::size_t>(found - part.table->columns.begin());
      return std::ranges::any_of(
          part.table->rows, [place](const Row& row) { return !unit_in(row.cells[place]).empty(); });
    });
  }
  struct Head {
    std::string label;
    Align align = Align::left;
  };
  [[nodiscard]] std::vector<Head> labels() const {
    std::vector<Head> heads;
    if (sections_) heads.push_back({words_("sheet.section")});
    if (captions_) heads.push_back({words_("html.table")});
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      heads.push_back({sheet_.columns[i].label, sheet_.columns[i].align});
      if (has_unit_[i]) heads.push_back({words_("sheet.unit")});
    }
    if (notes_) heads.push_back({words_("sheet.notes")});
    return heads;
  }
  [[nodiscard]] std::vector<int> widths() const {
    std::vector<int> widths;
    for (const Head& head : labels()) widths.push_back(column_width(head.label));
    const auto widen = [&](std::size_t column, int text) {
      widths[column] = std::max(widths[column], width_for(text));
    };
    std::size_t measured = 0;
    for (const SheetPart& part : sheet_.parts) {
      const auto places = places_in(*part.table);
      for (const Row& row : part.table->rows) {
        if (++measured > kMeasured) return widths;
        measure(part, places, row, widen);
      }
    }
    return widths;
  }
  template <class Widen>
  void measure(const SheetPart& part, const std::vector<int>& places, const Row& row,
               const Widen& widen) const {
    std::size_t column = 0;
    if (sections_) widen(column++, display_width(sheet_.section_of(part)));
    if (captions_) widen(column++, display_width(part.caption));
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Cell cell = places[i] < 0 ? Cell{} : row.cells[static_cast<std::size_t>(places[i])];
      widen(column++, std::visit(ShownWidth{words_}, cell));
      if (has_unit_[i]) widen(column++, display_width(unit_in(cell)));
    }
    for (const std::string& note : row.notes) widen(column, display_width(note));
  }
  void write_row(Workbook& book, std::uint32_t row, const SheetPart& part,
                 const std::vector<int>& places, const Row& one) const {
    std::size_t column = 0;
    if (sections_) book.text(row, column++, sheet_.section_of(part));
    if (captions_) book.text(row, column++, part.caption);
    const std::size_t first = indented();
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] >= 0) {
        const Cell& cell = one.cells[static_cast<std::size_t>(places[i])];
        const int indent = i == first ? std::min(one.indent, 9) : 0;
        write_cell(book, row, column, cell, words_, indent);
        if (has_unit_[i]) book.text(row, column + 1, unit_in(cell));
      }
      column += has_unit_[i] ? 2 : 1;
    }
    book.text(row, column, fmt::format("{}", fmt::join(one.notes, "\n")));
  }
  /// The column that shows how deep in a tree a row is.
  [[nodiscard]] std::size_t indented() const { return sheet_.kind == Sheet::Kind::tree ? 2 : 0; }

  const Sheet& sheet_;
  const Labels& words_;
  std::vector<bool> has_unit_ = {};
  bool sections_ = false;
  bool captions_ = false;
  bool notes_ = false;
};

}  // namespace

void write_cell(Workbook& book, std::uint32_t row, std::size_t column, const Cell& cell,
                const Labels& words, int indent) {
  std::visit(CellWriter{book, words, row, column, indent}, cell);
}

int column_width(std::string_view header) { return width_for(display_width(header)); }

void write_sheet(Workbook& book, const Sheet& sheet, const Labels& words) {
  TableSheet{sheet, words}.write(book);
}

}  // namespace jalon::reports

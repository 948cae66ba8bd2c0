// Reports as a workbook: what was said on the first sheet, then a sheet a table, typed cells.
#include "reports/figures.hpp"
#include "reports/formats.hpp"
#include "reports/limit.hpp"
#include "reports/machine.hpp"
#include "reports/sheet_writer.hpp"
#include "reports/sheets.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"
#include "reports/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::reports {
namespace {

struct MachineWriter {
  Workbook& book;
  std::uint32_t row;
  std::size_t column;

  void operator()(std::monostate) const {}
  void operator()(bool truth) const { book.truth(row, column, truth); }
  void operator()(const std::string& text) const { book.text(row, column, text, Look::line); }
  void operator()(const Decimal& number) const { book.number(row, column, number); }
  void operator()(std::int64_t number) const { book.number(row, column, Decimal{number}); }
  void operator()(Date day) const { book.day(row, column, day); }
  void operator()(const std::vector<std::int64_t>& numbers) const {
    book.text(row, column, fmt::format("{}", fmt::join(numbers, "|")), Look::line);
  }
};

/// The rows of CSV, typed.
void write_data(Workbook& book, const Report& report, const Labels& words) {
  const std::vector<std::string> keys = machine_keys(report);
  std::vector<int> widths;
  for (const std::string& key : keys) {
    const bool long_texts = key == "id" || key == "title";
    widths.push_back(long_texts ? 40 : column_width(key));
  }
  book.begin_sheet(words("sheet.data"), widths);
  for (std::size_t i = 0; i < keys.size(); ++i) book.text(0, i, keys[i], Look::header);
  const std::size_t rows = std::min<std::size_t>(machine_rows(report), Workbook::kRowsAtMost - 1);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto row = static_cast<std::uint32_t>(i + 1);
    const std::vector<Machine> values = machine_row(report, i);
    for (std::size_t column = 0; column < values.size(); ++column)
      std::visit(MachineWriter{book, row, column}, values[column]);
  }
  book.make_table(static_cast<std::uint32_t>(rows + 1), keys.size());
}

/// What was said in the report, with links to the tables where they stood.
class FirstSheet {
 public:
  FirstSheet(Workbook& book, const Report& report, const Labels& words, const Sheets& sheets)
      : book_{book}, report_{report}, words_{words}, sheets_{sheets} {}

  void write() {
    const Document& document = report_.document;
    book_.begin_sheet(words_("sheet.report"), {34, 100});
    book_.fit_paper();
    book_.text(row_++, 0, document.title, Look::title);
    book_.text(row_++, 0, document.subtitle, Look::line);
    ++row_;
    field(words_("sheet.as-of"), report_.head.as_of);
    field(words_("sheet.known"), report_.head.known);
    (*this)(document.foot);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      std::visit(*this, document.blocks[i]);
      const auto [first, last] = sheets_.begun_by.equal_range(i);
      for (auto one = first; one != last; ++one) link(sheets_.sheets[one->second]);
    }
    (*this)(Heading{2, words_("sheet.data")});
    link(words_("sheet.data"), machine_rows(report_));
  }

  void operator()(const Heading& heading) {
    const auto level = static_cast<std::size_t>(std::max(heading.level - 2, 0));
    pending_.resize(level);
    pending_.push_back(heading.text);
  }
  void operator()(const Paragraph& paragraph) { said(paragraph.text); }
  void operator()(const List& list) {
    for (const std::string& item : list.items) said(item);
  }
  void operator()(const Fields& fields) {
    for (const auto& [label, value] : fields.items) field(label, value);
  }
  void operator()(const Tally& tally) {
    for (const auto& [status, count] : tally.counts) {
      begin_row();
      book_.status(row_, 0, status, status_word(status, words_));
      book_.text(row_++, 1, figure(Decimal{count}, words_));
    }
  }
  template <class Shown>
  void operator()(const Shown&) {}  // on a sheet of its own

 private:
  /// Headings are written before what stands under them; without anything they are not missed.
  void begin_row() {
    for (const std::string& heading : pending_) {
      if (heading.empty()) continue;
      ++row_;
      book_.text(row_++, 0, heading, Look::heading);
    }
    for (std::string& heading : pending_) heading.clear();
  }
  void said(const std::string& text) {
    begin_row();
    book_.text(row_++, 1, text);
  }
  void field(const std::string& label, const Cell& value) {
    if (std::holds_alternative<std::monostate>(value)) return;
    begin_row();
    book_.text(row_, 0, label, Look::label);
    if (const auto* number = std::get_if<NumberCell>(&value))
      book_.text(row_++, 1, figure(*number, words_));
    else
      write_cell(book_, row_++, 1, value, words_);
  }
  void link(const Sheet& sheet) {
    link(sheet.name, sheet.rows());
    if (const std::size_t more = sheet.more(); more > 0) said(more_words(more, words_));
  }
  void link(const std::string& name, std::size_t rows) {
    begin_row();
    book_.text(row_, 0, words_("sheet.rows", {{"n", std::to_string(rows)}}), Look::label);
    book_.link(row_++, 1, name);
    if (rows < Workbook::kRowsAtMost) return;
    said(more_words(rows + 1 - Workbook::kRowsAtMost, words_));
  }

  Workbook& book_;
  const Report& report_;
  const Labels& words_;
  const Sheets& sheets_;
  std::uint32_t row_ = 0;
  std::vector<std::string> pending_ = {};  ///< headings by level; empty: written
};

int digits_at(std::string_view text, std::size_t place) {
  return (text[place] - '0') * 10 + (text[place + 1] - '0');
}
/// When the last record was made; of a log without records the beginning of the as-of day.
std::int64_t made_at(const Head& head) {
  const std::string_view stamp = head.stamp;
  const auto day = parse_date(stamp.substr(0, 10));
  const Date on = day ? day.value() : head.as_of;
  std::int64_t seconds = std::int64_t{days_between(Date{1970, 1, 1}, on)} * 86'400;
  if (!day || stamp.size() < 19) return seconds;
  seconds += digits_at(stamp, 11) * 3600 + digits_at(stamp, 14) * 60 + digits_at(stamp, 17);
  return seconds;
}

}  // namespace

std::string render_xlsx(const Report& report, const RenderOptions& options) {
  const Labels& words = options.words;
  const Sheets sheets = sheets_of(report.document, words);
  Workbook book{report.document.title, made_at(report.head)};
  FirstSheet{book, report, words, sheets}.write();
  for (const Sheet& sheet : sheets.sheets) write_sheet(book, sheet, words);
  write_data(book, report, words);
  return std::move(book).bytes();
}

}  // namespace jalon::reports

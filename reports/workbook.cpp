#include "reports/workbook.hpp"

#include "reports/cell_text.hpp"
#include "reports/memory_file.hpp"
#include "reports/renderers.hpp"
#include "reports/text.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace jalon::reports {
namespace {

constexpr int kDigits = 15;    // of a double that come back as they were
constexpr int kLine = 15;      // points
constexpr int kTallest = 405;  // a row, of 409 points at most

// Keys of formats: a sort of cell, plus what tells one from another.
constexpr int kTexts = 0;
constexpr int kNumbers = 1000;
constexpr int kShares = 1100;
constexpr int kDays = 1200;
constexpr int kStatuses = 1300;

[[noreturn]] void fail(std::string_view reason) {
  throw RenderError{fmt::format("cannot write XLSX: {}", reason)};
}
void check(lxw_error error) {
  if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

std::size_t digits_of(const Decimal& value) {
  std::string digits = value.str();
  std::erase_if(digits, [](char c) { return c == '-' || c == '.'; });
  digits.erase(digits.find_last_not_of('0') + 1);
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.size();
}
double double_of(const Decimal& value) {
  const std::string digits = value.str();
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

struct Colours {
  std::uint32_t ink;
  std::uint32_t paper;
};
/// Those of the style sheet for a bright page.
Colours colours_of(engine::Status status) {
  switch (status) {
    case engine::Status::met:
      return {0x14532d, 0xe9f6ec};
    case engine::Status::met_late:
      return {0x3f4d12, 0xf3f6dd};
    case engine::Status::pending:
      return {0x1e3a6e, 0xeaf0fa};
    case engine::Status::unknown:
      return {0x46317a, 0xf1edf9};
    case engine::Status::overdue:
      return {0x7a3b00, 0xfdf0df};
    case engine::Status::missed:
      return {0x8c1420, 0xfce9ea};
    default:
      return {0x4a4f55, 0xeef0f2};
  }
}

void dress(lxw_format* format, Look look) {
  switch (look) {
    case Look::title:
      format_set_bold(format);
      format_set_font_size(format, 16);
      return;
    case Look::heading:
      format_set_bold(format);
      format_set_font_size(format, 12);
      return;
    case Look::label:
      format_set_font_color(format, 0x4a4f55);
      return;
    case Look::header:
    case Look::header_right:
      format_set_bold(format);
      format_set_bg_color(format, 0xe8ebee);
      format_set_bottom(format, LXW_BORDER_THIN);
      if (look == Look::header_right) format_set_align(format, LXW_ALIGN_RIGHT);
      return;
    case Look::nothing:
      format_set_italic(format);
      format_set_font_color(format, 0x6b7280);
      return;
    case Look::plain:
      format_set_text_wrap(format);
      return;
    case Look::line:
      return;
  }
}

lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

}  // namespace

struct Workbook::Parts {
  MemoryFile file = {};
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::map<int, lxw_format*> formats = {};
  std::vector<int> widths = {};  ///< of the columns, in characters
  std::uint32_t tall_row = 0;    ///< the row whose height was set last
  int lines = 1;                 ///< of text in it

  /// Not every spreadsheet makes a row as high as its texts need.
  void give_room(std::uint32_t row, std::size_t column, std::string_view text, Look look) {
    if (row != tall_row) lines = 1;
    tall_row = row;
    const int needed = look == Look::title ? 2 : lines_in(text, look, column);
    if (needed <= lines) return;
    lines = needed;
    check(worksheet_set_row(sheet, row, std::min(lines * kLine, kTallest), nullptr));
  }
  [[nodiscard]] int lines_in(std::string_view text, Look look, std::size_t column) const {
    if (look != Look::plain || column >= widths.size()) return 1;
    if (text.size() <= static_cast<std::size_t>(widths[column]) &&
        text.find('\n') == std::string_view::npos)
      return 1;
    int count = 0;
    while (true) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      count += static_cast<int>(wrap(text.substr(0, end), widths[column]).size());
      if (end == text.size()) return count;
      text.remove_prefix(end + 1);
    }
  }
  /// The format of that key, made and dressed when it is first used.
  template <class Dress>
  lxw_format* format(int key, Dress dress_it) {
    lxw_format*& one = formats[key];
    if (one == nullptr) {
      one = workbook_add_format(book);
      if (one == nullptr) fail("out of memory");
      format_set_align(one, LXW_ALIGN_VERTICAL_TOP);
      dress_it(one);
    }
    return one;
  }
  lxw_format* texts(Look look, int indent, bool as_text) {
    return format(kTexts + (static_cast<int>(look) * 10 + indent) * 2 + (as_text ? 1 : 0),
                  [&](lxw_format* one) {
                    dress(one, look);
                    if (indent > 0) format_set_indent(one, static_cast<std::uint8_t>(indent));
                    if (as_text) format_set_num_format(one, "@");
                  });
  }
  /// Numbers with all the decimals that they have: a spreadsheet that rounds would contradict the
  /// words beside them.
  lxw_format* numbers(int key, std::string_view whole, int decimals, std::string_view end) {
    return format(key + decimals, [&](lxw_format* one) {
      const std::string zeros(static_cast<std::size_t>(decimals), '0');
      const std::string shown_as =
          decimals > kDigits ? std::string{"General"}
                             : fmt::format("{}{}{}{}", whole, decimals > 0 ? "." : "", zeros, end);
      format_set_num_format(one, shown_as.c_str());
      if (key == kDays) format_set_align(one, LXW_ALIGN_LEFT);
    });
  }
};

Workbook::Workbook(std::string_view title, std::int64_t made) : parts_{std::make_unique<Parts>()} {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  parts_->book = workbook_new_opt(parts_->file.path().c_str(), &options);
  if (parts_->book == nullptr) fail("out of memory");
  std::string shown{first_units(printable(title), 255)};
  lxw_doc_properties properties{};
  properties.title = shown.data();
  properties.created = static_cast<time_t>(std::max<std::int64_t>(made, 1));  // 0 would be "now"
  check(workbook_set_properties(parts_->book, &properties));
}

Workbook::~Workbook() {
  if (parts_->book != nullptr) lxw_workbook_free(parts_->book);
}

void Workbook::begin_sheet(const std::string& name, const std::vector<int>& widths) {
  parts_->sheet = workbook_add_worksheet(parts_->book, name.c_str());
  if (parts_->sheet == nullptr) fail(fmt::format("no sheet can be called `{}`", name));
  for (std::size_t i = 0; i < widths.size(); ++i) {
    check(worksheet_set_column(parts_->sheet, column_number(i), column_number(i), widths[i],
                               nullptr));
  }
  check(worksheet_ignore_errors(parts_->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
  parts_->widths = widths;
  parts_->lines = 1;
  parts_->tall_row = 0;
  worksheet_set_paper(parts_->sheet, 9);  // A4
  worksheet_set_margins(parts_->sheet, 0.5, 0.5, 0.6, 0.6);
  check(worksheet_set_footer(parts_->sheet, "&L&A&R&P / &N"));
}

void Workbook::fit_paper() { worksheet_fit_to_pages(parts_->sheet, 1, 0); }

void Workbook::make_table(std::uint32_t rows, std::size_t columns) {
  lxw_worksheet* sheet = parts_->sheet;
  worksheet_freeze_panes(sheet, 1, 0);
  check(worksheet_repeat_rows(sheet, 0, 0));
  check(worksheet_autofilter(sheet, 0, 0, rows == 0 ? 0 : rows - 1,
                             column_number(columns == 0 ? 0 : columns - 1)));
  worksheet_set_landscape(sheet);
}

void Workbook::text(std::uint32_t row, std::size_t column, std::string_view text, Look look,
                    int indent) {
  if (text.empty()) return;
  const std::string shown = cell_text(text);
  parts_->give_room(row, column, shown, look);
  // Cells of the sort "text" stay texts when somebody edits them.
  const bool as_text = begins_formula(text);
  check(worksheet_write_string(parts_->sheet, row, column_number(column), shown.c_str(),
                               parts_->texts(look, indent, as_text)));
}

void Workbook::number(std::uint32_t row, std::size_t column, const Decimal& value) {
  if (digits_of(value) > kDigits) return text(row, column, value.str());
  check(worksheet_write_number(parts_->sheet, row, column_number(column), double_of(value),
                               parts_->numbers(kNumbers, "#,##0", value.scale(), "")));
}

void Workbook::share(std::uint32_t row, std::size_t column, const Decimal& value) {
  if (digits_of(value) > kDigits) return text(row, column, value.str());
  check(worksheet_write_number(parts_->sheet, row, column_number(column), double_of(value),
                               parts_->numbers(kShares, "0", std::max(value.scale() - 2, 0), "%")));
}

void Workbook::day(std::uint32_t row, std::size_t column, Date day) {
  if (day < Date{1900, 3, 1}) return text(row, column, iso(day));
  const auto number = static_cast<double>(days_between(Date{1899, 12, 30}, day));
  check(worksheet_write_number(parts_->sheet, row, column_number(column), number,
                               parts_->numbers(kDays, "yyyy-mm-dd", 0, "")));
}

void Workbook::truth(std::uint32_t row, std::size_t column, bool value) {
  check(worksheet_write_boolean(parts_->sheet, row, column_number(column), value ? 1 : 0,
                                parts_->texts(Look::plain, 0, false)));
}

void Workbook::status(std::uint32_t row, std::size_t column, engine::Status status,
                      std::string_view word) {
  lxw_format* format = parts_->format(kStatuses + static_cast<int>(status), [&](lxw_format* one) {
    format_set_font_color(one, colours_of(status).ink);
    format_set_bg_color(one, colours_of(status).paper);
    const bool grave = status == engine::Status::missed || status == engine::Status::overdue;
    if (grave) format_set_bold(one);
  });
  check(worksheet_write_string(parts_->sheet, row, column_number(column), cell_text(word).c_str(),
                               format));
}

void Workbook::link(std::uint32_t row, std::size_t column, const std::string& sheet) {
  std::string quoted = sheet;
  for (auto at = quoted.find('\''); at != std::string::npos; at = quoted.find('\'', at + 2))
    quoted.insert(at, "'");
  check(worksheet_write_url_opt(parts_->sheet, row, column_number(column),
                                fmt::format("internal:'{}'!A1", quoted).c_str(), nullptr,
                                sheet.c_str(), nullptr));
}

std::string Workbook::bytes() && {
  lxw_workbook* book = parts_->book;
  parts_->book = nullptr;  // closing frees it, whatever comes of it
  check(workbook_close(book));
  return parts_->file.bytes();
}

}  // namespace jalon::reports

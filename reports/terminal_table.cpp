#include "reports/terminal_table.hpp"

#include "reports/figures.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

namespace jalon::reports {
namespace {

constexpr int kGap = 2;                  ///< blanks between columns
constexpr int kNarrowestId = 28;         ///< ids are there to be copied
constexpr int kNarrowest = 14;           ///< no text column is made narrower than this
constexpr std::size_t kLinesAtMost = 8;  ///< of one cell; what is beyond ends in an ellipsis

struct CellText {
  const Labels& words;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return printable(text); }
  std::string operator()(const IdCell& id) const { return printable(id.id); }
  std::string operator()(const NumberCell& number) const {
    return printable(figure(number, words));
  }
  std::string operator()(const ShareCell& share) const { return percent(share.value, words); }
  std::string operator()(Date day) const { return iso(day); }
  std::string operator()(engine::Status status) const {
    return fmt::format("{} {}", status_sign(status), status_word(status, words));
  }
  std::string operator()(UnknownCell) const { return words("cell.unknown"); }
};

/// A table as texts, with the widths that its columns would like.
struct Layout {
  const Table& table;
  std::vector<std::vector<std::string>> texts = {};  ///< [row][column]
  std::vector<std::size_t> shown = {};               ///< columns that are not dropped
  std::vector<int> widths = {};                      ///< of the shown ones

  std::vector<int> natural = {};  ///< widths without any break, by column
  std::vector<int> least = {};    ///< what a column can be narrowed to

  /// Texts and ids can be broken into lines; numbers, days and statuses not.
  [[nodiscard]] bool breakable(std::size_t column) const {
    return std::ranges::any_of(table.rows, [&](const Row& row) {
      return std::holds_alternative<std::string>(row.cells[column]) ||
             std::holds_alternative<IdCell>(row.cells[column]);
    });
  }
  void measure() {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      int width = display_width(table.columns[column].label);
      for (const auto& row : texts) width = std::max(width, display_width(row[column]));
      natural.push_back(width);
      const bool ids = std::ranges::any_of(table.rows, [&](const Row& row) {
        return std::holds_alternative<IdCell>(row.cells[column]);
      });
      const int narrowest = ids ? kNarrowestId : kNarrowest;
      least.push_back(breakable(column) ? std::min(width, narrowest) : width);
    }
  }
  [[nodiscard]] int total_of(const std::vector<int>& all) const {
    int total = 0;
    for (const int width : all) total += width + kGap;
    return total - kGap;
  }

  void drop_columns(int width) {
    for (;;) {
      std::vector<int> comfortable;
      for (const std::size_t column : shown) {
        const bool first = column == 0;
        comfortable.push_back(std::min(natural[column], first ? 24 : std::max(least[column], 18)));
      }
      const auto worst =
          std::ranges::max_element(shown, {}, [&](auto c) { return table.columns[c].importance; });
      if (worst == shown.end() || table.columns[*worst].importance == 0) return;
      if (total_of(comfortable) <= width) return;
      shown.erase(worst);
    }
  }

  /// Takes columns from the widest text column until everything fits.
  void fit(int width) {
    for (const std::size_t column : shown) widths.push_back(natural[column]);
    while (total_of(widths) > width) {
      std::size_t widest = shown.size();
      for (std::size_t i = 0; i < shown.size(); ++i) {
        if (widths[i] <= least[shown[i]]) continue;
        if (widest == shown.size() || widths[i] > widths[widest]) widest = i;
      }
      if (widest == shown.size()) return;
      --widths[widest];
    }
  }
};

Layout layout_of(const Table& table, const RenderOptions& options, int width) {
  Layout layout{table};
  for (const Row& row : table.rows) {
    std::vector<std::string> texts;
    for (const Cell& cell : row.cells) texts.push_back(cell_text(cell, options.words));
    texts.front().insert(0, static_cast<std::size_t>(row.indent) * 2, ' ');
    layout.texts.push_back(std::move(texts));
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) layout.shown.push_back(i);
  layout.measure();
  layout.drop_columns(width);
  layout.fit(width);
  return layout;
}

std::vector<std::string> lines_of(const std::string& text, int width, int indent) {
  const std::string inset(static_cast<std::size_t>(indent), ' ');
  std::vector<std::string> lines =
      wrap(std::string_view{text}.substr(std::min(inset.size(), text.size())), width - indent);
  if (lines.size() > kLinesAtMost) {
    lines.resize(kLinesAtMost);
    lines.back() = cut(lines.back() + "……", width - indent);
  }
  for (std::string& line : lines) line.insert(0, inset);
  return lines;
}

void add_line(std::string& out, std::string line, int indent) {
  while (line.ends_with(' ')) line.pop_back();
  if (!line.empty()) out.append(static_cast<std::size_t>(indent), ' ');
  out += line + "\n";
}

/// One row in as many lines as its longest cell takes.
std::string row_text(const Layout& layout, const std::vector<std::string>& texts, const Row* row,
                     const RenderOptions& options, int indent) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < layout.shown.size(); ++i) {
    const bool inset = layout.shown[i] == 0 && row != nullptr;
    cells.push_back(
        lines_of(texts[layout.shown[i]], layout.widths[i], inset ? row->indent * 2 : 0));
    height = std::max(height, cells.back().size());
  }
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string part = line < cells[i].size() ? cells[i][line] : "";
      const Column& column = layout.table.columns[layout.shown[i]];
      std::string padded = column.align == Align::right ? pad_left(part, layout.widths[i])
                                                        : pad_right(part, layout.widths[i]);
      const auto* status =
          row == nullptr ? nullptr : std::get_if<engine::Status>(&row->cells[layout.shown[i]]);
      if (status != nullptr) padded = colored(padded, *status, options.color);
      if (i > 0) text.append(kGap, ' ');
      text += row == nullptr ? faint(padded, options.color) : padded;
    }
    add_line(out, std::move(text), indent);
  }
  return out;
}

std::string head_text(const Layout& layout, const RenderOptions& options, int indent) {
  std::vector<std::string> labels;
  for (const Column& column : layout.table.columns) labels.push_back(column.label);
  std::string rules;
  for (const int width : layout.widths) {
    if (!rules.empty()) rules.append(kGap, ' ');
    for (int i = 0; i < width; ++i) rules += "-";
  }
  std::string out = row_text(layout, labels, nullptr, options, indent);
  add_line(out, rules, indent);
  return out;
}

std::string escape_sequence(std::string_view code, std::string_view text) {
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string_view color_of(engine::Status status) {
  switch (status) {
    case engine::Status::met:
      return "32";
    case engine::Status::met_late:
      return "36";
    case engine::Status::pending:
      return "34";
    case engine::Status::unknown:
      return "35";
    case engine::Status::overdue:
      return "33";
    case engine::Status::missed:
      return "31";
    case engine::Status::voided:
      return "2";
  }
  return "0";  // not reached: -Wswitch keeps the list complete
}

}  // namespace

std::string cell_text(const Cell& cell, const Labels& words) {
  return std::visit(CellText{words}, cell);
}

std::string terminal_table(const Table& table, const RenderOptions& options, int indent,
                           bool with_head) {
  if (table.rows.empty()) return {};
  const int width = (options.wide ? kUnlimited : options.width) - indent;
  const Layout layout = layout_of(table, options, width);
  std::string out = with_head ? head_text(layout, options, indent) : std::string{};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    out += row_text(layout, layout.texts[i], &row, options, indent);
    const int inset = row.indent * 2 + 4;
    for (const std::string& note : row.notes) {
      for (const std::string& line : wrap(printable(note), width - inset)) {
        add_line(out, faint(line, options.color), indent + inset);
      }
    }
  }
  return out;
}

std::string bold(std::string_view text, bool color) {
  return color ? escape_sequence("1", text) : std::string{text};
}
std::string faint(std::string_view text, bool color) {
  return color ? escape_sequence("2", text) : std::string{text};
}
std::string colored(std::string_view text, engine::Status status, bool color) {
  return color ? escape_sequence(color_of(status), text) : std::string{text};
}

}  // namespace jalon::reports

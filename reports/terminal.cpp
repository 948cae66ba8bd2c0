// Reports at a prompt.
#include "reports/figures.hpp"
#include "reports/formats.hpp"
#include "reports/limit.hpp"
#include "reports/terminal_table.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace jalon::reports {
namespace {

constexpr int kHashShown = 12;  ///< characters of a hash: enough to tell two apart
constexpr int kIdAtMost = 44;   ///< columns that ids of a tree may take before texts move down

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

struct Writer {
  const RenderOptions& options;
  std::string out = {};
  bool after_title = false;

  [[nodiscard]] int width() const { return options.wide ? kUnlimited : options.width; }

  void line(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    out.append(text) += '\n';
  }
  /// Between blocks; what follows the title of an initiative belongs to it.
  void blank() {
    if (!out.empty() && !after_title) out += '\n';
    after_title = false;
  }
  /// A text in lines, all but the first further in.
  void text(const std::string& what, int indent, int hang = 0) {
    int at = indent;
    std::string rest = printable(what);
    for (const std::string& one : wrap(rest, width() - indent - hang)) {
      line(repeat(" ", at) + one);
      at = indent + hang;
    }
  }
  void strong(const std::string& what) {
    for (const std::string& one : wrap(printable(what), width())) line(bold(one, options.color));
  }

  void operator()(const Heading& heading) {
    blank();
    strong(heading.text);
    if (heading.level <= 2) line(repeat("=", std::min(display_width(heading.text), width())));
    after_title = heading.level > 2;
  }
  void operator()(const Paragraph& paragraph) {
    blank();
    text(paragraph.text, 0);
  }
  void operator()(const List& list) {
    blank();
    for (const std::string& item : list.items) text("- " + item, 0, 2);
  }
  void operator()(const Fields& fields) {
    blank();
    int labels = 0;
    for (const auto& [label, cell] : fields.items) {
      labels = std::max(labels, display_width(label));
    }
    for (const auto& [label, cell] : fields.items) {
      text(pad_right(label, labels) + "  " + cell_text(cell, options.words), 0, labels + 2);
    }
  }
  void operator()(const Tally& tally) {
    blank();
    std::string shown;
    int used = 0;
    for (const auto& [status, count] : tally.counts) {
      const std::string one =
          fmt::format("{} {} {}", status_sign(status), figure(Decimal{count}, options.words),
                      status_word(status, options.words));
      if (used > 0 && used + 3 + display_width(one) > width()) {
        line(std::exchange(shown, {}));
        used = 0;
      }
      if (used > 0) shown += "   ";
      shown += colored(one, status, options.color);
      used += (used > 0 ? 3 : 0) + display_width(one);
    }
    line(shown);
  }
  void operator()(const Table& table) {
    blank();
    if (!table.caption.empty()) text(table.caption, 0);
    out += terminal_table(table, options, 0);
    if (table.more > 0) text(more_words(table, options.words), 0);
  }
  void operator()(const Chart& chart) { (*this)(table_of(chart)); }
  void operator()(const Tree& tree) {
    for (const Node& root : tree.roots) {
      blank();
      node(root, 0, 0, 0);
    }
  }

  /// The columns that a reader runs down stay apart, the others become one text: a tree has little
  /// room. What only a wide terminal has room for is left out.
  [[nodiscard]] Table collapsed(const Table& table) const {
    constexpr int kApart = 2;
    constexpr int kWideOnly = 5;
    Table narrow;
    std::size_t apart = 0;
    while (apart < table.columns.size() && table.columns[apart].importance <= kApart) {
      narrow.columns.push_back(table.columns[apart++]);
    }
    narrow.columns.push_back({"text", {}, Align::left, 0});
    for (const Row& row : table.rows) {
      Row shorter{{row.cells.begin(), row.cells.begin() + static_cast<long>(apart)}};
      std::string text;
      for (std::size_t i = apart; i < row.cells.size(); ++i) {
        if (table.columns[i].importance >= kWideOnly && !options.wide) continue;
        text = and_also(text, cell_text(row.cells[i], options.words), options.words);
      }
      shorter.cells.emplace_back(std::move(text));
      narrow.rows.push_back(std::move(shorter));
    }
    return narrow;
  }

  /// Widths of marks and ids among the children of one node, so that they stand in columns.
  static int widest_id(const std::vector<Node>& nodes) {
    int width = 0;
    for (const Node& one : nodes) width = std::max(width, display_width(one.id));
    return std::min(width, kIdAtMost);
  }
  static int widest_mark(const std::vector<Node>& nodes, const Labels& words) {
    int width = 0;
    for (const Node& one : nodes) {
      width = std::max(width, display_width(cell_text(one.mark, words)));
    }
    return width;
  }

  void node(const Node& one, int indent, int mark_width, int id_width) {
    std::string start = repeat(" ", indent);
    int column = indent;
    if (const auto* status = std::get_if<engine::Status>(&one.mark)) {
      const std::string mark = pad_right(cell_text(one.mark, options.words), mark_width);
      start += colored(mark, *status, options.color) + "  ";
      column += display_width(mark) + 2;
    }
    if (!one.id.empty()) {
      const int before = column;
      std::vector<std::string> parts = wrap(printable(one.id), width() - before);
      for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        line(start + parts[i]);
        start = repeat(" ", before);
      }
      start += pad_right(parts.back(), id_width) + "  ";
      column += std::max(id_width, display_width(parts.back())) + 2;
    }
    lines_of(one, start, column, std::min(column, indent + 14), one.id.empty());
    if (one.table) out += terminal_table(collapsed(*one.table), options, indent + 6, false);
    for (const std::string& note : one.notes) text(note, indent + 2, 2);
    const int marks = widest_mark(one.children, options.words);
    const int ids = widest_id(one.children);
    for (const Node& child : one.children) node(child, indent + 2, marks, ids);
  }

  /// The text of a node beside its id; below it where there is little room.
  void lines_of(const Node& one, std::string start, int column, int hang, bool group) {
    const std::string shown = printable(one.text);
    const bool fits = column + display_width(shown) <= width();
    if (fits || width() - column >= 36) {
      bool first = true;
      for (const std::string& part : wrap(shown, width() - column)) {
        line((first ? start : repeat(" ", column)) + (group ? bold(part, options.color) : part));
        first = false;
      }
      return;
    }
    line(start);
    for (const std::string& part : wrap(shown, width() - hang)) line(repeat(" ", hang) + part);
  }

  /// The foot in as few lines as it takes; hashes by their beginning.
  void foot(const Fields& fields) {
    if (fields.items.empty()) return;
    std::string shown;
    for (const auto& [label, cell] : fields.items) {
      if (std::holds_alternative<std::monostate>(cell)) continue;
      std::string value = cell_text(cell, options.words);
      const bool hash =
          value.size() >= 32 && value.find_first_not_of("0123456789abcdef") == std::string::npos;
      if (hash && !options.wide) value = value.substr(0, kHashShown) + "…";
      if (!shown.empty()) shown += "; ";
      shown += options.words("foot.item", {{"label", label}, {"value", value}});
    }
    blank();
    for (const std::string& one : wrap(shown, width())) line(faint(one, options.color));
  }
};

/// Narrow no-break spaces as plain ones: lines are broken already.
std::string with_plain_spaces(std::string text) {
  for (auto at = text.find(kGroupSpace); at != std::string::npos; at = text.find(kGroupSpace, at)) {
    text.replace(at, kGroupSpace.size(), " ");
  }
  return text;
}

}  // namespace

std::string render_terminal(const Report& report, const RenderOptions& options) {
  Writer writer{options};
  writer.strong(report.document.title);
  if (!report.document.subtitle.empty()) writer.text(report.document.subtitle, 0);
  for (const Block& block : report.document.blocks) std::visit(writer, block);
  writer.foot(report.document.foot);
  return with_plain_spaces(std::move(writer.out));
}

}  // namespace jalon::reports

// Reports in Markdown (GitHub's dialect), for repositories.
#include "reports/escape.hpp"
#include "reports/figures.hpp"
#include "reports/formats.hpp"
#include "reports/limit.hpp"
#include "reports/wording.hpp"

#include <fmt/core.h>

namespace jalon::reports {
namespace {

struct CellText {
  const Labels& words;
  bool in_table = true;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return markdown_text(text); }
  std::string operator()(const IdCell& id) const { return markdown_code(id.id, in_table); }
  std::string operator()(const NumberCell& number) const {
    return markdown_text(figure(number, words));
  }
  std::string operator()(const ShareCell& share) const { return percent(share.value, words); }
  std::string operator()(Date day) const { return iso(day); }
  std::string operator()(engine::Status status) const {
    const std::string text = markdown_text(status_word(status, words));
    const bool grave = status == engine::Status::missed || status == engine::Status::overdue;
    const std::string sign = markdown_line(std::string(1, status_sign(status)));
    return fmt::format("{} {}", sign, grave ? "**" + text + "**" : text);
  }
  std::string operator()(UnknownCell) const { return markdown_text(words("cell.unknown")); }
};

struct Writer {
  const Labels& words;
  std::string out = {};

  [[nodiscard]] std::string cell(const Cell& cell, bool in_table = true) const {
    return std::visit(CellText{words, in_table}, cell);
  }

  void operator()(const Heading& heading) {
    out += "\n" + std::string(static_cast<std::size_t>(heading.level), '#') + " ";
    out += markdown_text(heading.text) + "\n";
  }
  void operator()(const Paragraph& paragraph) {
    out += "\n" + markdown_line(paragraph.text) + "\n";
  }
  void operator()(const List& list) {
    out += "\n";
    for (const std::string& item : list.items) out += "- " + markdown_line(item) + "\n";
  }
  void operator()(const Fields& fields) {
    out += "\n";
    for (const auto& [label, value] : fields.items) {
      if (std::holds_alternative<std::monostate>(value)) continue;
      out += fmt::format("- {}: {}\n", markdown_text(label), cell(value, false));
    }
  }
  void operator()(const Tally& tally) {
    out += "\n";
    bool first = true;
    for (const auto& [status, count] : tally.counts) {
      out += fmt::format("{}**{}** {}", first ? "" : " · ", figure(Decimal{count}, words),
                         markdown_text(status_word(status, words)));
      first = false;
    }
    out += "\n";
  }
  void operator()(const Table& table) {
    out += "\n";
    if (!table.caption.empty()) out += markdown_line(table.caption) + "\n\n";
    out += "|";
    for (const Column& column : table.columns) {
      out += fmt::format(" {} |", markdown_text(column.label));
    }
    out += "\n|";
    for (const Column& column : table.columns) {
      out += column.align == Align::right ? "---:|" : "---|";
    }
    out += "\n";
    for (const Row& row : table.rows) add_row(row);
    if (table.more > 0) out += "\n" + markdown_line(more_words(table, words)) + "\n";
  }
  void add_row(const Row& row) {
    out += "|";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string text = cell(row.cells[i]);
      if (i == 0) {
        for (int depth = 0; depth < row.indent; ++depth) text.insert(0, "&emsp;");
        for (const std::string& note : row.notes) text += "<br>" + markdown_text(note);
      }
      out += fmt::format(" {} |", text);
    }
    out += "\n";
  }
  void operator()(const Chart& chart) { (*this)(table_of(chart)); }
  void operator()(const Tree& tree) {
    for (const Node& root : tree.roots) {
      out += "\n";
      add_node(root, 0);
    }
  }
  void add_node(const Node& node, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    std::string text = cell(node.mark, false);
    if (!node.id.empty()) text += (text.empty() ? "" : " ") + markdown_code(node.id, false);
    if (!text.empty() && !node.text.empty()) text += ": ";
    text += text.empty() ? markdown_line(node.text) : markdown_text(node.text);
    out += fmt::format("{}- {}\n", indent, text);
    if (node.table) {
      for (const Row& row : node.table->rows) out += indent + "  - " + joined(row) + "\n";
    }
    for (const std::string& note : node.notes) {
      out += fmt::format("{}  - {}\n", indent, markdown_line(note));
    }
    for (const Node& child : node.children) add_node(child, depth + 1);
  }
  [[nodiscard]] std::string joined(const Row& row) const {
    std::string text;
    for (const Cell& one : row.cells) {
      const std::string part = cell(one, false);
      if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    }
    return text;
  }
};

}  // namespace

std::string render_markdown(const Report& report, const RenderOptions& options) {
  Writer writer{options.words};
  writer.out = "# " + markdown_text(report.document.title) + "\n";
  if (!report.document.subtitle.empty()) writer(Paragraph{report.document.subtitle});
  for (const Block& block : report.document.blocks) std::visit(writer, block);
  if (!report.document.foot.items.empty()) {
    writer.out += "\n---\n";
    writer(report.document.foot);
  }
  return std::move(writer.out);
}

}  // namespace jalon::reports

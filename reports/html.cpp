// Reports for a browser: one file that works offline, without script, on paper and read aloud.
#include "reports/chart_svg.hpp"
#include "reports/escape.hpp"
#include "reports/figures.hpp"
#include "reports/formats.hpp"
#include "reports/limit.hpp"
#include "reports/wording.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

std::string status_html(engine::Status status, const Labels& words, std::string_view count = {}) {
  return fmt::format(
      "<span class=\"status {}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}{}</span>",
      engine::name(status), html_text(std::string(1, status_sign(status))), count,
      html_text(status_word(status, words)));
}

struct CellHtml {
  const Labels& words;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return html_text(text); }
  std::string operator()(const IdCell& id) const {
    return fmt::format("<code>{}</code>", html_text(id.id));
  }
  std::string operator()(const NumberCell& number) const {
    return html_text(figure(number, words));
  }
  std::string operator()(const ShareCell& share) const { return percent(share.value, words); }
  std::string operator()(Date day) const {
    return fmt::format("<time datetime=\"{0}\">{0}</time>", iso(day));
  }
  std::string operator()(engine::Status status) const { return status_html(status, words); }
  std::string operator()(UnknownCell) const {
    return fmt::format("<span class=\"nothing\">{}</span>", html_text(words("cell.unknown")));
  }
};

/// Tables with a lot of text become cards on a phone; tables of numbers scroll.
bool mostly_text(const Table& table) {
  const auto texts = std::ranges::count(table.columns, Align::left, &Column::align);
  return texts >= 2;
}

struct Writer {
  const Labels& words;
  std::string out = {};
  int sections = 0;  ///< headings of the second level so far: their anchors
  int level = 1;     ///< of the last heading
  int unnamed = 0;   ///< tables without a caption so far
  int charts = 0;    ///< so far: their ids

  [[nodiscard]] std::string cell(const Cell& cell) const {
    return std::visit(CellHtml{words}, cell);
  }

  void operator()(const Heading& heading) {
    const std::string anchor =
        heading.level == 2 ? fmt::format(" id=\"section-{}\"", ++sections) : std::string{};
    // Nobody who hears a page may look for a level in between.
    level = std::min(heading.level, level + 1);
    out += fmt::format("<h{0}{1}>{2}</h{0}>\n", level, anchor, html_text(heading.text));
  }
  void operator()(const Paragraph& paragraph) {
    out += fmt::format("<p>{}</p>\n", html_text(paragraph.text));
  }
  void operator()(const List& list) {
    out += "<ul>\n";
    for (const std::string& item : list.items) {
      out += fmt::format("<li>{}</li>\n", html_text(item));
    }
    out += "</ul>\n";
  }
  void operator()(const Fields& fields) {
    out += "<dl>\n";
    for (const auto& [label, value] : fields.items) {
      if (std::holds_alternative<std::monostate>(value)) continue;
      out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", html_text(label), cell(value));
    }
    out += "</dl>\n";
  }
  void operator()(const Tally& tally) {
    out += "<ul class=\"tally\">\n";
    for (const auto& [status, count] : tally.counts) {
      out += fmt::format(
          "<li>{}</li>\n",
          status_html(status, words, fmt::format("<b>{}</b> ", figure(Decimal{count}, words))));
    }
    out += "</ul>\n";
  }

  void operator()(const Table& table) {
    const bool cards = mostly_text(table);
    out += cards ? "<table class=\"cards\">\n"
                 : fmt::format(
                       "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                       "aria-label=\"{}\">\n<table>\n",
                       html_text(region_name(table)));
    if (!table.caption.empty()) {
      out += fmt::format("<caption>{}</caption>\n", html_text(table.caption));
    }
    out += "<thead><tr>";
    for (const Column& column : table.columns) {
      out += fmt::format("<th scope=\"col\"{}>{}</th>", side(column), html_text(column.label));
    }
    out += "</tr></thead>\n<tbody>\n";
    for (const Row& row : table.rows) add_row(table, row);
    out += cards ? "</tbody>\n</table>\n" : "</tbody>\n</table>\n</div>\n";
    if (table.more > 0) {
      out += fmt::format("<p class=\"more\">{}</p>\n", html_text(more_words(table, words)));
    }
  }
  /// No two regions of a page have the same name.
  std::string region_name(const Table& table) {
    if (!table.caption.empty()) return table.caption;
    return fmt::format("{} {}", words("html.table"), ++unnamed);
  }
  static std::string_view side(const Column& column) {
    return column.align == Align::right ? " class=\"right\"" : "";
  }
  void add_row(const Table& table, const Row& row) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Column& column = table.columns[i];
      std::string text = cell(row.cells[i]);
      if (i == 0) {
        for (const std::string& note : row.notes) {
          text += fmt::format("<span class=\"note\">{}</span>", html_text(note));
        }
        const std::string place =
            row.indent > 0 ? indent_class(row.indent) : std::string{side(column)};
        out += fmt::format("<th scope=\"row\"{}>{}</th>", place, text);
        continue;
      }
      out += fmt::format(
          "<td{}{}>{}</td>", side(column),
          text.empty() ? std::string{} : fmt::format(" data-label=\"{}\"", html_text(column.label)),
          text);
    }
    out += "</tr>\n";
  }
  static std::string indent_class(int indent) {
    return indent > 0 ? fmt::format(" class=\"in-{}\"", std::min(indent, 3)) : std::string{};
  }

  /// The drawing, and its numbers in a table that can be opened.
  void operator()(const Chart& chart) {
    out += fmt::format("<figure class=\"chart\">\n<figcaption>{}</figcaption>\n",
                       html_text(chart.caption));
    out += fmt::format("<div class=\"drawing\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n",
                       html_text(chart.caption)) +
           chart_svg(chart, fmt::format("chart-{}", ++charts), words) + "</div>\n";
    out += fmt::format("<details>\n<summary>{}</summary>\n", html_text(words("chart.data")));
    (*this)(table_of(chart));
    out += "</details>\n</figure>\n";
  }
  void operator()(const Tree& tree) { add_nodes(tree.roots, "tree"); }
  void add_nodes(const std::vector<Node>& nodes, std::string_view kind) {
    out += kind.empty() ? std::string{"<ul>\n"} : fmt::format("<ul class=\"{}\">\n", kind);
    for (const Node& node : nodes) add_node(node);
    out += "</ul>\n";
  }
  void add_node(const Node& node) {
    const bool group = node.id.empty();
    out += group ? "<li class=\"group\">" : "<li>";
    if (const std::string mark = cell(node.mark); !mark.empty()) out += mark + " ";
    if (!group) out += fmt::format("<code>{}</code> ", html_text(node.id));
    out += fmt::format("<span class=\"{}\">{}</span>\n", group ? "title" : "text",
                       html_text(node.text));
    if (node.table) (*this)(*node.table);
    for (const std::string& note : node.notes) {
      out += fmt::format("<p class=\"note\">{}</p>\n", html_text(note));
    }
    if (!node.children.empty()) add_nodes(node.children, {});
    out += "</li>\n";
  }

  /// Where the parts of a long report begin.
  void contents(const Document& document) {
    std::string items;
    int number = 0;
    for (const Block& block : document.blocks) {
      const auto* heading = std::get_if<Heading>(&block);
      if (heading == nullptr || heading->level != 2) continue;
      items += fmt::format("<li><a href=\"#section-{}\">{}</a></li>\n", ++number,
                           html_text(heading->text));
    }
    if (number < 3) return;
    out += fmt::format("<nav aria-label=\"{}\">\n<ul>\n{}</ul>\n</nav>\n",
                       html_text(words("html.contents")), items);
  }
};

}  // namespace

std::string render_html(const Report& report, const RenderOptions& options) {
  const Document& document = report.document;
  Writer writer{options.words};
  const std::string title = html_text(document.title);
  writer.out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<a class=\"skip\" "
      "href=\"#content\">{}</a>\n<header>\n<h1>{}</h1>\n",
      html_text(options.words.language()), title, options.style,
      html_text(options.words("html.skip")), title);
  if (!document.subtitle.empty()) {
    writer.out += fmt::format("<p>{}</p>\n", html_text(document.subtitle));
  }
  writer.out += "</header>\n<main id=\"content\">\n";
  writer.contents(document);
  for (const Block& block : document.blocks) std::visit(writer, block);
  writer.out += "</main>\n";
  if (!document.foot.items.empty()) {
    writer.out +=
        fmt::format("<footer>\n<h2>{}</h2>\n", html_text(options.words("html.made-from")));
    writer(document.foot);
    writer.out += "</footer>\n";
  }
  return std::move(writer.out) + "</body>\n</html>\n";
}

}  // namespace jalon::reports

#include "reports/sheets.hpp"

#include "reports/text.hpp"
#include "rules/model/diagnostic.hpp"

#include <algorithm>
#include <optional>

namespace jalon::reports {
namespace {

using Kind = Sheet::Kind;

bool same_column(const Column& a, const Column& b) { return a.key == b.key && a.label == b.label; }

bool has_column(const std::vector<Column>& columns, const Column& wanted) {
  return std::ranges::any_of(columns, [&](const Column& one) { return same_column(one, wanted); });
}
bool all_in(const std::vector<Column>& few, const std::vector<Column>& many) {
  return std::ranges::all_of(few, [&](const Column& one) { return has_column(many, one); });
}

/// What the headings of a sheet would have in common with those of a table.
std::vector<std::string> common(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> out = a.size() < b.size() ? b : a;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i >= a.size() || i >= b.size() || a[i] != b[i]) out[i].clear();
  }
  return out;
}

bool says_something(const std::vector<std::string>& headings) {
  return std::ranges::any_of(headings, [](const std::string& one) { return !one.empty(); });
}

bool takes(const Sheet& sheet, Kind kind, const SheetPart& part) {
  const auto& columns = part.table->columns;
  if (kind == Kind::alone || sheet.kind != kind || columns.empty() || sheet.columns.empty())
    return false;
  if (!same_column(columns.front(), sheet.columns.front())) return false;
  if (!all_in(columns, sheet.columns) && !all_in(sheet.columns, columns)) return false;
  const bool anywhere = kind == Kind::records || kind == Kind::course || kind == Kind::periods;
  return anywhere || says_something(common(sheet.headings, part.headings));
}

/// Columns that only some of the tables have stand where they stand in those.
void add_columns(std::vector<Column>& all, const std::vector<Column>& more) {
  auto place = all.begin();
  for (const Column& column : more) {
    const auto found =
        std::ranges::find_if(all, [&](const Column& one) { return same_column(one, column); });
    place = found == all.end() ? all.insert(place, column) : found;
    ++place;
  }
}

struct DrawingKind {
  Kind operator()(const PathChart&) const { return Kind::course; }
  Kind operator()(const BarChart&) const { return Kind::periods; }
  template <class Drawing>
  Kind operator()(const Drawing&) const {
    return Kind::alone;
  }
};

class Collector {
 public:
  Collector(const Labels& words, Sheets& out) : words_{words}, out_{out} {}

  void visit(const Block& block) { std::visit(*this, block); }

  void operator()(const Heading& heading) {
    headings_.resize(static_cast<std::size_t>(std::max(heading.level - 2, 0)));
    headings_.push_back(heading.text);
  }
  void operator()(const Table& table) { add(Kind::table, table.caption, table); }
  void operator()(const Chart& chart) {
    add(std::visit(DrawingKind{}, chart.drawing), chart.caption, chart.data);
  }
  void operator()(const Tree& tree) {
    Table& flat = out_.made.emplace_back();
    flat.columns = {{"status", words_("column.status")},
                    {"id", words_("column.id")},
                    {"text", words_("column.said")}};
    for (const Node& node : tree.roots) flatten(node, 0, flat);
    add(Kind::tree, {}, flat);
    for (const Node& node : tree.roots) add_tables(node);
  }
  template <class Text>
  void operator()(const Text&) {}  // stands on the first sheet

  void at_block(std::size_t place) { place_ = place; }

 private:
  static void flatten(const Node& node, int depth, Table& flat) {
    flat.rows.push_back({{node.mark, node.id.empty() ? Cell{} : Cell{IdCell{node.id}}, node.text},
                         depth,
                         node.notes});
    for (const Node& child : node.children) flatten(child, depth + 1, flat);
  }
  void add_tables(const Node& node) {
    if (node.table) add(Kind::records, node.table->caption, *node.table);
    for (const Node& child : node.children) add_tables(child);
  }
  void add(Kind kind, const std::string& caption, const Table& table) {
    SheetPart part{headings_, caption, &table};
    for (Sheet& sheet : out_.sheets) {
      if (!takes(sheet, kind, part)) continue;
      sheet.headings = common(sheet.headings, part.headings);
      add_columns(sheet.columns, table.columns);
      sheet.parts.push_back(std::move(part));
      return;
    }
    out_.begun_by.emplace(place_, out_.sheets.size());
    out_.sheets.push_back({kind, {}, table.columns, {std::move(part)}, headings_});
  }

  const Labels& words_;
  Sheets& out_;
  std::vector<std::string> headings_ = {};
  std::size_t place_ = 0;
};

std::string wanted_name(const Sheet& sheet, const Document& document, const Labels& words) {
  if (sheet.kind == Kind::course) return words("sheet.course");
  if (sheet.kind == Kind::periods) return words("sheet.periods");
  if (sheet.kind == Kind::records) return words("column.records");
  if (sheet.parts.size() == 1 && !sheet.parts.front().caption.empty())
    return sheet.parts.front().caption;
  for (std::size_t i = sheet.headings.size(); i-- > 0;) {
    if (!sheet.headings[i].empty()) return sheet.headings[i];
  }
  return document.title;
}

/// The same for names that a spreadsheet takes for the same: it knows more about upper and lower
/// case than we do, so anything beyond ASCII counts as one.
std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
      out += static_cast<unsigned char>(c) < 0x80 ? c : '?';
  }
  return out;
}

/// French sets its colons off, with a blank that may be narrow.
void drop_blanks(std::string& text) {
  for (const std::string_view blank : {" ", "\u00a0", "\u202f"})
    while (text.ends_with(blank)) text.resize(text.size() - blank.size());
}

/// What can stand in a sheet's name of the text, at most so many UTF-16 units long.
std::string name_part(std::string_view text, std::size_t most) {
  std::string shown;
  for (const char c : printable(text)) {
    if (c == ':') drop_blanks(shown);
    const bool refused = std::string_view{"[]*?/\\"}.find(c) != std::string_view::npos;
    shown += c == ':' ? ',' : refused ? '-' : c;
  }
  std::string out{first_units(shown, most)};
  const auto trim = [](char c) { return c == '\'' || c == ' '; };
  while (!out.empty() && trim(out.back())) out.pop_back();
  while (!out.empty() && trim(out.front())) out.erase(out.begin());
  return out;
}

/// Cut between words, if one ends in its second half.
std::string shortened_name(std::string name) {
  const auto blank = name.rfind(' ');
  if (blank != std::string::npos && blank > name.size() / 2) name.erase(blank);
  while (name.ends_with(',') || name.ends_with(' ')) name.pop_back();
  return name + "\u2026";
}

}  // namespace

bool Sheet::tells_sections() const {
  return std::ranges::any_of(parts,
                             [this](const SheetPart& part) { return !section_of(part).empty(); });
}
bool Sheet::tells_captions() const {
  return std::ranges::any_of(
      parts, [this](const SheetPart& part) { return part.caption != parts.front().caption; });
}
bool Sheet::tells_notes() const {
  return std::ranges::any_of(parts, [](const SheetPart& part) {
    return std::ranges::any_of(part.table->rows, [](const Row& row) { return !row.notes.empty(); });
  });
}
std::size_t Sheet::more() const {
  std::size_t rows = 0;
  for (const SheetPart& part : parts) rows += part.table->more;
  return rows;
}

std::size_t Sheet::rows() const {
  std::size_t count = 0;
  for (const SheetPart& part : parts) count += part.table->rows.size();
  return count;
}
std::string Sheet::section_of(const SheetPart& part) const {
  std::string text;
  for (std::size_t i = 0; i < part.headings.size(); ++i) {
    if (i < headings.size() && headings[i] == part.headings[i]) continue;
    if (!text.empty()) text += ": ";
    text += part.headings[i];
  }
  return text;
}

Sheets sheets_of(const Document& document, const Labels& words) {
  Sheets out;
  Collector collector{words, out};
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    collector.at_block(i);
    collector.visit(document.blocks[i]);
  }
  std::vector<std::string> taken{words("sheet.report"), words("sheet.data")};
  for (Sheet& sheet : out.sheets)
    sheet.name = sheet_name(wanted_name(sheet, document, words), taken);
  return out;
}

std::string sheet_name(std::string_view wanted, std::vector<std::string>& taken) {
  constexpr std::size_t kMost = 31;
  const auto is_taken = [&](const std::string& name) {
    const std::string mine = folded(name);
    return mine == "history" ||  // spreadsheets keep that one for themselves
           std::ranges::any_of(taken,
                               [&](const std::string& other) { return folded(other) == mine; });
  };
  std::string name = name_part(wanted, kMost);
  if (name_part(wanted, kMost + 1) != name) name = shortened_name(name_part(wanted, kMost - 1));
  for (int n = name.empty() ? 1 : 2; name.empty() || is_taken(name); ++n) {
    const std::string number = std::to_string(n);
    const std::string stem = name_part(wanted, kMost - number.size() - 1);
    name = stem.empty() ? number : stem + " " + number;
  }
  taken.push_back(name);
  return name;
}

}  // namespace jalon::reports

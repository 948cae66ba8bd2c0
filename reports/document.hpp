#pragma once

#include "rules/engine/verdict.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jalon::reports {

/// An id, shown as code.
struct IdCell {
  std::string id;
};
/// A number with its unit (which may be empty). Machine formats print the number alone.
struct NumberCell {
  Decimal value;
  std::string unit = {};
};
/// A share of one, shown as percent: 0.3333 is "33.3 %"; rounded towards the unreached side.
struct ShareCell {
  Decimal value;
};
/// Something that is not known: shown as a dash or "unknown", null for machines.
struct UnknownCell {};

/// One thing that a table shows. How a day or a status looks is up to the renderer. Texts may be
/// hostile (they come from records): every renderer escapes them.
using Cell = std::variant<std::monostate, std::string, IdCell, NumberCell, ShareCell, Date,
                          engine::Status, UnknownCell>;

enum class Align { left, right };

struct Column {
  std::string key;    ///< for programs: "due.nominal". Never translated, never changed.
  std::string label;  ///< for people: "Due"
  Align align = Align::left;
  int importance =
      1;  ///< narrow terminals drop columns of the highest number first; 0 is never dropped
};

struct Row {
  std::vector<Cell> cells;              ///< one a column
  int indent = 0;                       ///< depth in a tree, shown in the first column
  std::vector<std::string> notes = {};  ///< lines under the row, for people only
};

struct Table {
  std::string caption = {};
  std::vector<Column> columns;
  std::vector<Row> rows;
};
struct Heading {
  int level = 2;  ///< 2 to 4; the title is 1
  std::string text;
};
struct Paragraph {
  std::string text;
};
struct List {
  std::vector<std::string> items;
};
/// Term and description, two columns: the head of a report, the fields of a verdict.
struct Fields {
  std::vector<std::pair<std::string, Cell>> items;
};
/// Large counts at a glance: "2 missed", "5 pending".
struct Tally {
  std::vector<std::pair<engine::Status, int>> counts;
};
/// One line of a tree: a mark, an id, a text; below it perhaps a table, notes, and further lines.
struct Node {
  Cell mark = {};                   ///< a status, or nothing
  std::string id = {};              ///< shown as code; empty for a group
  std::string text = {};            ///< in one or a few lines
  std::optional<Table> table = {};  ///< shown without its head where space is short
  std::vector<std::string> notes = {};
  std::vector<Node> children = {};
};
struct Tree {
  std::vector<Node> roots;
};
using Block = std::variant<Heading, Paragraph, List, Fields, Tally, Table, Tree>;

/// What a report says, before anybody decides how it looks.
struct Document {
  std::string title;
  std::string subtitle = {};
  std::vector<Block> blocks;
  Fields foot = {};  ///< how it was made: as of, known, hashes, the command that makes it again
};

}  // namespace jalon::reports

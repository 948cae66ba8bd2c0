#pragma once

#include "reports/chart.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jalon::reports {

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
using Block = std::variant<Heading, Paragraph, List, Fields, Tally, Table, Tree, Chart>;

/// What a report says, before anybody decides how it looks.
struct Document {
  std::string title;
  std::string subtitle = {};
  std::vector<Block> blocks;
  Fields foot = {};  ///< how it was made: as of, known, hashes, the command that makes it again
};

}  // namespace jalon::reports

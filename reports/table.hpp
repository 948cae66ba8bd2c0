#pragma once

#include "rules/engine/verdict.hpp"

#include <cstddef>
#include <string>
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
  std::size_t more = 0;  ///< rows left out for their number, of which every format tells
};

}  // namespace jalon::reports

#pragma once

#include "reports/reports.hpp"

#include <string>
#include <vector>

// How many rows a table of a document shows: a reader is lost in a hundred thousand.

namespace jalon::reports {

/// May the table have no further row?
[[nodiscard]] inline bool is_full(const Table& table, const Input& input) {
  return input.rows != 0 && table.rows.size() >= input.rows;
}

/// A row for each of the items, in their order; those that have no room are counted.
template <class Items, class RowOf>
void fill(Table& table, const Input& input, const Items& items, RowOf row_of) {
  for (const auto& item : items) {
    if (is_full(table, input)) {
      ++table.more;
    } else {
      table.rows.push_back(row_of(item));
    }
  }
}

/// The verdicts that a table has room for, in their own order: all of them, or the worst.
struct Fitting {
  std::vector<const engine::Verdict*> verdicts;
  std::size_t more = 0;  ///< have no room
};
[[nodiscard]] Fitting fitting(const Input& input, std::vector<const engine::Verdict*> verdicts);

/// "12 more rows are not shown here": of a table that is not whole; else empty.
[[nodiscard]] std::string more_words(const Table& table, const Labels& words);
[[nodiscard]] std::string more_words(std::size_t rows, const Labels& words);

}  // namespace jalon::reports

#pragma once

#include "rules/definitions/problems.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::definitions {

struct Entry;

/// A value of a TOML file with its place. Numbers and dates are kept as they were written, so that
/// 26.4 stays 26.4.
struct Node {
  enum class Kind { text, integer, real, boolean, day, time, date_time, list, table };

  Kind kind = Kind::table;
  bool truth = false;          ///< of a boolean
  bool header = false;         ///< a table with a header line of its own, a list of such tables
  Spot spot = {};              ///< of a table with a header: the header
  std::string text = {};       ///< of a text, number (without `_`) or date
  std::vector<Node> items;     ///< of a list
  std::vector<Entry> entries;  ///< of a table, in the order written

  [[nodiscard]] const Entry* find(std::string_view key) const;  ///< linear
};

struct Entry {
  std::string key;
  Spot spot;
  Node value;
};

/// "a text", "a number", "a table": for messages.
[[nodiscard]] std::string_view name(Node::Kind kind);

/// Parses a file that safe_to_parse let through. A syntax error is added to `problems`.
[[nodiscard]] std::optional<Node> parse_tree(const SourceText& source, std::uint32_t file,
                                             Problems& problems);

}  // namespace jalon::definitions

#include "rules/definitions/toml_tree.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace jalon::definitions {
namespace {

/// Turns toml++'s nodes into ours; the only place that knows toml++.
class Builder {
 public:
  Builder(const SourceText& source, std::uint32_t file) : source_{source}, file_{file} {}

  [[nodiscard]] Node build(const toml::node& node) const {
    Node out;
    out.kind = kind_of(node);
    out.spot = spot_of(node.source());
    switch (out.kind) {
      case Node::Kind::table:
        add_entries(out, *node.as_table());
        break;
      case Node::Kind::list:
        add_items(out, *node.as_array());
        break;
      case Node::Kind::text:
        out.text = node.as_string()->get();
        break;
      case Node::Kind::boolean:
        out.truth = node.as_boolean()->get();
        break;
      case Node::Kind::integer:
        out.text = whole_number(node);
        break;
      case Node::Kind::real:
      case Node::Kind::day:
      case Node::Kind::time:
      case Node::Kind::date_time:
        out.text = written(node);
        break;
    }
    return out;
  }

 private:
  static Node::Kind kind_of(const toml::node& node) {
    switch (node.type()) {
      case toml::node_type::array:
        return Node::Kind::list;
      case toml::node_type::string:
        return Node::Kind::text;
      case toml::node_type::integer:
        return Node::Kind::integer;
      case toml::node_type::floating_point:
        return Node::Kind::real;
      case toml::node_type::boolean:
        return Node::Kind::boolean;
      case toml::node_type::date:
        return Node::Kind::day;
      case toml::node_type::time:
        return Node::Kind::time;
      case toml::node_type::date_time:
        return Node::Kind::date_time;
      case toml::node_type::table:
      case toml::node_type::none:
        break;
    }
    return Node::Kind::table;
  }

  [[nodiscard]] Spot spot_of(const toml::source_region& region) const {
    Spot spot{file_, region.begin.line, region.begin.column, 1};
    if (region.end.line == region.begin.line && region.end.column > region.begin.column) {
      spot.length = region.end.column - region.begin.column;
    }
    return spot;
  }

  [[nodiscard]] std::string written(const toml::node& node) const {
    const toml::source_region& region = node.source();
    std::string text{source_.columns(region.begin.line, region.begin.column, region.end.column)};
    std::erase(text, '_');
    return text;
  }

  /// Hexadecimal, octal and binary numbers are read by toml++: they are whole, so exact.
  [[nodiscard]] std::string whole_number(const toml::node& node) const {
    const std::string text = written(node);
    const bool other_base =
        text.size() > 1 && text[0] == '0' && !(text[1] >= '0' && text[1] <= '9');
    return other_base ? std::to_string(node.as_integer()->get()) : text;
  }

  void add_entries(Node& out, const toml::table& table) const {
    out.header = !table.is_inline();
    out.entries.reserve(table.size());
    for (const auto& [key, value] : table) {
      out.entries.push_back({std::string{key.str()}, spot_of(key.source()), build(value)});
    }
    std::sort(out.entries.begin(), out.entries.end(), [](const Entry& a, const Entry& b) {
      return std::tuple{a.spot.line, a.spot.column} < std::tuple{b.spot.line, b.spot.column};
    });
  }

  void add_items(Node& out, const toml::array& array) const {
    out.items.reserve(array.size());
    for (const toml::node& item : array) out.items.push_back(build(item));
    const auto has_header = [](const Node& item) {
      return item.kind == Node::Kind::table && item.header;
    };
    out.header = !out.items.empty() && std::all_of(out.items.begin(), out.items.end(), has_header);
  }

  const SourceText& source_;
  std::uint32_t file_;
};

/// toml++ says where in its grammar it was: "Error while parsing string: encountered end-of-file".
std::string plain_message(std::string_view description, bool at_line_end) {
  // what it says of a line that ends inside of quotes
  if (at_line_end && description.find("control characters") != std::string_view::npos) {
    return "not TOML: a quote that is opened on this line is not closed";
  }
  constexpr std::string_view kStart = "Error while parsing ";
  if (description.starts_with(kStart)) description.remove_prefix(kStart.size());
  return fmt::format("not TOML: {}", description);
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [key](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

std::string_view name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::text:
      return "a text";
    case Node::Kind::integer:
    case Node::Kind::real:
      return "a number";
    case Node::Kind::boolean:
      return "true or false";
    case Node::Kind::day:
      return "a date";
    case Node::Kind::time:
      return "a time of day";
    case Node::Kind::date_time:
      return "a date with a time";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::table:
      break;
  }
  return "a table";
}

std::optional<Node> parse_tree(const SourceText& source, std::uint32_t file, Problems& problems) {
  try {
    const toml::table table = toml::parse(source.text(), std::string_view{source.name()});
    return Builder{source, file}.build(table);
  } catch (const toml::parse_error& error) {
    const toml::source_position place = error.source().begin;
    const bool at_line_end = source.columns(place.line, place.column, place.column + 1).empty();
    problems.add(Code::syntax, {file, place.line, place.column, 1},
                 plain_message(error.description(), at_line_end));
    return std::nullopt;
  }
}

}  // namespace jalon::definitions

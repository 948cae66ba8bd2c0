#pragma once

#include "rules/model/parsed.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

/// One dimension with its value: pillar=support.
struct DimensionValue {
  std::string dimension;
  std::string value;
  friend auto operator<=>(const DimensionValue&, const DimensionValue&) = default;
};
/// Sorted. Of a record each dimension at most once; of a filter several values of one dimension
/// mean any of them.
using DimensionValues = std::vector<DimensionValue>;

/// Checks an id: kebab-case words (lower-case letters and digits joined by single `-`), joined by
/// dots, at most 100 characters. An upper-case id is refused with the lower-case form as the hint.
[[nodiscard]] Parsed<std::string> parse_id(std::string_view text);
/// As parse_id, for waivers and the like that may carry capitals ("W-2020-01").
[[nodiscard]] Parsed<std::string> parse_loose_id(std::string_view text);

/// The bracket that an instance adds: "[2020]", "[pillar=support]", "[company=\"Van Damme & Co\"]"
/// (quoted, with \" and \\ escaped, if the value has anything but letters, digits, `.`, `_`, `-`).
[[nodiscard]] std::string bracket(std::string_view period);
[[nodiscard]] std::string bracket(const DimensionValue& value);

/// A definition of one kind, by its place in the Programme's list of that kind. A reference to a
/// party handed to a function that wants an indicator does not compile.
template <class Kind>
struct Ref {
  std::uint32_t index = 0;
  friend auto operator<=>(const Ref&, const Ref&) = default;
};

}  // namespace jalon

#include "reports/cell_text.hpp"

#include "reports/text.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

/// `_x0041_` in a cell is a way to write "A": what looks like it is no such thing.
void guard_escapes(std::string& text) {
  const auto is_hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at) {
    const std::string_view rest = std::string_view{text}.substr(at + 2);
    if (rest.size() < 5 || rest[4] != '_') continue;
    if (!std::all_of(rest.begin(), rest.begin() + 4, is_hex)) continue;
    text.insert(at, "_x005F");
    at += 6;
  }
}

}  // namespace

std::string cell_text(std::string_view text) {
  constexpr std::size_t kMost = 32'767;
  std::string out = printable_lines(text);
  guard_escapes(out);
  return std::string{first_units(out, kMost)};
}

}  // namespace jalon::reports

#include "rules/model/id.hpp"

#include "rules/model/diagnostic.hpp"

#include <algorithm>

namespace jalon {
namespace {

constexpr std::size_t kLongestId = 100;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_of(char c, bool capitals) {
  return is_lower(c) || is_digit(c) || (capitals && is_upper(c));
}

/// Words of letters, one `-` or `.` between two of them.
bool well_formed(std::string_view text, bool capitals) {
  bool after_letter = false;
  for (const char c : text) {
    const bool letter = is_letter_of(c, capitals);
    if (!letter && !(after_letter && (c == '-' || c == '.'))) return false;
    after_letter = letter;
  }
  return after_letter;
}

/// The nearest well-formed id: lower case, one `-` for each run of blanks, underscores and the
/// like.
std::string repaired(std::string_view text, bool capitals) {
  std::string id;
  for (const char c : text) {
    const char plain = is_upper(c) && !capitals ? static_cast<char>(c - 'A' + 'a') : c;
    const bool joint = plain == '-' || plain == '.' || plain == '_' || plain == ' ';
    if (!joint)
      id += plain;
    else if (!id.empty() && is_letter_of(id.back(), capitals))
      id += plain == '.' ? '.' : '-';
  }
  while (!id.empty() && !is_letter_of(id.back(), capitals)) id.pop_back();
  return id;
}

Parsed<std::string> parse(std::string_view text, bool capitals) {
  if (text.empty()) return Refusal{"an id is missing"};
  if (text.size() > kLongestId)
    return Refusal{quoted(text) + " is longer than the 100 characters that an id may have"};
  if (well_formed(text, capitals)) return std::string{text};
  const std::string better = repaired(text, capitals);
  std::string hint = capitals ? "letters and digits, joined by single `-` or `.`"
                              : "lower-case letters and digits, joined by single `-` or `.`";
  if (well_formed(better, capitals)) hint = "write `" + better + "`";
  return Refusal{quoted(text) + " is not an id", std::move(hint)};
}

bool needs_quotes(std::string_view value) {
  return value.empty() || !std::all_of(value.begin(), value.end(), [](char c) {
           return is_letter_of(c, true) || c == '.' || c == '_' || c == '-';
         });
}

}  // namespace

Parsed<std::string> parse_id(std::string_view text) { return parse(text, false); }
Parsed<std::string> parse_loose_id(std::string_view text) { return parse(text, true); }

std::string bracket(std::string_view period) { return "[" + std::string{period} + "]"; }

std::string bracket(const DimensionValue& value) {
  std::string text = "[" + value.dimension + "=";
  if (!needs_quotes(value.value)) return text + value.value + "]";
  text += '"';
  for (const char c : value.value) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + "\"]";
}

}  // namespace jalon

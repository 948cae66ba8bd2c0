#include "reports/escape.hpp"

#include "rules/model/diagnostic.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

std::string_view html_entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::size_t longest_run(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// Does the text begin with a number that Markdown would take for a list: "1." or "12)"?
std::size_t list_number(std::string_view text) {
  const auto end = text.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos) return std::string_view::npos;
  return text[end] == '.' || text[end] == ')' ? end : std::string_view::npos;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    const std::string_view entity = html_entity(c);
    if (entity.empty()) {
      out += c;
    } else {
      out += entity;
    }
  }
  return out;
}

std::string markdown_text(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]|~$";
  std::string out;
  for (const char c : printable(text)) {
    if (c == '<' || c == '>' || c == '&') {
      out += html_entity(c);
      continue;
    }
    if (kMarks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_line(std::string_view text) {
  const auto start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  text.remove_prefix(start);  // four blanks would make it code
  std::string out = markdown_text(text);
  if (std::string_view{"#-+="}.find(out.front()) != std::string_view::npos) out.insert(0, "\\");
  const auto number = list_number(out);
  if (number != std::string_view::npos) out.insert(number, "\\");
  return out;
}

std::string markdown_code(std::string_view text, bool in_table) {
  std::string shown = printable(text);
  const std::size_t run = longest_run(shown, '`');
  if (in_table) {
    for (auto at = shown.find('|'); at != std::string::npos; at = shown.find('|', at + 2)) {
      shown.insert(at, "\\");
    }
  }
  const std::string fence(run + 1, '`');
  const std::string_view blank = run > 0 ? " " : "";  // a backtick at the end is not the fence
  return fence + std::string{blank} + shown + std::string{blank} + fence;
}

}  // namespace jalon::reports

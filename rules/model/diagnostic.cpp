#include "rules/model/diagnostic.hpp"

#include "rules/model/printable.hpp"
#include "rules/model/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace jalon {
namespace {

/// How many characters of a source line are shown, and how many of them before the caret.
constexpr std::size_t kShown = 100;
constexpr std::size_t kBefore = 40;
constexpr std::size_t kLongestMessage = 2'000;

/// The part of a source line that is shown, and what stands below it.
struct Excerpt {
  std::string text;
  std::string carets;
};

/// Adds one character of the source line: to the text, and to the line of carets a blank (a tab
/// below a tab) or the mark.
void add(Excerpt& excerpt, std::string_view& rest, bool marked, bool& first_mark) {
  const bool tab = rest.front() == '\t';
  const Cell cell = take_cell(rest);
  excerpt.text += tab ? "\t" : cell.shown;
  if (!marked) {
    excerpt.carets += tab ? std::string{"\t"} : std::string(cell.width, ' ');
    return;
  }
  std::string marks(tab ? 1 : cell.width, '~');
  if (first_mark && !marks.empty()) {
    marks.front() = '^';
    first_mark = false;
  }
  excerpt.carets += marks;
}

/// Leaves out so many characters at the start; says how many there were.
std::size_t skip(std::string_view& text, std::size_t characters) {
  std::size_t skipped = 0;
  for (; skipped < characters && !text.empty(); ++skipped) {
    const auto character = first_character(text);
    text.remove_prefix(character ? character->bytes : 1);
  }
  return skipped;
}

Excerpt excerpt_of(const Diagnostic& diagnostic) {
  const std::size_t column = diagnostic.where.column;
  const std::size_t caret = column == 0 ? 0 : column - 1;  // in characters, from 0
  std::string_view rest = diagnostic.excerpt;
  std::string_view counted = rest;
  const std::size_t length = skip(counted, rest.size());
  const std::size_t longest_start = length > kShown ? length - kShown : 0;
  const std::size_t start = std::min(caret > kBefore ? caret - kBefore : 0, longest_start);

  Excerpt excerpt;
  skip(rest, start);
  if (start > 0) excerpt = {"...", "   "};
  const std::size_t end_of_mark = caret + std::max<std::size_t>(diagnostic.length, 1);
  bool first_mark = true;
  for (std::size_t i = start; i < start + kShown && !rest.empty(); ++i)
    add(excerpt, rest, column != 0 && i >= caret && i < end_of_mark, first_mark);
  if (!rest.empty()) excerpt.text += "...";
  if (column == 0) excerpt.carets.clear();
  if (column != 0 && first_mark) excerpt.carets += '^';  // beyond the end of the line
  const auto last = excerpt.carets.find_last_not_of(" \t");
  excerpt.carets.erase(last == std::string::npos ? 0 : last + 1);
  return excerpt;
}

std::string place_of(const Place& place) {
  std::string text = shortened(place.file, kLongestMessage);
  if (place.line > 0) text += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
  return text;
}

std::string source_lines(const Diagnostic& diagnostic) {
  if (diagnostic.excerpt.empty()) return {};
  const auto [text, carets] = excerpt_of(diagnostic);
  const std::string number =
      diagnostic.where.line > 0 ? std::to_string(diagnostic.where.line) : std::string{};
  std::string lines = fmt::format("  {} | {}\n", number, text);
  if (!carets.empty()) lines += fmt::format("  {} | {}\n", std::string(number.size(), ' '), carets);
  return lines;
}

}  // namespace

std::string Place::str() const { return line > 0 ? fmt::format("{}:{}", file, line) : file; }

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Diagnostic::Severity::error;
  });
}

void sort_by_place(Diagnostics& diagnostics) {
  std::map<std::string, std::size_t> order;
  for (const auto& diagnostic : diagnostics) order.try_emplace(diagnostic.where.file, order.size());
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&order](const Diagnostic& a, const Diagnostic& b) {
                     const auto key = [&order](const Diagnostic& d) {
                       return std::tuple{order.at(d.where.file), d.where.line, d.where.column};
                     };
                     return key(a) < key(b);
                   });
}

std::string render(const Diagnostic& diagnostic) {
  std::string text = place_of(diagnostic.where);
  if (!text.empty()) text += ": ";
  text += fmt::format("{}[{}]: {}\n",
                      diagnostic.severity == Diagnostic::Severity::error ? "error" : "warning",
                      printable(diagnostic.code), shortened(diagnostic.message, kLongestMessage));
  text += source_lines(diagnostic);
  if (!diagnostic.hint.empty())
    text += fmt::format("  help: {}\n", shortened(diagnostic.hint, kLongestMessage));
  return text;
}

std::string render(const Diagnostics& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) text += render(diagnostic);
  return text;
}

}  // namespace jalon

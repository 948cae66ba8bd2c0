#include "rules/definitions/preflight.hpp"

#include "rules/model/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace jalon::definitions {
namespace {

/// Follows the brackets and dots of a TOML text, outside of its strings and comments. Right for
/// every text up to its first syntax error, where the parser stops too.
class DepthScanner {
 public:
  DepthScanner(std::string_view text, std::uint32_t most) : text_{text}, most_{most} {}

  /// The byte at which the text goes deeper than allowed, or the text's size.
  std::size_t first_too_deep() {
    while (at_ < text_.size()) {
      if (step()) return at_;
    }
    return at_;
  }
  [[nodiscard]] std::size_t values() const noexcept { return values_; }

 private:
  /// One character, string or comment; true if it goes too deep.
  bool step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return skip_string(c), false;
    if (c == '#') return skip_comment(), false;
    if (count(c)) return true;
    ++at_;
    return false;
  }

  bool count(char c) {
    if (c == '.') return ++dots_ > most_;
    if (c == '\n' || c == '=' || c == ',' || c == '[' || c == '{' || c == '}') dots_ = 0;
    if (c == '=' || c == ',' || c == '[' || c == '{') ++values_;
    if (c == '[' || c == '{') return ++brackets_ > most_;
    if ((c == ']' || c == '}') && brackets_ > 0) --brackets_;
    return false;
  }

  void skip_comment() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  void skip_string(char quote) {
    const bool escapes = quote == '"';
    const bool many_lines = text_.substr(at_).starts_with(escapes ? R"(""")" : "'''");
    at_ += many_lines ? 3 : 1;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && escapes) {
        at_ += 2;
      } else if (c == '\n' && !many_lines) {
        return;  // a syntax error: the parser stops here
      } else if (c == quote && closes(quote, many_lines)) {
        return;
      } else {
        ++at_;
      }
    }
    at_ = text_.size();
  }

  /// Steps over the closing quotes if they are here. A text of many lines may end in two quotes of
  /// its own: `"""a"""""`.
  bool closes(char quote, bool many_lines) {
    if (!many_lines) return ++at_, true;
    std::size_t run = 0;
    while (at_ + run < text_.size() && text_[at_ + run] == quote && run < 5) ++run;
    if (run < 3) return at_ += run, false;
    return at_ += run, true;
  }

  std::string_view text_;
  std::uint32_t most_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
  std::uint32_t brackets_ = 0;
  std::uint32_t dots_ = 0;
};

/// The place of a byte; broken characters count one each.
Spot spot_of(const SourceText& source, std::uint32_t file, std::size_t byte) {
  const std::string_view before = source.text().substr(0, byte);
  Spot spot{file, 1, 1, 1};
  spot.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t end = before.rfind('\n');
  std::string_view line = end == std::string_view::npos ? before : before.substr(end + 1);
  while (!line.empty()) {
    const auto character = first_character(line);
    line.remove_prefix(character ? character->bytes : 1);
    ++spot.column;
  }
  return spot;
}

bool right_size(const SourceText& source, std::uint32_t file, const Limits& limits,
                Problems& problems) {
  if (source.text().size() <= limits.file_bytes) return true;
  problems.add(Code::file_too_large, {file, 1, 1, 1},
               fmt::format("the file has more than {} bytes", limits.file_bytes),
               "divide it into several files");
  return false;
}

bool right_lines(const SourceText& source, std::uint32_t file, const Limits& limits,
                 Problems& problems) {
  for (std::uint32_t line = 1; line <= source.lines(); ++line) {
    if (source.line(line).size() <= limits.line_bytes) continue;
    problems.add(Code::line_too_long, {file, line, 1, 1},
                 fmt::format("the line has {} bytes; at most {} are read", source.line(line).size(),
                             limits.line_bytes),
                 "write the list on several lines");
    return false;
  }
  return true;
}

bool right_characters(const SourceText& source, std::uint32_t file, Problems& problems) {
  const std::string_view text = source.text();
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) {
    problems.add(Code::nul_byte, spot_of(source, file, nul),
                 "a NUL byte has no place in a definitions file", "is this a text file?");
    return false;
  }
  if (valid_utf8(text)) return true;
  std::size_t byte = 0;
  while (const auto character = first_character(text.substr(byte))) byte += character->bytes;
  problems.add(Code::invalid_utf8, spot_of(source, file, byte),
               fmt::format("byte 0x{:02x} is not UTF-8", static_cast<unsigned char>(text[byte])),
               "save the file as UTF-8");
  return false;
}

bool right_depth(const SourceText& source, std::uint32_t file, const Limits& limits,
                 std::size_t& values, Problems& problems) {
  DepthScanner scanner{source.text(), limits.depth};
  const std::size_t byte = scanner.first_too_deep();
  if (byte < source.text().size()) {
    problems.add(Code::nested_too_deeply, spot_of(source, file, byte),
                 fmt::format("brackets or dots are nested more than {} deep", limits.depth));
    return false;
  }
  values += scanner.values();
  if (values <= limits.values) return true;
  problems.add(
      Code::programme_too_large, {file, 1, 1, 1},
      fmt::format("the programme has more than {} values by the end of this file", limits.values));
  return false;
}

}  // namespace

bool safe_to_parse(const SourceText& source, std::uint32_t file, const Limits& limits,
                   std::size_t& values, Problems& problems) {
  return right_size(source, file, limits, problems) &&
         right_lines(source, file, limits, problems) && right_characters(source, file, problems) &&
         right_depth(source, file, limits, values, problems);
}

}  // namespace jalon::definitions

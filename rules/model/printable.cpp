#include "rules/model/printable.hpp"
#include "rules/model/diagnostic.hpp"
#include "rules/model/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jalon {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t size>
bool is_in(char32_t code, const std::array<Range, size>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [code](const Range& range) {
    return range.first <= code && code <= range.last;
  });
}

/// Characters that steer a terminal or turn and hide text.
constexpr auto kSteering = std::to_array<Range>({
    {0x0000, 0x001F},    // controls
    {0x007F, 0x009F},    // delete, controls
    {0x00AD, 0x00AD},    // soft hyphen
    {0x061C, 0x061C},    // Arabic letter mark
    {0x180E, 0x180E},    // vowel separator without width
    {0x200B, 0x200B},    // space without width
    {0x200E, 0x200F},    // direction marks
    {0x2028, 0x202E},    // line and paragraph separators, embeddings, overrides
    {0x2060, 0x206F},    // invisible operators, isolates
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFF9, 0xFFFB},    // annotations
    {0xFFFE, 0xFFFF},    // no characters
    {0xE0000, 0xE007F},  // tags
    {0x10FFFE, 0x10FFFF},
});

constexpr auto kNoWidth = std::to_array<Range>({
    {0x0300, 0x036F},  // combining accents
    {0x1AB0, 0x1AFF},
    {0x200C, 0x200D},  // joiners
    {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F},  // variation selectors
});

constexpr auto kDoubleWidth = std::to_array<Range>({
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD},
});

std::size_t width_of(char32_t code) {
  if (is_in(code, kNoWidth)) return 0;
  return is_in(code, kDoubleWidth) ? 2 : 1;
}

std::string escaped(char32_t code) {
  if (code == '\n') return "\\n";
  if (code == '\r') return "\\r";
  if (code == '\t') return "\\t";
  return fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(code));
}

std::string first_cells(std::string_view text, std::size_t most) {
  std::string shown;
  while (!text.empty()) {
    const Cell cell = take_cell(text);
    if (shown.size() + cell.shown.size() > most) break;
    shown += cell.shown;
  }
  return shown;
}

std::string last_cells(std::string_view text, std::size_t most) {
  std::size_t start = text.size() - std::min(text.size(), most);
  for (int i = 0; i < 3 && start < text.size(); ++i, ++start)  // not inside a character
    if ((static_cast<unsigned char>(text[start]) & 0xC0U) != 0x80U) break;
  text.remove_prefix(start);
  std::string shown = printable(text);
  while (shown.size() > most) {
    (void)take_cell(text);
    shown = printable(text);
  }
  return shown;
}

}  // namespace

bool steers(char32_t code) noexcept { return is_in(code, kSteering); }

Cell take_cell(std::string_view& text) {
  const auto character = first_character(text);
  if (!character) {
    const auto byte = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    std::string shown = fmt::format("\\x{{{:02x}}}", byte);
    return {shown, shown.size()};
  }
  const auto bytes = text.substr(0, character->bytes);
  text.remove_prefix(character->bytes);
  if (is_in(character->code, kSteering)) {
    std::string shown = escaped(character->code);
    return {shown, shown.size()};
  }
  return {std::string{bytes}, width_of(character->code)};
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const char c = text.front();
    if (c >= ' ' && c <= '~') {
      shown += c;
      text.remove_prefix(1);
    } else {
      shown += take_cell(text).shown;
    }
  }
  return shown;
}

std::string shortened(std::string_view text, std::size_t longest) {
  constexpr std::string_view kCut = " ... ";
  if (text.size() <= longest)
    if (std::string shown = printable(text); shown.size() <= longest) return shown;
  // whole characters from both ends of the text, so that neither they nor their escapes are cut
  const std::size_t half = (longest - kCut.size()) / 2;
  return first_cells(text, half) + std::string{kCut} + last_cells(text, half);
}

std::string quoted(std::string_view text, std::size_t longest) {
  return "`" + shortened(text, longest) + "`";
}

}  // namespace jalon

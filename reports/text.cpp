#include "reports/text.hpp"

#include "rules/model/diagnostic.hpp"
#include "rules/model/utf8.hpp"

#include <algorithm>
#include <array>

namespace jalon::reports {
namespace {

struct Range {
  char32_t first, last;
};
/// Marks that sit on the character before them, and characters without any width.
constexpr std::array kNoWidth{
    Range{0x0300, 0x036f}, Range{0x0483, 0x0489}, Range{0x0591, 0x05bd},  Range{0x0610, 0x061a},
    Range{0x064b, 0x065f}, Range{0x093c, 0x093c}, Range{0x0941, 0x0948},  Range{0x0e31, 0x0e31},
    Range{0x0e34, 0x0e3a}, Range{0x0e47, 0x0e4e}, Range{0x1ab0, 0x1aff},  Range{0x1dc0, 0x1dff},
    Range{0x200b, 0x200f}, Range{0x2060, 0x2064}, Range{0x20d0, 0x20ff},  Range{0xfe00, 0xfe0f},
    Range{0xfe20, 0xfe2f}, Range{0xfeff, 0xfeff}, Range{0xe0100, 0xe01ef}};
constexpr std::array kWide{
    Range{0x1100, 0x115f},   Range{0x2e80, 0x303e},   Range{0x3041, 0x33ff},
    Range{0x3400, 0x4dbf},   Range{0x4e00, 0xa4cf},   Range{0xa960, 0xa97c},
    Range{0xac00, 0xd7a3},   Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},
    Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},   Range{0x1f300, 0x1f64f},
    Range{0x1f680, 0x1f6ff}, Range{0x1f900, 0x1f9ff}, Range{0x20000, 0x3fffd}};

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t code) {
  const auto after = std::ranges::upper_bound(ranges, code, {}, &Range::first);
  return after != ranges.begin() && code <= std::prev(after)->last;
}

int width_of(char32_t code) {
  if (contains(kNoWidth, code)) return 0;
  return contains(kWide, code) ? 2 : 1;
}

/// One character; a broken byte counts as one column.
Utf8Character next_of(std::string_view text) {
  return first_character(text).value_or(Utf8Character{0xfffd, 1});
}

/// Bytes of the longest start that fits in `width` columns.
std::size_t fitting(std::string_view text, int width) {
  std::size_t bytes = 0;
  int used = 0;
  while (bytes < text.size()) {
    const Utf8Character character = next_of(text.substr(bytes));
    used += width_of(character.code);
    if (used > width) break;
    bytes += character.bytes;
  }
  return bytes;
}

/// Where to break a text of which only `limit` bytes fit: bytes of the line.
std::size_t break_in(std::string_view text, std::size_t limit) {
  const auto blank = text.rfind(' ', limit);
  if (blank != std::string_view::npos && blank > 0) return blank;
  const auto joint = text.substr(0, limit).find_last_of(".-/[,");
  if (joint != std::string_view::npos && joint > 0) return joint + 1;
  return limit > 0 ? limit : next_of(text).bytes;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Utf8Character character = next_of(text);
    width += width_of(character.code);
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string cut(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string{text};
  if (width < 1) return {};
  return std::string{text.substr(0, fitting(text, width - 1))} + "…";
}

std::string pad_right(std::string_view text, int width) {
  const int missing = width - display_width(text);
  return std::string{text}.append(static_cast<std::size_t>(std::max(missing, 0)), ' ');
}

std::string pad_left(std::string_view text, int width) {
  const int missing = width - display_width(text);
  return std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ').append(text);
}

std::vector<std::string> wrap(std::string_view text, int width) {
  width = std::max(width, 1);
  std::vector<std::string> lines;
  for (std::size_t fit = fitting(text, width); fit < text.size(); fit = fitting(text, width)) {
    const std::size_t bytes = break_in(text, fit);
    std::string_view line = text.substr(0, bytes);
    while (line.ends_with(' ')) line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(bytes);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  if (!text.empty() || lines.empty()) lines.emplace_back(text);
  return lines;
}

std::string_view first_units(std::string_view text, std::size_t most) {
  std::size_t units = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const Utf8Character character = next_of(text.substr(end));
    units += character.code > 0xFFFF ? 2 : 1;
    if (units > most) break;
    end += character.bytes;
  }
  return text.substr(0, end);
}

std::string printable_lines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += printable(text.substr(0, end));
    if (end == text.size()) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

bool begins_formula(std::string_view text) noexcept {
  return !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
}

}  // namespace jalon::reports

#pragma once

#include <string>
#include <string_view>
#include <vector>

// Texts on a terminal: how wide they are, and how to make them fit. UTF-8 throughout.

namespace jalon::reports {

/// Columns that a text takes: combining marks none, wide characters (CJK, emoji) two.
[[nodiscard]] int display_width(std::string_view text);

/// At most `width` columns, the last of them an ellipsis if anything was cut.
[[nodiscard]] std::string cut(std::string_view text, int width);

/// Filled with blanks to `width` columns, on the left or on the right.
[[nodiscard]] std::string pad_right(std::string_view text, int width);
[[nodiscard]] std::string pad_left(std::string_view text, int width);

/// Lines of at most `width` columns, broken at blanks; a longer word after `.`, `-`, `/`, `[` or
/// `,`, else anywhere. Never empty: an empty text is one empty line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width);

/// The beginning of a text with at most so many UTF-16 units, in which spreadsheets count; no
/// character is cut in two.
[[nodiscard]] std::string_view first_units(std::string_view text, std::size_t most);

/// Would a spreadsheet that reads the text from a file run it as a formula?
[[nodiscard]] bool begins_formula(std::string_view text) noexcept;

/// Shown as rules/model/diagnostic.hpp does, but line breaks stay.
[[nodiscard]] std::string printable_lines(std::string_view text);

}  // namespace jalon::reports

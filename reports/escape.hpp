#pragma once

#include <string>
#include <string_view>

// Texts that come from records and definitions may be hostile: they are data, and never become
// markup. Control and bidirectional characters are shown escaped first
// (rules/model/diagnostic.hpp).

namespace jalon::reports {

/// Inside an element or a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

/// Inside a line or a table cell: nothing in it is emphasis, code, a link, HTML or a new cell.
[[nodiscard]] std::string markdown_text(std::string_view text);
/// At the beginning of a line: not a heading, list, quote or rule either.
[[nodiscard]] std::string markdown_line(std::string_view text);
/// As code, with a fence longer than any run of backticks in it. In a table pipes are escaped.
[[nodiscard]] std::string markdown_code(std::string_view text, bool in_table);

}  // namespace jalon::reports

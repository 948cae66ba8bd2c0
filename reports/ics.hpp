#pragma once

#include <string>
#include <string_view>

// iCalendar (RFC 5545) line by line.

namespace jalon::reports {

/// A text as the value of a property: backslash, semicolon and comma escaped, line breaks as `\n`,
/// other control and bidirectional characters shown escaped.
[[nodiscard]] std::string ics_text(std::string_view text);

/// A content line with its CRLF, folded so that no line has more than 75 octets and no character is
/// cut in two.
[[nodiscard]] std::string ics_line(std::string_view line);

}  // namespace jalon::reports

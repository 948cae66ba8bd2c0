#pragma once

#include <string>
#include <string_view>

namespace jalon::reports {

/// A text as a cell of a workbook can hold it: line breaks stay, everything else that steers is
/// shown escaped, and what only looks like an escape of the format is none; at most 32,767 UTF-16
/// units.
[[nodiscard]] std::string cell_text(std::string_view text);

}  // namespace jalon::reports

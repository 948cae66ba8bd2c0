#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// How text of others is shown, character by character. Used by diagnostics and reports.

namespace jalon {

/// Does the character steer a terminal, or turn or hide text? Controls, line separators, direction
/// marks and overrides, characters without width, tags, and what is no character at all.
[[nodiscard]] bool steers(char32_t code) noexcept;

/// One character as it is shown, and how many columns of a terminal it takes.
struct Cell {
  std::string shown;  ///< the character, or its escape
  std::size_t width;
};

/// Takes the first character from a text that is not empty; a byte that is no UTF-8 is one too.
[[nodiscard]] Cell take_cell(std::string_view& text);

/// Printable, and cut in the middle if it is longer than about `longest` bytes (at least 20).
[[nodiscard]] std::string shortened(std::string_view text, std::size_t longest);

}  // namespace jalon

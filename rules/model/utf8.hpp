#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace jalon {

/// One character of a UTF-8 text: its code point and its length in bytes.
struct Utf8Character {
  char32_t code;
  std::size_t bytes;
};

/// The character at the start of a text; nothing if the bytes there are no well-formed UTF-8
/// (overlong, surrogate, beyond U+10FFFF, cut off) or the text is empty.
[[nodiscard]] std::optional<Utf8Character> first_character(std::string_view text) noexcept;

/// Is the whole text well-formed UTF-8?
[[nodiscard]] bool valid_utf8(std::string_view text) noexcept;

}  // namespace jalon

#pragma once

#include <string_view>

namespace jalon {

/// Does the text match the pattern? `*` stands for any run of characters, `?` for one; everything
/// else, brackets too, for itself.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view text) noexcept;

[[nodiscard]] bool has_wildcard(std::string_view pattern) noexcept;

}  // namespace jalon

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace jalon::cli {

/// bash, zsh, fish
[[nodiscard]] std::span<const std::string_view> completion_shells() noexcept;
/// A script that teaches one of them the commands and flags. The shell must be one of the above.
[[nodiscard]] std::string completion_script(std::string_view shell);

}  // namespace jalon::cli

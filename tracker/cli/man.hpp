#pragma once

#include <string>
#include <string_view>

namespace jalon::cli {

/// The manual page jalon(1), in the man macros of roff: every command with its words, flags and
/// examples. `version` stands at its foot.
[[nodiscard]] std::string man_page(std::string_view version);

}  // namespace jalon::cli

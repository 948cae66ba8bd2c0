#pragma once

#include <string_view>

namespace jalon {

/// Of this program: "0.1.0".
[[nodiscard]] std::string_view version() noexcept;

}  // namespace jalon

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

/// The candidates that a misspelt name may have meant, nearest first, at most `most`; none if
/// nothing is near. Case, `-`, `_` and `.` count little. Linear in the candidates.
[[nodiscard]] std::vector<std::string_view> nearest(std::string_view name,
                                                    std::span<const std::string_view> candidates,
                                                    std::size_t most = 3);

/// "did you mean `indicator`?", "did you mean `a`, `b` or `c`?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view name,
                                       std::span<const std::string_view> candidates);

}  // namespace jalon

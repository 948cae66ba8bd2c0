#pragma once

#include "rules/definitions/load.hpp"
#include "rules/definitions/problems.hpp"

#include <cstddef>
#include <cstdint>

namespace jalon::definitions {

/// Looks through the bytes of a file before they are parsed: size, line length, depth, NUL, UTF-8.
/// Adds what is wrong to `problems`; true if the text may be parsed. `values` grows by the number
/// of keys and list elements.
[[nodiscard]] bool safe_to_parse(const SourceText& source, std::uint32_t file, const Limits& limits,
                                 std::size_t& values, Problems& problems);

}  // namespace jalon::definitions

#pragma once

#include "rules/model/parsed.hpp"

#include <cstdint>
#include <string_view>

namespace jalon::exchange {

/// Seconds since 1970 of "2020-01-20T23:30:00+01:00" (seconds and their fraction may be left out,
/// `Z` stands for +00:00). Without an offset it names no instant and is refused.
[[nodiscard]] Parsed<std::int64_t> parse_instant(std::string_view text);

}  // namespace jalon::exchange

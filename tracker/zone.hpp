#pragma once

#include "rules/model/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jalon {

/// Does the machine know this time zone, by a name that means the same everywhere: `UTC` or
/// `Area/City`? Names such as `localtime` or a path are no zones.
[[nodiscard]] bool is_known_zone(std::string_view name);

/// The civil day of an instant (seconds since 1970 UTC) in a known zone.
[[nodiscard]] Date day_in_zone(std::string_view zone, std::int64_t unix_seconds);

/// "2020-02-25T09:30:00.000000Z" for microseconds since 1970 UTC.
[[nodiscard]] std::string utc_timestamp(std::int64_t unix_microseconds);

}  // namespace jalon

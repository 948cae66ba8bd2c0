#pragma once

#include "tracker/world.hpp"

#include <optional>
#include <string>

namespace jalon {

/// The time that SOURCE_DATE_EPOCH names (seconds since 1970), "2020-02-25T09:30:00.000000Z", for
/// everything that a file says about the time of its making; nothing if it is not set. Refused (2)
/// if it is no such number.
[[nodiscard]] std::optional<std::string> source_date(const World& world);

}  // namespace jalon

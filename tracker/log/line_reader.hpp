#pragma once

#include "rules/model/record.hpp"

#include <optional>
#include <string_view>

namespace jalon::log {

/// The record that has this canonical line; nothing if there is none, that is if the text differs
/// from a canonical line in a single byte.
[[nodiscard]] std::optional<Record> record_from_line(std::string_view line);

}  // namespace jalon::log

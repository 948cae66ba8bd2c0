#pragma once

#include "rules/model/record.hpp"

#include <optional>
#include <string>
#include <string_view>

// The few pieces of JSON that the chain is made of. Their bytes are final.

namespace jalon::log {

/// Appends a JSON string. Only `"`, `\` and control characters are escaped: \b \t \n \f \r by
/// letter, the others as \u00 and two lower-case digits.
void append_json(std::string& out, std::string_view text);

/// {"dimension":"value",...}, in the given order.
[[nodiscard]] std::string json(const DimensionValues& dimensions);
/// [{"text":...,"kind":...,"file_hash":...},...]; an empty kind or hash is left out.
[[nodiscard]] std::string json(const std::vector<Evidence>& evidence);

/// Reads back what json() wrote; nothing for any other text, be it valid JSON.
[[nodiscard]] std::optional<DimensionValues> dimensions_from(std::string_view json);
[[nodiscard]] std::optional<std::vector<Evidence>> evidence_from(std::string_view json);

}  // namespace jalon::log

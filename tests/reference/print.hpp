#pragma once

#include "tests/reference/generate.hpp"

#include <string>

namespace jalon::reference {

/// Programme, log and moment as a person reads them, one thing a line.
[[nodiscard]] std::string str(const Case& generated);
[[nodiscard]] std::string str(const Record& record);

[[nodiscard]] std::string str(const std::optional<Date>& day);
[[nodiscard]] std::string str(const std::optional<Decimal>& number);
[[nodiscard]] std::string str(const std::optional<long>& number);
[[nodiscard]] std::string str(const engine::Quantity& quantity);
[[nodiscard]] std::string str(const engine::Bounds& bounds);

}  // namespace jalon::reference

#pragma once

#include "rules/model/record.hpp"

#include <optional>
#include <string_view>

// The words for closed kinds in the store and on the chain. Final.

namespace jalon::log {

[[nodiscard]] std::string_view name(RecordKind kind);  ///< "correction"
[[nodiscard]] std::optional<RecordKind> record_kind_from(std::string_view name);
[[nodiscard]] std::string_view name(PeriodUnit unit);  ///< "quarter"
[[nodiscard]] std::optional<PeriodUnit> period_unit_from(std::string_view name);

}  // namespace jalon::log

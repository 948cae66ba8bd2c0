#pragma once

#include "rules/model/diagnostic.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <span>
#include <string_view>

namespace jalon::definitions {

/// What is no mistake but worth a look: undated-target, floor-below-goal, no-owner, no-source,
/// unevidenced, unused-indicator, unseen-value, vague-critical, uncovered-area, unmeasured-area,
/// stale-too-soon, date-slip; and one error, orphan-record (a record whose subject no definition
/// knows). Sorted by place; those without a place of their own come last.
[[nodiscard]] Diagnostics lint(const Programme& programme, std::span<const Record> log);

/// Every code that lint can give, for tests and the manual.
[[nodiscard]] std::span<const std::string_view> lint_codes();

}  // namespace jalon::definitions

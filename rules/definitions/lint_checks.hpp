#pragma once

#include "rules/model/diagnostic.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <span>

namespace jalon::definitions {

/// What single targets, milestones and commitments lack.
void lint_promises(const Programme& programme, Diagnostics& out);
/// Indicators that nothing uses, values that nobody reported.
void lint_indicators(const Programme& programme, std::span<const Record> log, Diagnostics& out);
/// Records without a definition, and days that look like slips.
void lint_records(const Programme& programme, std::span<const Record> log, Diagnostics& out);
/// Holes and contradictions of the plan as a whole.
void lint_plan(const Programme& programme, Diagnostics& out);

}  // namespace jalon::definitions

#pragma once

#include "reports/reports.hpp"

// The later parts of the gap report.

namespace jalon::reports {

/// Targets that cannot be judged well for want of data, with the reason and what to do about it.
void add_data_gaps(Document& document, const Input& input);

/// Holes of the plan itself: the coverage matrix, areas and recommendations without target, sums
/// that do not agree. It speaks of the whole programme, whatever is selected.
void add_plan_gaps(Document& document, const Input& input);

}  // namespace jalon::reports

#pragma once

#include "reports/reports.hpp"

// One function for each report kind; reports.cpp has the table.

namespace jalon::reports {

/// How far are we?
[[nodiscard]] Report progress_report(const Input& input);
/// What is missing?
[[nodiscard]] Report gap_report(const Input& input);
/// Everything about each initiative that is selected.
[[nodiscard]] Report initiative_report(const Input& input);
/// When is what due, and when was it?
[[nodiscard]] Report timeline_report(const Input& input);
/// How do we know?
[[nodiscard]] Report evidence_report(const Input& input);
/// What moved since the earlier look?
[[nodiscard]] Report changes_report(const Input& input);
/// Progress, gaps and changes of one period.
[[nodiscard]] Report periodic_report(const Input& input);

}  // namespace jalon::reports

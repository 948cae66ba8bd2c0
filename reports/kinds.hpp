#pragma once

#include "reports/reports.hpp"

// One function for each report kind; reports.cpp has the table.

namespace jalon::reports {

/// How far are we?
[[nodiscard]] Report progress_report(const Input& input);
/// What is missing?
[[nodiscard]] Report gap_report(const Input& input);

}  // namespace jalon::reports

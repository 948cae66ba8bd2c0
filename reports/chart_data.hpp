#pragma once

#include "reports/reports.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

// The charts of an evaluation. Each returns nothing where there is too little to see.

namespace jalon::reports {

/// A report with very many targets draws those of the worst status only.
inline constexpr std::size_t kChartsAtMost = 40;

/// Of the selected overall verdicts: the value against path and goal of each quantitative target
/// with two or more points on record; of a target that is judged period by period a bar for each
/// period. By verdict id; at most kChartsAtMost, worst first. Reads the log once for all of them.
[[nodiscard]] std::map<std::string, Chart> target_charts(const Input& input);

/// The selected milestones and dated targets (not periods and members): when due, when reached. At
/// most kDeadlinesAtMost, worst first, then by day.
inline constexpr std::size_t kDeadlinesAtMost = 40;
[[nodiscard]] std::optional<Chart> timeline_chart(const Input& input);

/// Areas by levels of government: what the plan has there.
[[nodiscard]] std::optional<Chart> coverage_chart(const Input& input);

/// Counts by status of groups; `data` is the table that says the same.
[[nodiscard]] Chart status_chart(const Labels& words, std::string caption,
                                 const std::vector<StatusBars::Group>& groups, Table data);

}  // namespace jalon::reports

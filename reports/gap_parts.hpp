#pragma once

#include "reports/reports.hpp"

// The parts of the gap report.

namespace jalon::reports {

/// "needs 12 009 660 EUR a month, 1 880 052 EUR a month so far, reached on 2023-07-04 at this
/// pace": the rate from now on against the rate so far (since the baseline, the window's first day
/// or the first record), whether or not a path is drawn; in its place why something cannot be said.
/// Empty where nothing is missing and for what is no number.
[[nodiscard]] std::string pace_words(const Input& input, const engine::Verdict& verdict);

/// Findings, worst first, which it sorts in the report too; then those that are waived; then what
/// still has time.
void add_results(Report& report, const Input& input);

/// Targets that cannot be judged well for want of data, with the reason and what to do about it.
void add_data_gaps(Document& document, const Input& input);

/// Holes of the plan itself: the coverage matrix, areas and recommendations without target, sums
/// that do not agree. It speaks of the whole programme, whatever is selected.
void add_plan_gaps(Document& document, const Input& input);

}  // namespace jalon::reports

#pragma once

#include "reports/parts.hpp"

// The parts of the progress report, which the report of a period is made of too.

namespace jalon::reports {

/// Counts by status, area, level and owner, each of which adds up to the number selected; withdrawn
/// promises and commitments on lines of their own.
void add_summary(Document& document, const Input& input);
/// Commitments, then each initiative with its promises and facts.
void add_promises(Document& document, const Input& input);
/// What is on record about initiatives beside their promises.
[[nodiscard]] List facts_of(const Input& input, std::optional<std::uint32_t> initiative);
/// Promises as rows: what, status, on record, gap, due; why, outlook and what stands beside them as
/// notes; the parts of a split below their whole.
[[nodiscard]] Table promises_table(const Input& input, const std::vector<Branch>& branches);

/// What changed since the earlier look, and why: worse, better, otherwise. Nothing without one.
void add_changes(Document& document, const Input& input);

}  // namespace jalon::reports

#pragma once

#include "reports/parts.hpp"

// The parts of the progress report, which the report of a period is made of too.

namespace jalon::reports {

/// Counts by status, area, level and owner, each of which adds up to the number selected; withdrawn
/// promises and commitments on lines of their own.
void add_summary(Document& document, const Input& input);
/// Counts of one grouping by status, with a last row that the others add up to; `key` names the
/// groups.
[[nodiscard]] Table counts_table(const Input& input, std::string_view key,
                                 const std::vector<engine::Group>& groups,
                                 const engine::Group& all);
/// Initiatives with room for their promises; of the others the promises are counted.
struct Room {
  std::vector<Group> whole = {};
  std::vector<Group> counted = {};
};
/// All, in their order, or as many as fit, those with most missed first; of one that is too large
/// by itself the worst.
[[nodiscard]] Room with_room(const Input& input, std::vector<Group> groups);
/// A row for each initiative without room.
void add_counted(Document& document, const Input& input, const std::vector<Group>& counted);
/// The rows that a branch takes: itself and the parts below it.
[[nodiscard]] std::size_t rows_of(const Branch& branch);

/// Commitments, then each initiative with its promises and facts.
void add_promises(Document& document, const Input& input);
/// What is on record about initiatives beside their promises.
[[nodiscard]] List facts_of(const Input& input, std::optional<std::uint32_t> initiative);
/// Promises as rows: what, status, on record, gap, due; why, outlook and what stands beside them as
/// notes; the parts of a split below their whole.
[[nodiscard]] Table promises_table(const Input& input, const std::vector<Branch>& branches);

/// What changed since the earlier look, and why: worse, better, otherwise. Nothing without one.
void add_changes(Report& report, const Input& input);

}  // namespace jalon::reports

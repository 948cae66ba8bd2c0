#pragma once

#include "reports/reports.hpp"

#include <array>
#include <string>
#include <vector>

// What several reports are made of.

namespace jalon::reports {

/// A verdict with what stands below it: parts of a split, periods, members. Only what is selected.
struct Branch {
  const engine::Verdict* verdict;
  std::vector<Branch> children = {};
};
/// The selected verdicts of one initiative, as trees.
struct Group {
  const Initiative* initiative = nullptr;  ///< nothing: they belong to none
  std::vector<Branch> branches = {};
  std::size_t more = 0;  ///< verdicts left out for their number
};

/// Every initiative of the programme, in its order, then the targets and milestones without one.
/// Commitments are not in it.
[[nodiscard]] std::vector<Group> by_initiative(const Input& input);
[[nodiscard]] std::vector<const engine::Verdict*> commitments_of(const Input& input);

/// Those that would be findings but for a waiver.
[[nodiscard]] std::vector<const engine::Verdict*> waived_of(const Input& input);

/// Are all verdicts of the evaluation selected?
[[nodiscard]] bool everything_selected(const Input& input);

/// The order in which statuses are told; what is withdrawn comes last.
inline constexpr std::array kWorstFirst{engine::Status::missed,   engine::Status::overdue,
                                        engine::Status::unknown,  engine::Status::pending,
                                        engine::Status::met_late, engine::Status::met,
                                        engine::Status::voided};

/// The place of a status in that order.
[[nodiscard]] std::ptrdiff_t place_of(engine::Status status);
/// In the order in which a reader wants to hear of them: missed, overdue, unknown, pending,
/// met-late, met, void; of one status as they come.
[[nodiscard]] std::vector<const engine::Verdict*> worst_first(
    std::vector<const engine::Verdict*> verdicts);

/// How many are counted: void ones leave every total.
[[nodiscard]] int counted(const engine::Counts& counts) noexcept;
/// The place of a status in the counts.
[[nodiscard]] inline int count_of(const engine::Counts& counts, engine::Status status) {
  return counts[static_cast<std::size_t>(status)];
}

/// "As of 2020-06-30, as known on 2020-07-15": the moment; of a period its days, and that it still
/// runs.
[[nodiscard]] std::string subtitle(const Head& head, const Labels& words);
/// A report with title, subtitle and foot, still without blocks; a verdict report as it is.
[[nodiscard]] Report report_on(const Input& input, std::string title);
/// How many have each status, worst first, and a sentence on how they were counted.
[[nodiscard]] std::vector<Block> overview(const Input& input);

/// "Agence du Numérique, wallonia": what people want to know of an initiative at once.
[[nodiscard]] std::string initiative_line(const Programme& programme, const Initiative& initiative,
                                          const Labels& words);
/// The owner's name, or that there is none.
[[nodiscard]] Cell owner_cell(const Programme& programme, const engine::Verdict& verdict,
                              const Labels& words);
/// Title and id of a verdict, for the column that names it.
[[nodiscard]] std::string name_with_id(const Programme& programme, const engine::Verdict& verdict,
                                       const Labels& words);
/// The periods or members below a verdict in one line: "2019 x missed 45 · 2020 . pending". Periods
/// in time, members with those in trouble first; parts of a split are not in it. Empty if there are
/// none.
[[nodiscard]] std::string strip(const Input& input, const Branch& branch);
/// The table without the columns in which no row says anything.
[[nodiscard]] Table without_empty_columns(Table table);
[[nodiscard]] Cell day_cell(const std::optional<Date>& day);
[[nodiscard]] Cell count_cell(const std::optional<long>& count);

}  // namespace jalon::reports

#pragma once

#include "reports/document.hpp"
#include "reports/labels.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/transitions.hpp"

#include <string>

namespace jalon::commands {

/// The empty table of a history; with verdicts it has three columns more at its end.
[[nodiscard]] reports::Table history_table(const reports::Labels& words, bool with_verdicts);

/// A record with what became of it, without the verdict's columns.
[[nodiscard]] reports::Row record_row(const Programme& programme, const Record& record,
                                      engine::Standing standing, const std::string& note);
/// Adds what the record changed in the verdict; nullptr: nothing.
void add_verdict(reports::Row& row, const Programme& programme,
                 const engine::Transition* transition, const reports::Labels& words);

/// A change of the verdict that no record made: time, a revision, a waiver.
[[nodiscard]] reports::Row event_row(const Programme& programme,
                                     const engine::Transition& transition,
                                     const reports::Labels& words, std::size_t columns);

}  // namespace jalon::commands

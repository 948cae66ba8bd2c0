#pragma once

#include "rules/engine/evaluate.hpp"

#include <span>
#include <string>
#include <vector>

namespace jalon {

/// The words of a selection that name an instance ("x.yearly[2021]"), to be judged even if it has
/// not begun.
[[nodiscard]] std::vector<std::string> instances_in(std::span<const std::string> words);

/// The verdicts that a selection names, in the order of the evaluation; all without words. Ids and
/// globs, `owner:`, `area:`, `level:`, `tag:`, `status:`, `severity:` (`high+`: or above): several
/// of one kind mean or, several kinds mean and. Periods and members follow their overall verdict.
/// Refused (2): a word that names nothing, with the nearest names; an empty outcome unless allowed.
[[nodiscard]] std::vector<const engine::Verdict*> select(const Programme& programme,
                                                         const engine::Evaluation& evaluation,
                                                         std::span<const std::string> words,
                                                         bool allow_empty);

/// What an empty outcome is refused with.
[[noreturn]] void refuse_nothing_selected();

/// An id that names no verdict: what it is, or the nearest ids.
[[noreturn]] void refuse_unknown_verdict(const Programme& programme,
                                         const engine::Evaluation& evaluation, std::string_view id);

}  // namespace jalon

#pragma once

#include "reports/reports.hpp"
#include "rules/engine/diff.hpp"

#include <functional>
#include <span>
#include <string>

namespace jalon::reports {

/// A cause in words.
using CauseText = std::function<std::string(const engine::Cause&)>;

/// Verdicts that differ between two looks, each with what changed it: as a tree for people, as a
/// table for programs. `input` is the second look.
[[nodiscard]] Report changes_view(const Input& input, std::string title, std::string subtitle,
                                  std::span<const engine::Changed> changes, const CauseText& told);

/// The rows of jalon.diff/1: each verdict with its status and value at both looks, and the causes.
[[nodiscard]] Table changes_rows(const Input& input, std::span<const engine::Changed> changes,
                                 const CauseText& told);

/// "time passed", "record #5", "waiver W-2020-01"
[[nodiscard]] std::string cause_text(const engine::Cause& cause, const Labels& words);

}  // namespace jalon::reports

#include "rules/definitions/lint.hpp"

#include "rules/definitions/lint_checks.hpp"

#include <array>
#include <iterator>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 13> kLintCodes{
    "undated-target",   "floor-below-goal", "no-owner",       "no-source",      "unevidenced",
    "unused-indicator", "unseen-value",     "vague-critical", "uncovered-area", "unmeasured-area",
    "stale-too-soon",   "date-slip",        "orphan-record"};

}  // namespace

Diagnostics lint(const Programme& programme, std::span<const Record> log) {
  Diagnostics found;
  lint_promises(programme, found);
  lint_indicators(programme, log, found);
  lint_records(programme, log, found);
  lint_plan(programme, found);

  Diagnostics placed;
  Diagnostics others;
  for (Diagnostic& one : found) {
    (one.where.file.empty() ? others : placed).push_back(std::move(one));
  }
  sort_by_place(placed);
  std::move(others.begin(), others.end(), std::back_inserter(placed));
  return placed;
}

std::span<const std::string_view> lint_codes() { return kLintCodes; }

}  // namespace jalon::definitions

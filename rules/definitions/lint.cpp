#include "rules/definitions/lint.hpp"

#include "rules/definitions/lint_checks.hpp"

#include <array>
#include <iterator>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 19> kLintCodes{
    "undated-target", "floor-below-goal", "no-owner",        "no-source",         "untested-target",
    "unevidenced",    "waiver-unused",    "waiver-expiring", "unused-indicator",  "unseen-value",
    "vague-critical", "uncovered-area",   "unmeasured-area", "direction-unclear", "stale-too-soon",
    "falling-level",  "near-duplicate",   "date-slip",       "orphan-record"};

}  // namespace

Diagnostics lint(const Programme& programme, const LintInput& input) {
  const Plan plan = plan_on(programme, input.as_of);
  Diagnostics found;
  lint_promises(plan, found);
  lint_directions(plan, found);
  if (input.tested != nullptr) lint_tests(plan, *input.tested, found);
  lint_waivers(programme, input, found);
  lint_indicators(programme, input.log, found);
  lint_records(programme, input.log, found);
  lint_plan(plan, found);

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

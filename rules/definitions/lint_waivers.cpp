#include "rules/definitions/lint_checks.hpp"
#include "rules/engine/finding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::definitions {
namespace {

constexpr long kSoon = 60;  // days

/// Does a verdict that would be a finding stand under this waiver?
bool is_needed(const Programme& programme, const engine::Evaluation& evaluation,
               const Waiver& waiver) {
  const auto& verdicts = evaluation.verdicts;
  return std::any_of(verdicts.begin(), verdicts.end(), [&](const engine::Verdict& verdict) {
    return verdict.waived && verdict.waived->id == waiver.id &&
           engine::would_be_finding(programme, verdict, {});
  });
}

}  // namespace

void lint_waivers(const Programme& programme, const LintInput& input, Diagnostics& out) {
  if (!input.as_of) return;
  for (const Waiver& waiver : programme.waivers) {
    if (waiver.granted > *input.as_of || waiver.expires < *input.as_of) continue;
    if (input.verdicts != nullptr && !is_needed(programme, *input.verdicts, waiver)) {
      warn(out, "waiver-unused", waiver.place,
           fmt::format("waiver {} covers nothing on {}: {} is no finding, or another waiver "
                       "covers it",
                       quoted(waiver.id), iso(*input.as_of), quoted(waiver.target)),
           "remove the waiver, or correct its `target`");
    }
    const long left = days_between(*input.as_of, waiver.expires);
    if (left <= kSoon) {
      warn(
          out, "waiver-expiring", waiver.place,
          fmt::format("waiver {} for {} ends on {}, {}", quoted(waiver.id), quoted(waiver.target),
                      iso(waiver.expires),
                      left == 0 ? "today" : fmt::format("in {} day{}", left, left == 1 ? "" : "s")),
          "settle the promise, or have the waiver renewed");
    }
  }
}

}  // namespace jalon::definitions

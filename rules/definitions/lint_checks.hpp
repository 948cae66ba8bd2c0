#pragma once

#include "rules/definitions/lint.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::definitions {

/// A programme as it stands on a day: each promise is the one in force, amendments are gone, and
/// what was withdrawn is without date, area and initiative.
struct Plan {
  Programme programme;
  std::set<Member> withdrawn = {};
};
/// Without a day: after every revision.
[[nodiscard]] Plan plan_on(const Programme& programme, std::optional<Date> day);

/// The measured indicators that one is made of; of a measured one itself.
[[nodiscard]] std::vector<Ref<Indicator>> measured_under(const Programme& programme,
                                                         Ref<Indicator> indicator);

void warn(Diagnostics& out, std::string_view code, Place where, std::string message,
          std::string hint = {});

/// What single targets, milestones and commitments lack.
void lint_promises(const Plan& plan, Diagnostics& out);
/// Goals whose direction does not follow from where they start.
void lint_directions(const Plan& plan, Diagnostics& out);
/// Promises that no unit test names.
void lint_tests(const Plan& plan, const std::set<std::string>& tested, Diagnostics& out);
/// Waivers of the day that cover nothing, or soon end.
void lint_waivers(const Programme& programme, const LintInput& input, Diagnostics& out);
/// Indicators that nothing uses, values that nobody reported or that were spelt twice, levels that
/// fell.
void lint_indicators(const Programme& programme, std::span<const Record> log, Diagnostics& out);
/// Records without a definition, and days that look like slips.
void lint_records(const Programme& programme, std::span<const Record> log, Diagnostics& out);
/// Holes and contradictions of the plan as a whole.
void lint_plan(const Plan& plan, Diagnostics& out);

}  // namespace jalon::definitions

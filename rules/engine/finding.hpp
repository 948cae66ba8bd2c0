#pragma once

#include "rules/engine/evaluate.hpp"

#include <vector>

namespace jalon::engine {

/// At or above the threshold, no finding, but not judgeable: unknown, stale, or overdue where the
/// rule leaves overdue out.
[[nodiscard]] bool cannot_be_judged(const Programme& programme, const Verdict& verdict,
                                    const FindingRule& rule);

/// Is this verdict a finding? Periods and members are not, their overall verdict is; a waived one
/// is not.
[[nodiscard]] bool is_finding(const Programme& programme, const Verdict& verdict,
                              const FindingRule& rule);

/// As is_finding, whatever its kind and whether or not it is waived.
[[nodiscard]] bool would_be_finding(const Programme& programme, const Verdict& verdict,
                                    const FindingRule& rule);

}  // namespace jalon::engine

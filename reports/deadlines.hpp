#pragma once

#include "reports/reports.hpp"

namespace jalon::reports {

/// Deadlines are those of single promises: of periods and members, not of their overall verdict or
/// of a commitment, which would say the same again. A period that is over is late only while it is
/// the one that decides.
[[nodiscard]] bool has_own_deadline(const Input& input, const engine::Verdict& verdict);

/// Is it judged period by period, or member by member?
[[nodiscard]] bool has_instances(const Input& input, const engine::Verdict& verdict);

}  // namespace jalon::reports

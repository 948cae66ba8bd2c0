#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/model/programme.hpp"
#include "tests/reference/number.hpp"

#include <optional>
#include <vector>

namespace jalon::reference {

/// A verdict and its progress unrounded, which decides between equals.
struct Judged {
  engine::Verdict verdict;
  std::optional<Number> progress = {};
  bool run_out = false;  ///< its clock: the due day is over, of a composite its last member's
  bool changed = false;  ///< its promise, or a member's, by a revision in force
};

/// Section 5. Void children are left out; all void is void. `composite` has id, kind and subject.
[[nodiscard]] Judged composed(const engine::Verdict& composite, const std::vector<Judged>& children,
                              const Rule& rule);

/// Withdrawn: every number and day is nothing.
[[nodiscard]] engine::Verdict voided(const engine::Verdict& blank);

}  // namespace jalon::reference

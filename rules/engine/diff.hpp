#pragma once

#include "rules/engine/evaluate.hpp"
#include "rules/engine/transitions.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jalon::engine {

/// One verdict that differs between two moments.
struct Changed {
  std::optional<Verdict> before = {};  ///< nothing: there was none (a period that had not begun)
  std::optional<Verdict> after = {};   ///< nothing: there is none any more
  /// What changed it, in the order in which it acts: time, revisions and waivers, records. Not
  /// empty.
  std::vector<Cause> causes;
};

/// Both looks, and what lies between.
struct Diff {
  Evaluation before;
  Evaluation after;
  std::vector<Changed> changes;  ///< in the order of `after`; what is gone comes last
};

/// What changed from one moment to another, and because of what: each verdict is judged at the
/// first moment, then with nothing but the days passed, then with what was decided in between, then
/// with what was learned or happened in between. Each step that changes it is a cause; of the last
/// one the records that touch it and are new, gone or replaced are named.
[[nodiscard]] Diff diff(const Programme& programme, std::span<const Record> log, const Moment& from,
                        const Moment& to, std::span<const std::string> instances = {});

/// The same of two looks that were taken already, with the same instances and rule.
[[nodiscard]] std::vector<Changed> changes_between(const Programme& programme,
                                                   std::span<const Record> log,
                                                   const Evaluation& before,
                                                   const Evaluation& after,
                                                   std::span<const std::string> instances = {},
                                                   const FindingRule& rule = {});

/// The verdicts that `added` records changed: `after` was judged with them, `before` without, at
/// the same moment.
[[nodiscard]] std::vector<Changed> changes_by(const Programme& programme, const Evaluation& before,
                                              const Evaluation& after,
                                              std::span<const Record> added);

}  // namespace jalon::engine

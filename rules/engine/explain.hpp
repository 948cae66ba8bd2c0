#pragma once

#include "rules/engine/evaluate.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace jalon::engine {

/// What became of one record in one verdict.
enum class Part {
  counted,          ///< certainly and proven
  possible,         ///< counted on one side only: a vague day, an unproven record
  unevidenced,      ///< counted as possible for want of evidence
  too_late,         ///< happened after the window
  too_early,        ///< happened before the window
  other_dimension,  ///< outside the target's `where` or member
  same_object,      ///< further evidence for an object that is counted already
  without_effect,   ///< takes out an object that is not there
  older_reading,    ///< a later reading took its place
  superseded,       ///< corrected
  retracted,
  in_advance,
  learned_later,
};
[[nodiscard]] std::string_view name(Part part);  ///< "other-dimension"

struct RecordPart {
  const Record* record;
  Part part;
};

/// A verdict with the records of its subject, each with what became of it; composites with
/// children.
struct Explanation {
  const Verdict* verdict;                   ///< into the evaluation
  std::vector<RecordPart> records;          ///< in number order; empty for composites
  std::vector<const Record*> attestations;  ///< that cover it
  std::vector<Explanation> children;  ///< periods, members, or members of a commitment, in order
};

/// Explains one verdict of an evaluation. May take a walk over the log. `verdict` is in
/// `evaluation`.
[[nodiscard]] Explanation explain(const Programme& programme, std::span<const Record> log,
                                  const Evaluation& evaluation, const Verdict& verdict);

}  // namespace jalon::engine

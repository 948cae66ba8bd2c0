#pragma once

#include "rules/engine/evaluate.hpp"

#include <span>
#include <vector>

namespace jalon::reference {

/// A record in force, in its current version.
struct Fact {
  const Record* record;
  std::int64_t order;  ///< the original's number: its place among records of one day

  /// The first and the last day on which it may have happened; minus and plus infinity where open.
  [[nodiscard]] Date from() const {
    return record->happened.from.value_or(Date{boost::gregorian::neg_infin});
  }
  [[nodiscard]] Date to() const {
    return record->happened.latest.value_or(Date{boost::gregorian::pos_infin});
  }
};

/// In order of (from, to, number).
[[nodiscard]] bool earlier_first_day(const Fact& a, const Fact& b);
/// In order of (to, from, number).
[[nodiscard]] bool earlier_last_day(const Fact& a, const Fact& b);

struct Facts {
  std::vector<Fact> records;                ///< by number
  std::vector<const Record*> attestations;  ///< in force
  std::vector<const Record*> judgements;    ///< not retracted, by number
};

/// verdicts: which records count (section 1).
[[nodiscard]] Facts facts_at(std::span<const Record> log, const engine::Moment& moment);

/// Whether the evidence of these records together is what the rule requires.
[[nodiscard]] bool proven(const std::vector<Fact>& together, const EvidenceRule& rule);

}  // namespace jalon::reference

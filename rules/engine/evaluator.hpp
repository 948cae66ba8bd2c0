#pragma once

#include "rules/engine/commitment.hpp"
#include "rules/engine/promise_judge.hpp"

#include <vector>

namespace jalon::engine {

/// Where the verdicts of definitions stand: of each target its own or overall one.
struct Places {
  std::vector<std::size_t> targets = {};
  std::size_t first_milestone = 0;
  std::size_t first_commitment = 0;

  [[nodiscard]] std::size_t of(const Member& member) const;
};

/// Judges the commitments behind targets and milestones.
void judge_commitments(const Programme& programme, Sheet& sheet, const Places& places);

/// Sets `original` where an amendment decided by then touches a verdict: what is touched is judged
/// once more, by `first`, under the first promises.
void add_originals(const Programme& programme, Sheet& sheet, const Places& places, Day decided,
                   PromiseJudge& first);
/// Does any amendment count that was decided by then?
[[nodiscard]] bool is_amended(const Programme& programme, Day decided);

/// What persons think, beside the verdicts.
void add_judgements(const Programme& programme, const Facts& facts, Date as_of,
                    std::vector<Verdict>& verdicts);

/// The waivers in force; a composite whose findings are all waived is waived with them.
void add_waivers(const Programme& programme, const Moment& moment, const FindingRule& rule,
                 Sheet& sheet);

}  // namespace jalon::engine

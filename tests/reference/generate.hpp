#pragma once

#include "rules/engine/evaluate.hpp"
#include "tests/reference/chance.hpp"

#include <string>
#include <vector>

namespace jalon::reference {

/// A small programme with a log, a moment to judge at and instances to ask for.
struct Case {
  Programme programme = {};
  std::vector<Record> log = {};
  engine::Moment moment{Date{2020, 1, 1}, Date{2020, 1, 1}};
  std::vector<std::string> instances = {};
};

/// The same case for the same seed, for ever. What the loader refuses is never made.
[[nodiscard]] Case generate(std::uint64_t seed);

/// The state of making one case.
struct Maker {
  Chance chance;
  Date origin{2020, 1, 1};      ///< about where everything happens
  std::vector<Date> days = {};  ///< boundaries, which dates like to fall on or beside
  bool focused = false;         ///< few names, many ratios: records meet more often
  bool late = false;            ///< small goals with a due day, judged after it
  Case made = {};

  /// On a boundary, beside one, or somewhere in between.
  [[nodiscard]] Date some_day();
};

void make_indicators(Maker& maker);
void make_targets(Maker& maker);
void make_milestones(Maker& maker);
void make_commitments(Maker& maker);
/// Revisions of targets, their parts and milestones.
void make_revisions(Maker& maker);
void make_waivers(Maker& maker);
void make_log(Maker& maker);
void make_moment(Maker& maker);

/// A due expression, exact or vague, that begins no earlier than `first`.
[[nodiscard]] DateExpression some_due(Maker& maker, Date first);

/// Any id that a waiver or a judgement may name: of a definition, or of an instance.
[[nodiscard]] std::string some_id(Maker& maker);
/// How grave it is to fail; mostly grave enough to be found.
[[nodiscard]] Severity some_severity(Maker& maker);
[[nodiscard]] Comparison some_comparison(Maker& maker, const Indicator& indicator);
/// Baseline, tolerance and path, new or again.
void choose_rest(Maker& maker, const Indicator& indicator, Promise& promise);
[[nodiscard]] Comparison with_goal(const Comparison& whole, const Decimal& goal);
[[nodiscard]] Decimal number_of(const Comparison& comparison);

/// The measured indicators behind an indicator: itself, or the parts of a ratio.
[[nodiscard]] std::vector<std::uint32_t> measured_parts(const Programme& programme,
                                                        std::uint32_t indicator);

}  // namespace jalon::reference

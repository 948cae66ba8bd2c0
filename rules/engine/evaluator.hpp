#pragma once

#include "rules/engine/evaluate.hpp"
#include "rules/engine/judge.hpp"
#include "rules/engine/measurer.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace jalon::engine {

/// The clock of a target or milestone that has one verdict.
[[nodiscard]] Term term_of(const Target& target);
[[nodiscard]] Term term_of(const Milestone& milestone);
[[nodiscard]] Term term_of(const Period& period, PeriodUnit unit);

/// A member of a for-each with its clock.
struct Runner {
  std::string value;  ///< of the dimension
  Term term;
};
/// In order of the first records. `entries` are those of the target's filter, in order.
[[nodiscard]] std::vector<Runner> runners(const Target& target, const ForEach& rule,
                                          const std::vector<Entry>& entries, bool is_flow);

/// The periods that were asked for by id, by target.
using AskedPeriods = std::map<std::uint32_t, std::vector<Period>>;
[[nodiscard]] AskedPeriods asked_periods(const Programme& programme,
                                         std::span<const std::string> instances);

/// One evaluation, from the facts to all verdicts.
class Evaluator {
 public:
  Evaluator(const Programme& programme, const Facts& facts, const Moment& moment,
            std::span<const std::string> instances);
  [[nodiscard]] Evaluation evaluate();

 private:
  [[nodiscard]] std::size_t expected_verdicts() const;
  void judge_target(Ref<Target> ref);
  void judge_per(Ref<Target> ref, const Per& per);
  std::vector<Runner> members_of(const Target& target, const ForEach& rule);
  void judge_for_each(Ref<Target> ref, const ForEach& rule);
  std::size_t judge_member(Ref<Target> ref, const DimensionValue& member, const Term& term,
                           std::size_t overall);
  void judge_milestone(Ref<Milestone> ref);
  void judge_commitment(Ref<Commitment> ref);

  Case target_case(Ref<Target> ref, const DimensionValues& where, Term term);
  static Judged judge_case(const Case& the_case);
  std::size_t add(Judged judged);
  /// Lets the k-th best of the verdicts at these places decide.
  void decide(Judged& overall, const std::vector<std::size_t>& places, std::size_t k);
  [[nodiscard]] std::size_t place_of(const Member& member) const;
  [[nodiscard]] std::vector<Period> periods(Ref<Target> ref, const Per& per) const;

  void name_overall(Verdict& verdict, Ref<Target> ref) const;
  [[nodiscard]] std::string instance_id(const Target& target, std::string_view instance) const;

  const Programme& programme_;
  Ledger ledger_;
  Measurer measurer_;
  Day as_of_;
  AskedPeriods asked_for_;
  Evaluation evaluation_;
  std::vector<std::optional<Fraction>> progress_ = {};  ///< of evaluation_.verdicts[i]
  std::vector<std::size_t> overall_ = {};               ///< where a target's own verdict stands
  std::size_t first_milestone_ = 0;
};

}  // namespace jalon::engine

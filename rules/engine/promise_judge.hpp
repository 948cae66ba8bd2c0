#pragma once

#include "rules/engine/evaluate.hpp"
#include "rules/engine/measurer.hpp"
#include "rules/engine/promised.hpp"
#include "rules/engine/sheet.hpp"

#include <map>
#include <string>
#include <vector>

namespace jalon::engine {

/// The clock of a target or milestone that has one verdict.
[[nodiscard]] Term term_of(const Promise& promise);
[[nodiscard]] Term term_of(const StagePromise& promise);
[[nodiscard]] Term term_of(const Period& period, PeriodUnit unit);

/// Throws EvaluationError: names the record with which a number grew too big.
[[noreturn]] void refuse_overflow(const Measured& measured);

/// A member of a for-each with its clock.
struct Runner {
  std::string value;  ///< of the dimension
  Term term;
};

/// The periods that were asked for by id, by target.
using AskedPeriods = std::map<std::uint32_t, std::vector<Period>>;

/// Judges targets and milestones one by one, under the promises that hold at its moment.
class PromiseJudge {
 public:
  /// Amendments decided after `decided` count for nothing.
  PromiseJudge(const Programme& programme, Ledger& ledger, Measurer& measurer, Day as_of,
               Day decided, std::span<const std::string> instances);

  /// Adds the verdict, behind an overall one its periods or members; gives the place of the first.
  std::size_t judge(Ref<Target> ref);
  std::size_t judge(Ref<Milestone> ref);
  /// How many verdicts there will be; of members nothing is known before.
  [[nodiscard]] std::size_t expected() const;

  Sheet sheet = {};  ///< what was judged so far

 private:
  void judge_single(Ref<Target> ref, const Promise& promise);
  void judge_per(Ref<Target> ref, const Per& per, bool withdrawn);
  std::size_t judge_period(Ref<Target> ref, const Period& period, PeriodUnit unit,
                           std::size_t overall);
  void judge_for_each(Ref<Target> ref, const Promise& promise, const ForEach& rule);
  std::size_t judge_member(Ref<Target> ref, const Promise& promise, const DimensionValue& member,
                           const Term& term, std::size_t overall);
  [[nodiscard]] std::vector<Runner> members_of(const Target& target, const Promise& promise,
                                               const ForEach& rule);
  [[nodiscard]] std::vector<Period> periods(Ref<Target> ref, const Per& per) const;
  [[nodiscard]] AskedPeriods asked_periods(std::span<const std::string> instances) const;

  Judged judge_target(const Target& target, const Promise& promise, const DimensionValues& where,
                      Term term, const Per::Share* share = nullptr);
  void name_overall(Verdict& verdict, Ref<Target> ref) const;
  [[nodiscard]] std::string instance_id(const Target& target, std::string_view instance) const;

  const Programme& programme_;
  Ledger& ledger_;
  Measurer& measurer_;
  Day as_of_;
  Day decided_;
  AskedPeriods asked_for_;
};

}  // namespace jalon::engine

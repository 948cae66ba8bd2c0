#include "rules/engine/promise_judge.hpp"
#include "rules/engine/compose.hpp"

#include <fmt/format.h>

namespace jalon::engine {
namespace {

/// Judges, and names the record with which a number grew too big.
template <class SetGoal>
Judged judge_case(Case& the_case, SetGoal set_goal) {
  try {
    set_goal(the_case);
    return judge(the_case);
  } catch (const DecimalOverflow&) {
    refuse_overflow(the_case.measured);
  }
}

}  // namespace

void refuse_overflow(const Measured& measured) {
  const std::int64_t record = measured.last_record();
  throw EvaluationError{record,
                        fmt::format("record {}: a number grew beyond 128 bits with it", record)};
}

PromiseJudge::PromiseJudge(const Programme& programme, Ledger& ledger, Measurer& measurer,
                           Day as_of, Day decided, std::span<const std::string> instances)
    : programme_{programme},
      ledger_{ledger},
      measurer_{measurer},
      as_of_{as_of},
      decided_{decided},
      asked_for_{asked_periods(instances)} {}

/// Exact but for members, so that the verdicts need not move.
std::size_t PromiseJudge::expected() const {
  std::size_t expected = programme_.targets.size() + programme_.milestones.size();
  for (std::uint32_t i = 0; i < programme_.targets.size(); ++i) {
    const auto now = promised(programme_, programme_.targets[i], decided_);
    const auto* per = std::get_if<Per>(&now.promise->time);
    if (per != nullptr) expected += periods({i}, *per).size();
  }
  return expected;
}

std::size_t PromiseJudge::judge(Ref<Target> ref) {
  const std::size_t place = sheet.verdicts.size();
  const auto now = promised(programme_, programme_[ref], decided_);
  const TimeClause& time = now.promise->time;
  if (const auto* per = std::get_if<Per>(&time)) {
    judge_per(ref, *per, now.withdrawn);
  } else if (now.withdrawn) {
    Judged withdrawn;
    name_overall(withdrawn.verdict, ref);
    make_void(withdrawn.verdict);
    sheet.add(std::move(withdrawn), false);
  } else if (const auto* each = std::get_if<ForEach>(&time)) {
    judge_for_each(ref, *now.promise, *each);
  } else {
    judge_single(ref, *now.promise);
  }
  return place;
}

void PromiseJudge::judge_single(Ref<Target> ref, const Promise& promise) {
  const Target& target = programme_[ref];
  const Term term = term_of(promise);
  Judged judged = judge_target(target, promise, target.where, term);
  name_overall(judged.verdict, ref);
  sheet.add(std::move(judged), term.has_run_out(as_of_));
}

std::size_t PromiseJudge::judge(Ref<Milestone> ref) {
  const Milestone& milestone = programme_[ref];
  const auto now = promised(milestone, decided_);
  Judged judged;
  bool run_out = false;
  if (now.withdrawn) {
    make_void(judged.verdict);
  } else {
    const Corridor goal{Fraction{Decimal{std::int64_t{now.promise->reach} + 1}}};
    Case the_case{&programme_, nullptr, &milestone, term_of(*now.promise), measurer_.measure(ref),
                  goal,        goal,    as_of_};
    judged = judge_case(the_case, [](Case&) {});
    run_out = the_case.term.has_run_out(as_of_);
  }
  judged.verdict.id = milestone.id;
  judged.verdict.kind = VerdictKind::milestone;
  judged.verdict.subject = ref;
  return sheet.add(std::move(judged), run_out);
}

Judged PromiseJudge::judge_target(const Target& target, const Promise& promise,
                                  const DimensionValues& where, Term term,
                                  const Per::Share* share) {
  Measured measured = measurer_.measure(target.indicator, where, term.window);
  Case the_case{&programme_,         &promise, nullptr, std::move(term),
                std::move(measured), {},       {},      as_of_};
  return judge_case(the_case, [&](Case& one) {
    const Corridor whole = corridor(programme_, promise, one.judged());
    one.goal = share == nullptr ? whole : corridor(programme_, promise, one.judged(), share);
    one.wanted = widened(one.goal, whole, promise.tolerance);
  });
}

void PromiseJudge::name_overall(Verdict& verdict, Ref<Target> ref) const {
  const Target& target = programme_[ref];
  verdict.id = target.id;
  verdict.kind = target.whole ? VerdictKind::part : VerdictKind::target;
  verdict.subject = ref;
}

std::string PromiseJudge::instance_id(const Target& target, std::string_view instance) const {
  if (!target.whole || !target.part) return target.id + std::string{instance};
  return programme_[*target.whole].id + std::string{instance} + bracket(*target.part);
}

}  // namespace jalon::engine

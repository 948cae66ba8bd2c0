#include "rules/engine/evaluate.hpp"

#include "rules/engine/compose.hpp"
#include "rules/engine/evaluator.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace jalon::engine {

const Verdict* Evaluation::find(std::string_view id) const {
  const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                  [&](const Verdict& verdict) { return verdict.id == id; });
  return found == verdicts.end() ? nullptr : &*found;
}

Evaluation evaluate(const Programme& programme, std::span<const Record> log, const Moment& moment,
                    std::span<const std::string> instances, const FindingRule&) {
  const Facts facts = facts_at(log, moment);
  Evaluator evaluator{programme, facts, moment, instances};
  return evaluator.evaluate();
}

Evaluator::Evaluator(const Programme& programme, const Facts& facts, const Moment& moment,
                     std::span<const std::string> instances)
    : programme_{programme},
      ledger_{programme, facts},
      measurer_{programme, ledger_, day_of(moment.as_of)},
      as_of_{day_of(moment.as_of)},
      asked_for_{asked_periods(programme, instances)},
      evaluation_{moment, {}} {
  overall_.resize(programme.targets.size());
}

Evaluation Evaluator::evaluate() {
  const std::size_t expected = expected_verdicts();
  evaluation_.verdicts.reserve(expected);
  progress_.reserve(expected);
  for (std::uint32_t i = 0; i < programme_.targets.size(); ++i) {
    overall_[i] = evaluation_.verdicts.size();
    judge_target({i});
  }
  first_milestone_ = evaluation_.verdicts.size();
  for (std::uint32_t i = 0; i < programme_.milestones.size(); ++i) judge_milestone({i});
  for (std::uint32_t i = 0; i < programme_.commitments.size(); ++i) judge_commitment({i});
  return std::move(evaluation_);
}

/// Exact but for members, so that the verdicts need not move.
std::size_t Evaluator::expected_verdicts() const {
  std::size_t expected =
      programme_.targets.size() + programme_.milestones.size() + programme_.commitments.size();
  for (std::uint32_t i = 0; i < programme_.targets.size(); ++i) {
    const auto* per = std::get_if<Per>(&programme_.targets[i].time);
    if (per != nullptr) expected += periods({i}, *per).size();
  }
  return expected;
}

Judged Evaluator::judge_case(const Case& the_case) {
  try {
    return judge(the_case);
  } catch (const DecimalOverflow&) {
    const std::int64_t record = the_case.measured.last_record();
    throw EvaluationError{record,
                          fmt::format("record {}: a number grew beyond 128 bits with it", record)};
  }
}

std::size_t Evaluator::add(Judged judged) {
  evaluation_.verdicts.push_back(std::move(judged.verdict));
  progress_.push_back(std::move(judged.progress));
  return evaluation_.verdicts.size() - 1;
}

void Evaluator::judge_target(Ref<Target> ref) {
  const Target& target = programme_[ref];
  if (const auto* per = std::get_if<Per>(&target.time)) return judge_per(ref, *per);
  if (const auto* each = std::get_if<ForEach>(&target.time)) return judge_for_each(ref, *each);
  Judged judged = judge_case(target_case(ref, target.where, term_of(target)));
  name_overall(judged.verdict, ref);
  add(std::move(judged));
}

void Evaluator::judge_milestone(Ref<Milestone> ref) {
  const Milestone& milestone = programme_[ref];
  const Decimal reach{std::int64_t{milestone.reach} + 1};
  const Corridor goal{reach, {}};
  Case the_case{&programme_, nullptr, &milestone, term_of(milestone), measurer_.measure(ref),
                goal,        goal,    as_of_};
  Judged judged = judge_case(the_case);
  judged.verdict.id = milestone.id;
  judged.verdict.kind = VerdictKind::milestone;
  judged.verdict.subject = ref;
  add(std::move(judged));
}

void Evaluator::judge_commitment(Ref<Commitment> ref) {
  const Commitment& commitment = programme_.commitments[ref.index];
  std::vector<std::size_t> places;
  for (const Member& member : commitment.members) places.push_back(place_of(member));
  const std::size_t k = std::visit(
      [&](const auto& rule) -> std::size_t {
        using Kind = std::decay_t<decltype(rule)>;
        if constexpr (std::is_same_v<Kind, All>) return places.size();
        if constexpr (std::is_same_v<Kind, AtLeastOf>) return rule.k;
        return 1;
      },
      commitment.rule);
  Judged judged;
  judged.verdict.id = commitment.id;
  judged.verdict.kind = VerdictKind::commitment;
  judged.verdict.subject = ref;
  decide(judged, places, k);
  add(std::move(judged));
}

void Evaluator::decide(Judged& overall, const std::vector<std::size_t>& places, std::size_t k) {
  std::vector<Child> children;
  for (const std::size_t place : places) {
    children.push_back({&evaluation_.verdicts[place], progress_[place]});
  }
  const std::size_t deciding = places[kth_best(children, k)];
  take_over(overall.verdict, evaluation_.verdicts[deciding]);
  overall.progress = progress_[deciding];
}

std::size_t Evaluator::place_of(const Member& member) const {
  if (const auto* target = std::get_if<Ref<Target>>(&member)) return overall_[target->index];
  return first_milestone_ + std::get<Ref<Milestone>>(member).index;
}

Case Evaluator::target_case(Ref<Target> ref, const DimensionValues& where, Term term) {
  const Target& target = programme_[ref];
  const Corridor goal = corridor(target.comparison);
  Measured measured = measurer_.measure(target.indicator, where, term.window);
  return {&programme_,
          &target,
          nullptr,
          std::move(term),
          std::move(measured),
          goal,
          widened(goal, target.tolerance),
          as_of_};
}

void Evaluator::name_overall(Verdict& verdict, Ref<Target> ref) const {
  const Target& target = programme_[ref];
  verdict.id = target.id;
  verdict.kind = target.whole ? VerdictKind::part : VerdictKind::target;
  verdict.subject = ref;
}

std::string Evaluator::instance_id(const Target& target, std::string_view instance) const {
  if (!target.whole || !target.part) return target.id + std::string{instance};
  return programme_[*target.whole].id + std::string{instance} + bracket(*target.part);
}

}  // namespace jalon::engine

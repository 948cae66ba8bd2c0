#include "rules/engine/evaluator.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <unordered_set>

namespace jalon::engine {
namespace {

/// A positive amount, or a reading other than zero.
bool starts_a_clock(const Entry& entry, bool is_flow) {
  const Interval& range = entry.record->amount->range;
  if (range.is_exact() && range.lo.at->is_zero()) return false;
  return !is_flow || !(range.hi.at && *range.hi.at <= Decimal{});
}

Term clock(const ForEach& rule, const Window& window, const Entry& first) {
  const Day from = std::max(first.from, window.first);
  const Day to = std::max(first.to, window.first);
  const Day start = from == kDawn ? to : from;
  Term term;
  term.window = window;
  term.due = later(start, rule.within_days);
  term.latest = later(to, rule.within_days);
  term.late_counts = true;
  term.clock = start;
  const auto day = date_of(start);
  term.written = fmt::format("{}d after {}", rule.within_days, day ? iso(*day) : "");
  return term;
}

}  // namespace

std::vector<Runner> runners(const Target& target, const ForEach& rule,
                            const std::vector<Entry>& entries, bool is_flow) {
  const Window window{target.start ? day_of(*target.start) : kDawn, kDusk};
  std::vector<Runner> runners;
  std::unordered_set<std::string_view> known;
  for (const Entry& entry : entries) {
    const bool outside = is_flow && entry.to < window.first;  // a level is carried into the window
    if (outside || !starts_a_clock(entry, is_flow)) continue;
    for (const DimensionValue& value : entry.record->dimensions) {
      if (value.dimension != rule.dimension || !known.insert(value.value).second) continue;
      runners.push_back({value.value, clock(rule, window, entry)});
    }
  }
  return runners;
}

std::vector<Runner> Evaluator::members_of(const Target& target, const ForEach& rule) {
  Ref<Indicator> counted = target.indicator;
  if (const auto* ratio = std::get_if<Ratio>(&programme_[counted].measure)) counted = ratio->of;
  const bool is_flow = std::holds_alternative<Flow>(programme_[counted].measure);
  return runners(target, rule, ledger_.select(counted, target.where), is_flow);
}

void Evaluator::judge_for_each(Ref<Target> ref, const ForEach& rule) {
  const Target& target = programme_[ref];
  Judged whole;
  name_overall(whole.verdict, ref);
  const std::size_t overall = add(whole);
  const std::vector<Runner> members = members_of(target, rule);
  std::vector<std::size_t> run_out;
  for (const Runner& runner : members) {
    const std::size_t place =
        judge_member(ref, {rule.dimension, runner.value}, runner.term, overall);
    if (runner.term.latest < as_of_) run_out.push_back(place);
  }
  if (run_out.empty()) {
    const Corridor goal = corridor(target.comparison);
    whole.verdict.status = members.empty() ? Status::unknown : Status::pending;
    whole.verdict.reason = members.empty() ? Reason::no_data : Reason::on_record;
    whole.verdict.goal = goal.lower ? *goal.lower : *goal.upper;
  } else {
    const Decimal wanted = rule.share * Decimal{static_cast<std::int64_t>(run_out.size())};
    decide(whole, run_out, static_cast<std::size_t>(wanted.ceil().mantissa()));
  }
  evaluation_.verdicts[overall] = std::move(whole.verdict);
  progress_[overall] = whole.progress;
}

std::size_t Evaluator::judge_member(Ref<Target> ref, const DimensionValue& member, const Term& term,
                                    std::size_t overall) {
  const Target& target = programme_[ref];
  Judged judged = judge_case(target_case(ref, with(target.where, member), term));
  judged.verdict.id = instance_id(target, bracket(member));
  judged.verdict.kind = VerdictKind::member;
  judged.verdict.subject = ref;
  judged.verdict.parent = static_cast<std::uint32_t>(overall);
  return add(std::move(judged));
}

}  // namespace jalon::engine

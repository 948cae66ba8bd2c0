#include "rules/engine/compose.hpp"
#include "rules/engine/promise_judge.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <tuple>
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

/// The flows and stocks by whose records members are known: of a ratio its numerator's.
std::vector<Ref<Indicator>> counted_by(const Programme& programme, Ref<Indicator> indicator) {
  const Measure& measure = programme[indicator].measure;
  if (const auto* ratio = std::get_if<Ratio>(&measure)) return {ratio->of};
  if (const auto* sum = std::get_if<Sum>(&measure)) return sum->parts;
  if (const auto* two = std::get_if<Difference>(&measure)) return {two->from, two->less};
  return {indicator};
}

bool comes_before(const Entry& a, const Entry& b) {
  return std::tie(a.from, a.to, a.order) < std::tie(b.from, b.to, b.order);
}

}  // namespace

std::vector<Runner> PromiseJudge::members_of(const Target& target, const Promise& promise,
                                             const ForEach& rule) {
  const Window window{promise.start ? day_of(*promise.start) : kDawn, kDusk};
  std::vector<Entry> starts;
  const auto counted = counted_by(programme_, target.indicator);
  for (const Ref<Indicator> part : counted) {
    const bool is_flow = std::holds_alternative<Flow>(programme_[part].measure);
    for (const Entry& entry : ledger_.select(part, target.where)) {
      const bool outside =
          is_flow && entry.to < window.first;  // a level is carried into the window
      if (!outside && starts_a_clock(entry, is_flow)) starts.push_back(entry);
    }
  }
  if (counted.size() > 1) std::stable_sort(starts.begin(), starts.end(), comes_before);
  std::vector<Runner> runners;
  std::unordered_set<std::string_view> known;
  for (const Entry& entry : starts) {
    for (const DimensionValue& value : entry.record->dimensions) {
      if (value.dimension != rule.dimension || !known.insert(value.value).second) continue;
      runners.push_back({value.value, clock(rule, window, entry)});
    }
  }
  return runners;
}

void PromiseJudge::judge_for_each(Ref<Target> ref, const Promise& promise, const ForEach& rule) {
  const Target& target = programme_[ref];
  const std::size_t overall = sheet.add({}, false);
  const std::vector<Runner> members = members_of(target, promise, rule);
  std::vector<std::size_t> run_out;
  for (const Runner& runner : members) {
    const std::size_t place =
        judge_member(ref, promise, {rule.dimension, runner.value}, runner.term, overall);
    if (runner.term.has_run_out(as_of_)) run_out.push_back(place);
  }
  Judged whole;
  name_overall(whole.verdict, ref);
  if (run_out.empty()) {
    whole.verdict.status = members.empty() ? Status::unknown : Status::pending;
    whole.verdict.reason = members.empty() ? Reason::no_data : Reason::on_record;
    const auto goal = printed_goal(corridor(programme_, promise, as_of_));
    if (goal) whole.verdict.goal = *goal;
  } else {
    decide(whole, sheet, run_out, ShareOf{rule.share});
  }
  const bool all_out = !members.empty() && run_out.size() == members.size();
  sheet.composites.push_back({overall, std::move(run_out)});
  sheet.verdicts[overall] = std::move(whole.verdict);
  sheet.asides[overall] = {whole.progress, all_out};
}

std::size_t PromiseJudge::judge_member(Ref<Target> ref, const Promise& promise,
                                       const DimensionValue& member, const Term& term,
                                       std::size_t overall) {
  const Target& target = programme_[ref];
  Judged judged = judge_target(target, promise, with(target.where, member), term);
  judged.verdict.id = instance_id(target, bracket(member));
  judged.verdict.kind = VerdictKind::member;
  judged.verdict.subject = ref;
  judged.verdict.parent = static_cast<std::uint32_t>(overall);
  return sheet.add(std::move(judged), term.has_run_out(as_of_));
}

}  // namespace jalon::engine

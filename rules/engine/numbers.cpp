#include "rules/engine/judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// Values of floors are cut down, of limits up: the printed number never looks better.
Rounding harder(const Case& the_case) { return the_case.falls() ? Rounding::up : Rounding::down; }

/// Quotients are cut; other numbers keep all their digits.
Decimal printed(const Case& the_case, const Fraction& number, Rounding direction) {
  const bool ends = !the_case.measured.is_ratio() && number.under == Decimal{1};
  return ends ? number.over : shown(number, direction);
}

Fraction not_negative(const Fraction& number) { return number.is_negative() ? Fraction{} : number; }

/// How far a value is from the corridor.
Fraction distance(const Corridor& goal, const Fraction& value) {
  if (goal.lower && compare(value, *goal.lower) < 0) return *goal.lower - value;
  if (goal.upper && compare(value, *goal.upper) > 0) return value - *goal.upper;
  return {};
}

std::optional<Fraction> surplus_of(const Case& the_case, const std::optional<Fraction>& value) {
  const auto goal = the_case.goal.shown_end();
  if (!value || !goal || the_case.has_corridor()) return std::nullopt;
  return not_negative(the_case.goal.lower ? *value - *goal : *goal - *value);
}

std::optional<Fraction> progress_of(const Case& the_case, const std::optional<Fraction>& value) {
  const Comparison& comparison = the_case.promise->comparison;
  const auto& baseline = the_case.promise->baseline;
  const auto goal = the_case.goal.shown_end();
  if (!value || !goal || std::holds_alternative<Between>(comparison)) return std::nullopt;
  if (!baseline && the_case.is_at_most()) return std::nullopt;
  const Fraction base{baseline ? baseline->value : Decimal{}};
  const Fraction way = *goal - base;
  if (way.is_zero()) return std::nullopt;
  return (*value - base) / way;
}

Quantity stage_name(const Milestone& milestone, const Edge& edge) {
  if (!edge.at) return milestone.stages.back();
  const auto reached = static_cast<std::size_t>(edge.at->over.mantissa());
  if (reached == 0) return {};
  return milestone.stages[reached - 1];
}

void add_stages(const Case& the_case, Day day, Verdict& verdict) {
  const Milestone& milestone = *the_case.milestone;
  const State state = state_at(the_case.measured, day);
  verdict.goal = milestone.stages[the_case.reach()];
  verdict.bounds.lo = stage_name(milestone, state.lo);
  verdict.bounds.hi = stage_name(milestone, state.hi);
  if (!state.no_data) verdict.value = verdict.bounds.lo;
  if (verdict.status == Status::met || verdict.status == Status::met_late) verdict.gap = Decimal{};
}

Quantity printed_edge(const Case& the_case, const Edge& edge) {
  if (!edge.at) return {};
  return printed(the_case, *edge.at, harder(the_case));
}

Bounds bounds_of(const Case& the_case, const State& state) {
  return {printed_edge(the_case, state.lo), printed_edge(the_case, state.hi), state.lo.open,
          state.hi.open};
}

}  // namespace

std::optional<Fraction> shown_value(const Case& the_case, Day day) {
  const auto low = value_at(the_case.measured, day, false);
  if (!low || (the_case.goal.lower && !the_case.goal.upper)) return low;
  const auto high = value_at(the_case.measured, day, true);
  if (the_case.falls()) return high;
  if (the_case.goal.unknown) return low;  // nothing to be near to
  const bool high_is_worse =
      compare(distance(the_case.goal, *high), distance(the_case.goal, *low)) > 0;
  return high_is_worse ? high : low;
}

std::optional<Fraction> gap_of(const Case& the_case, Status status,
                               const std::optional<Fraction>& value) {
  if (!the_case.goal.shown_end()) return std::nullopt;
  if (status == Status::met || status == Status::met_late) return Fraction{};
  if (value) return distance(the_case.goal, *value);
  if (!the_case.measured.is_flow()) return std::nullopt;
  if (!the_case.goal.lower) return Fraction{};
  return not_negative(*the_case.goal.lower);
}

void add_numbers(const Case& the_case, Day shown_day, Judged& judged) {
  Verdict& verdict = judged.verdict;
  if (the_case.milestone != nullptr) {
    add_stages(the_case, shown_day, verdict);
    return;
  }
  const auto value = shown_value(the_case, shown_day);
  verdict.bounds = bounds_of(the_case, state_at(the_case.measured, shown_day));
  if (const auto goal = printed_goal(the_case.goal)) verdict.goal = *goal;
  if (value) verdict.value = printed(the_case, *value, harder(the_case));
  const auto gap = gap_of(the_case, verdict.status, value);
  if (gap) verdict.gap = printed(the_case, *gap, Rounding::up);
  const auto surplus = surplus_of(the_case, value);
  if (surplus) verdict.surplus = printed(the_case, *surplus, Rounding::down);
  judged.progress = progress_of(the_case, value);
  if (judged.progress) verdict.progress = shown(*judged.progress, Rounding::down);
}

}  // namespace jalon::engine

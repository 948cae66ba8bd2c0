#include "rules/engine/truth.hpp"

namespace jalon::engine {
namespace {

// As the comparisons of interval.hpp, on quotients.
bool at_least(const Edge& lo, const Decimal& goal) { return lo.at && compare(*lo.at, {goal}) >= 0; }
bool above(const Edge& lo, const Decimal& goal) {
  if (!lo.at) return false;
  const auto order = compare(*lo.at, {goal});
  return order > 0 || (order == 0 && lo.open);
}
bool at_most(const Edge& hi, const Decimal& goal) { return hi.at && compare(*hi.at, {goal}) <= 0; }
bool below(const Edge& hi, const Decimal& goal) {
  if (!hi.at) return false;
  const auto order = compare(*hi.at, {goal});
  return order < 0 || (order == 0 && hi.open);
}

struct CorridorOf {
  Corridor operator()(const AtLeast& rule) const { return {rule.goal, {}}; }
  Corridor operator()(const AtMost& rule) const { return {{}, rule.goal}; }
  Corridor operator()(const Between& rule) const { return {rule.lower, rule.upper}; }
  Corridor operator()(const Exactly& rule) const { return {rule.goal, rule.goal}; }
  Corridor operator()(const Trend&) const { return {}; }
};

Decimal margin(const Decimal& goal, const Tolerance& tolerance) {
  return tolerance.percent ? goal.abs() * tolerance.value * Decimal::scaled(1, 2) : tolerance.value;
}

}  // namespace

Corridor corridor(const Comparison& comparison) { return std::visit(CorridorOf{}, comparison); }

Corridor widened(const Corridor& corridor, const std::optional<Tolerance>& tolerance) {
  Corridor wide = corridor;
  if (!tolerance) return wide;
  if (wide.lower) wide.lower = *wide.lower - margin(*wide.lower, *tolerance);
  if (wide.upper) wide.upper = *wide.upper + margin(*wide.upper, *tolerance);
  return wide;
}

Truth truth(const State& state, const Corridor& wanted) {
  const bool high_enough = !wanted.lower || at_least(state.lo, *wanted.lower);
  const bool low_enough = !wanted.upper || at_most(state.hi, *wanted.upper);
  if (high_enough && low_enough) return Truth::yes;
  if (wanted.lower && below(state.hi, *wanted.lower)) return Truth::no;
  return is_broken(state, wanted) ? Truth::no : Truth::open;
}

bool is_broken(const State& state, const Corridor& wanted) {
  return wanted.upper && above(state.lo, *wanted.upper);
}

}  // namespace jalon::engine

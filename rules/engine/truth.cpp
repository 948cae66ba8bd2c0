#include "rules/engine/truth.hpp"

namespace jalon::engine {
namespace {

// As the comparisons of interval.hpp, on quotients.
bool at_least(const Edge& lo, const Fraction& goal) { return lo.at && compare(*lo.at, goal) >= 0; }
bool above(const Edge& lo, const Fraction& goal) {
  if (!lo.at) return false;
  const auto order = compare(*lo.at, goal);
  return order > 0 || (order == 0 && lo.open);
}
bool at_most(const Edge& hi, const Fraction& goal) { return hi.at && compare(*hi.at, goal) <= 0; }
bool below(const Edge& hi, const Fraction& goal) {
  if (!hi.at) return false;
  const auto order = compare(*hi.at, goal);
  return order < 0 || (order == 0 && hi.open);
}

/// A trend: the baseline itself is on the wrong side.
Truth strict_truth(const State& state, const Corridor& wanted) {
  if (wanted.lower) {
    if (above(state.lo, *wanted.lower)) return Truth::yes;
    return at_most(state.hi, *wanted.lower) ? Truth::no : Truth::open;
  }
  if (below(state.hi, *wanted.upper)) return Truth::yes;
  return at_least(state.lo, *wanted.upper) ? Truth::no : Truth::open;
}

}  // namespace

Truth truth(const State& state, const Corridor& wanted) {
  if (wanted.unknown) return Truth::open;
  if (wanted.strict) return strict_truth(state, wanted);
  const bool high_enough = !wanted.lower || at_least(state.lo, *wanted.lower);
  const bool low_enough = !wanted.upper || at_most(state.hi, *wanted.upper);
  if (high_enough && low_enough) return Truth::yes;
  if (wanted.lower && below(state.hi, *wanted.lower)) return Truth::no;
  return is_broken(state, wanted) ? Truth::no : Truth::open;
}

bool is_broken(const State& state, const Corridor& wanted) {
  if (wanted.unknown || !wanted.upper) return false;
  return wanted.strict ? at_least(state.lo, *wanted.upper) : above(state.lo, *wanted.upper);
}

}  // namespace jalon::engine

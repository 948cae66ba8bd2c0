#include "rules/engine/goal.hpp"

namespace jalon::engine {
namespace {

/// Its latest value on or before the day.
std::optional<Decimal> latest(const Series& series, Day day) {
  std::optional<Decimal> value;
  for (const Series::Value& each : series.values) {
    if (day_of(each.on) <= day) value = each.value;
  }
  return value;
}

struct CorridorOf {
  const Programme& programme;
  const Promise& promise;
  Day day;

  Corridor operator()(const AtLeast& rule) const {
    const auto goal = number(rule.goal, rule.from);
    return {Fraction{goal.value_or(Decimal{})}, {}, false, !goal, false};
  }
  Corridor operator()(const AtMost& rule) const {
    const auto goal = number(rule.goal, rule.from);
    return {{}, Fraction{goal.value_or(Decimal{})}, false, !goal, false};
  }
  Corridor operator()(const Exactly& rule) const {
    const auto goal = number(rule.goal, rule.from);
    const Fraction end{goal.value_or(Decimal{})};
    return {end, end, false, !goal, false};
  }
  Corridor operator()(const Between& rule) const {
    return {Fraction{rule.lower}, Fraction{rule.upper}, false, false, false};
  }
  Corridor operator()(const Trend& rule) const {
    const Fraction base{promise.baseline ? promise.baseline->value : Decimal{}};
    Corridor beyond;
    (rule.increase ? beyond.lower : beyond.upper) = base;
    beyond.strict = true;
    return beyond;
  }

  [[nodiscard]] std::optional<Decimal> number(const Decimal& goal, const GoalSource& from) const {
    return from.series ? latest(programme[*from.series], day) : goal;
  }
};

Fraction margin(const Fraction& goal, const Tolerance& tolerance) {
  if (!tolerance.percent) return {tolerance.value};
  return abs(goal) * Fraction{tolerance.value * Decimal::scaled(1, 2)};
}

}  // namespace

Corridor corridor(const Programme& programme, const Promise& promise, Day day,
                  const Per::Share* share) {
  Corridor goal = std::visit(CorridorOf{programme, promise, day}, promise.comparison);
  if (share == nullptr || goal.strict) return goal;
  const Fraction part{share->over, share->under};
  if (goal.lower) goal.lower = *goal.lower * part;
  if (goal.upper) goal.upper = *goal.upper * part;
  goal.shared = true;
  return goal;
}

Corridor widened(const Corridor& goal, const Corridor& unshared,
                 const std::optional<Tolerance>& tolerance) {
  Corridor wide = goal;
  if (!tolerance || goal.strict || goal.unknown) return wide;
  const Fraction room = margin(unshared.lower ? *unshared.lower : *unshared.upper, *tolerance);
  if (wide.lower) wide.lower = *wide.lower - room;
  if (wide.upper) wide.upper = *wide.upper + room;
  return wide;
}

std::optional<Decimal> printed_goal(const Corridor& goal) {
  const auto end = goal.shown_end();
  if (!end) return std::nullopt;
  if (!goal.shared) return end->over;
  return shown(*end, goal.lower ? Rounding::up : Rounding::down);
}

}  // namespace jalon::engine

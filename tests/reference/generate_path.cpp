#include "tests/reference/generate.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

bool flow(const Indicator& indicator) { return std::holds_alternative<Flow>(indicator.measure); }

/// A flow, or a sum of flows.
bool any_flow(const Programme& programme, const Indicator& indicator) {
  if (const auto* sum = std::get_if<Sum>(&indicator.measure)) {
    return std::all_of(sum->parts.begin(), sum->parts.end(),
                       [&](Ref<Indicator> part) { return flow(programme[part]); });
  }
  return flow(indicator);
}

/// A baseline on the far side of the goal, so that the way leads towards it.
void choose_baseline(Maker& maker, const Indicator& indicator, Promise& promise) {
  const bool is_any_flow = any_flow(maker.made.programme, indicator);
  const bool trend = std::holds_alternative<Trend>(promise.comparison);
  if (std::holds_alternative<Per>(promise.time) && is_any_flow) {
    // A flow starts every period at 0.
    if (trend) promise.comparison = AtLeast{Decimal{2}};
    return;
  }
  if (std::holds_alternative<Between>(promise.comparison)) return;
  if (!trend && !maker.chance.percent(40)) return;
  const Decimal away{maker.chance.between(1, 8)};
  Baseline baseline{Decimal{0}};
  if (const auto* at_least = std::get_if<AtLeast>(&promise.comparison)) {
    baseline.value = at_least->goal - away;
  } else if (const auto* at_most = std::get_if<AtMost>(&promise.comparison)) {
    const bool below = is_any_flow || maker.chance.percent(15);
    baseline.value = below ? at_most->goal - away : at_most->goal + away;
  } else {
    baseline.value = away;
  }
  if (maker.chance.percent(50)) {
    baseline.on = maker.origin - Days{maker.chance.between(15, 30)};
  }
  promise.baseline = baseline;
}

/// Days strictly between the path's first day and the due day; values on the way to the goal.
void choose_checkpoints(Maker& maker, Promise& target, Date due, const Decimal& goal) {
  Date day = target.start.value_or(maker.origin) + Days{maker.chance.below(5)};
  const Decimal base = target.baseline ? target.baseline->value : Decimal{0};
  const Decimal quarter = Decimal::scaled(25, 2);
  int quarters = 0;
  for (int i = maker.chance.between(1, 2); i > 0 && day < due; --i) {
    quarters = maker.chance.between(quarters, 4);
    target.checkpoints.push_back({day, base + (goal - base) * quarter * Decimal{quarters}});
    day += Days{maker.chance.between(3, 30)};
  }
}

void choose_path(Maker& maker, Promise& target) {
  const bool at_end =
      std::holds_alternative<Undated>(target.time) || std::holds_alternative<Hold>(target.time);
  if (at_end) return;
  if (maker.chance.percent(45)) {
    target.expect_linear = true;
    return;
  }
  if (!maker.chance.percent(50)) return;
  std::optional<Date> due;
  if (const auto* by = std::get_if<By>(&target.time)) due = by->due.nominal;
  if (const auto* before = std::get_if<Before>(&target.time)) {
    due = *before->event.from - Days{1};
  }
  if (!due) return;
  if (number_of(target.comparison).is_zero()) return;  // or of a series: it may lie anywhere
  if (const auto* at_least = std::get_if<AtLeast>(&target.comparison)) {
    choose_checkpoints(maker, target, *due, at_least->goal);
  } else if (const auto* at_most = std::get_if<AtMost>(&target.comparison)) {
    choose_checkpoints(maker, target, *due, at_most->goal);
  }
}

}  // namespace

void choose_rest(Maker& maker, const Indicator& indicator, Promise& promise) {
  promise.baseline = {};
  promise.tolerance = {};
  promise.checkpoints = {};
  promise.expect_linear = false;
  choose_baseline(maker, indicator, promise);
  choose_path(maker, promise);
  if (std::holds_alternative<Trend>(promise.comparison) || !maker.chance.percent(30)) return;
  const bool percent = maker.chance.percent(50);
  promise.tolerance = Tolerance{
      Decimal{percent ? maker.chance.between(5, 60) : maker.chance.between(0, 2)}, percent};
}

}  // namespace jalon::reference

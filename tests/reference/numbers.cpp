#include "tests/reference/numbers.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

using engine::Quantity;
using engine::Status;

bool reached(const Ruling& ruling) {
  return ruling.status == Status::met || ruling.status == Status::met_late;
}

/// For met at T, for every other status at the as-of day (inside the window).
Date day_of_numbers(const Question& question, const Ruling& ruling) {
  return ruling.status == Status::met ? judged_day(question) : as_of_inside(question);
}

Number not_negative(const Number& number) { return number.sign() < 0 ? Number{} : number; }

/// How far outside of what is wanted.
Number outside(const Corridor& wanted, const Number& value) {
  if (wanted.lower && value < *wanted.lower) return *wanted.lower - value;
  if (wanted.upper && value > *wanted.upper) return value - *wanted.upper;
  return Number{};
}

/// A trend has no numbers but its value, a goal that is not known yet gives none.
bool without_goal(const Question& question) {
  return is_milestone(question.measured) || !question.goal;
}

/// What is missing to the unwidened goal.
std::optional<Number> gap(const Question& question, const Ruling& ruling,
                          const std::optional<Number>& value) {
  if (reached(ruling) && (is_milestone(question.measured) || question.goal)) return Number{};
  if (without_goal(question)) return {};
  const bool flow = is_flow(question.measured);
  if (!value && !flow) return {};
  const Corridor& wanted = question.wanted;
  if (!value) return wanted.lower ? not_negative(*wanted.lower) : Number{};
  return outside(wanted, *value);
}

/// The other way.
std::optional<Number> surplus(const Question& question, const std::optional<Number>& value) {
  if (!value || without_goal(question)) return {};
  const Corridor& wanted = question.wanted;
  if (wanted.lower && wanted.upper) return {};
  return not_negative(wanted.lower ? *value - *wanted.lower : *wanted.upper - *value);
}

std::optional<Number> progress(const Question& question, const std::optional<Number>& value) {
  if (!value || without_goal(question)) return {};
  const std::optional<Baseline>& baseline = question.promise->baseline;
  if (question.shape == Shape::between) return {};
  if (!baseline && question.shape == Shape::limit) return {};
  const Number base = baseline ? Number{baseline->value} : Number{};
  const Number whole = *question.goal - base;
  if (whole.sign() == 0) return {};
  return (*value - base) / whole;
}

/// The number shown; of a range the end nearer to unreached: of a corridor the end farther outside.
std::optional<Number> value_on(const Question& question, Date day) {
  const std::optional<Number> lower = value(question.measured, day, true);
  const std::optional<Number> upper = value(question.measured, day, false);
  if (!lower || !upper) return {};
  if (question.shape == Shape::floor || question.shape == Shape::rise) return lower;
  if (question.shape == Shape::limit || question.shape == Shape::fall) return upper;
  return outside(question.wanted, *upper) > outside(question.wanted, *lower) ? upper : lower;
}

Quantity stage(const Question& question, const std::optional<Number>& place) {
  if (!place || place->sign() < 0) return {};
  const auto& stages = std::get<Steps>(question.measured).milestone->stages;
  return stages.at(static_cast<std::size_t>(place->ceiling()));
}

Quantity quantity(const Question& question, const std::optional<Number>& number,
                  Rounding direction) {
  if (is_milestone(question.measured)) return stage(question, number);
  if (!number) return {};
  return is_ratio(question.measured) ? number->shown(direction) : number->exact();
}

std::optional<Decimal> shown(const Question& question, const std::optional<Number>& number,
                             Rounding direction) {
  if (!number) return {};
  const bool quotient = is_ratio(question.measured) || question.shared;
  return quotient ? number->shown(direction) : number->exact();
}

Quantity goal_shown(const Question& question) {
  if (const auto* stages = std::get_if<Steps>(&question.measured)) {
    return stages->milestone->stages.at(static_cast<std::size_t>(question.goal->ceiling()));
  }
  if (!question.goal) return {};
  const Rounding harder = is_at_most(question) ? Rounding::down : Rounding::up;
  return question.shared ? question.goal->shown(harder) : question.goal->exact();
}

}  // namespace

Rounding towards_unreached(const Question& question) {
  return question.shape == Shape::limit || question.shape == Shape::fall ? Rounding::up
                                                                         : Rounding::down;
}

Numbers numbers_of(const Question& question, const Ruling& ruling) {
  const Date day = day_of_numbers(question, ruling);
  Numbers numbers;
  numbers.bounds = bounds(question.measured, day);
  numbers.value = value_on(question, day);
  numbers.gap = gap(question, ruling, numbers.value);
  numbers.surplus = surplus(question, numbers.value);
  numbers.progress = progress(question, numbers.value);
  return numbers;
}

void show(const Question& question, const Numbers& numbers, engine::Verdict& verdict) {
  verdict.goal = goal_shown(question);
  verdict.value = quantity(question, numbers.value, towards_unreached(question));
  verdict.bounds.lo = quantity(question, numbers.bounds.lo.at, towards_unreached(question));
  verdict.bounds.hi = quantity(question, numbers.bounds.hi.at, towards_unreached(question));
  verdict.bounds.lo_open = numbers.bounds.lo.open;
  verdict.bounds.hi_open = numbers.bounds.hi.open;
  verdict.gap = shown(question, numbers.gap, Rounding::up);
  verdict.surplus = shown(question, numbers.surplus, Rounding::down);
  if (numbers.progress) verdict.progress = numbers.progress->shown(Rounding::down);
}

}  // namespace jalon::reference

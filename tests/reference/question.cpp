#include "tests/reference/question.hpp"

#include <algorithm>
#include <set>

namespace jalon::reference {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

std::set<Date> mentioned(const Question& question) {
  std::set<Date> days;
  for (const Date day : mentioned_days(question.measured)) {
    if (!day.is_special()) days.insert(day);
  }
  for (const auto& day : {question.first, question.nominal, question.latest, question.until}) {
    if (day && !day->is_special()) days.insert(*day);
  }
  days.insert(question.as_of);
  return days;
}

Number allowance(const Tolerance& tolerance, const Number& goal) {
  const Number by{tolerance.value};
  return tolerance.percent ? by * goal.abs() / Number{100} : by;
}

}  // namespace

Shape shape(const Comparison& comparison) {
  return std::visit(
      Overloaded{[](const AtLeast&) { return Shape::floor; },
                 [](const AtMost&) { return Shape::limit; },
                 [](const Between&) { return Shape::between; },
                 [](const Exactly&) { return Shape::exactly; },
                 [](const Trend& c) { return c.increase ? Shape::rise : Shape::fall; }},
      comparison);
}

Truth truth(const Span& bounds, const Corridor& corridor) {
  if (corridor.unknown) return Truth::open;
  if (corridor.strict && corridor.lower) {
    if (lo_above(bounds.lo, *corridor.lower)) return Truth::yes;
    return hi_at_most(bounds.hi, *corridor.lower) ? Truth::no : Truth::open;
  }
  if (corridor.strict) {
    if (hi_below(bounds.hi, *corridor.upper)) return Truth::yes;
    return lo_at_least(bounds.lo, *corridor.upper) ? Truth::no : Truth::open;
  }
  const bool above_lower = !corridor.lower || lo_at_least(bounds.lo, *corridor.lower);
  const bool below_upper = !corridor.upper || hi_at_most(bounds.hi, *corridor.upper);
  if (above_lower && below_upper) return Truth::yes;
  if (corridor.lower && hi_below(bounds.hi, *corridor.lower)) return Truth::no;
  if (corridor.upper && lo_above(bounds.lo, *corridor.upper)) return Truth::no;
  return Truth::open;
}

Diary::Diary(const Question& question) : first_{question.as_of} {
  const std::set<Date> days = mentioned(question);
  first_ = *days.begin() - Days{2};
  for (Date day = first_; day <= question.as_of; day += Days{1}) {
    const bool as_yesterday = !days_.empty() && !days.contains(day);
    if (as_yesterday) {
      days_.push_back(Span{days_.back()});
    } else {
      days_.push_back(bounds(question.measured, day));
    }
  }
}

const Span& Diary::on(Date day) const {
  const long place = day < first_ ? 0 : days_between(first_, day);
  return days_.at(static_cast<std::size_t>(place));
}

Date judged_day(const Question& question) {
  if (question.hold && question.until) return std::min(question.as_of, *question.until);
  return question.latest ? std::min(question.as_of, *question.latest) : question.as_of;
}

Date as_of_inside(const Question& question) {
  return question.inside_only || question.hold ? judged_day(question) : question.as_of;
}

std::optional<Number> goal(const Programme& programme, const Comparison& comparison, Date day) {
  const auto settled = [&](const Decimal& written,
                           const GoalSource& from) -> std::optional<Number> {
    if (!from.series) return Number{written};
    std::optional<Number> latest;
    for (const Series::Value& point : programme[*from.series].values) {
      if (point.on <= day) latest = Number{point.value};
    }
    return latest;
  };
  return std::visit(
      Overloaded{[&](const AtLeast& c) { return settled(c.goal, c.from); },
                 [&](const AtMost& c) { return settled(c.goal, c.from); },
                 [](const Between& c) -> std::optional<Number> { return Number{c.lower}; },
                 [&](const Exactly& c) { return settled(c.goal, c.from); },
                 [](const Trend&) -> std::optional<Number> { return {}; }},
      comparison);
}

/// The tolerance is not multiplied; percent are of the goal before that.
void want(const Programme& programme, const Number& share, Question& question) {
  const Promise& promise = *question.promise;
  question.shape = shape(promise.comparison);
  if (const auto* trend = std::get_if<Trend>(&promise.comparison)) {
    const Number base{promise.baseline.value().value};
    question.wanted.strict = true;
    (trend->increase ? question.wanted.lower : question.wanted.upper) = base;
    question.widened = question.wanted;
    return;
  }
  const std::optional<Number> whole = goal(programme, promise.comparison, judged_day(question));
  question.wanted.unknown = !whole;
  question.widened.unknown = !whole;
  if (!whole) return;
  question.goal = *whole * share;
  question.shared = share != Number{1};
  const auto* between = std::get_if<Between>(&promise.comparison);
  const Number upper = between != nullptr ? Number{between->upper} : *whole;
  if (question.shape != Shape::limit) question.wanted.lower = question.goal;
  if (question.shape != Shape::floor) question.wanted.upper = upper * share;
  question.widened = question.wanted;
  if (!promise.tolerance) return;
  const Number by = allowance(*promise.tolerance, *whole);
  if (question.widened.lower) question.widened.lower = *question.widened.lower - by;
  if (question.widened.upper) question.widened.upper = *question.widened.upper + by;
}

}  // namespace jalon::reference

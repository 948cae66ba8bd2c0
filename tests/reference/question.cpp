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
  for (const auto& day : {question.first, question.nominal, question.latest}) {
    if (day && !day->is_special()) days.insert(*day);
  }
  days.insert(question.as_of);
  return days;
}

}  // namespace

Truth truth(const Span& bounds, const Corridor& corridor) {
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
  return question.latest ? std::min(question.as_of, *question.latest) : question.as_of;
}

Date as_of_inside(const Question& question) {
  return question.inside_only ? judged_day(question) : question.as_of;
}

Corridor corridor(const Comparison& comparison) {
  return std::visit(Overloaded{[](const AtLeast& c) {
                                 return Corridor{Number{c.goal}, {}};
                               },
                               [](const AtMost& c) {
                                 return Corridor{{}, Number{c.goal}};
                               },
                               [](const Between& c) {
                                 return Corridor{Number{c.lower}, Number{c.upper}};
                               },
                               [](const Exactly& c) {
                                 return Corridor{Number{c.goal}, Number{c.goal}};
                               },
                               [](const Trend&) { return Corridor{}; }},
                    comparison);
}

Corridor widened(const Comparison& comparison, const Tolerance& tolerance) {
  Number by{tolerance.value};
  if (tolerance.percent) by = by * Number{goal(comparison)}.abs() / Number{100};
  Corridor result = corridor(comparison);
  if (result.lower) result.lower = *result.lower - by;
  if (result.upper) result.upper = *result.upper + by;
  return result;
}

Decimal goal(const Comparison& comparison) {
  return std::visit(
      Overloaded{[](const AtLeast& c) { return c.goal; }, [](const AtMost& c) { return c.goal; },
                 [](const Between& c) { return c.lower; }, [](const Exactly& c) { return c.goal; },
                 [](const Trend&) { return Decimal{}; }},
      comparison);
}

}  // namespace jalon::reference

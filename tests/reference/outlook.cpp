#include "tests/reference/outlook.hpp"

#include "tests/reference/path.hpp"

namespace jalon::reference {
namespace {

using engine::Outlook;
using engine::Status;

/// Only while pending, or overdue inside D..L.
bool still_open(const Question& question, const Ruling& ruling) {
  if (ruling.status == Status::pending) return true;
  return ruling.status == Status::overdue && question.as_of <= *question.latest;
}

/// Achieved / expected on the way from the baseline; for an upper limit on a flow the other way
/// round, 1 while nothing is used.
Number pace(const Question& question, const Number& achieved, const Number& expected) {
  if (!upper_limit_on_flow(question)) return achieved / expected;
  return achieved.sign() <= 0 ? Number{1} : expected / achieved;
}

Outlook::State state(const Question& question, const Diary& diary, const Number& pace,
                     const OutlookThresholds& thresholds) {
  const bool broken = truth(diary.on(judged_day(question)), question.widened) == Truth::no;
  const bool derived = is_ratio(question.measured) || is_difference(question.measured);
  if (is_at_most(question) && derived && contains_flow(question.measured) && broken) {
    return Outlook::State::off_track;
  }
  if (pace >= Number{thresholds.on_track}) return Outlook::State::on_track;
  return pace >= Number{thresholds.at_risk} ? Outlook::State::at_risk : Outlook::State::off_track;
}

/// The earliest day at the present pace, if it leads to the goal.
std::optional<Date> reached_at_pace(const Question& question, const Number& gap,
                                    const Number& rate) {
  if (upper_limit_on_flow(question)) return {};
  if (rate.sign() != (is_at_most(question) ? -1 : 1)) return {};
  const Number days = gap / rate.abs();
  const Number to_end_of_calendar{days_between(question.as_of, Date{9999, 12, 31})};
  if (days > to_end_of_calendar) return {};
  return question.as_of + Days{days.ceiling()};
}

}  // namespace

Outlook outlook(const Question& question, const Ruling& ruling, const Numbers& numbers,
                const Diary& diary, const OutlookThresholds& thresholds) {
  Outlook result;
  const std::optional<Path> path = path_of(question);
  if (!still_open(question, ruling) || !path) return result;
  const Date today = question.as_of;
  const Number expected = path->at(today) - path->base().value;
  if (expected.sign() == 0) return result;  // nothing is expected yet

  const Rounding harder = is_at_most(question) ? Rounding::down : Rounding::up;
  const bool before_due = today < *question.nominal;
  const Number days_to_go{days_between(today, *question.nominal)};
  result.expected = path->at(today).shown(harder);
  if (before_due && numbers.gap) {
    result.needed_per_day = (*numbers.gap / days_to_go).shown(Rounding::up);
  }
  if (!numbers.value) return result;

  const Number achieved = *numbers.value - path->base().value;
  const Number rate = achieved / Number{days_between(path->base().on, today)};
  result.state = state(question, diary, pace(question, achieved, expected), thresholds);
  result.rate_so_far = rate.shown(towards_unreached(question));
  result.days_behind = days_between(path->first_day_at(*numbers.value), today);
  if (!before_due) return result;
  result.projected = (*numbers.value + rate * days_to_go).shown(towards_unreached(question));
  result.reached_at_pace = reached_at_pace(question, *numbers.gap, rate);
  return result;
}

}  // namespace jalon::reference

#include "rules/engine/course.hpp"

#include "rules/engine/explain_parts.hpp"
#include "rules/engine/path.hpp"
#include "rules/engine/promise_judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

std::optional<Decimal> printed(const Edge& edge, Rounding direction) {
  return edge.at ? std::optional{shown(*edge.at, direction)} : std::nullopt;
}

CourseStep step_on(const Case& the_case, Day day, Date on) {
  const State state = state_at(the_case.measured, day);
  const auto value = value_at(the_case.measured, day, the_case.falls());
  CourseStep step{on};
  if (value) step.value = shown(*value, the_case.falls() ? Rounding::up : Rounding::down);
  if (state.no_denominator || state.lacks_part) return step;
  step.lo = printed(state.lo, Rounding::down);
  step.hi = printed(state.hi, Rounding::up);
  return step;
}

bool says_the_same(const CourseStep& a, const CourseStep& b) {
  return a.value == b.value && a.lo == b.lo && a.hi == b.hi;
}

/// Flows begin with their window, levels with their first reading.
std::vector<CourseStep> steps_of(const Case& the_case) {
  const Window& window = the_case.term.window;
  const Day last = std::min(the_case.as_of, window.last);
  std::vector<Day> days = change_days(the_case.measured, kDawn, last);
  if (window.first != kDawn && window.first <= last && the_case.measured.contains_flow()) {
    days.insert(days.begin(), window.first);
  }
  std::vector<CourseStep> steps;
  for (const Day day : days) {
    const auto on = date_of(day);
    if (!on || (!steps.empty() && *on <= steps.back().on)) continue;
    CourseStep step = step_on(the_case, day, *on);
    const bool silent = !step.value && !step.lo && !step.hi;
    const bool adds = steps.empty() ? !silent : !says_the_same(steps.back(), step);
    if (adds) steps.push_back(std::move(step));
  }
  return steps;
}

std::vector<PathPoint> printed(const std::optional<Path>& path, Rounding direction) {
  std::vector<PathPoint> points;
  if (!path) return points;
  for (const Path::Point& point : path->points) {
    if (const auto on = date_of(point.day)) points.push_back({*on, shown(point.value, direction)});
  }
  return points;
}

std::optional<Decimal> end_of(const Corridor& goal, const std::optional<Fraction>& end,
                              Rounding direction) {
  if (!end || goal.unknown || goal.strict) return std::nullopt;
  return shown(*end, direction);
}

Course course_of(const Case& the_case) {
  Course course;
  course.steps = steps_of(the_case);
  course.path = printed(path_of(the_case), the_case.falls() ? Rounding::down : Rounding::up);
  course.at_least = end_of(the_case.goal, the_case.goal.lower, Rounding::up);
  course.at_most = end_of(the_case.goal, the_case.goal.upper, Rounding::down);
  return course;
}

}  // namespace

Courses::Courses(const Programme& programme, std::span<const Record> log, const Moment& moment)
    : programme_{&programme},
      moment_{moment},
      facts_{facts_at(log, moment)},
      ledger_{programme, facts_},
      measurer_{programme, ledger_, day_of(moment.as_of)} {}

std::optional<Course> Courses::of(const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  if (ref == nullptr || verdict.status == Status::voided) return std::nullopt;
  const Target& target = (*programme_)[*ref];
  const Promise& promise = promise_in_force(*programme_, target, verdict, moment_);
  const auto* per = std::get_if<Per>(&promise.time);
  const bool composite = per != nullptr && verdict.kind != VerdictKind::period;
  if (composite || std::holds_alternative<ForEach>(promise.time)) return std::nullopt;
  if (per != nullptr && !verdict.due.from) return std::nullopt;
  Term term = per == nullptr ? term_of(promise)
                             : term_of(period_of(*verdict.due.from, per->unit), per->unit);
  Measured measured = measurer_.measure(target.indicator, target.where, term.window);
  Case the_case{programme_,          &promise, nullptr, std::move(term),
                std::move(measured), {},       {},      day_of(moment_.as_of)};
  const bool first = per != nullptr && per->first_share && per->first.first == *verdict.due.from;
  try {
    the_case.goal =
        corridor(*programme_, promise, the_case.judged(), first ? &*per->first_share : nullptr);
    Course course = course_of(the_case);
    const Day from = the_case.measured.is_flow() ? the_case.term.window.first : kDawn;
    for (const Ref<Indicator> part : measured_by(*programme_, target.indicator)) {
      for (const Entry& entry : ledger_.select(part, target.where)) {
        if (entry.to >= from && entry.from <= the_case.as_of) ++course.records;
      }
    }
    return course;
  } catch (const DecimalOverflow&) {
    refuse_overflow(the_case.measured);
  }
}

}  // namespace jalon::engine

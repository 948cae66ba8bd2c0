#include "rules/engine/judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

std::optional<Day> known_day(Day day) {
  return day == kDawn ? std::nullopt : std::optional<Day>{day};
}

/// When the spell began in which the promise holds on `day`, never before the window.
std::optional<Day> reached(const Case& the_case, Day day) {
  if (the_case.is_flow_limit()) return std::nullopt;
  const auto holds = [&](const State& state) {
    return truth(state, the_case.wanted) == Truth::yes;
  };
  const Day start = spell_start(the_case.measured, day, holds);
  return known_day(std::max(start, the_case.term.window.first));
}

bool only_by_tolerance(const Case& the_case, Day day) {
  return truth_on(the_case.measured, the_case.goal, day) != Truth::yes;
}

Ruling broken(const Case& the_case, Day judged) {
  const auto breaks = [&](const State& state) { return is_broken(state, the_case.wanted); };
  const Day start = spell_start(the_case.measured, judged, breaks);
  return {Status::missed, known_day(std::max(start, the_case.term.window.first)), {}, false, false};
}

std::optional<Ruling> met_late(const Case& the_case, Truth at_latest) {
  if (!the_case.term.late_counts) return std::nullopt;
  if (the_case.is_at_most() && the_case.measured.contains_flow()) return std::nullopt;
  const auto holds = [&](const State& state) {
    return truth(state, the_case.wanted) == Truth::yes;
  };
  const auto day = first_after(the_case.measured, the_case.term.latest, the_case.as_of, holds);
  if (!day) return std::nullopt;
  return Ruling{Status::met_late, day, day, at_latest == Truth::no,
                only_by_tolerance(the_case, *day)};
}

Ruling not_reached(const Case& the_case, Truth value) {
  const Day due = *the_case.term.due;
  const Day latest = the_case.term.latest;
  if (the_case.as_of <= due) return {Status::pending, {}, {}, false, false};
  if (the_case.as_of <= latest) return {Status::overdue, due + 1, {}, false, false};
  const Status status = value == Truth::no ? Status::missed : Status::overdue;
  return {status, latest + 1, {}, false, false};
}

Reason first_doubt(const Case& the_case, const State& state) {
  if (the_case.goal.unknown) return Reason::no_data;
  if (state.no_denominator) return Reason::no_denominator;
  if (state.no_data || state.lacks_part) return Reason::no_data;
  if (state.doubts.stale) return Reason::stale;
  if (state.doubts.unverified) return Reason::unverified;
  if (state.doubts.vague_date) return Reason::vague_date;
  if (state.doubts.vague_value) return Reason::vague_value;
  return state.incomplete ? Reason::incomplete : Reason::on_record;
}

}  // namespace

Ruling met_on(const Case& the_case, Day judged) {
  const Day nominal = std::min(judged, the_case.term.due.value_or(kDusk));
  Ruling ruling{Status::met, {}, reached(the_case, judged), false, false};
  ruling.since = ruling.reached_on;
  ruling.within_tolerance = truth_on(the_case.measured, the_case.wanted, nominal) != Truth::yes ||
                            only_by_tolerance(the_case, judged);
  return ruling;
}

Ruling judge_due(const Case& the_case) {
  const Term& term = the_case.term;
  if (the_case.milestone == nullptr && the_case.as_of < term.window.first) return {};
  const Day judged = the_case.judged();
  const State state = state_at(the_case.measured, judged);
  const Truth value = truth(state, the_case.wanted);
  if (the_case.is_flow_limit() && is_broken(state, the_case.wanted)) {
    return broken(the_case, judged);
  }
  if (value == Truth::yes) {
    const bool only_at_the_end = the_case.is_flow_limit() || the_case.is_mixed_limit();
    if (only_at_the_end && the_case.as_of < term.latest) return {};
    return met_on(the_case, judged);
  }
  if (the_case.as_of > term.latest) {
    if (const auto late = met_late(the_case, value)) return *late;
  }
  return not_reached(the_case, value);
}

Ruling judge_undated(const Case& the_case) {
  const State state = state_at(the_case.measured, the_case.as_of);
  if (truth(state, the_case.wanted) == Truth::yes) return met_on(the_case, the_case.as_of);
  const bool nothing_to_go_by = state.no_data || state.doubts.stale;
  return {nothing_to_go_by ? Status::unknown : Status::pending, {}, {}, false, false};
}

Reason reason_of(const Case& the_case, const Ruling& ruling) {
  if (ruling.status == Status::met || ruling.status == Status::missed || ruling.after_failure) {
    return Reason::on_record;
  }
  const State state = state_at(the_case.measured, the_case.judged());
  const bool waiting = ruling.status == Status::pending || ruling.status == Status::unknown;
  if (waiting && state.no_data) return Reason::no_data;
  if (the_case.term.hold && ruling.status == Status::pending) return Reason::on_record;
  const Truth value = truth(state, the_case.wanted);
  if (value == Truth::open) return first_doubt(the_case, state);
  if (ruling.status == Status::overdue) return Reason::vague_due;
  return Reason::on_record;
}

}  // namespace jalon::engine

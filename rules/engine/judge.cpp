#include "rules/engine/judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

std::optional<Date> date_of(const std::optional<Day>& day) {
  return day ? engine::date_of(*day) : std::nullopt;
}

/// The day whose value is shown: the judged day once met, else the as-of day inside the window.
Day shown_day(const Case& the_case, Status status) {
  if (status == Status::met) return the_case.judged();
  return std::min(the_case.as_of, the_case.term.window.last);
}

void add_days(const Case& the_case, const Ruling& ruling, Verdict& verdict) {
  verdict.since = date_of(ruling.since);
  verdict.reached_on = date_of(ruling.reached_on);
  if (!the_case.term.due || *the_case.term.due == kDusk) return;
  const Day due = *the_case.term.due;
  verdict.days_left = long{due} - the_case.as_of;
  const bool failing = ruling.status == Status::overdue || ruling.status == Status::missed;
  if (failing && the_case.as_of > due) verdict.days_overdue = long{the_case.as_of} - due;
  if (ruling.status == Status::met_late && ruling.after_failure) {
    verdict.days_late = long{*ruling.reached_on} - due;
  }
}

Due due_of(const Case& the_case) {
  const Term& term = the_case.term;
  Due due;
  due.written = term.written;
  if (the_case.milestone == nullptr) due.from = engine::date_of(term.window.first);
  if (term.due) {
    due.nominal = engine::date_of(*term.due);
    due.latest = engine::date_of(term.latest);
  }
  return due;
}

Ruling ruling_of(const Case& the_case) {
  if (the_case.term.hold) return judge_hold(the_case);
  return the_case.term.due ? judge_due(the_case) : judge_undated(the_case);
}

}  // namespace

Judged judge(const Case& the_case) {
  const Ruling ruling = ruling_of(the_case);
  Judged judged;
  Verdict& verdict = judged.verdict;
  verdict.status = ruling.status;
  verdict.reason = reason_of(the_case, ruling);
  verdict.within_tolerance = ruling.within_tolerance;
  verdict.due = due_of(the_case);
  add_days(the_case, ruling, verdict);
  const Day day = shown_day(the_case, ruling.status);
  add_numbers(the_case, day, judged);
  verdict.outlook = outlook_of(the_case, judged, day);
  verdict.confidence = confidence_of(the_case.measured, the_case.as_of);
  verdict.records = records_of(the_case.measured);
  return judged;
}

}  // namespace jalon::engine

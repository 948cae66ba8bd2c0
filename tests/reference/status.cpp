#include "tests/reference/status.hpp"

#include "tests/reference/reason.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

using engine::Status;

/// at_most, exactly and between; not a trend.
bool has_upper_limit(const Question& question) {
  return question.shape == Shape::limit || question.shape == Shape::between ||
         question.shape == Shape::exactly;
}

bool holds(const Question& question, const Diary& diary, Date day) {
  return truth(diary.on(day), question.widened) == Truth::yes;
}

bool above_limit(const Question& question, const Diary& diary, Date day) {
  return question.widened.upper && lo_above(diary.on(day).lo, *question.widened.upper);
}

/// Upper limits on whatever contains a flow are met only once the last day is over.
bool waits_for_the_end(const Question& question) {
  return has_upper_limit(question) && contains_flow(question.measured);
}

/// The first day after L on which it is true, if late delivery counts.
std::optional<Date> late_day(const Question& question, const Diary& diary) {
  const bool never_late = is_at_most(question) && contains_flow(question.measured);
  if (question.inside_only || never_late) return {};
  for (Date day = *question.latest + Days{1}; day <= question.as_of; day += Days{1}) {
    if (holds(question, diary, day)) return day;
  }
  return {};
}

/// The table of section 4, row by row.
Status status_with_due_day(const Question& question, const Diary& diary) {
  const Date as_of = question.as_of;
  const Date latest = *question.latest;
  const Date judged = judged_day(question);
  if (question.first && as_of < *question.first) return Status::pending;
  if (upper_limit_on_flow(question) && above_limit(question, diary, judged)) return Status::missed;
  if (holds(question, diary, judged)) {
    return waits_for_the_end(question) && as_of < latest ? Status::pending : Status::met;
  }
  if (as_of > latest && late_day(question, diary)) return Status::met_late;
  if (as_of <= *question.nominal) return Status::pending;
  if (as_of <= latest) return Status::overdue;
  return truth(diary.on(latest), question.widened) == Truth::no ? Status::missed : Status::overdue;
}

/// A level to keep.
Status status_held(const Question& question, const Diary& diary) {
  if (question.first && question.as_of < *question.first) return Status::pending;
  switch (truth(diary.on(judged_day(question)), question.widened)) {
    case Truth::yes:
      return Status::met;
    case Truth::no:
      return Status::missed;
    case Truth::open:
      break;
  }
  return Status::unknown;
}

Status status_undated(const Question& question, const Diary& diary) {
  if (holds(question, diary, question.as_of)) return Status::met;
  const bool without_data = !in_scope(question.measured, question.as_of);
  if (without_data || has_stale_level(question.measured, question.as_of)) return Status::unknown;
  return Status::pending;
}

/// The first day of the last uninterrupted spell that ends on `day`, never before S.
template <class True>
std::optional<Date> spell(const Question& question, const Diary& diary, Date day, True is_true) {
  Date first = day;
  while (first > diary.first() && is_true(first - Days{1})) first -= Days{1};
  if (question.first) return std::max(first, *question.first);
  if (first == diary.first()) return {};
  return first;
}

std::optional<Date> reached_on(const Question& question, const Diary& diary, Status status) {
  const auto true_on = [&](Date day) { return holds(question, diary, day); };
  if (is_at_most(question) && is_flow(question.measured)) return {};
  if (status == Status::met_late) return late_day(question, diary);
  if (status != Status::met || upper_limit_on_flow(question)) return {};
  return spell(question, diary, judged_day(question), true_on);
}

/// The start of the spell in which it is as it is: kept, broken or open.
std::optional<Date> held_since(const Question& question, const Diary& diary, Status status) {
  if (status == Status::pending) return {};
  const Truth now = truth(diary.on(judged_day(question)), question.widened);
  return spell(question, diary, judged_day(question),
               [&](Date day) { return truth(diary.on(day), question.widened) == now; });
}

std::optional<Date> since(const Question& question, const Diary& diary, const Ruling& ruling) {
  const auto broken_on = [&](Date day) { return above_limit(question, diary, day); };
  if (question.hold) return held_since(question, diary, ruling.status);
  switch (ruling.status) {
    case Status::met:
    case Status::met_late:
      return ruling.reached_on;
    case Status::overdue:
      return (question.as_of > *question.latest ? *question.latest : *question.nominal) + Days{1};
    case Status::missed:
      if (upper_limit_on_flow(question) && broken_on(judged_day(question))) {
        return spell(question, diary, judged_day(question), broken_on);
      }
      return *question.latest + Days{1};
    case Status::pending:
    case Status::unknown:
    case Status::voided:
      break;
  }
  return {};
}

/// True only by the tolerance, or not yet true on the nominal day.
bool within_tolerance(const Question& question, const Diary& diary, const Ruling& ruling) {
  const auto strictly = [&](Date day) {
    return truth(diary.on(day), question.wanted) == Truth::yes;
  };
  if (ruling.status == Status::met_late) return !strictly(*late_day(question, diary));
  if (ruling.status != Status::met) return false;
  if (!strictly(judged_day(question))) return true;
  return question.nominal && !holds(question, diary, std::min(question.as_of, *question.nominal));
}

void count_days(const Question& question, const Diary& diary, Ruling& ruling) {
  if (!question.latest || question.nominal->is_special()) return;
  const Date due = *question.nominal;
  ruling.days_left = days_between(question.as_of, due);
  const bool late = ruling.status == Status::overdue || ruling.status == Status::missed;
  if (late && question.as_of > due) ruling.days_overdue = days_between(due, question.as_of);
  if (ruling.status != Status::met_late || !ruling.reached_on) return;
  if (truth(diary.on(*question.latest), question.widened) == Truth::no) {
    ruling.days_late = days_between(due, *ruling.reached_on);
  }
}

}  // namespace

bool is_at_most(const Question& question) { return question.shape == Shape::limit; }

bool upper_limit_on_flow(const Question& question) {
  return has_upper_limit(question) && is_flow(question.measured);
}

Ruling rule_on(const Question& question, const Diary& diary) {
  Ruling ruling;
  ruling.status = question.hold     ? status_held(question, diary)
                  : question.latest ? status_with_due_day(question, diary)
                                    : status_undated(question, diary);
  ruling.reached_on = reached_on(question, diary, ruling.status);
  ruling.since = since(question, diary, ruling);
  ruling.within_tolerance = within_tolerance(question, diary, ruling);
  count_days(question, diary, ruling);
  ruling.reason = reason(question, diary, ruling.status);
  return ruling;
}

}  // namespace jalon::reference

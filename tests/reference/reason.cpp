#include "tests/reference/reason.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

using engine::Reason;
using engine::Status;

/// Whenever the judged value is open, the first that is present.
Reason first_present(const Doubts& doubts) {
  if (doubts.no_denominator) return Reason::no_denominator;
  if (doubts.no_data) return Reason::no_data;
  if (doubts.stale) return Reason::stale;
  if (doubts.unverified) return Reason::unverified;
  if (doubts.vague_date) return Reason::vague_date;
  if (doubts.vague_value) return Reason::vague_value;
  if (doubts.incomplete) return Reason::incomplete;
  return Reason::on_record;
}

}  // namespace

Reason reason(const Question& question, const Diary& diary, Status status) {
  const bool late = status == Status::met_late;
  const Date judged = late ? *question.latest : judged_day(question);
  const Truth value = truth(diary.on(judged), question.widened);
  if (status == Status::met || status == Status::missed) return Reason::on_record;
  const bool waits = status == Status::pending || status == Status::unknown;
  if (waits && !in_scope(question.measured, judged)) return Reason::no_data;
  if (question.hold && status == Status::pending) return Reason::on_record;
  if (value == Truth::open && question.wanted.unknown) return Reason::no_data;
  if (value == Truth::open) return first_present(doubts(question.measured, judged));
  if (status == Status::overdue && question.as_of <= *question.latest) return Reason::vague_due;
  return Reason::on_record;
}

}  // namespace jalon::reference

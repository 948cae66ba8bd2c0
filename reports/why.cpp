// Why a verdict is what it is, in one sentence.
#include "reports/figures.hpp"
#include "reports/promise.hpp"
#include "reports/reports.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

namespace jalon::reports {
namespace {

using engine::Reason;
using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

std::string count(long n) { return std::to_string(n); }

/// The clause of a level to keep, if that is what was promised.
const Hold* hold_of(const Programme& programme, const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  if (ref == nullptr) return nullptr;
  return std::get_if<Hold>(&promise_of(programme[*ref], verdict).time);
}

std::string reached_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  if (!verdict.reached_on) return words("why.kept");
  const std::string day = iso(*verdict.reached_on);
  if (hold_of(programme, verdict) != nullptr) return words("why.kept-since", {{"day", day}});
  if (!verdict.due.nominal) return words("why.reached", {{"day", day}});
  if (verdict.days_late) {
    return words("why.reached-late", {{"day", day}, {"n", count(*verdict.days_late)}});
  }
  const long early = days_between(*verdict.reached_on, *verdict.due.nominal);
  if (early > 0) return words("why.reached-early", {{"day", day}, {"n", count(early)}});
  return words(early == 0 ? "why.reached-last-day" : "why.reached-in-wording", {{"day", day}});
}

std::string met_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const std::string reached = reached_words(programme, verdict, words);
  if (!verdict.within_tolerance) return reached;
  return and_also(reached, words("why.tolerance"), words);
}

std::string time_left(const Verdict& verdict, const Labels& words) {
  if (!verdict.days_left) {
    return verdict.due.nominal ? std::string{} : words("why.undated");
  }
  if (*verdict.days_left > 0) return words("why.days-left", {{"n", count(*verdict.days_left)}});
  if (*verdict.days_left == 0) return words("why.due-today");
  return verdict.due.latest ? words("why.wording-leaves", {{"day", iso(*verdict.due.latest)}})
                            : std::string{};
}

std::string pending_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  if (const Hold* hold = hold_of(programme, verdict)) return time_words(TimeClause{*hold}, words);
  const auto today = as_of(verdict);
  if (today && verdict.due.from && *verdict.due.from > *today &&
      verdict.kind != VerdictKind::milestone) {
    return words("why.begins", {{"day", iso(*verdict.due.from)}});
  }
  const std::string left = time_left(verdict, words);
  switch (verdict.reason) {
    case Reason::no_data:
    case Reason::on_record:
    case Reason::vague_due:
    case Reason::incomplete:
    case Reason::withdrawn:
      return left;  // of a promise that still has time, that goes without saying
    case Reason::no_denominator:
    case Reason::stale:
    case Reason::unverified:
    case Reason::vague_date:
    case Reason::vague_value:
      return and_also(left, open_words(verdict, words), words);
  }
  return left;
}

/// "15 days overdue: nobody has said that the list is complete"
std::string late_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const std::string open = open_words(verdict, words);
  std::string late;
  if (verdict.since && hold_of(programme, verdict) != nullptr) {
    late = words("why.not-kept-since", {{"day", iso(*verdict.since)}});
  } else if (verdict.days_overdue) {
    late = words("why.overdue", {{"n", count(*verdict.days_overdue)}});
  } else if (verdict.since) {
    late = words("why.broken", {{"day", iso(*verdict.since)}});
  }
  if (late.empty() || open.empty()) return late + open;
  return words("why.because", {{"what", late}, {"reason", open}});
}

std::string unknown_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const Hold* hold = hold_of(programme, verdict);
  const std::string undated =
      hold != nullptr ? time_words(TimeClause{*hold}, words) : words("why.undated");
  if (verdict.reason == Reason::no_data) return undated;
  return and_also(undated, open_words(verdict, words), words);
}

/// "withdrawn 2020-05-01"
std::string void_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const auto day = withdrawn_on(programme, verdict);
  return day ? words("why.withdrawn-on", {{"day", iso(*day)}}) : words("why.withdrawn");
}

/// The overall verdict of "for each" before any member's time has run out.
bool waits_for_members(const Programme& programme, const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  return ref != nullptr && verdict.kind != VerdictKind::member && verdict.decided_by.empty() &&
         verdict.status != Status::voided && std::holds_alternative<ForEach>(programme[*ref].time);
}

std::string amount_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  std::string text = value_and_goal(programme, verdict, words);
  const bool late = verdict.status == Status::missed || verdict.status == Status::overdue;
  const bool something = !std::holds_alternative<std::monostate>(verdict.value);
  if (late && something && verdict.gap && !verdict.gap->is_zero()) {
    text = and_also(text, words("why.gap", {{"gap", figure(*verdict.gap, words)}}), words);
  }
  return text;
}

}  // namespace

std::string and_also(const std::string& first, const std::string& second, const Labels& words) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  return words("why.and", {{"first", first}, {"second", second}});
}

std::string open_words(const Verdict& verdict, const Labels& words) {
  if (verdict.reason == Reason::on_record) return {};
  if (verdict.reason == Reason::vague_due && verdict.due.latest) {
    return words("why.wording-leaves", {{"day", iso(*verdict.due.latest)}});
  }
  return words(fmt::format("open.{}", engine::name(verdict.reason)));
}

std::string why_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  if (waits_for_members(programme, verdict)) {
    return words(verdict.reason == Reason::no_data ? "why.no-member" : "why.members-running");
  }
  switch (verdict.status) {
    case Status::met:
    case Status::met_late:
      return met_words(programme, verdict, words);
    case Status::pending:
      return pending_words(programme, verdict, words);
    case Status::unknown:
      return unknown_words(programme, verdict, words);
    case Status::overdue:
    case Status::missed:
      return late_words(programme, verdict, words);
    case Status::voided:
      return void_words(programme, verdict, words);
  }
  return {};  // not reached: -Wswitch keeps the list complete
}

namespace {

/// All but who decided and what was waived.
std::string plain_sentence(const Programme& programme, const Verdict& verdict,
                           const Labels& words) {
  if (verdict.kind == VerdictKind::commitment) {
    const bool too_few = verdict.reason == Reason::withdrawn;
    return and_also(value_and_goal(programme, verdict, words),
                    too_few ? open_words(verdict, words) : std::string{}, words);
  }
  std::string text = and_also(amount_words(programme, verdict, words),
                              why_words(programme, verdict, words), words);
  if (verdict.status == Status::pending && verdict.due.nominal) {
    text = words("line.due", {{"what", text}, {"due", due_words(verdict, words)}});
  }
  if (verdict.decided_by.empty()) return text;
  return words("line.decided", {{"what", text}, {"id", verdict.decided_by}});
}

}  // namespace

std::string sentence(const Programme& programme, const Verdict& verdict, const Labels& words) {
  return and_also(plain_sentence(programme, verdict, words), waived_words(verdict, words), words);
}

std::string short_sentence(const Programme& programme, const Verdict& verdict,
                           const Labels& words) {
  if (verdict.kind != VerdictKind::period && verdict.kind != VerdictKind::member) {
    return sentence(programme, verdict, words);
  }
  std::string text = and_also(value_of_goal(programme, verdict, words),
                              why_words(programme, verdict, words), words);
  if (verdict.status == Status::pending && verdict.due.nominal) {
    text = words("line.due", {{"what", text}, {"due", due_words(verdict, words)}});
  }
  return and_also(text, waived_words(verdict, words), words);
}

std::string outlook_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const engine::Outlook& outlook = verdict.outlook;
  const std::string_view unit = engine::unit_of(programme, verdict);
  const bool limit = unreached_side(programme, verdict) == Rounding::up;
  std::string text;
  if (outlook.state != engine::Outlook::State::none) {
    text = words(fmt::format("outlook.{}", engine::name(outlook.state)));
  }
  if (outlook.expected) {
    const Decimal expected = coarse(*outlook.expected, limit ? Rounding::down : Rounding::up);
    text = and_also(text, words("outlook.expected", {{"n", figure(expected, unit, words)}}), words);
  }
  if (outlook.needed_per_day && !outlook.needed_per_day->is_zero()) {
    const Decimal needed = coarse(*outlook.needed_per_day, Rounding::up);
    text = and_also(text, words("outlook.needed", {{"n", figure(needed, unit, words)}}), words);
  }
  return text;
}

}  // namespace jalon::reports

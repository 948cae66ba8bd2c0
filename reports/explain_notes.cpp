#include "reports/explain_notes.hpp"

#include "reports/figures.hpp"
#include "reports/promise.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Explanation;
using engine::Formula;
using engine::Ingredient;
using engine::Verdict;
using engine::VerdictKind;

std::string joined(const std::string& first, std::string_view between, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return fmt::format("{}{}{}", first, between, second);
}

std::string quantity_text(const engine::Quantity& quantity, const Labels& words) {
  if (const auto* number = std::get_if<Decimal>(&quantity)) return figure(*number, words);
  if (const auto* stage = std::get_if<std::string>(&quantity)) return *stage;
  return {};
}

/// "more than 500", "18 to 22": what lies between two ends.
std::string between_words(const std::string& lo, bool lo_open, const std::string& hi, bool hi_open,
                          const Labels& words) {
  if (!lo.empty() && !hi.empty()) return words("reading.between", {{"lo", lo}, {"hi", hi}});
  if (!lo.empty()) return words(lo_open ? "reading.above" : "reading.at-least", {{"lo", lo}});
  if (!hi.empty()) return words(hi_open ? "reading.below" : "reading.at-most", {{"hi", hi}});
  return {};
}

/// All that the value may be, where that is more than one number.
std::string bounds_note(const Verdict& verdict, const Labels& words) {
  const auto& bounds = verdict.bounds;
  if (verdict.records.empty() || bounds.lo == bounds.hi) return {};
  const std::string range = between_words(quantity_text(bounds.lo, words), bounds.lo_open,
                                          quantity_text(bounds.hi, words), bounds.hi_open, words);
  return range.empty() ? range : words("explain.bounds", {{"range", range}});
}

/// "proofs 9 (2020-06-30)": one thing that the value is made of.
std::string ingredient_text(const Ingredient& one, const Labels& words) {
  const std::string value = one.value ? figure(*one.value, words) : words("value.nothing");
  if (!one.on) return words("formula.part", {{"id", one.id}, {"value", value}});
  return words("formula.part-on", {{"id", one.id}, {"value", value}, {"day", iso(*one.on)}});
}

std::string_view operator_of(Formula::Kind kind) {
  switch (kind) {
    case Formula::Kind::single:
    case Formula::Kind::sum:
      return " + ";
    case Formula::Kind::difference:
      return " - ";
    case Formula::Kind::ratio:
      return " / ";
  }
  return " ";  // not reached: -Wswitch keeps the list complete
}

/// "value on 2020-07-15: trained 9 / people 900 (2020-01-01) x 100 = 1 %"
std::string formula_note(const Input& input, const Explanation& one) {
  if (!one.formula || one.formula->kind == Formula::Kind::single || !one.formula->day) return {};
  const Labels& words = input.words;
  std::string text;
  for (const Ingredient& part : one.formula->parts) {
    text = joined(text, operator_of(one.formula->kind), ingredient_text(part, words));
  }
  if (one.formula->percent) text = words("formula.percent", {{"formula", text}});
  if (const auto* value = std::get_if<Decimal>(&one.verdict->value)) {
    const std::string_view unit = engine::unit_of(input.programme, *one.verdict);
    text = words("formula.equals", {{"formula", text}, {"value", figure(*value, unit, words)}});
  }
  text = words("formula.on", {{"day", iso(*one.formula->day)}, {"formula", text}});
  return one.formula->same_year ? and_also(text, words("formula.same-year"), words) : text;
}

/// Where the goal comes from, where it is not simply written.
std::vector<std::string> goal_notes(const Explanation& one, const Labels& words) {
  const engine::GoalFormula& goal = one.goal;
  std::vector<std::string> notes;
  const auto* shown = std::get_if<Decimal>(&one.verdict->goal);
  if (goal.series != nullptr && goal.said) {
    notes.push_back(words("goal.said", {{"series", goal.series->id},
                                        {"value", figure(goal.said->value, words)},
                                        {"day", iso(goal.said->on)}}));
  } else if (goal.series != nullptr) {
    notes.push_back(words("goal.unsaid", {{"series", goal.series->id}}));
  }
  if (goal.percent && goal.baseline && shown != nullptr) {
    notes.push_back(words("goal.of-baseline", {{"percent", figure(*goal.percent, "%", words)},
                                               {"baseline", figure(*goal.baseline, words)},
                                               {"goal", figure(*shown, words)}}));
  }
  if (goal.share && goal.before && shown != nullptr) {
    notes.push_back(words("goal.share", {{"goal", figure(*goal.before, words)},
                                         {"over", figure(goal.share->over, words)},
                                         {"under", figure(goal.share->under, words)},
                                         {"share", figure(*shown, words)}}));
  }
  if (goal.tolerance && (goal.lower || goal.upper)) {
    const auto text = [&](const std::optional<Decimal>& end) {
      return end ? figure(*end, words) : std::string{};
    };
    notes.push_back(
        words("goal.widened",
              {{"range", between_words(text(goal.lower), false, text(goal.upper), false, words)}}));
  }
  return notes;
}

/// "not kept from 2020-02-01 to 2020-02-29"
std::string breach_note(const engine::Breach& breach, const Labels& words) {
  if (!breach.last) return words("breach.open", {{"first", iso(breach.first)}});
  return words("breach.closed", {{"first", iso(breach.first)}, {"last", iso(*breach.last)}});
}

/// "3 of 4 are ranked, 2 of them are needed (80 % of 3, rounded up)"
std::string ranking_note(const Explanation& one, const Labels& words) {
  if (!one.ranking) return {};
  const engine::Ranking& ranking = *one.ranking;
  if (!ranking.share && (ranking.ranked == ranking.children || ranking.k == 0)) return {};
  const std::string children = std::to_string(ranking.children);
  const std::string ranked = std::to_string(ranking.ranked);
  const std::string k = std::to_string(ranking.k);
  if (!ranking.share) return words("ranking.void", {{"n", children}, {"ranked", ranked}, {"k", k}});
  if (ranking.ranked == 0) return words("ranking.none", {{"n", children}});
  const std::string share = figure(*ranking.share * Decimal{100}, "%", words);
  return words("ranking.share", {{"n", children}, {"ranked", ranked}, {"share", share}, {"k", k}});
}

/// How the words of a date are read: the window and its days.
std::string reading_note(const Verdict& verdict, const Labels& words) {
  const engine::Due& due = verdict.due;
  if (!due.nominal || !due.latest) return {};
  std::string days = iso(*due.nominal);
  if (*due.latest != *due.nominal) {
    days = words("due.latest", {{"day", days}, {"latest", iso(*due.latest)}});
  }
  if (due.from) days = words("explain.window", {{"from", iso(*due.from)}, {"days", days}});
  if (due.written.empty() || due.written == days) return {};
  return words("explain.reading", {{"words", due.written}, {"days", days}});
}

std::string completeness_note(const Explanation& explanation, const Labels& words) {
  const auto& through = explanation.verdict->confidence.complete_through;
  std::string attested;
  for (const Record* one : explanation.attestations) {
    const std::string day = one->happened.latest ? iso(*one->happened.latest) : std::string{};
    attested = joined(
        attested, ", ",
        words("explain.attestation", {{"record", fmt::format("#{}", one->number)}, {"day", day}}));
  }
  if (attested.empty()) {
    return through ? words("explain.complete", {{"day", iso(*through)}}) : std::string{};
  }
  if (!through) return words("explain.attested", {{"records", attested}});
  return words("explain.complete-attested", {{"day", iso(*through)}, {"records", attested}});
}

/// The expression of a time clause that may be vague.
const DateExpression* expression_of(const TimeClause& time) {
  if (const auto* by = std::get_if<By>(&time)) return &by->due;
  if (const auto* before = std::get_if<Before>(&time)) return &before->event;
  if (const auto* during = std::get_if<During>(&time)) return &during->window;
  return nullptr;
}

struct PromiseNotes {
  const Input& input;
  const Explanation& one;

  [[nodiscard]] std::string text(const Promise* promise, const StagePromise* stage) const {
    const Labels& words = input.words;
    const TimeClause& time = promise != nullptr ? promise->time : stage->time;
    std::string said;
    if (promise != nullptr) {
      said = whole_promise_words(input.programme, *promise,
                                 engine::unit_of(input.programme, *one.verdict), words);
    } else {
      const auto& milestone = std::get<Ref<Milestone>>(one.verdict->subject);
      said = whole_promise_words(input.programme[milestone], *stage, words);
    }
    const DateExpression* when = expression_of(time);
    const std::string reading = when == nullptr ? std::string{} : date_reading(*when, words);
    if (reading.empty()) return said;
    return words("due.written", {{"day", said}, {"words", reading}});
  }

  [[nodiscard]] std::string text(const engine::Change& change) const {
    const Labels& words = input.words;
    const Revision& revision = *change.revision;
    std::string head = words(change.in_force ? "revision.head" : "revision.not-yet",
                             {{"day", iso(change.decided)}});
    if (!revision.place.file.empty()) {
      head = words("due.written", {{"day", head}, {"words", revision.place.str()}});
    }
    const std::string before = text(change.before, change.stage_before);
    const std::string what =
        change.withdrawn
            ? words("revision.withdrawn", {{"before", before}})
            : words("revision.change",
                    {{"before", before}, {"after", text(change.after, change.stage_after)}});
    const std::string both = words("why.because", {{"what", head}, {"reason", what}});
    if (revision.reason.empty()) return both;
    return words("revision.reason", {{"what", both}, {"reason", revision.reason}});
  }

  [[nodiscard]] std::string in_force() const {
    if (one.promise == nullptr && one.stage_promise == nullptr) return {};
    const bool composite = one.ranking.has_value();
    const bool hold = one.promise != nullptr && std::holds_alternative<Hold>(one.promise->time);
    if (one.changes.empty() && !composite && !hold) return {};
    if (one.verdict->status == engine::Status::voided) return {};
    return input.words("explain.promise", {{"promise", text(one.promise, one.stage_promise)}});
  }
};

std::string waiver_note(const Input& input, const engine::WaiverPart& part) {
  const Labels& words = input.words;
  const Waiver& waiver = *part.waiver;
  std::string by = waiver.approved_by;
  for (const Party& party : input.programme.parties) {
    if (party.id == by) by = party.name;
  }
  const std::string head =
      words(fmt::format("waiver.{}", name(part.state)), {{"id", waiver.id},
                                                         {"granted", iso(waiver.granted)},
                                                         {"expires", iso(waiver.expires)},
                                                         {"by", by}});
  return words("why.because", {{"what", head}, {"reason", waiver.reason}});
}

std::string source_text(const Programme& programme, const Common& definition) {
  std::string text;
  for (const SourceRef& one : definition.sources) {
    text = joined(text, "; ", joined(programme[one.source].id, ", ", one.locator));
  }
  return text;
}

std::vector<std::string> definition_notes(const Input& input, const Verdict& verdict) {
  if (verdict.kind == VerdictKind::period || verdict.kind == VerdictKind::member) return {};
  const Labels& words = input.words;
  const Common& definition = engine::definition_of(input.programme, verdict);
  std::vector<std::string> notes;
  if (!definition.was.empty()) {
    std::string ids;
    for (const std::string& id : definition.was) ids = joined(ids, ", ", id);
    notes.push_back(words("explain.was", {{"ids", ids}}));
  }
  if (!definition.place.file.empty()) {
    notes.push_back(words("explain.rule", {{"place", definition.place.str()}}));
  }
  if (const std::string source = source_text(input.programme, definition); !source.empty()) {
    notes.push_back(words("explain.source", {{"source", source}}));
  }
  if (!definition.note.empty()) {
    notes.push_back(words("explain.note", {{"note", definition.note}}));
  }
  return notes;
}

}  // namespace

std::string date_reading(const DateExpression& when, const Labels& words) {
  if (when.from && when.from == when.latest) return {};
  const std::string from = when.from ? iso(*when.from) : words("reading.open");
  const std::string latest = when.latest ? iso(*when.latest) : words("reading.open");
  if (!when.nominal || when.nominal == when.latest) {
    return words("reading.days", {{"from", from}, {"latest", latest}});
  }
  return words("reading.days-nominal",
               {{"from", from}, {"latest", latest}, {"nominal", iso(*when.nominal)}});
}

std::string amount_reading(const Amount& amount, const Labels& words) {
  if (amount.range.is_exact()) return {};
  const auto text = [&](const End& end) { return end.at ? figure(*end.at, words) : std::string{}; };
  return between_words(text(amount.range.lo), amount.range.lo.open, text(amount.range.hi),
                       amount.range.hi.open, words);
}

std::vector<std::string> explain_notes(const Input& input, const Explanation& explanation) {
  const Verdict& verdict = *explanation.verdict;
  const Labels& words = input.words;
  std::vector<std::string> notes;
  const auto add = [&](std::string note) {
    if (!note.empty()) notes.push_back(std::move(note));
  };
  const auto add_all = [&](std::vector<std::string> more) {
    for (std::string& note : more) add(std::move(note));
  };
  const PromiseNotes promise{input, explanation};
  const bool instance = verdict.kind == VerdictKind::period || verdict.kind == VerdictKind::member;
  add(promise.in_force());
  if (!explanation.ranking) {
    add(formula_note(input, explanation));
    add(bounds_note(verdict, words));
    add_all(goal_notes(explanation, words));
  }
  for (const engine::Breach& breach : explanation.breaches) add(breach_note(breach, words));
  add(ranking_note(explanation, words));
  if (!explanation.ranking) add_all(outlook_notes(input, explanation));
  add(completeness_note(explanation, words));
  if (verdict.decided_by.empty()) add(reading_note(verdict, words));
  if (!instance) {
    for (const engine::Change& change : explanation.changes) add(promise.text(change));
  }
  add(original_words(input.programme, verdict, words));
  for (const engine::WaiverPart& waiver : explanation.waivers) add(waiver_note(input, waiver));
  add(judgement_words(verdict, input.notes, words));
  add_all(definition_notes(input, verdict));
  return notes;
}

}  // namespace jalon::reports

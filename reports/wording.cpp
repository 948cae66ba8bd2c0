#include "reports/wording.hpp"

#include "reports/figures.hpp"
#include "reports/promise.hpp"
#include "reports/reports.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

namespace jalon::reports {
namespace {

using engine::Reason;
using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

const Target* target_of(const Programme& programme, const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  return ref == nullptr ? nullptr : &programme[*ref];
}

struct RuleText {
  const Labels& words;
  std::string n;
  std::string operator()(All) const { return words("rule.all", {{"n", n}}); }
  std::string operator()(Any) const { return words("rule.any", {{"n", n}}); }
  std::string operator()(AtLeastOf one) const {
    return words("rule.at-least", {{"k", std::to_string(one.k)}, {"n", n}});
  }
  std::string operator()(const ShareOf& one) const {
    return words("rule.share", {{"share", figure(one.share * Decimal{100}, "%", words)}, {"n", n}});
  }
};

struct QuantityText {
  const Labels& words;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Decimal& number) const { return figure(number, words); }
  std::string operator()(const std::string& stage) const { return stage; }
};

/// What stands in place of a value that is not there.
std::string no_value(const Verdict& verdict, const Labels& words) {
  if (verdict.reason == Reason::no_denominator) return words("value.no-denominator");
  if (verdict.reason == Reason::stale) return words("value.stale");
  if (!verdict.records.empty()) return words("value.uncertain");
  return words("value.nothing");
}

std::string bracket_text(const Verdict& verdict) {
  const auto open = verdict.id.find('[');
  if (open == std::string::npos) return {};
  std::string text = verdict.id.substr(open + 1);
  if (text.ends_with(']')) text.pop_back();
  for (auto at = text.find("]["); at != std::string::npos; at = text.find("][", at)) {
    text.replace(at, 2, ", ");
  }
  return text;
}

std::string where_text(const Target& target) {
  std::string text;
  for (const DimensionValue& one : target.where) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", one.value);
  }
  return text;
}

}  // namespace

std::string title_of(const Programme& programme, const Verdict& verdict,
                     std::string_view language) {
  const Common& definition = engine::definition_of(programme, verdict);
  std::string title = definition.title.in(language);
  const Target* target = target_of(programme, verdict);
  std::string addition = bracket_text(verdict);
  if (title.empty() && target != nullptr && target->whole) {
    title = programme[*target->whole].title.in(language);
  }
  if (title.empty() && target != nullptr) {
    title = programme[target->indicator].title.in(language);
    if (addition.empty()) addition = where_text(*target);
  }
  if (title.empty()) return verdict.id;
  return addition.empty() ? title : fmt::format("{}: {}", title, addition);
}

std::string short_id(const Programme& programme, const Verdict& verdict) {
  const Target* target = target_of(programme, verdict);
  if (target == nullptr) return verdict.id;
  if (verdict.kind == VerdictKind::period) return bracket(verdict.due.written);
  if (verdict.kind == VerdictKind::part && target->part) return bracket(*target->part);
  const auto* each = std::get_if<ForEach>(&target->time);
  if (verdict.kind != VerdictKind::member || each == nullptr) return verdict.id;
  const auto start = verdict.id.rfind(fmt::format("[{}=", each->dimension));
  return start == std::string::npos ? verdict.id : verdict.id.substr(start);
}

std::string status_word(Status status, const Labels& words) {
  return words(fmt::format("status.{}", engine::name(status)));
}

char status_sign(Status status) noexcept {
  switch (status) {
    case Status::met:
      return '+';
    case Status::met_late:
      return '~';
    case Status::pending:
      return '.';
    case Status::unknown:
      return '?';
    case Status::overdue:
      return '!';
    case Status::missed:
      return 'x';
    case Status::voided:
      return '-';
  }
  return '?';  // not reached: -Wswitch keeps the list complete
}

Rounding unreached_side(const Programme& programme, const Verdict& verdict) {
  const Target* target = target_of(programme, verdict);
  if (target == nullptr) return Rounding::down;
  const Comparison& comparison = promise_of(*target, verdict).comparison;
  const auto* trend = std::get_if<Trend>(&comparison);
  const bool limit = std::holds_alternative<AtMost>(comparison) || (trend && !trend->increase);
  return limit ? Rounding::up : Rounding::down;
}

std::string goal_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  if (const auto* ref = std::get_if<Ref<Commitment>>(&verdict.subject)) {
    const Commitment& commitment = programme.commitments[ref->index];
    return std::visit(RuleText{words, std::to_string(commitment.members.size())}, commitment.rule);
  }
  if (const Target* target = target_of(programme, verdict)) {
    return promise_words(programme, promise_of(*target, verdict),
                         engine::unit_of(programme, verdict), verdict.goal, words);
  }
  if (const auto* ref = std::get_if<Ref<Milestone>>(&verdict.subject)) {
    const Milestone& milestone = programme[*ref];
    return milestone.stages[promise_of(milestone, verdict).reach];
  }
  return std::visit(QuantityText{words}, verdict.goal);
}

std::string value_and_goal(const Programme& programme, const Verdict& verdict,
                           const Labels& words) {
  if (verdict.kind == VerdictKind::commitment) {
    const std::string rule = goal_words(programme, verdict, words);
    if (verdict.decided_by.empty()) return rule;
    return words("value.decided", {{"what", rule}, {"id", verdict.decided_by}});
  }
  const std::string value = std::visit(QuantityText{words}, verdict.value);
  if (verdict.status == Status::voided) {
    return words("value.promised", {{"goal", goal_words(programme, verdict, words)}});
  }
  if (value.empty()) {
    const bool yet = verdict.status == Status::pending && verdict.records.empty();
    return words("value.none",
                 {{"what", yet ? words("value.nothing-yet") : no_value(verdict, words)},
                  {"goal", goal_words(programme, verdict, words)}});
  }
  const Target* target = target_of(programme, verdict);
  const bool trend =
      target != nullptr && std::holds_alternative<Trend>(promise_of(*target, verdict).comparison);
  const bool stage = std::holds_alternative<std::string>(verdict.value);
  const std::string_view key = stage ? "value.stage" : trend ? "value.against" : "value.of";
  return words(key, {{"value", value}, {"goal", goal_words(programme, verdict, words)}});
}

std::string value_of_goal(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const Target* target = target_of(programme, verdict);
  const auto* value = std::get_if<Decimal>(&verdict.value);
  const auto* goal = std::get_if<Decimal>(&verdict.goal);
  const bool least =
      target != nullptr && std::holds_alternative<AtLeast>(promise_of(*target, verdict).comparison);
  const bool nothing = std::holds_alternative<std::monostate>(verdict.value);
  if (verdict.status == Status::voided) return goal_words(programme, verdict, words);
  if (nothing && verdict.kind != VerdictKind::commitment) return no_value(verdict, words);
  if (value == nullptr || goal == nullptr || !least)
    return value_and_goal(programme, verdict, words);
  return words("value.of", {{"value", figure(*value, words)}, {"goal", figure(*goal, words)}});
}

std::string due_words(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const Target* target = target_of(programme, verdict);
  if (verdict.due.nominal || target == nullptr) return due_words(verdict, words);
  const Promise& promise = promise_of(*target, verdict);
  if (!std::holds_alternative<Hold>(promise.time)) return due_words(verdict, words);
  return time_words(promise.time, words);
}

std::string due_words(const Verdict& verdict, const Labels& words) {
  const engine::Due& due = verdict.due;
  if (!due.nominal) return words("due.none");
  std::string day = iso(*due.nominal);
  if (due.latest && *due.latest != *due.nominal) {
    day = words("due.latest", {{"day", day}, {"latest", iso(*due.latest)}});
  }
  if (due.written.empty() || due.written == day) return day;
  return words("due.written", {{"day", day}, {"words", due.written}});
}

std::string verdict_line(const Programme& programme, const Verdict& verdict, const Labels& words) {
  std::string line = words("line.verdict", {{"value", value_of_goal(programme, verdict, words)},
                                            {"status", status_word(verdict.status, words)}});
  if (verdict.status == Status::pending && verdict.due.nominal) {
    line = words("line.due", {{"what", line}, {"due", due_words(verdict, words)}});
  }
  return line;
}

std::optional<std::string> gap_words(const Programme& programme, const Verdict& verdict,
                                     const Labels& words) {
  if (!verdict.gap || verdict.gap->is_zero()) return std::nullopt;
  const std::string gap = figure(*verdict.gap, engine::unit_of(programme, verdict), words);
  const auto* goal = std::get_if<Decimal>(&verdict.goal);
  if (goal == nullptr || goal->is_zero()) return gap;
  const Decimal share = quotient(*verdict.gap * Decimal{100}, goal->abs(), 1, Rounding::up);
  return words("gap.percent", {{"gap", gap}, {"share", figure(share, "%", words)}});
}

}  // namespace jalon::reports

#include "reports/promise.hpp"

#include "reports/figures.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

namespace jalon::reports {
namespace {

using engine::Quantity;
using engine::Verdict;
using engine::VerdictKind;

struct GoalSaid {
  const Decimal* number;
  const GoalSource* from;
};
struct GoalOf {
  GoalSaid operator()(const AtLeast& one) const { return {&one.goal, &one.from}; }
  GoalSaid operator()(const AtMost& one) const { return {&one.goal, &one.from}; }
  GoalSaid operator()(const Exactly& one) const { return {&one.goal, &one.from}; }
  GoalSaid operator()(const Between& one) const { return {&one.lower, nullptr}; }
  GoalSaid operator()(const Trend&) const { return {nullptr, nullptr}; }
};

struct NominalDay {
  std::optional<Date> operator()(const By& one) const { return one.due.nominal; }
  std::optional<Date> operator()(const Before& one) const {
    return one.event.from ? std::optional{*one.event.from - Days{1}} : std::nullopt;
  }
  std::optional<Date> operator()(const During& one) const { return one.window.nominal; }
  template <class Other>
  std::optional<Date> operator()(const Other&) const {
    return std::nullopt;
  }
};

bool fits_day(const TimeClause& time, const Verdict& verdict) {
  const auto day = std::visit(NominalDay{}, time);
  return !verdict.due.nominal || !day || day == verdict.due.nominal;
}

bool fits_goal(const Promise& promise, const Verdict& verdict) {
  const auto* shown = std::get_if<Decimal>(&verdict.goal);
  const GoalSaid said = std::visit(GoalOf{}, promise.comparison);
  if (shown == nullptr || (said.from != nullptr && said.from->series)) return true;
  const auto* per = std::get_if<Per>(&promise.time);
  if (per != nullptr && per->first_share) return true;
  return said.number != nullptr && *said.number == *shown;
}

struct ComparisonText {
  const Labels& words;
  std::string goal;
  std::string operator()(const AtLeast&) const { return words("goal.at-least", {{"goal", goal}}); }
  std::string operator()(const AtMost&) const { return words("goal.at-most", {{"goal", goal}}); }
  std::string operator()(const Exactly&) const { return words("goal.exactly", {{"goal", goal}}); }
  std::string operator()(const Between& one) const {
    return words("goal.between",
                 {{"lower", figure(one.lower, words)}, {"upper", figure(one.upper, words)}});
  }
  std::string operator()(const Trend& one) const {
    return words(one.increase ? "goal.increase" : "goal.decrease", {{"baseline", goal}});
  }
};

/// The number that the words name: the one worked out, the one written, that of the baseline.
std::string goal_number(const Programme& programme, const Promise& promise, const Quantity& goal,
                        const Labels& words) {
  if (std::holds_alternative<Trend>(promise.comparison)) {
    return promise.baseline ? figure(promise.baseline->value, words) : std::string{};
  }
  if (const auto* shown = std::get_if<Decimal>(&goal)) return figure(*shown, words);
  const GoalSaid said = std::visit(GoalOf{}, promise.comparison);
  if (said.from != nullptr && said.from->series) {
    return words("goal.series-unknown", {{"series", programme[*said.from->series].id}});
  }
  return figure(*said.number, words);
}

std::string with_unit(std::string text, std::string_view unit) {
  if (unit.empty()) return text;
  return fmt::format("{}{}{}", text, unit == "%" ? kGroupSpace : " ", unit);
}

/// Where the number comes from, and how much it may be missed by: "10 % tolerance".
std::string additions(const Programme& programme, const Promise& promise, const Quantity& goal,
                      const Labels& words) {
  std::string text;
  const GoalSaid said = std::visit(GoalOf{}, promise.comparison);
  if (said.from != nullptr && said.from->series && std::holds_alternative<Decimal>(goal)) {
    text = words("goal.series", {{"series", programme[*said.from->series].id}});
  }
  if (said.from != nullptr && said.from->percent && promise.baseline) {
    text = words("goal.baseline", {{"percent", figure(*said.from->percent, "%", words)},
                                   {"baseline", figure(promise.baseline->value, words)}});
  }
  if (!promise.tolerance) return text;
  const std::string by =
      figure(promise.tolerance->value, promise.tolerance->percent ? "%" : "", words);
  return and_also(text, words("goal.tolerance", {{"n", by}}), words);
}

struct TimeText {
  const Labels& words;
  std::string operator()(const By& one) const {
    return words("time.by", {{"words", one.due.written}});
  }
  std::string operator()(const Before& one) const {
    return words("time.before", {{"words", one.event.written}});
  }
  std::string operator()(const During& one) const {
    return words("time.during", {{"words", one.window.written}});
  }
  std::string operator()(const Per& one) const {
    const std::string unit = words(fmt::format("period.{}", unit_key(one.unit)));
    const std::string first = period_name(one.first, one.unit);
    if (!one.last) return words("time.per", {{"period", unit}, {"first", first}});
    return words("time.per-to",
                 {{"period", unit}, {"first", first}, {"last", period_name(*one.last, one.unit)}});
  }
  std::string operator()(const ForEach& one) const {
    const std::string days = std::to_string(one.within_days);
    if (one.share == Decimal{1}) {
      return words("time.for-each", {{"what", one.dimension}, {"n", days}});
    }
    const std::string share = figure(one.share * Decimal{100}, "%", words);
    return words("time.for-share", {{"what", one.dimension}, {"n", days}, {"share", share}});
  }
  std::string operator()(const Undated&) const { return words("why.undated"); }
  std::string operator()(const Hold& one) const {
    std::string text = words("time.hold");
    if (one.from) text = words("time.hold-from", {{"what", text}, {"from", iso(*one.from)}});
    if (one.until) text = words("time.hold-until", {{"what", text}, {"until", one.until->written}});
    return text;
  }
  static std::string_view unit_key(PeriodUnit unit) {
    switch (unit) {
      case PeriodUnit::month:
        return "month";
      case PeriodUnit::quarter:
        return "quarter";
      case PeriodUnit::half:
        return "half";
      case PeriodUnit::year:
        return "year";
    }
    return "year";  // not reached: -Wswitch keeps the list complete
  }
};

template <class Amendments>
std::optional<Date> last_withdrawal(const Amendments& amendments) {
  for (auto at = amendments.rbegin(); at != amendments.rend(); ++at) {
    if (at->withdrawn) return at->decided;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> as_of(const Verdict& verdict) {
  if (!verdict.due.nominal || !verdict.days_left) return std::nullopt;
  return add_days(*verdict.due.nominal, -*verdict.days_left);
}

const Promise& promise_of(const Target& target, const Verdict& verdict) {
  const auto today = as_of(verdict);
  for (auto at = target.amendments.rbegin(); at != target.amendments.rend(); ++at) {
    if (today && at->decided > *today) continue;
    const bool instance = verdict.kind == VerdictKind::period || !verdict.decided_by.empty();
    if (!fits_goal(at->promise, verdict)) continue;
    if (instance || fits_day(at->promise.time, verdict)) return at->promise;
  }
  return target;
}

const StagePromise& promise_of(const Milestone& milestone, const Verdict& verdict) {
  const auto today = as_of(verdict);
  const auto* stage = std::get_if<std::string>(&verdict.goal);
  for (auto at = milestone.amendments.rbegin(); at != milestone.amendments.rend(); ++at) {
    if (today && at->decided > *today) continue;
    const bool same = stage == nullptr || *stage == milestone.stages[at->promise.reach];
    if (same && fits_day(at->promise.time, verdict)) return at->promise;
  }
  return milestone;
}

std::string promise_words(const Programme& programme, const Promise& promise, std::string_view unit,
                          const Quantity& goal, const Labels& words) {
  std::string text = std::visit(ComparisonText{words, goal_number(programme, promise, goal, words)},
                                promise.comparison);
  text = with_unit(std::move(text), unit);
  const std::string more = additions(programme, promise, goal, words);
  return more.empty() ? text : words("goal.with", {{"goal", text}, {"more", more}});
}

std::string time_words(const TimeClause& time, const Labels& words) {
  return std::visit(TimeText{words}, time);
}

std::string whole_promise_words(const Programme& programme, const Promise& promise,
                                std::string_view unit, const Labels& words) {
  return and_also(promise_words(programme, promise, unit, {}, words),
                  time_words(promise.time, words), words);
}

std::string whole_promise_words(const Milestone& milestone, const StagePromise& promise,
                                const Labels& words) {
  return and_also(milestone.stages[promise.reach], time_words(promise.time, words), words);
}

std::string waived_words(const Verdict& verdict, const Labels& words) {
  if (!verdict.waived) return {};
  return words("aside.waived", {{"id", verdict.waived->id}, {"day", iso(verdict.waived->expires)}});
}

std::string original_words(const Programme& programme, const Verdict& verdict,
                           const Labels& words) {
  if (!verdict.original) return {};
  const std::string status = status_word(*verdict.original, words);
  std::string promise;
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    const Target& one = programme[*target];
    if (!one.amendments.empty()) {
      promise = whole_promise_words(programme, one, engine::unit_of(programme, verdict), words);
    }
  } else if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
    promise = whole_promise_words(programme[*milestone], programme[*milestone], words);
  }
  if (promise.empty()) return words("aside.original-members", {{"status", status}});
  return words("aside.original", {{"promise", promise}, {"status", status}});
}

std::string judgement_words(const Verdict& verdict,
                            const std::map<std::int64_t, std::string>& notes, const Labels& words) {
  if (!verdict.judgement) return {};
  const engine::Judgement& one = *verdict.judgement;
  const std::string text =
      words("aside.judgement", {{"colour", words(fmt::format("colour.{}", name(one.colour)))},
                                {"by", one.by},
                                {"day", iso(one.on)},
                                {"expires", iso(one.expires)}});
  const auto note = notes.find(one.record);
  if (note == notes.end() || note->second.empty()) return text;
  return words("why.because", {{"what", text}, {"reason", note->second}});
}

std::vector<std::string> aside_words(const Programme& programme, const Verdict& verdict,
                                     const std::map<std::int64_t, std::string>& notes,
                                     const Labels& words) {
  std::vector<std::string> lines;
  for (std::string line :
       {original_words(programme, verdict, words), judgement_words(verdict, notes, words)}) {
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::optional<Date> withdrawn_on(const Programme& programme, const Verdict& verdict) {
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    const auto own = last_withdrawal(programme[*target].amendments);
    const auto& whole = programme[*target].whole;
    return own || !whole ? own : last_withdrawal(programme[*whole].amendments);
  }
  const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject);
  return milestone == nullptr ? std::nullopt : last_withdrawal(programme[*milestone].amendments);
}

}  // namespace jalon::reports

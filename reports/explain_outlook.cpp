// The path of a promise, and where the present pace leads.
#include "reports/explain_notes.hpp"
#include "reports/figures.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Explanation;
using engine::Outlook;
using engine::Verdict;

/// "path: 0 on 2019-12-31, 80 on 2020-12-31 (linear)"
std::string path_note(const Explanation& one, const Labels& words) {
  std::string points;
  for (const engine::PathPoint& point : one.path) {
    const std::string text =
        words("path.point", {{"value", figure(point.value, words)}, {"day", iso(point.on)}});
    points = points.empty() ? text : and_also(points, text, words);
  }
  if (points.empty()) return {};
  return words("path.points", {{"points", points}, {"method", one.verdict->outlook.method}});
}

/// Is it an upper limit on amounts that add up? Then pace is expected / used.
bool is_flow_limit(const Explanation& one) {
  if (one.promise == nullptr || !std::holds_alternative<AtMost>(one.promise->comparison)) {
    return false;
  }
  if (!one.formula || one.formula->kind == engine::Formula::Kind::ratio ||
      one.formula->kind == engine::Formula::Kind::difference) {
    return false;
  }
  return std::ranges::all_of(one.formula->parts, [](const engine::Ingredient& part) {
    return part.kind == engine::Ingredient::Kind::flow;
  });
}

/// "pace 28.5 %: on track from 95 %, at risk from 80 %"
std::string pace_note(const Input& input, const Explanation& one) {
  const auto* value = std::get_if<Decimal>(&one.verdict->value);
  const auto& expected = one.verdict->outlook.expected;
  if (value == nullptr || !expected || one.path.empty()) return {};
  Decimal over = *value - one.path.front().value;
  Decimal under = *expected - one.path.front().value;
  if (is_flow_limit(one)) std::swap(over, under);
  if (under.is_zero()) return {};
  const Labels& words = input.words;
  const auto& thresholds = input.programme.defaults.outlook;
  const Decimal pace = quotient(over * Decimal{100}, under, 1, Rounding::down);
  return words("path.pace", {{"value", figure(*value, words)},
                             {"expected", figure(*expected, words)},
                             {"pace", figure(pace, "%", words)},
                             {"on-track", figure(thresholds.on_track * Decimal{100}, "%", words)},
                             {"at-risk", figure(thresholds.at_risk * Decimal{100}, "%", words)}});
}

/// "needs 3 a day, 1 a day so far, 60 projected for 2020-12-31, reached on 2021-03-01 at this pace"
std::string rates_note(const Input& input, const Verdict& verdict) {
  const Labels& words = input.words;
  const Outlook& outlook = verdict.outlook;
  const std::string_view unit = engine::unit_of(input.programme, verdict);
  const Rounding away = unreached_side(input.programme, verdict);
  std::string text;
  const auto add = [&](std::string more) { text = and_also(text, more, words); };
  if (outlook.needed_per_day) {
    const Decimal needed = coarse(*outlook.needed_per_day, Rounding::up);
    add(words("pace.needed", {{"n", figure(needed, unit, words)}}));
  }
  if (outlook.rate_so_far) {
    add(words("pace.so-far", {{"n", figure(coarse(*outlook.rate_so_far, away), unit, words)}}));
  }
  if (outlook.projected && verdict.due.nominal) {
    add(words("path.projected", {{"n", figure(coarse(*outlook.projected, away), unit, words)},
                                 {"day", iso(*verdict.due.nominal)}}));
  }
  if (outlook.reached_at_pace) add(words("pace.reached", {{"n", iso(*outlook.reached_at_pace)}}));
  if (outlook.days_behind && *outlook.days_behind != 0) {
    const long days = *outlook.days_behind;
    add(words(days > 0 ? "path.behind" : "path.ahead", {{"n", std::to_string(std::abs(days))}}));
  }
  return text;
}

}  // namespace

std::vector<std::string> outlook_notes(const Input& input, const Explanation& explanation) {
  const Verdict& verdict = *explanation.verdict;
  std::vector<std::string> notes;
  if (const std::string outlook = outlook_words(input.programme, verdict, input.words);
      !outlook.empty()) {
    notes.push_back(input.words("explain.outlook", {{"outlook", outlook}}));
  }
  for (std::string note : {path_note(explanation, input.words), pace_note(input, explanation),
                           rates_note(input, verdict)}) {
    if (!note.empty()) notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace jalon::reports

// An explanation for programs: formulas as data, records with what became of them.
#include "reports/json_writer.hpp"
#include "reports/promise.hpp"
#include "reports/renderers.hpp"
#include "rules/engine/rollup.hpp"

namespace jalon::reports {
namespace {

using engine::Explanation;

std::string truth(bool value) { return value ? "true" : "false"; }

std::string json(const DateExpression& when) {
  ObjectWriter object;
  object.add("written", json_text(when.written));
  object.add("from", json_or_null(when.from));
  object.add("nominal", json_or_null(when.nominal));
  object.add("latest", json_or_null(when.latest));
  return std::move(object).text();
}

std::string json(const std::optional<Amount>& amount) {
  if (!amount) return "null";
  ObjectWriter object;
  object.add("written", json_text(amount->written));
  object.add("lo", json_or_null(amount->range.lo.at));
  object.add("lo_open", truth(amount->range.lo.open));
  object.add("hi", json_or_null(amount->range.hi.at));
  object.add("hi_open", truth(amount->range.hi.open));
  return std::move(object).text();
}

std::string json(const DimensionValues& dimensions) {
  std::string out = "{";
  for (const DimensionValue& one : dimensions) {
    if (out.size() > 1) out += ",";
    out += json_text(one.dimension) + ":" + json_text(one.value);
  }
  return out + "}";
}

std::string json(const std::vector<Evidence>& evidence) {
  std::vector<std::string> all;
  for (const Evidence& one : evidence) {
    ObjectWriter object;
    object.add("text", json_text(one.text));
    object.add("kind", json_text_or_null(one.kind));
    all.push_back(std::move(object).text());
  }
  return json_array(all);
}

std::string json(const engine::RecordPart& one) {
  const Record& record = *one.record;
  ObjectWriter object;
  object.add("record", std::to_string(record.number));
  object.add("part", json_text(engine::name(one.part)));
  object.add("by", one.by == nullptr ? "null" : std::to_string(one.by->number));
  object.add("subject", json_text(record.subject));
  object.add("on", json(record.happened));
  object.add("amount", json(record.amount));
  object.add("stage", json_text_or_null(record.stage));
  object.add("set", json(record.dimensions));
  object.add("key", json_text_or_null(record.key));
  object.add("evidence", json(record.evidence));
  object.add("learned", json_text(iso(record.learned)));
  return std::move(object).text();
}

std::string json(const std::optional<engine::Formula>& formula) {
  if (!formula) return "null";
  std::vector<std::string> parts;
  for (const engine::Ingredient& one : formula->parts) {
    ObjectWriter object;
    object.add("id", json_text(one.id));
    object.add("kind", json_text(name(one.kind)));
    object.add("value", json_or_null(one.value));
    object.add("on", json_or_null(one.on));
    parts.push_back(std::move(object).text());
  }
  ObjectWriter object;
  object.add("kind", json_text(name(formula->kind)));
  object.add("day", json_or_null(formula->day));
  object.add("percent", truth(formula->percent));
  object.add("same_year", truth(formula->same_year));
  object.add("parts", json_array(parts));
  return std::move(object).text();
}

std::string json(const engine::GoalFormula& goal) {
  ObjectWriter object;
  object.add("series", goal.series == nullptr ? "null" : json_text(goal.series->id));
  object.add("series_on", json_or_null(goal.said ? std::optional{goal.said->on} : std::nullopt));
  object.add("series_value",
             json_or_null(goal.said ? std::optional{goal.said->value} : std::nullopt));
  object.add("percent", json_or_null(goal.percent));
  object.add("baseline", json_or_null(goal.baseline));
  object.add("share_over",
             json_or_null(goal.share ? std::optional{goal.share->over} : std::nullopt));
  object.add("share_under",
             json_or_null(goal.share ? std::optional{goal.share->under} : std::nullopt));
  object.add("share_of", json_or_null(goal.before));
  object.add("tolerance",
             json_or_null(goal.tolerance ? std::optional{goal.tolerance->value} : std::nullopt));
  object.add("tolerance_percent", truth(goal.tolerance && goal.tolerance->percent));
  object.add("enough_from", json_or_null(goal.lower));
  object.add("enough_to", json_or_null(goal.upper));
  return std::move(object).text();
}

std::string json(const engine::Breach& breach) {
  ObjectWriter object;
  object.add("first", json_text(iso(breach.first)));
  object.add("last", json_or_null(breach.last));
  return std::move(object).text();
}

std::string json(const std::optional<engine::Ranking>& ranking) {
  if (!ranking) return "null";
  ObjectWriter object;
  object.add("children", std::to_string(ranking->children));
  object.add("ranked", std::to_string(ranking->ranked));
  object.add("k", ranking->k == 0 ? "null" : std::to_string(ranking->k));
  object.add("share", json_or_null(ranking->share));
  return std::move(object).text();
}

std::string json(const std::vector<engine::PathPoint>& path) {
  std::vector<std::string> points;
  for (const engine::PathPoint& one : path) {
    ObjectWriter object;
    object.add("on", json_text(iso(one.on)));
    object.add("value", one.value.str());
    points.push_back(std::move(object).text());
  }
  return json_array(points);
}

std::string json(const engine::WaiverPart& part) {
  const Waiver& waiver = *part.waiver;
  ObjectWriter object;
  object.add("id", json_text(waiver.id));
  object.add("state", json_text(name(part.state)));
  object.add("granted", json_text(iso(waiver.granted)));
  object.add("expires", json_text(iso(waiver.expires)));
  object.add("approved_by", json_text(waiver.approved_by));
  object.add("reason", json_text(waiver.reason));
  object.add("defined_at", json_text_or_null(waiver.place.str()));
  return std::move(object).text();
}

struct Maker {
  const Input& input;

  /// A promise in words, the same that people read.
  [[nodiscard]] std::string promised(const engine::Verdict& verdict, const Promise* promise,
                                     const StagePromise* stage) const {
    if (promise != nullptr) {
      return json_text(whole_promise_words(input.programme, *promise,
                                           engine::unit_of(input.programme, verdict), input.words));
    }
    const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject);
    if (stage == nullptr || milestone == nullptr) return "null";
    return json_text(whole_promise_words(input.programme[*milestone], *stage, input.words));
  }

  [[nodiscard]] std::string json_of(const engine::Verdict& verdict,
                                    const engine::Change& change) const {
    ObjectWriter object;
    object.add("id", json_text_or_null(change.revision->id));
    object.add("decided", json_text(iso(change.decided)));
    object.add("in_force", truth(change.in_force));
    object.add("withdrawn", truth(change.withdrawn));
    object.add("before", promised(verdict, change.before, change.stage_before));
    object.add("after", promised(verdict, change.after, change.stage_after));
    object.add("reason", json_text(change.revision->reason));
    object.add("defined_at", json_text_or_null(change.revision->place.str()));
    return std::move(object).text();
  }

  [[nodiscard]] std::string thresholds() const {
    ObjectWriter object;
    object.add("on_track", input.programme.defaults.outlook.on_track.str());
    object.add("at_risk", input.programme.defaults.outlook.at_risk.str());
    return std::move(object).text();
  }

  [[nodiscard]] static std::string attestations(const Explanation& one) {
    std::vector<std::string> all;
    for (const Record* record : one.attestations) {
      ObjectWriter object;
      object.add("record", std::to_string(record->number));
      object.add("through", json_or_null(record->happened.latest));
      all.push_back(std::move(object).text());
    }
    return json_array(all);
  }

  [[nodiscard]] std::string make(const Explanation& one) const {
    const engine::Verdict& verdict = *one.verdict;
    const auto each = [](const auto& all, auto text) {
      std::vector<std::string> texts;
      for (const auto& element : all) texts.push_back(text(element));
      return json_array(texts);
    };
    ObjectWriter object;
    object.add("verdict",
               verdict_json(input.programme, verdict, {input.head.as_of, input.head.known}));
    object.add("promised", promised(verdict, one.promise, one.stage_promise));
    object.add("formula", json(one.formula));
    object.add("goal", one.promise == nullptr ? "null" : json(one.goal));
    object.add("ranking", json(one.ranking));
    object.add("path", json(one.path));
    object.add("thresholds", thresholds());
    object.add("records", each(one.records, [](const auto& part) { return json(part); }));
    object.add("attestations", attestations(one));
    object.add("revisions",
               each(one.changes, [&](const auto& change) { return json_of(verdict, change); }));
    object.add("waivers", each(one.waivers, [](const auto& waiver) { return json(waiver); }));
    object.add("children", each(one.children, [&](const auto& child) { return make(child); }));
    object.add("breaches", each(one.breaches, [](const auto& breach) { return json(breach); }));
    return std::move(object).text();
  }
};

}  // namespace

std::string explanation_json(const Input& input, const Explanation& explanation) {
  return Maker{input}.make(explanation);
}

}  // namespace jalon::reports

#include "tests/engine/draft.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace jalon::engine {
namespace {

template <class T>
T must(Parsed<T> parsed, std::string_view text) {
  if (!parsed) throw std::runtime_error{fmt::format("{}: {}", text, parsed.error().reason)};
  return std::move(parsed).value();
}

Period year_of(std::string_view text) {
  const DateExpression year = when(text);
  return {*year.from, *year.latest};
}

}  // namespace

Date day(std::string_view text) { return must(parse_date(text), text); }
DateExpression when(std::string_view text) { return must(parse_date_expression(text), text); }
Decimal number(std::string_view text) { return must(Decimal::parse(text), text); }

DimensionValues dims(std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  DimensionValues made;
  for (const auto& [dimension, value] : values) {
    made.push_back({std::string{dimension}, std::string{value}});
  }
  return made;
}

std::string text(const std::optional<Date>& day) { return day ? iso(*day) : "null"; }
std::string text(const std::optional<Decimal>& number) { return number ? number->str() : "null"; }
std::string text(const std::optional<long>& number) {
  return number ? std::to_string(*number) : "null";
}
std::string text(const Quantity& quantity) {
  if (const auto* number = std::get_if<Decimal>(&quantity)) return number->str();
  if (const auto* stage = std::get_if<std::string>(&quantity)) return *stage;
  return "null";
}
std::string text(const Bounds& bounds) {
  return fmt::format("{}{}, {}{}", bounds.lo_open ? '(' : '[', text(bounds.lo), text(bounds.hi),
                     bounds.hi_open ? ')' : ']');
}
std::string status(const Verdict& verdict) { return std::string{name(verdict.status)}; }
std::string reading(const Verdict& verdict) {
  return fmt::format("{} ({})", name(verdict.status), name(verdict.reason));
}

Indicator& Draft::flow(std::string id) {
  Indicator made;
  made.id = std::move(id);
  made.measure = Flow{};
  programme.indicators.push_back(std::move(made));
  return programme.indicators.back();
}

Indicator& Draft::stock(std::string id) {
  Indicator& made = flow(std::move(id));
  made.measure = Stock{};
  return made;
}

Indicator& Draft::ratio(std::string id, std::string_view of, std::string_view to,
                        std::string unit) {
  Ratio ratio{indicator(of), Ref<Indicator>{}};
  bool found = false;
  for (std::uint32_t i = 0; i < programme.series.size(); ++i) {
    if (programme.series[i].id == to) {
      ratio.to = Ref<Series>{i};
      found = true;
    }
  }
  if (!found) ratio.to = indicator(to);
  Indicator& made = flow(std::move(id));
  made.measure = ratio;
  made.unit = std::move(unit);
  return made;
}

Indicator& Draft::sum(std::string id, std::initializer_list<std::string_view> parts) {
  Sum sum;
  for (const std::string_view part : parts) sum.parts.push_back(indicator(part));
  Indicator& made = flow(std::move(id));
  made.measure = std::move(sum);
  return made;
}

Indicator& Draft::difference(std::string id, std::string_view from, std::string_view less) {
  const Difference difference{indicator(from), indicator(less)};
  Indicator& made = flow(std::move(id));
  made.measure = difference;
  return made;
}

void Draft::series(std::string id,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  Series made;
  made.id = std::move(id);
  for (const auto& [on, value] : values) made.values.push_back({day(on), number(value)});
  programme.series.push_back(std::move(made));
}

Target& Draft::target(std::string id, std::string_view indicator_id, Comparison comparison,
                      TimeClause time) {
  Target made{{}, {comparison, std::move(time)}, indicator(indicator_id)};
  made.id = std::move(id);
  programme.targets.push_back(std::move(made));
  return programme.targets.back();
}

Target& Draft::part(std::string_view dimension, std::string_view value, Comparison comparison) {
  std::uint32_t whole = static_cast<std::uint32_t>(programme.targets.size()) - 1;
  if (programme.targets[whole].whole) whole = programme.targets[whole].whole->index;
  Target made = programme.targets[whole];
  made.whole = Ref<Target>{whole};
  made.part = DimensionValue{std::string{dimension}, std::string{value}};
  made.id += bracket(*made.part);
  made.where.push_back(*made.part);
  made.comparison = comparison;
  made.baseline = {};
  made.checkpoints = {};
  programme.targets.push_back(std::move(made));
  return programme.targets.back();
}

Milestone& Draft::milestone(std::string id, std::vector<std::string> stages, std::string_view reach,
                            TimeClause time) {
  Milestone made{{}, {0, std::move(time)}, std::move(stages)};
  made.id = std::move(id);
  for (std::uint32_t i = 0; i < made.stages.size(); ++i) {
    if (made.stages[i] == reach) made.reach = i;
  }
  programme.milestones.push_back(std::move(made));
  return programme.milestones.back();
}

void Draft::commitment(std::string id, Rule rule, const std::vector<std::string_view>& members) {
  Commitment made{{}, rule, {}};
  made.id = std::move(id);
  for (const std::string_view member : members) {
    for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
      if (programme.targets[i].id == member) made.members.push_back(Ref<Target>{i});
    }
    for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) {
      if (programme.milestones[i].id == member) made.members.push_back(Ref<Milestone>{i});
    }
  }
  programme.commitments.push_back(std::move(made));
}

Record& Draft::next(RecordKind kind, std::string_view subject, std::string_view on) {
  Record record;
  record.number = static_cast<std::int64_t>(log.size()) + 1;
  record.kind = kind;
  record.subject = subject;
  record.happened = when(on);
  if (record.happened.latest) record.learned = *record.happened.latest;
  log.push_back(std::move(record));
  return log.back();
}

Record& Draft::add(std::string_view subject, std::string_view on, std::string_view value,
                   DimensionValues dimensions) {
  Record& record = next(RecordKind::record, subject, on);
  const AmountRules rules = amount_rules(programme, programme.indicators[indicator(subject).index]);
  record.amount = must(parse_amount(value, rules), value);
  record.dimensions = std::move(dimensions);
  return record;
}

Record& Draft::reach(std::string_view milestone, std::string_view on, std::string stage) {
  Record& record = next(RecordKind::record, milestone, on);
  record.stage = std::move(stage);
  return record;
}

Record& Draft::correct(std::int64_t number, std::string_view on, std::string_view value) {
  const Record original = log[static_cast<std::size_t>(number) - 1];
  Record& record = original.amount ? add(original.subject, on, value, original.dimensions)
                                   : reach(original.subject, on, std::string{value});
  record.kind = RecordKind::correction;
  record.replaces = number;
  record.key = original.key;
  record.evidence = original.evidence;
  return record;
}

Record& Draft::retract(std::int64_t number, std::string_view learned) {
  Record& record =
      next(RecordKind::retraction, log[static_cast<std::size_t>(number) - 1].subject, learned);
  record.replaces = number;
  return record;
}

Record& Draft::attest(std::string_view subject, std::string_view through, DimensionValues scope) {
  Record& record = next(RecordKind::attestation, subject, through);
  record.dimensions = std::move(scope);
  return record;
}

Evaluation Draft::evaluate(std::string_view as_of, std::string_view known,
                           std::vector<std::string> instances) const {
  return engine::evaluate(programme, log, {day(as_of), day(known), {}}, instances);
}

Verdict Draft::judge(std::string_view id, std::string_view as_of, std::string_view known) const {
  const Evaluation evaluation = evaluate(as_of, known, {std::string{id}});
  const Verdict* verdict = evaluation.find(id);
  if (verdict == nullptr) throw std::runtime_error{fmt::format("no verdict {}", id)};
  return *verdict;
}

Ref<Indicator> Draft::indicator(std::string_view id) const {
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    if (programme.indicators[i].id == id) return {i};
  }
  throw std::runtime_error{fmt::format("no indicator {}", id)};
}

Comparison at_least(std::string_view goal) { return AtLeast{number(goal)}; }
Comparison at_most(std::string_view goal) { return AtMost{number(goal)}; }
Comparison exactly(std::string_view goal) { return Exactly{number(goal)}; }
Comparison between(std::string_view lower, std::string_view upper) {
  return Between{number(lower), number(upper)};
}
TimeClause by(std::string_view due) { return By{when(due)}; }
TimeClause before(std::string_view event) { return Before{when(event)}; }
TimeClause during(std::string_view window) { return During{when(window)}; }
TimeClause per_year(std::string_view first, std::string_view last) {
  Per per{PeriodUnit::year, year_of(first)};
  if (!last.empty()) per.last = year_of(last);
  return per;
}
TimeClause undated() { return Undated{"no date was given"}; }

}  // namespace jalon::engine

#include "tests/reference/made_up.hpp"

namespace jalon::reference {

Date day(const char* text) { return parse_date(text).value(); }
DateExpression date(const char* text) { return parse_date_expression(text).value(); }

Ref<Indicator> add_indicator(Programme& programme, const char* id, const Measure& measure) {
  Indicator indicator;
  indicator.id = id;
  indicator.unit = "unit";
  indicator.measure = measure;
  programme.indicators.push_back(indicator);
  return {static_cast<std::uint32_t>(programme.indicators.size() - 1)};
}

Target& add_target(Programme& programme, const char* id, Ref<Indicator> indicator,
                   const Comparison& comparison, const TimeClause& time) {
  Target target;
  target.id = id;
  target.indicator = indicator;
  target.comparison = comparison;
  target.time = time;
  programme.targets.push_back(target);
  return programme.targets.back();
}

Record& Logbook::add(const char* subject, const char* on, const char* value,
                     const DimensionValues& dimensions) {
  Record record;
  record.number = static_cast<std::int64_t>(records_.size()) + 1;
  record.subject = subject;
  record.happened = date(on);
  record.learned = record.happened.latest.value_or(Date{2019, 1, 1});
  record.dimensions = dimensions;
  record.stage = value;
  for (const Indicator& indicator : programme_.indicators) {
    if (indicator.id != subject) continue;
    record.amount = parse_amount(value, amount_rules(programme_, indicator)).value();
    record.stage.clear();
  }
  records_.push_back(record);
  return records_.back();
}

Record& Logbook::add_one(const char* subject, const char* on, const DimensionValues& dimensions,
                         const char* key, const char* evidence_kind) {
  Record& record = add(subject, on, "1", dimensions);
  record.key = key;
  record.evidence.push_back({"https://example.org/a", evidence_kind});
  return record;
}

void Logbook::attest(const char* subject, const char* through) {
  Record record;
  record.number = static_cast<std::int64_t>(records_.size()) + 1;
  record.kind = RecordKind::attestation;
  record.subject = subject;
  record.happened = date(through);
  record.learned = *record.happened.latest;
  records_.push_back(record);
}

}  // namespace jalon::reference

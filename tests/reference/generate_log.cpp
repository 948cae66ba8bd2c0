#include "tests/reference/generate.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

/// A day, a stretch of days, or open to one side.
DateExpression some_time(Maker& maker) {
  const Date day = maker.some_day();
  const int choice = maker.chance.below(100);
  if (choice < 74) return DateExpression::on(day);
  const Date later = day + Days{maker.chance.between(1, 25)};
  DateExpression result{"about " + iso(day), day, later, later, false, {}};
  if (choice >= 94 && choice < 98) result.from = {};
  if (choice >= 98) {
    result.nominal = {};
    result.latest = {};
  }
  return result;
}

std::string some_flow_text(Maker& maker, bool keyed) {
  if (maker.chance.percent(10)) return "0";
  if (maker.chance.percent(keyed ? 30 : 15)) {
    return maker.chance.pick(std::vector<std::string>{"-1", "-1", "-1", "-2", "-3..-1"});
  }
  if (maker.chance.percent(keyed ? 80 : 60)) return std::to_string(maker.chance.between(1, 5));
  return maker.chance.pick(
      std::vector<std::string>{"1.5", "0.25", "~5", ">2", ">=3", "<4", "<=2", "2..4"});
}

std::string some_level_text(Maker& maker) {
  if (maker.chance.percent(70)) return std::to_string(maker.chance.between(-1, 16));
  return maker.chance.pick(std::vector<std::string>{"2.5", "7.25", "~10", "~4", ">6", ">=9", "<5",
                                                    "<=8", "3..7", "8..12"});
}

Amount some_amount(Maker& maker, const Indicator& indicator) {
  const bool flow = std::holds_alternative<Flow>(indicator.measure);
  const AmountRules rules = amount_rules(maker.made.programme, indicator);
  const std::string text =
      flow ? some_flow_text(maker, !indicator.key.empty()) : some_level_text(maker);
  const Parsed<Amount> parsed = parse_amount(text, rules);
  return parsed ? parsed.value() : parse_amount("1", rules).value();
}

DimensionValues some_dimensions(Maker& maker, const Indicator& indicator, bool all) {
  DimensionValues values;
  for (const Dimension& dimension : indicator.dimensions) {
    if (!all && maker.chance.percent(50)) continue;
    const std::vector<std::string> choice =
        dimension.open ? std::vector<std::string>{"Acme", "Beta & Co", "Gamma"} : dimension.values;
    values.push_back({dimension.name, maker.focused ? choice.front() : maker.chance.pick(choice)});
  }
  return values;
}

/// Often exactly where one of the targets looks.
void aim_at_target(Maker& maker, std::uint32_t indicator, DimensionValues& dimensions) {
  const Programme& programme = maker.made.programme;
  if (programme.targets.empty() || !maker.chance.percent(55)) return;
  const Target& target = maker.chance.pick(programme.targets);
  const auto parts = measured_parts(programme, target.indicator.index);
  if (std::find(parts.begin(), parts.end(), indicator) == parts.end()) return;
  for (DimensionValue& value : dimensions) {
    for (const DimensionValue& wanted : target.where) {
      if (value.dimension == wanted.dimension) value.value = wanted.value;
    }
  }
}

void add_evidence(Maker& maker, Record& record) {
  const std::vector<std::string> kinds{"press", "press", "contract", "letter", ""};
  if (!maker.chance.percent(65)) return;
  for (int i = maker.chance.between(1, 2); i > 0; --i) {
    const std::string kind = maker.chance.pick(kinds);
    const std::string name = kind + std::to_string(maker.chance.below(4));
    record.evidence.push_back({"https://example.org/" + name, kind});
  }
}

/// What a record of this subject says.
void fill(Maker& maker, Record& record, std::uint32_t indicator_index) {
  const Programme& programme = maker.made.programme;
  const Indicator& indicator = programme.indicators[indicator_index];
  record.amount = some_amount(maker, indicator);
  record.stage.clear();
  const bool flow = std::holds_alternative<Flow>(indicator.measure);
  const bool zero = flow && record.amount->range == Interval::exactly(Decimal{0});
  record.dimensions = some_dimensions(maker, indicator, !zero);
  aim_at_target(maker, indicator_index, record.dimensions);
  if (record.key.empty() && !indicator.key.empty() && (!zero || maker.chance.percent(20))) {
    record.key =
        maker.focused ? "A" : maker.chance.pick(std::vector<std::string>{"A", "A", "B", "C"});
  }
  record.happened = some_time(maker);
  record.evidence.clear();
  add_evidence(maker, record);
}

void fill(Maker& maker, Record& record, const Milestone& milestone) {
  record.stage = maker.chance.pick(milestone.stages);
  record.happened = some_time(maker);
  record.evidence.clear();
  add_evidence(maker, record);
}

void set_learned(Maker& maker, Record& record) {
  record.learned = record.happened.latest.value_or(maker.origin);
  if (maker.chance.percent(25)) record.learned += Days{maker.chance.between(1, 60)};
  if (maker.chance.percent(5)) record.learned -= Days{maker.chance.between(1, 20)};
}

void fill_subject(Maker& maker, Record& record) {
  const Programme& programme = maker.made.programme;
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    if (programme.indicators[i].id == record.subject) fill(maker, record, i);
  }
  for (const Milestone& milestone : programme.milestones) {
    if (milestone.id == record.subject) fill(maker, record, milestone);
  }
  set_learned(maker, record);
}

/// An indicator that a target looks at.
std::string some_measured(Maker& maker) {
  const Programme& programme = maker.made.programme;
  const Target& target = maker.chance.pick(programme.targets);
  const auto parts = measured_parts(programme, target.indicator.index);
  return programme.indicators[maker.chance.pick(parts)].id;
}

void add_record(Maker& maker, Record record) {
  const Programme& programme = maker.made.programme;
  record.subject = maker.chance.percent(25)    ? maker.chance.pick(programme.milestones).id
                   : programme.targets.empty() ? "first"
                                               : some_measured(maker);
  if (maker.chance.percent(1)) record.subject = "nobody";
  fill_subject(maker, record);
  maker.made.log.push_back(record);
}

/// The subject and the key stay; everything else is restated.
void add_correction(Maker& maker, Record record) {
  std::vector<Record> originals;
  for (const Record& earlier : maker.made.log) {
    if (earlier.kind == RecordKind::record) originals.push_back(earlier);
  }
  if (originals.empty()) return;
  const Record original = maker.chance.pick(originals);
  record.kind = RecordKind::correction;
  record.replaces = original.number;
  record.subject = original.subject;
  record.key = original.key;
  fill_subject(maker, record);
  record.learned = std::max(record.learned, original.learned);
  maker.made.log.push_back(record);
}

void add_retraction(Maker& maker, Record record) {
  if (maker.made.log.empty()) return;
  const Record named = maker.chance.pick(maker.made.log);
  record.kind = RecordKind::retraction;
  record.replaces = named.number;
  record.subject = named.subject;
  record.learned = std::max(named.learned, maker.some_day());
  maker.made.log.push_back(record);
}

void add_attestation(Maker& maker, Record record) {
  const Programme& programme = maker.made.programme;
  record.kind = RecordKind::attestation;
  const int choice = maker.chance.below(10);
  if (choice < 5) {
    const Indicator& indicator = maker.chance.pick(programme.indicators);
    record.subject = indicator.id;
    if (maker.chance.percent(50)) record.dimensions = some_dimensions(maker, indicator, false);
  } else if (choice < 8 && !programme.targets.empty()) {
    const Target& target = maker.chance.pick(programme.targets);
    record.subject = maker.chance.percent(50) ? target.id : programme[target.indicator].id;
    if (record.subject != target.id) record.dimensions = target.where;
  } else {
    record.subject = maker.chance.pick(programme.milestones).id;
  }
  record.happened = DateExpression::on(maker.some_day());
  record.learned = *record.happened.latest;
  if (maker.chance.percent(30)) record.learned += Days{maker.chance.between(1, 40)};
  maker.made.log.push_back(record);
}

/// What a person thinks of a verdict.
void add_judgement(Maker& maker, Record record) {
  record.kind = RecordKind::judgement;
  record.subject = some_id(maker);
  record.stage = maker.chance.pick(std::vector<std::string>{"green", "amber", "red"});
  record.learned = maker.some_day();
  record.happened = DateExpression::on(record.learned + Days{maker.chance.below(60)});
  record.recorded_by = "account";
  if (maker.chance.percent(50)) record.on_behalf_of = "somebody";
  maker.made.log.push_back(record);
}

template <class Definition>
void call_by_old_name(Maker& maker, std::string& subject,
                      const std::vector<Definition>& definitions) {
  for (const Definition& definition : definitions) {
    const bool it = subject == definition.id || subject.starts_with(definition.id + "[");
    if (!it || definition.was.empty() || !maker.chance.percent(50)) continue;
    subject = definition.was.front() + subject.substr(definition.id.size());
    return;
  }
}

/// Some of the log was written when things were called otherwise.
void call_by_old_names(Maker& maker) {
  const Programme& programme = maker.made.programme;
  std::vector<Target> wholes = programme.targets;
  std::erase_if(wholes, [](const Target& target) { return target.whole.has_value(); });
  for (Record& record : maker.made.log) {
    call_by_old_name(maker, record.subject, programme.indicators);
    call_by_old_name(maker, record.subject, programme.milestones);
    call_by_old_name(maker, record.subject, wholes);
  }
}

}  // namespace

void make_log(Maker& maker) {
  const int length = maker.chance.below(28);
  for (int i = 0; i < length; ++i) {
    Record record;
    record.number = static_cast<std::int64_t>(maker.made.log.size()) + 1;
    const int choice = maker.chance.below(100);
    if (choice < 8) {
      add_judgement(maker, record);
    } else if (choice < 64) {
      add_record(maker, record);
    } else if (choice < 72) {
      add_correction(maker, record);
    } else if (choice < 78) {
      add_retraction(maker, record);
    } else {
      add_attestation(maker, record);
    }
  }
  call_by_old_names(maker);
}

}  // namespace jalon::reference

#include "reports/machine.hpp"

#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

namespace jalon::reports {
namespace {

using engine::Verdict;

Machine null_if_empty(std::string_view text) {
  return text.empty() ? Machine{} : Machine{std::string{text}};
}
Machine machine(const std::optional<Date>& day) { return day ? Machine{*day} : Machine{}; }
Machine machine(const std::optional<Decimal>& number) {
  return number ? Machine{*number} : Machine{};
}
Machine machine(const std::optional<long>& count) {
  return count ? Machine{std::int64_t{*count}} : Machine{};
}
Machine machine(const engine::Quantity& quantity) {
  if (const auto* number = std::get_if<Decimal>(&quantity)) return *number;
  if (const auto* stage = std::get_if<std::string>(&quantity)) return *stage;
  return {};
}
Machine named(std::string_view name) { return std::string{name}; }

struct Context {
  const Programme& programme;
  const Verdict& verdict;
  const engine::Moment& moment;
};
const SourceRef* source_of(const Context& c) {
  const auto& sources = engine::definition_of(c.programme, c.verdict).sources;
  return sources.empty() ? nullptr : &sources.front();
}
Machine owner_of(const Context& c) {
  const Party* owner = engine::owner_of(c.programme, c.verdict);
  return owner == nullptr ? Machine{} : Machine{owner->id};
}
Machine initiative_of(const Context& c) {
  const Initiative* initiative = engine::initiative_of(c.programme, c.verdict);
  return initiative == nullptr ? Machine{} : Machine{initiative->id};
}
Machine freshness_of(const Context& c) {
  const auto& age = c.verdict.confidence.freshness;
  return age ? named(engine::name(*age)) : Machine{};
}
Machine source_id(const Context& c) {
  const SourceRef* source = source_of(c);
  return source == nullptr ? Machine{} : Machine{c.programme[source->source].id};
}
Machine locator(const Context& c) {
  const SourceRef* source = source_of(c);
  return source == nullptr ? Machine{} : null_if_empty(source->locator);
}

using J = const engine::Judgement&;
template <class Value>
Machine judged(const Context& c, Value value) {
  return c.verdict.judgement ? value(*c.verdict.judgement) : Machine{};
}

struct Key {
  std::string_view name;
  Machine (*value)(const Context&);
};
using C = const Context&;

constexpr Key kKeys[] = {
    {"id", [](C c) -> Machine { return c.verdict.id; }},
    {"kind", [](C c) { return named(engine::name(c.verdict.kind)); }},
    {"title",
     [](C c) -> Machine { return title_of(c.programme, c.verdict, c.programme.language); }},
    {"as_of", [](C c) -> Machine { return c.moment.as_of; }},
    {"known", [](C c) -> Machine { return c.moment.known; }},
    {"status", [](C c) { return named(engine::name(c.verdict.status)); }},
    {"since", [](C c) { return machine(c.verdict.since); }},
    {"reason", [](C c) { return named(engine::name(c.verdict.reason)); }},
    {"reached_on", [](C c) { return machine(c.verdict.reached_on); }},
    {"days_late", [](C c) { return machine(c.verdict.days_late); }},
    {"days_overdue", [](C c) { return machine(c.verdict.days_overdue); }},
    {"days_left", [](C c) { return machine(c.verdict.days_left); }},
    {"within_tolerance", [](C c) -> Machine { return c.verdict.within_tolerance; }},
    {"waived.id", [](C c) { return c.verdict.waived ? named(c.verdict.waived->id) : Machine{}; }},
    {"waived.expires",
     [](C c) { return c.verdict.waived ? Machine{c.verdict.waived->expires} : Machine{}; }},
    {"original",
     [](C c) { return c.verdict.original ? named(engine::name(*c.verdict.original)) : Machine{}; }},
    {"severity", [](C c) { return named(name(engine::severity_of(c.programme, c.verdict))); }},
    {"owner", owner_of},
    {"initiative", initiative_of},
    {"unit", [](C c) { return null_if_empty(engine::unit_of(c.programme, c.verdict)); }},
    {"value", [](C c) { return machine(c.verdict.value); }},
    {"goal", [](C c) { return machine(c.verdict.goal); }},
    {"gap", [](C c) { return machine(c.verdict.gap); }},
    {"surplus", [](C c) { return machine(c.verdict.surplus); }},
    {"progress", [](C c) { return machine(c.verdict.progress); }},
    {"bounds.lo", [](C c) { return machine(c.verdict.bounds.lo); }},
    {"bounds.lo_open", [](C c) -> Machine { return c.verdict.bounds.lo_open; }},
    {"bounds.hi", [](C c) { return machine(c.verdict.bounds.hi); }},
    {"bounds.hi_open", [](C c) -> Machine { return c.verdict.bounds.hi_open; }},
    {"due.written", [](C c) { return null_if_empty(c.verdict.due.written); }},
    {"due.from", [](C c) { return machine(c.verdict.due.from); }},
    {"due.nominal", [](C c) { return machine(c.verdict.due.nominal); }},
    {"due.latest", [](C c) { return machine(c.verdict.due.latest); }},
    {"outlook.state", [](C c) { return named(engine::name(c.verdict.outlook.state)); }},
    {"outlook.expected", [](C c) { return machine(c.verdict.outlook.expected); }},
    {"outlook.projected", [](C c) { return machine(c.verdict.outlook.projected); }},
    {"outlook.needed_per_day", [](C c) { return machine(c.verdict.outlook.needed_per_day); }},
    {"outlook.method", [](C c) { return null_if_empty(c.verdict.outlook.method); }},
    {"outlook.rate_so_far", [](C c) { return machine(c.verdict.outlook.rate_so_far); }},
    {"outlook.reached_at_pace", [](C c) { return machine(c.verdict.outlook.reached_at_pace); }},
    {"outlook.days_behind", [](C c) { return machine(c.verdict.outlook.days_behind); }},
    {"confidence.evidence", [](C c) { return named(engine::name(c.verdict.confidence.evidence)); }},
    {"confidence.freshness", freshness_of},
    {"confidence.complete_through",
     [](C c) { return machine(c.verdict.confidence.complete_through); }},
    {"decided_by", [](C c) { return null_if_empty(c.verdict.decided_by); }},
    {"records", [](C c) -> Machine { return c.verdict.records; }},
    {"defined_at",
     [](C c) { return null_if_empty(engine::definition_of(c.programme, c.verdict).place.str()); }},
    {"source.ref", source_id},
    {"source.locator", locator},
    {"judgement.colour",
     [](C c) { return judged(c, [](J one) { return named(engine::name(one.colour)); }); }},
    {"judgement.by", [](C c) { return judged(c, [](J one) { return named(one.by); }); }},
    {"judgement.on", [](C c) { return judged(c, [](J one) -> Machine { return one.on; }); }},
    {"judgement.expires",
     [](C c) { return judged(c, [](J one) -> Machine { return one.expires; }); }},
    {"judgement.record",
     [](C c) { return judged(c, [](J one) -> Machine { return one.record; }); }},
};

struct CellValue {
  Machine operator()(std::monostate) const { return {}; }
  Machine operator()(const std::string& text) const { return text; }
  Machine operator()(const IdCell& id) const { return id.id; }
  Machine operator()(const NumberCell& number) const { return number.value; }
  Machine operator()(const ShareCell& share) const { return share.value; }
  Machine operator()(Date day) const { return day; }
  Machine operator()(engine::Status status) const { return named(engine::name(status)); }
  Machine operator()(UnknownCell) const { return {}; }
};

}  // namespace

std::vector<std::string> verdict_keys() {
  std::vector<std::string> keys;
  for (const Key& key : kKeys) keys.emplace_back(key.name);
  return keys;
}

std::vector<Field> verdict_fields(const Programme& programme, const Verdict& verdict,
                                  const engine::Moment& moment) {
  std::vector<Field> fields;
  const Context context{programme, verdict, moment};
  for (const Key& key : kKeys) fields.push_back({std::string{key.name}, key.value(context)});
  return fields;
}

std::vector<std::string> machine_keys(const Report& report) {
  if (!report.table) return verdict_keys();
  std::vector<std::string> keys;
  for (const Column& column : report.table->columns) keys.push_back(column.key);
  return keys;
}

std::size_t machine_rows(const Report& report) {
  return report.table ? report.table->rows.size() : report.verdicts.size();
}

std::vector<Machine> machine_row(const Report& report, std::size_t row) {
  std::vector<Machine> values;
  if (report.table) {
    for (const Cell& cell : report.table->rows[row].cells) values.push_back(machine_value(cell));
    return values;
  }
  const engine::Moment moment{report.head.as_of, report.head.known};
  for (Field& field : verdict_fields(*report.programme, *report.verdicts[row], moment))
    values.push_back(std::move(field.value));
  return values;
}

Machine machine_value(const Cell& cell) { return std::visit(CellValue{}, cell); }

}  // namespace jalon::reports

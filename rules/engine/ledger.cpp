#include "rules/engine/ledger.hpp"

#include <algorithm>
#include <tuple>

namespace jalon::engine {
namespace {

bool in_order(const Entry& a, const Entry& b) {
  return std::tie(a.from, a.to, a.order) < std::tie(b.from, b.to, b.order);
}

const std::string* value_of(const DimensionValues& values, std::string_view dimension) {
  for (const DimensionValue& value : values) {
    if (value.dimension == dimension) return &value.value;
  }
  return nullptr;
}

/// Values with their lengths, so that no value can pass for two.
void append(std::string& key, const std::string& value) {
  key += std::to_string(value.size());
  key += ':';
  key += value;
}

std::string names_of(const DimensionValues& values) {
  std::string key;
  for (const DimensionValue& value : values) append(key, value.dimension);
  return key;
}

std::string values_of(const DimensionValues& values) {
  std::string key;
  for (const DimensionValue& value : values) append(key, value.value);
  return key;
}

/// The values of the named dimensions; nothing if one is missing.
template <class Names, class NameOf>
std::optional<std::string> project(const DimensionValues& values, const Names& names,
                                   NameOf name_of) {
  std::string key;
  for (const auto& each : names) {
    const std::string* value = value_of(values, name_of(each));
    if (value == nullptr) return std::nullopt;
    append(key, *value);
  }
  return key;
}

bool is_zero_report(const Record& record) {
  return record.amount && record.amount->range.is_exact() &&
         record.amount->range.lo.at->is_zero() && !record.amount->range.lo.open;
}

}  // namespace

bool is_proven(const EvidenceRule& rule, std::span<const Record* const> records) {
  if (!rule.required) return true;
  std::vector<const Evidence*> distinct;
  for (const Record* record : records) {
    for (const Evidence& piece : record->evidence) {
      const bool wanted = rule.kinds.empty() || std::find(rule.kinds.begin(), rule.kinds.end(),
                                                          piece.kind) != rule.kinds.end();
      const bool known = std::any_of(distinct.begin(), distinct.end(),
                                     [&](const Evidence* other) { return *other == piece; });
      if (wanted && !known) distinct.push_back(&piece);
    }
  }
  return static_cast<long>(distinct.size()) >= rule.min;
}

bool covers(const DimensionValues& few, const DimensionValues& many) {
  return std::all_of(few.begin(), few.end(), [&](const DimensionValue& fixed) {
    const std::string* value = value_of(many, fixed.dimension);
    return value != nullptr && *value == fixed.value;
  });
}

bool compatible(const DimensionValues& a, const DimensionValues& b) {
  return std::all_of(a.begin(), a.end(), [&](const DimensionValue& fixed) {
    const std::string* value = value_of(b, fixed.dimension);
    return value == nullptr || *value == fixed.value;
  });
}

DimensionValues with(DimensionValues filter, const DimensionValue& more) {
  std::erase_if(filter, [&](const DimensionValue& old) { return old.dimension == more.dimension; });
  filter.insert(std::upper_bound(filter.begin(), filter.end(), more), more);
  return filter;
}

void Attestations::add(const DimensionValues& dimensions, const Record& record) {
  singles_.push_back({dimensions, &record});
  const Day through = latest_day(record.happened);
  std::vector<std::string> names;
  for (const DimensionValue& value : dimensions) names.push_back(value.dimension);
  auto group = std::find_if(groups_.begin(), groups_.end(),
                            [&](const Group& each) { return each.dimensions == names; });
  if (group == groups_.end()) {
    groups_.push_back({std::move(names), {}});
    group = groups_.end() - 1;
  }
  auto [entry, fresh] = group->through.try_emplace(values_of(dimensions), through);
  if (!fresh) entry->second = std::max(entry->second, through);
}

Day Attestations::through(const DimensionValues& scope) const {
  Day through = kDawn;
  for (const Group& group : groups_) {
    const auto key = project(scope, group.dimensions, [](const std::string& name) { return name; });
    if (!key) continue;
    const auto found = group.through.find(*key);
    if (found != group.through.end()) through = std::max(through, found->second);
  }
  return through;
}

std::vector<const Record*> Attestations::covering(const DimensionValues& scope) const {
  std::vector<const Record*> covering;
  for (const Single& single : singles_) {
    if (covers(single.dimensions, scope)) covering.push_back(single.record);
  }
  return covering;
}

Ledger::Ledger(const Programme& programme, const Facts& facts)
    : programme_{&programme},
      indicators_(programme.indicators.size()),
      milestones_(programme.milestones.size()) {
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    indicator_ids_[programme.indicators[i].id] = {i};
  }
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) {
    milestone_ids_[programme.milestones[i].id] = {i};
  }
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
    target_ids_[programme.targets[i].id] = {i};
  }
  for (const Fact& fact : facts.records) enter(fact);
  for (const Record* record : facts.attestations) attest(*record);
  for (Account& account : indicators_) {
    std::sort(account.entries.begin(), account.entries.end(), in_order);
  }
  for (Account& account : milestones_) {
    std::sort(account.entries.begin(), account.entries.end(), in_order);
  }
}

void Ledger::enter(const Fact& fact) {
  const Record& record = *fact.record;
  Entry entry{
      first_day(record.happened), latest_day(record.happened), fact.order, &record, false, false};
  if (const auto found = indicator_ids_.find(record.subject); found != indicator_ids_.end()) {
    const Indicator& indicator = (*programme_)[found->second];
    if (!record.amount || std::holds_alternative<Ratio>(indicator.measure)) return;
    entry.zero = std::holds_alternative<Flow>(indicator.measure) && is_zero_report(record);
    entry.proven = entry.zero || is_proven(indicator.evidence, {&fact.record, 1});
    indicators_[found->second.index].entries.push_back(entry);
  } else if (const auto step = milestone_ids_.find(record.subject); step != milestone_ids_.end()) {
    entry.proven = is_proven((*programme_)[step->second].evidence, {&fact.record, 1});
    milestones_[step->second.index].entries.push_back(entry);
  }
}

void Ledger::attest(const Record& record) {
  if (const auto found = indicator_ids_.find(record.subject); found != indicator_ids_.end()) {
    attest(found->second, record.dimensions, record);
  } else if (const auto step = milestone_ids_.find(record.subject); step != milestone_ids_.end()) {
    milestones_[step->second.index].attestations.add({}, record);
  } else if (const auto whole = target_ids_.find(record.subject); whole != target_ids_.end()) {
    const Target& target = (*programme_)[whole->second];
    DimensionValues scope = target.where;
    for (const DimensionValue& value : record.dimensions) scope = with(std::move(scope), value);
    attest(target.indicator, scope, record);
  }
}

/// On a ratio an attestation stands for each of its parts.
void Ledger::attest(Ref<Indicator> indicator, const DimensionValues& dimensions,
                    const Record& record) {
  const auto* ratio = std::get_if<Ratio>(&(*programme_)[indicator].measure);
  if (ratio == nullptr) {
    indicators_[indicator.index].attestations.add(dimensions, record);
    return;
  }
  indicators_[ratio->of.index].attestations.add(dimensions, record);
  if (const auto* to = std::get_if<Ref<Indicator>>(&ratio->to)) {
    indicators_[to->index].attestations.add(dimensions, record);
  }
}

Ledger::Index& Ledger::index_for(Account& account, const DimensionValues& filter) {
  auto [found, fresh] = account.indexes.try_emplace(names_of(filter));
  if (!fresh) return found->second;
  Index& index = found->second;
  for (std::uint32_t i = 0; i < account.entries.size(); ++i) {
    const Entry& entry = account.entries[i];
    const auto key = project(entry.record->dimensions, filter,
                             [](const DimensionValue& value) { return value.dimension; });
    if (key) {
      index.places[*key].push_back(i);
    } else if (entry.zero) {
      index.partial.push_back(i);
    }
  }
  return index;
}

std::vector<Entry> Ledger::select(Ref<Indicator> indicator, const DimensionValues& filter) {
  Account& account = indicators_[indicator.index];
  if (filter.empty()) return account.entries;
  const Index& index = index_for(account, filter);
  std::vector<Entry> chosen;
  if (const auto found = index.places.find(values_of(filter)); found != index.places.end()) {
    for (const std::uint32_t place : found->second) chosen.push_back(account.entries[place]);
  }
  const std::size_t whole = chosen.size();
  for (const std::uint32_t place : index.partial) {
    if (compatible(account.entries[place].record->dimensions, filter)) {
      chosen.push_back(account.entries[place]);
    }
  }
  std::inplace_merge(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(whole),
                     chosen.end(), in_order);
  return chosen;
}

}  // namespace jalon::engine

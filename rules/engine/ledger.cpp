#include "rules/engine/ledger.hpp"

#include <algorithm>
#include <tuple>

namespace jalon::engine {
namespace {

bool in_order(const Entry& a, const Entry& b) {
  return std::tie(a.from, a.to, a.order) < std::tie(b.from, b.to, b.order);
}

/// Values with their lengths, so that no value can pass for two.
void append(std::string& key, const std::string& value) {
  key += std::to_string(value.size());
  key += ':';
  key += value;
}

/// Each dimension once, in order.
std::vector<std::string> dimensions_of(const DimensionValues& values) {
  std::vector<std::string> names;
  for (const DimensionValue& value : values) {
    if (names.empty() || names.back() != value.dimension) names.push_back(value.dimension);
  }
  return names;
}

/// The values of the named dimensions, one or a set of each; nothing if one is missing.
std::optional<std::string> project(const DimensionValues& values,
                                   const std::vector<std::string>& dimensions) {
  std::string key;
  for (const std::string& dimension : dimensions) {
    bool missing = true;
    for (const DimensionValue& value : values) {
      if (value.dimension != dimension) continue;
      append(key, value.value);
      missing = false;
    }
    if (missing) return std::nullopt;
    key += ';';
  }
  return key;
}

/// One key for each choice of one value of each dimension.
std::vector<std::string> keys_of(const DimensionValues& filter,
                                 const std::vector<std::string>& dimensions) {
  std::vector<std::string> keys{""};
  for (const std::string& dimension : dimensions) {
    std::vector<std::string> longer;
    for (const DimensionValue& value : filter) {
      if (value.dimension != dimension) continue;
      for (std::string key : keys) {
        append(key, value.value);
        longer.push_back(std::move(key) + ';');
      }
    }
    keys = std::move(longer);
  }
  return keys;
}

bool names(const DimensionValues& values, const std::string& dimension) {
  return std::any_of(values.begin(), values.end(),
                     [&](const DimensionValue& value) { return value.dimension == dimension; });
}

bool holds(const DimensionValues& values, const DimensionValue& wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
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
  const auto is_wider = [&](const DimensionValue& value) {
    return names(few, value.dimension) && !holds(few, value);
  };
  return std::all_of(few.begin(), few.end(),
                     [&](const DimensionValue& value) { return holds(many, value); }) &&
         std::none_of(many.begin(), many.end(), is_wider);
}

bool compatible(const DimensionValues& a, const DimensionValues& b) {
  const auto is_shared = [&](const DimensionValue& value) {
    return std::any_of(a.begin(), a.end(), [&](const DimensionValue& other) {
      return other.dimension == value.dimension && holds(b, other);
    });
  };
  return std::all_of(a.begin(), a.end(), [&](const DimensionValue& value) {
    return !names(b, value.dimension) || is_shared(value);
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
  std::vector<std::string> fixed = dimensions_of(dimensions);
  const auto key = project(dimensions, fixed);
  auto group = std::find_if(groups_.begin(), groups_.end(),
                            [&](const Group& each) { return each.dimensions == fixed; });
  if (group == groups_.end()) {
    groups_.push_back({std::move(fixed), {}});
    group = groups_.end() - 1;
  }
  auto [entry, fresh] = group->through.try_emplace(*key, through);
  if (!fresh) entry->second = std::max(entry->second, through);
}

Day Attestations::through(const DimensionValues& scope) const {
  Day through = kDawn;
  for (const Group& group : groups_) {
    const auto key = project(scope, group.dimensions);
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
  learn_names();
  for (const Fact& fact : facts.records) enter(fact);
  for (const Record* record : facts.attestations) attest(*record);
  for (Account& account : indicators_) {
    std::sort(account.entries.begin(), account.entries.end(), in_order);
  }
  for (Account& account : milestones_) {
    std::sort(account.entries.begin(), account.entries.end(), in_order);
  }
}

/// An id of today goes before an old one; the old id of a split is one of its parts too.
void Ledger::learn_names() {
  const auto learn = [](const auto& definitions, auto& ids) {
    using Kind = typename std::decay_t<decltype(definitions)>::value_type;
    const auto size = static_cast<std::uint32_t>(definitions.size());
    for (std::uint32_t i = 0; i < size; ++i) ids.try_emplace(definitions[i].id, Ref<Kind>{i});
    for (std::uint32_t i = 0; i < size; ++i) {
      for (const std::string& old : definitions[i].was) ids.try_emplace(old, Ref<Kind>{i});
    }
  };
  learn(programme_->indicators, indicator_ids_);
  learn(programme_->milestones, milestone_ids_);
  learn(programme_->targets, target_ids_);
  for (std::uint32_t i = 0; i < programme_->targets.size(); ++i) {
    const Target& target = programme_->targets[i];
    if (!target.whole || !target.part) continue;
    for (const std::string& old : (*programme_)[*target.whole].was) {
      target_ids_.try_emplace(old + bracket(*target.part), Ref<Target>{i});
    }
  }
}

void Ledger::enter(const Fact& fact) {
  const Record& record = *fact.record;
  Entry entry{
      first_day(record.happened), latest_day(record.happened), fact.order, &record, false, false};
  if (const auto found = indicator_ids_.find(record.subject); found != indicator_ids_.end()) {
    const Indicator& indicator = (*programme_)[found->second];
    const bool is_flow = std::holds_alternative<Flow>(indicator.measure);
    if (!record.amount || !(is_flow || std::holds_alternative<Stock>(indicator.measure))) return;
    entry.zero = is_flow && is_zero_report(record);
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

/// On a derived indicator an attestation stands for each of its parts.
void Ledger::attest(Ref<Indicator> indicator, const DimensionValues& dimensions,
                    const Record& record) {
  for (const Ref<Indicator> part : measured_by(*programme_, indicator)) {
    indicators_[part.index].attestations.add(dimensions, record);
  }
}

Ledger::Index& Ledger::index_for(Account& account, const std::vector<std::string>& dimensions) {
  std::string name;
  for (const std::string& dimension : dimensions) append(name, dimension);
  auto [found, fresh] = account.indexes.try_emplace(std::move(name));
  if (!fresh) return found->second;
  Index& index = found->second;
  for (std::uint32_t i = 0; i < account.entries.size(); ++i) {
    const Entry& entry = account.entries[i];
    const auto key = project(entry.record->dimensions, dimensions);
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
  const std::vector<std::string> dimensions = dimensions_of(filter);
  const Index& index = index_for(account, dimensions);
  std::vector<std::uint32_t> places;
  for (const std::string& key : keys_of(filter, dimensions)) {
    const auto found = index.places.find(key);
    if (found == index.places.end()) continue;
    places.insert(places.end(), found->second.begin(), found->second.end());
  }
  for (const std::uint32_t place : index.partial) {
    if (compatible(account.entries[place].record->dimensions, filter)) places.push_back(place);
  }
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  std::vector<Entry> chosen;
  chosen.reserve(places.size());
  for (const std::uint32_t place : places) chosen.push_back(account.entries[place]);
  return chosen;
}

}  // namespace jalon::engine

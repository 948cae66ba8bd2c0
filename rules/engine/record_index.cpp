#include "rules/engine/record_index.hpp"

#include "rules/engine/excerpt.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// "x" of the instance "x[2020]".
std::string_view whole_of(std::string_view name) { return name.substr(0, name.find('[')); }

/// The indicator that an attestation under that name speaks of, or whose target it names.
std::unordered_map<std::string_view, Ref<Indicator>> attested(const Programme& programme) {
  std::unordered_map<std::string_view, Ref<Indicator>> indicators;
  const auto add = [&](const Common& one, Ref<Indicator> indicator) {
    indicators.emplace(one.id, indicator);
    for (const std::string& old : one.was) indicators.emplace(old, indicator);
  };
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    add(programme.indicators[i], Ref<Indicator>{i});
  }
  for (const Target& target : programme.targets) add(target, target.indicator);
  return indicators;
}

}  // namespace

RecordIndex::RecordIndex(const Programme& programme, const std::vector<const Record*>& records) {
  const auto indicators = attested(programme);
  for (const Record* record : records) {
    by_name_[whole_of(record->subject)].push_back(record);
    if (record->kind != RecordKind::attestation) continue;
    const auto found = indicators.find(record->subject);
    if (found == indicators.end()) continue;
    for (const Ref<Indicator> part : measured_by(programme, found->second)) {
      covering_[programme[part].id].push_back(record);
    }
  }
}

std::vector<const Record*> RecordIndex::under(
    const std::unordered_set<std::string_view>& names) const {
  std::vector<const Record*> found;
  for (const std::string_view name : names) {
    if (const auto covering = covering_.find(name); covering != covering_.end()) {
      found.insert(found.end(), covering->second.begin(), covering->second.end());
    }
    const auto records = by_name_.find(whole_of(name));
    if (records == by_name_.end()) continue;
    for (const Record* record : records->second) {
      if (touches(*record, names)) found.push_back(record);
    }
  }
  std::ranges::sort(found, {}, &Record::number);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<const Record*> pointers_to(std::span<const Record> log) {
  std::vector<const Record*> pointers;
  pointers.reserve(log.size());
  for (const Record& record : log) pointers.push_back(&record);
  return pointers;
}

}  // namespace jalon::engine

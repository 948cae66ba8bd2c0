#include "rules/engine/record_index.hpp"

#include "rules/engine/excerpt.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// "x" of the instance "x[2020]".
std::string_view whole_of(std::string_view name) { return name.substr(0, name.find('[')); }

}  // namespace

RecordIndex::RecordIndex(const std::vector<const Record*>& records) {
  for (const Record* record : records) by_name_[whole_of(record->subject)].push_back(record);
}

std::vector<const Record*> RecordIndex::under(
    const std::unordered_set<std::string_view>& names) const {
  std::vector<const Record*> found;
  for (const std::string_view name : names) {
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

#pragma once

#include "rules/model/record.hpp"

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jalon::engine {

/// Records by the name that they stand under, for those who ask for many promises: made in one
/// walk, then no question walks the log again. Points to the records.
class RecordIndex {
 public:
  explicit RecordIndex(const std::vector<const Record*>& records);

  /// Those that touch one of the names (touches()), in number order.
  [[nodiscard]] std::vector<const Record*> under(
      const std::unordered_set<std::string_view>& names) const;

 private:
  std::unordered_map<std::string_view, std::vector<const Record*>> by_name_ = {};
};

/// Pointers to all records of a log, in its order.
[[nodiscard]] std::vector<const Record*> pointers_to(std::span<const Record> log);

}  // namespace jalon::engine

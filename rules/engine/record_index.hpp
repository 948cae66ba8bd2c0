#pragma once

#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jalon::engine {

/// Records by the name that they stand under, for those who ask for many promises: made in one
/// walk, then no question walks the log again. Points to the records and to the programme's names.
class RecordIndex {
 public:
  RecordIndex(const Programme& programme, const std::vector<const Record*>& records);

  /// Those that touch one of the names (touches()), and attestations that speak of an indicator of
  /// that name through another: one that is derived from it, or a target on it. In number order.
  [[nodiscard]] std::vector<const Record*> under(
      const std::unordered_set<std::string_view>& names) const;

 private:
  using Records = std::unordered_map<std::string_view, std::vector<const Record*>>;
  Records by_name_ = {};
  Records covering_ = {};  ///< attestations, by the ids of the indicators that they speak of
};

/// Pointers to all records of a log, in its order.
[[nodiscard]] std::vector<const Record*> pointers_to(std::span<const Record> log);

}  // namespace jalon::engine

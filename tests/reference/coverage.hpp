#pragma once

#include "rules/engine/evaluate.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace jalon::reference {

/// What the generated cases reached: how often each kind of verdict had each status and reason.
class Coverage {
 public:
  void count(const Programme& programme, const engine::Evaluation& evaluation);
  /// Every pair of kind and status that can be and was reached less than `least` times, in words.
  [[nodiscard]] std::vector<std::string> short_of(int least) const;
  /// All counts, one a line.
  [[nodiscard]] std::string table() const;

 private:
  std::map<std::pair<std::string, engine::Status>, int> statuses_ = {};
  std::map<std::pair<engine::Status, engine::Reason>, int> reasons_ = {};
};

}  // namespace jalon::reference

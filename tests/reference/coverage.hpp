#pragma once

#include "tests/reference/generate.hpp"

#include <map>
#include <string>
#include <vector>

namespace jalon::reference {

/// What the generated cases reached: how often each kind of verdict, by its time clause, had each
/// status for each reason.
class Coverage {
 public:
  void count(const Case& generated, const engine::Evaluation& evaluation);
  /// In words, what can be and was reached too rarely: a status of a kind less than 50 times, a
  /// reason for it less than 50 times in 200,000 cases.
  [[nodiscard]] std::vector<std::string> too_rare() const;
  /// What was reached and cannot be, in words.
  [[nodiscard]] std::vector<std::string> impossible() const;
  /// All counts, one a line.
  [[nodiscard]] std::string table() const;

 private:
  struct Reached {
    std::string kind;
    std::string status;
    std::string reason;
    friend auto operator<=>(const Reached&, const Reached&) = default;
  };
  [[nodiscard]] int times(const std::string& kind, const std::string& status,
                          const std::string& reason) const;

  std::map<Reached, int> reached_ = {};
  long cases_ = 0;
};

}  // namespace jalon::reference

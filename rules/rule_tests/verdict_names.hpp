#pragma once

#include "rules/model/programme.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace jalon::rule_tests {

/// What a verdict's id can be, before anything is judged.
class VerdictNames {
 public:
  explicit VerdictNames(const Programme& programme);

  /// What an id names: the target that it is or belongs to (a part, if it names one), a milestone
  /// or a commitment; the list of a revision's earlier ids does not count.
  struct Named {
    std::string definition;  ///< the target as written, milestone or commitment
    const Milestone* milestone = nullptr;
    bool commitment = false;
  };
  /// Why an id names no verdict: "has no period `2040`", with a hint; or empty.
  struct Unknown {
    std::string reason;
    std::string hint = {};
  };
  [[nodiscard]] std::variant<Named, Unknown> find(const std::string& id) const;

  /// Ids of all definitions that have a verdict, for suggestions.
  [[nodiscard]] std::span<const std::string_view> ids() const noexcept { return ids_; }

 private:
  [[nodiscard]] std::variant<Named, Unknown> find_instance(const std::string& id,
                                                           std::string_view base) const;
  [[nodiscard]] std::variant<Named, Unknown> of_target(const Target& target) const;

  const Programme& programme_;
  std::unordered_map<std::string, const Target*> targets_;
  std::unordered_map<std::string, const Milestone*> milestones_;
  std::unordered_map<std::string, const Commitment*> commitments_;
  std::vector<std::string_view> ids_;
};

}  // namespace jalon::rule_tests

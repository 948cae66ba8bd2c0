#pragma once

#include "rules/definitions/problems.hpp"
#include "rules/model/id.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jalon::definitions {

/// The tables that carry an id, in the order in which they are read: each may refer to the kinds
/// before it.
enum class Kind {
  source,
  party,
  initiative,
  recommendation,
  fact,
  series,
  indicator,
  target,
  milestone,
  commitment,
  revision,  // its id is optional
  waiver,
};
inline constexpr std::array kKindNames{
    std::string_view{"source"},     std::string_view{"party"},
    std::string_view{"initiative"}, std::string_view{"recommendation"},
    std::string_view{"fact"},       std::string_view{"series"},
    std::string_view{"indicator"},  std::string_view{"target"},
    std::string_view{"milestone"},  std::string_view{"commitment"},
    std::string_view{"revision"},   std::string_view{"waiver"}};

[[nodiscard]] constexpr std::string_view name(Kind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}
/// "an indicator"
[[nodiscard]] std::string with_article(Kind kind);

/// Every id of the programme: what kind of thing it names, which one, and where it is defined.
class Names {
 public:
  struct Named {
    Kind kind;
    std::uint32_t index;  ///< place among its kind; of a target among the targets as written
    Spot spot;
  };

  /// The name that has the id already, or nullptr if it was free and is taken now.
  const Named* add(const std::string& id, const Named& named);
  [[nodiscard]] const Named* find(const std::string& id) const;
  /// Ids of one kind, for suggestions.
  [[nodiscard]] std::span<const std::string_view> of(Kind kind) const {
    return ids_[static_cast<std::size_t>(kind)];
  }
  /// A file could not be read: an id that is not here may stand in it.
  void set_incomplete() noexcept { complete_ = false; }
  [[nodiscard]] bool complete() const noexcept { return complete_; }

 private:
  std::unordered_map<std::string, Named> names_;
  std::array<std::vector<std::string_view>, kKindNames.size()> ids_;
  bool complete_ = true;
};

/// The definition that `id` names. Otherwise says at `where` that nothing is called so, or that it
/// is something of another kind.
[[nodiscard]] std::optional<std::uint32_t> resolve(const Names& names, Problems& problems,
                                                   Kind kind, const std::string& id, Spot where);

}  // namespace jalon::definitions

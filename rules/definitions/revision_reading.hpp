#pragma once

#include "rules/definitions/target_reading.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace jalon::definitions {

/// A revision while it is read.
struct RevisionReading {
  TableReader reader;
  Common common = {};
  std::optional<std::variant<Ref<Target>, Ref<Milestone>>> of = {};
  std::optional<Date> decided = {};
  std::string reason = {};
  bool withdrawn = false;
  bool sound = true;                     ///< without a mistake so far
  bool changes = false;                  ///< names something that it changes
  std::optional<Ref<Revision>> by = {};  ///< itself, if `of` and `decided` were read
};

/// Every key by which a revision changes a promise.
[[nodiscard]] std::span<const std::string_view> revision_keys();

/// Reads what changes and adds the amendments: to a target and the parts of its split. Whether
/// anything changes. Called in the order of the days decided.
[[nodiscard]] bool revise_target(RevisionReading& revision, Ref<Target> ref);
[[nodiscard]] bool revise_milestone(RevisionReading& revision, Ref<Milestone> ref);

/// What a split target's parts become.
struct SplitChange {
  bool given = false;
  std::vector<Target> parts = {};  ///< in the order of the first promise; empty if not restated
};
/// `split` of a revision: the same parts as before, with other numbers.
[[nodiscard]] SplitChange revise_split(RevisionReading& revision, const TargetReading& whole,
                                       Ref<Target> ref);
/// Parts of a split target, as places among the targets: first and one after the last.
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> parts_of_split(const Programme& programme,
                                                                     Ref<Target> whole);

}  // namespace jalon::definitions

#pragma once

#include "rules/engine/compose.hpp"

namespace jalon::engine {

/// A member of a commitment as it stands.
struct Ranked {
  Child child;
  bool run_out;
};
/// What a commitment comes to, its name left to the caller.
struct Composed {
  Judged judged;
  bool run_out;  ///< with its last member's clock, those of void members left out
};
[[nodiscard]] Composed composed(const Commitment& commitment, const std::vector<Ranked>& members);

/// Every commitment behind those that are its members.
[[nodiscard]] std::vector<Ref<Commitment>> by_dependency(const Programme& programme);

}  // namespace jalon::engine

#pragma once

#include "rules/engine/fraction.hpp"
#include "rules/engine/verdict.hpp"

#include <optional>
#include <span>
#include <vector>

namespace jalon::engine {

/// A child as composition sees it.
struct Child {
  const Verdict* verdict;
  std::optional<Fraction> progress;  ///< before rounding
};

/// The place of the k-th best child (k from 1), of several equal ones the first. Not empty.
[[nodiscard]] std::size_t kth_best(std::span<const Child> children, std::size_t k);

/// Gives an overall verdict everything that its deciding child says, but not its name.
void take_over(Verdict& overall, const Verdict& child);

}  // namespace jalon::engine

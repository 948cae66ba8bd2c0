#pragma once

#include "rules/engine/sheet.hpp"

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

/// Lets the children at these places decide, those that are void left out, as the rule says. Of a
/// share all children given are ranked. Not empty.
void decide(Judged& overall, const Sheet& sheet, std::span<const std::size_t> places,
            const Rule& rule);
/// As above, with the children themselves.
void decide(Judged& overall, std::vector<Child> children, const Rule& rule);

/// Withdrawn: says nothing else.
void make_void(Verdict& verdict);

/// Gives an overall verdict everything that its deciding child says, but not its name.
void take_over(Verdict& overall, const Verdict& child);

}  // namespace jalon::engine

#pragma once

#include "rules/engine/day.hpp"
#include "rules/engine/fraction.hpp"
#include "rules/model/programme.hpp"

namespace jalon::engine {

/// What is wanted: a value inside [lower, upper], either end perhaps missing.
struct Corridor {
  std::optional<Fraction> lower = {};
  std::optional<Fraction> upper = {};
  bool strict = false;   ///< of a trend: the end itself is not enough
  bool unknown = false;  ///< the series that says the end has no value yet: the ends mean nothing
  bool shared = false;   ///< multiplied for a period that began late

  /// The goal that is shown; nothing of a trend or where a series does not say it.
  [[nodiscard]] std::optional<Fraction> shown_end() const {
    if (strict || unknown) return std::nullopt;
    return lower ? lower : upper;
  }
};

/// What is promised, with what a series says on `day`. `share` is of a first period, else nullptr.
[[nodiscard]] Corridor corridor(const Programme& programme, const Promise& promise, Day day,
                                const Per::Share* share = nullptr);
/// The corridor that still counts: both ends give way by the same number. A tolerance in percent is
/// of the goal without its share, of two ends the lower one.
[[nodiscard]] Corridor widened(const Corridor& goal, const Corridor& unshared,
                               const std::optional<Tolerance>& tolerance);
/// As it is printed: of a share cut to the harder side.
[[nodiscard]] std::optional<Decimal> printed_goal(const Corridor& goal);

}  // namespace jalon::engine

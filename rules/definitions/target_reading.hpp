#pragma once

#include "rules/definitions/readers.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace jalon::definitions {

/// A target while it is read: what could be read of it, with the places that checks point at.
struct TargetReading {
  Target target = {};
  const Indicator* indicator = nullptr;  ///< nullptr: unknown, or with mistakes of its own
  std::optional<ComparisonRead> comparison = {};
  std::optional<TimeRead> time = {};
  bool where_known = true;  ///< `where` was read without a mistake
  Spot header = {};
  std::optional<Spot> baseline = {};
  std::optional<Spot> baseline_day = {};
  std::optional<Spot> expect = {};
  struct CheckpointSpots {
    Spot on;
    Spot value;
  };
  std::vector<CheckpointSpots> checkpoints = {};  ///< of target.checkpoints, in the same order
};

/// What a `where` of a target on this indicator may name: an indicator's dimensions, of a ratio
/// those that every measured part has.
[[nodiscard]] std::vector<Dimension> common_dimensions(const Programme& programme,
                                                       const Indicator& indicator);

/// `where`, `for_each` and what they leave open on a stock.
void read_where(TableReader& reader, TargetReading& out);
void check_dimensions(Reading& reading, const TargetReading& read);

/// `baseline`, `checkpoint`, `expect`.
void read_path(TableReader& reader, TargetReading& out);
/// Whether the path leads from the window's first day to the goal on the due day.
void check_path(Reading& reading, const TargetReading& read);

/// `split`: the parts as targets.
[[nodiscard]] std::vector<Target> read_split(TableReader& reader, const TargetReading& whole);

/// The first day of the window; nothing if it is open, or different for each period or member.
[[nodiscard]] std::optional<Date> first_day(const Target& target, const TimeClause& time);
[[nodiscard]] bool is_flow(const Indicator& indicator);
[[nodiscard]] bool is_stock(const Indicator& indicator);

}  // namespace jalon::definitions

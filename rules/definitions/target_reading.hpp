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
  std::optional<Spot> tolerance = {};
  std::optional<Spot> baseline = {};  ///< set too if what it says is wrong
  std::optional<Spot> baseline_day = {};
  std::optional<Spot> expect = {};
  struct CheckpointSpots {
    Spot on;
    Spot value;
  };
  std::vector<CheckpointSpots> checkpoints = {};  ///< of target.checkpoints, in the same order
};

/// What a `where` of a target on this indicator may name: an indicator's dimensions, of a derived
/// one those that every measured part has.
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

/// `start`: given, else `usual`, else the initiative's; only where the time clause has a window.
void read_start(TableReader& reader, TargetReading& out, std::optional<Date> usual = {});
[[nodiscard]] bool has_window(const TimeClause& time);
/// `tolerance`.
void read_width(TableReader& reader, TargetReading& out);
/// Works out what waits for another key: `first_share = "prorata"` and goals relative to the
/// baseline.
void complete_share(Reading& reading, TargetReading& out);
void complete_goal(Reading& reading, TargetReading& out);
/// Everything that the keys of a promise, first or revised, have to do with each other.
void check_promise(Reading& reading, const TargetReading& read);

/// Where the goal comes from, if it is no number.
[[nodiscard]] GoalSource source_of(const Comparison& comparison);
/// The goal as a number; nothing for between and trend, and where a series says it.
[[nodiscard]] std::optional<Decimal> goal_of(const Comparison& comparison);
/// The same with another number as its goal; for at_least, at_most and exactly.
[[nodiscard]] Comparison with_goal(const Comparison& comparison, const Decimal& goal);
/// "at_least"
[[nodiscard]] std::string_view key_of(const Comparison& comparison);

/// The first day of the window; nothing if it is open, or different for each period or member.
[[nodiscard]] std::optional<Date> first_day(const Target& target, const TimeClause& time);
[[nodiscard]] bool is_flow(const Indicator& indicator);
[[nodiscard]] bool is_stock(const Indicator& indicator);

}  // namespace jalon::definitions

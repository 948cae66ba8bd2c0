#pragma once

#include "rules/engine/fraction.hpp"
#include "rules/engine/line.hpp"
#include "rules/engine/verdict.hpp"

#include <optional>
#include <vector>

namespace jalon::engine {

/// One end of what a target measures: a number that may be a quotient. As End otherwise.
struct Edge {
  std::optional<Fraction> at = {};
  bool open = false;
};

/// What a target measures on one day, and all that makes it uncertain.
struct State {
  Edge lo = {};
  Edge hi = {};
  Doubts doubts = {};
  bool no_denominator = false;
  bool no_data = false;     ///< nothing is in scope
  bool lacks_part = false;  ///< a part of a sum or difference, or all of it, is without data
  bool incomplete = false;
};

/// What a target measures: one line, or several combined.
struct Measured {
  enum class Kind { single, sum, difference, ratio };
  Kind kind = Kind::single;
  /// A single one has one part, a difference the one from which and the one that is taken off, a
  /// ratio its numerator and, unless reference data is, its denominator.
  std::vector<Line> parts = {};
  const Series* series = nullptr;          ///< of a ratio to reference data: its denominator
  Ratio::Pick pick = Ratio::Pick::latest;  ///< which of its values
  bool percent = false;
  std::size_t stages = 0;  ///< of a milestone: how many it has

  /// A quotient: it is printed cut to 4 decimals.
  [[nodiscard]] bool is_ratio() const { return kind == Kind::ratio; }
  /// A flow, or a sum of flows.
  [[nodiscard]] bool is_flow() const;
  [[nodiscard]] bool contains_flow() const;
  /// Is something in scope for a judgement on this day? Of a derived one anything of any part, of a
  /// ratio of its numerator.
  [[nodiscard]] bool has_something(Day day) const;
  /// A record to name when numbers grow too big.
  [[nodiscard]] std::int64_t last_record() const;
};

[[nodiscard]] State state_at(const Measured& measured, Day day);

/// The days after `after` up to `until` on which the state may change, in order.
[[nodiscard]] std::vector<Day> change_days(const Measured& measured, Day after, Day until);

/// The value that is shown on a day: a flow's lower end, the number written in the certain reading
/// (of a range the end nearer to unreached), or what they combine to; nothing if there is none. In
/// a sum or difference a flow without data counts as 0, a level without data leaves nothing.
/// `high_is_worse`: for limits. Not for milestones.
[[nodiscard]] std::optional<Fraction> value_at(const Measured& measured, Day day,
                                               bool high_is_worse);

}  // namespace jalon::engine

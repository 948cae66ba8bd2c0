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
  bool no_data = false;
  bool incomplete = false;
};

/// What a target measures: one line, or one over another.
struct Measured {
  Line line;  ///< of a ratio its numerator
  /// Of a ratio: its denominator, measured or reference data.
  std::optional<Line> under = {};
  const Series* series = nullptr;
  bool percent = false;
  std::size_t stages = 0;  ///< of a milestone: how many it has

  [[nodiscard]] bool is_ratio() const { return under || series != nullptr; }
  [[nodiscard]] bool is_flow() const { return !is_ratio() && line.kind == Line::Kind::flow; }
  [[nodiscard]] bool contains_flow() const {
    return line.kind == Line::Kind::flow || (under && under->kind == Line::Kind::flow);
  }
  /// Is something in scope for a judgement on this day?
  [[nodiscard]] bool has_something(Day day) const { return line.something_from <= day; }
  /// A record to name when numbers grow too big.
  [[nodiscard]] std::int64_t last_record() const;
};

[[nodiscard]] State state_at(const Measured& measured, Day day);

/// The days after `after` up to `until` on which the state may change, in order.
[[nodiscard]] std::vector<Day> change_days(const Measured& measured, Day after, Day until);

/// The value that is shown on a day: a flow's lower end, the number written in the certain reading
/// (of a range the end nearer to unreached), their quotient; nothing if there is none.
/// `high_is_worse`: for limits. Not for milestones.
[[nodiscard]] std::optional<Fraction> value_at(const Measured& measured, Day day,
                                               bool high_is_worse);

}  // namespace jalon::engine

#pragma once

#include "rules/engine/day.hpp"
#include "rules/engine/ledger.hpp"
#include "rules/model/interval.hpp"

#include <cstdint>
#include <vector>

namespace jalon::engine {

/// What makes a value uncertain on a day, besides an incomplete list.
struct Doubts {
  bool stale = false;
  bool unverified = false;
  bool vague_date = false;
  bool vague_value = false;
};

/// From this day on, until the next step.
struct Step {
  Day day;
  Interval bounds;  ///< of a flow: without regard to completeness; of stages: how many are reached
  Doubts doubts;
  const Amount* level = nullptr;  ///< of a stock: the certain reading
};

/// The days that count for a flow, both included: kDawn and kDusk where it is open.
struct Window {
  Day first;
  Day last;
};

/// What is known of one measured thing, day by day, as steps.
struct Line {
  enum class Kind { flow, stock, stages };
  Kind kind = Kind::flow;
  std::vector<Step> steps = {};  ///< by day, each day once, up to the as-of day
  Day complete_until = kDusk;    ///< the list is complete through this day; of a stock without end
  Day something_from = kDusk;    ///< from this day on something is in scope

  // What follows is as of the as-of day.
  std::vector<std::int64_t> records = {};  ///< certain and possible ones, not superseded; ascending
  bool evident = true;                     ///< each of them has evidence
  std::optional<Day> newest = {};          ///< freshness counts from here
  Freshness freshness = {};
  bool attested = false;         ///< its completeness is attested, not assumed
  Day attested_through = kDawn;  ///< kDawn: not at all
  std::int64_t last_record = 0;  ///< a record to name when numbers grow too big
};

/// One amount of a flow, or the stay of an object from coming in until going out.
struct Piece {
  struct Out {
    Day from;
    Day to;
    bool proven;
    bool evident;
    const Record* record;
  };
  Day from;
  Day to;
  std::int64_t order;
  const Record* record;
  bool zero;
  bool negative;
  bool proven;
  bool evident;
  std::optional<Out> out = {};
  std::uint32_t object = 0;  ///< pieces of one object that comes in again share it; 0: alone
};

/// What a record of a flow does.
enum class Role { amount, further, without_effect };

/// The amounts of one indicator and filter, ready for any window.
struct FlowSeries {
  std::vector<Entry> entries;      ///< by (from, to, number)
  std::vector<Role> roles;         ///< of entries[i]
  std::vector<Piece> pieces;       ///< by (from, to, number)
  std::vector<Day> latest_so_far;  ///< the greatest `to` of pieces[0..i]

  /// The pieces that are possible in the window.
  [[nodiscard]] std::vector<const Piece*> possible(const Window& window) const;
};
[[nodiscard]] FlowSeries flow_series(const Indicator& indicator, std::vector<Entry> entries);

/// The running total inside a window. `last` of the window is the as-of day at the latest.
/// Throws EvaluationError.
[[nodiscard]] Line flow_line(const FlowSeries& series, const Window& window);

/// A level through time, up to the as-of day.
[[nodiscard]] Line stock_line(std::vector<Entry> entries, const Freshness& freshness, Day as_of);

/// A level of which on every day only the readings that end in that day's year, or later, count.
[[nodiscard]] Line yearly_stock_line(std::vector<Entry> entries, const Freshness& freshness,
                                     Day as_of);

/// How many stages are reached, up to the as-of day.
[[nodiscard]] Line stage_line(const Milestone& milestone, const std::vector<Entry>& entries,
                              Day as_of);

}  // namespace jalon::engine

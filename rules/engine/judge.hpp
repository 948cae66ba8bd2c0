#pragma once

#include "rules/engine/measured.hpp"
#include "rules/engine/truth.hpp"
#include "rules/engine/verdict.hpp"

#include <optional>
#include <string>

namespace jalon::engine {

/// The clock of one judgement.
struct Term {
  Window window = {kDawn, kDusk};  ///< the days that count; `first` is S
  std::optional<Day> due = {};     ///< nominal; nothing: no date was promised
  Day latest = kDusk;
  bool late_counts = false;  ///< what happens after the latest day can still be met-late
  std::string written = {};
  std::optional<Day> clock = {};  ///< of a member: the first day of its own clock
  bool hold = false;              ///< a level to keep; then nothing is due

  /// Is the as-of day after the latest due day?
  [[nodiscard]] bool has_run_out(Day as_of) const { return due && latest < as_of; }
};

/// Everything that one judgement is made from.
struct Case {
  const Programme* programme;
  const Promise* promise;      ///< the one in force; nullptr for a milestone
  const Milestone* milestone;  ///< nullptr for a target
  Term term;
  Measured measured;
  Corridor goal;    ///< as promised; of a milestone the number of stages
  Corridor wanted;  ///< widened by the tolerance
  Day as_of;

  /// Of a milestone: the place of the stage to reach.
  [[nodiscard]] std::size_t reach() const {
    return static_cast<std::size_t>(goal.lower->over.mantissa()) - 1;
  }
  [[nodiscard]] Day judged() const { return std::min(as_of, term.latest); }
  [[nodiscard]] bool has_upper() const { return goal.upper && !goal.strict; }
  [[nodiscard]] bool has_corridor() const { return goal.lower && goal.upper; }
  /// A limit, or a trend that falls.
  [[nodiscard]] bool falls() const { return goal.upper && !goal.lower; }
  [[nodiscard]] bool is_at_most() const { return falls() && !goal.strict; }
  /// An upper limit on a flow: it can be broken early and is met only at the end.
  [[nodiscard]] bool is_flow_limit() const { return has_upper() && measured.is_flow(); }
  /// An upper limit on anything else with a flow in it: met only at the end.
  [[nodiscard]] bool is_mixed_limit() const {
    return has_upper() && !measured.is_flow() && measured.contains_flow();
  }
};

/// A status with the days that belong to it.
struct Ruling {
  Status status = Status::pending;
  std::optional<Day> since = {};
  std::optional<Day> reached_on = {};
  bool after_failure = false;  ///< met-late: the value on the latest day was certainly short
  bool within_tolerance = false;
};

[[nodiscard]] Ruling judge_due(const Case& the_case);
[[nodiscard]] Ruling judge_undated(const Case& the_case);
[[nodiscard]] Ruling judge_hold(const Case& the_case);
/// Met on this day, with the spell in which it is.
[[nodiscard]] Ruling met_on(const Case& the_case, Day judged);
[[nodiscard]] Reason reason_of(const Case& the_case, const Ruling& ruling);

/// A verdict, and its progress before rounding, which decides ties.
struct Judged {
  Verdict verdict;
  std::optional<Fraction> progress = {};
};

/// Judges one case; id, kind and subject are the caller's.
[[nodiscard]] Judged judge(const Case& the_case);

/// Value, goal, gap, surplus, progress and bounds.
void add_numbers(const Case& the_case, Day shown_day, Judged& judged);
/// The value that is shown for a target on a day.
[[nodiscard]] std::optional<Fraction> shown_value(const Case& the_case, Day day);
[[nodiscard]] Outlook outlook_of(const Case& the_case, const Judged& judged, Day shown_day);
[[nodiscard]] Confidence confidence_of(const Measured& measured, Day as_of);
[[nodiscard]] std::vector<std::int64_t> records_of(const Measured& measured);

/// What is missing up to the goal as promised, before rounding; nothing if it cannot be said.
[[nodiscard]] std::optional<Fraction> gap_of(const Case& the_case, Status status,
                                             const std::optional<Fraction>& value);

}  // namespace jalon::engine

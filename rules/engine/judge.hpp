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
};

/// Everything that one judgement is made from.
struct Case {
  const Programme* programme;
  const Target* target;        ///< nullptr for a milestone
  const Milestone* milestone;  ///< nullptr for a target
  Term term;
  Measured measured;
  Corridor goal;    ///< as promised
  Corridor wanted;  ///< widened by the tolerance
  Day as_of;

  [[nodiscard]] Day judged() const { return std::min(as_of, term.latest); }
  [[nodiscard]] bool has_upper() const { return goal.upper.has_value(); }
  [[nodiscard]] bool has_corridor() const { return goal.lower && goal.upper; }
  [[nodiscard]] bool is_at_most() const { return goal.upper && !goal.lower; }
  /// An upper limit on a flow: it can be broken early and is met only at the end.
  [[nodiscard]] bool is_flow_limit() const { return has_upper() && measured.is_flow(); }
  /// An upper limit on a quotient with a flow in it: met only at the end.
  [[nodiscard]] bool is_mixed_limit() const {
    return has_upper() && measured.is_ratio() && measured.contains_flow();
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

#pragma once

#include "rules/engine/explain.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/ledger.hpp"
#include "rules/engine/measurer.hpp"

#include <optional>
#include <vector>

namespace jalon::engine {

/// What a target measured from this day on, until the next step.
struct CourseStep {
  Date on;
  std::optional<Decimal> value = {};  ///< as a verdict shows it; nothing: unknown
  std::optional<Decimal> lo = {};     ///< what it may be; nothing: no end is known
  std::optional<Decimal> hi = {};
  friend bool operator==(const CourseStep&, const CourseStep&) = default;
};

/// A target through time, up to the as-of day and inside its window.
struct Course {
  std::size_t records = 0;               ///< that may count
  std::vector<CourseStep> steps;         ///< by day; each says something else than the one before
  std::vector<PathPoint> path;           ///< what was required by when; empty: no path was promised
  std::optional<Decimal> at_least = {};  ///< the goal; of a range both ends
  std::optional<Decimal> at_most = {};
};

/// Tells the courses of an evaluation's targets; reads the log once for all of them.
class Courses {
 public:
  Courses(const Programme& programme, std::span<const Record> log, const Moment& moment);

  /// Of a target, part or period, under the promise that its verdict was judged by; nothing for
  /// milestones, commitments, members, and overall verdicts of periods and members. Throws
  /// EvaluationError.
  [[nodiscard]] std::optional<Course> of(const Verdict& verdict);

 private:
  const Programme* programme_;
  Moment moment_;
  Facts facts_;
  Ledger ledger_;
  Measurer measurer_;
};

}  // namespace jalon::engine

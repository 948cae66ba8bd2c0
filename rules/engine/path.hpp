#pragma once

#include "rules/engine/judge.hpp"

#include <optional>
#include <vector>

namespace jalon::engine {

/// What is expected by when: points joined by straight lines, from the baseline to the goal.
struct Path {
  struct Point {
    Day day;
    Fraction value;
  };
  std::vector<Point> points;  ///< at least two, by day, each day once
  const char* method;         ///< "checkpoints" or "linear"

  [[nodiscard]] const Point& base() const { return points.front(); }
  [[nodiscard]] const Point& goal() const { return points.back(); }
  /// Before the first point its value, after the last that one's.
  [[nodiscard]] Fraction at(Day day) const;
  /// The first day on which the path is at or beyond the value, on its way from base to goal; the
  /// last day if it never is.
  [[nodiscard]] Day first_at(const Fraction& value) const;
};

/// Nothing if the definition draws none, or the window gives it no first day.
[[nodiscard]] std::optional<Path> path_of(const Case& the_case);

}  // namespace jalon::engine

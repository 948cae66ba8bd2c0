#pragma once

#include "tests/reference/question.hpp"

namespace jalon::reference {

/// The way from the baseline to the goal: joined linearly, at least two points.
struct Path {
  struct Point {
    Date on;
    Number value;
  };
  std::vector<Point> points;

  [[nodiscard]] const Point& base() const { return points.front(); }
  [[nodiscard]] const Point& end() const { return points.back(); }
  [[nodiscard]] Number at(Date day) const;
  /// First day whose value is at or beyond the given one in the direction of the path.
  [[nodiscard]] Date first_day_at(const Number& value) const;
};

/// Nothing where no path is defined.
[[nodiscard]] std::optional<Path> path_of(const Question& question);

}  // namespace jalon::reference

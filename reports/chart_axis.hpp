#pragma once

#include "reports/chart.hpp"
#include "reports/labels.hpp"

#include <string>
#include <vector>

// Where numbers and days stand in a drawing. Lengths are those of the drawing's own units.

namespace jalon::reports {

struct Tick {
  double at;         ///< place in the drawing
  std::string text;  ///< in the report's language
};

/// Numbers from bottom to top. Its ends are round numbers; the smallest may equal the greatest in
/// what it was made from, never in what it shows.
class NumberAxis {
 public:
  /// Holds all of the numbers; zero too where it is not far away. `bottom` lies below `top`.
  NumberAxis(const std::vector<Decimal>& numbers, double bottom, double top);

  [[nodiscard]] double at(const Decimal& number) const;
  [[nodiscard]] double zero() const;  ///< the place of zero, or of the end nearest to it
  [[nodiscard]] std::vector<Tick> ticks(const Labels& words) const;

 private:
  double bottom_;
  double top_;
  double low_ = 0;
  double high_ = 1;
  int power_ = 0;   ///< ticks are whole multiples of step x 10^power
  int step_ = 1;    ///< 1, 2 or 5
  long first_ = 0;  ///< the lowest tick, in steps
  long last_ = 1;
};

/// Days from left to right.
class DayAxis {
 public:
  /// Both days are on it; one day alone gets some room on either side.
  DayAxis(Date first, Date last, double left, double right);

  [[nodiscard]] double at(Date day) const;  ///< days outside stand at the end
  /// At first days of years, else of quarters or months, else single days: two to eight of them.
  [[nodiscard]] std::vector<Tick> ticks() const;

 private:
  Date first_;
  Date last_;
  double left_;
  double right_;
};

}  // namespace jalon::reports

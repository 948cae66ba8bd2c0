#pragma once

#include "tests/reference/measured.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jalon::reference {

/// Between which numbers the comparison wants the value (a milestone: from the stage to reach on).
struct Corridor {
  std::optional<Number> lower = {};
  std::optional<Number> upper = {};
  bool strict = false;   ///< of a trend: the ends themselves do not count
  bool unknown = false;  ///< a goal from a series that has no value yet
};

/// Which way a comparison looks. A milestone is a floor.
enum class Shape { floor, limit, between, exactly, rise, fall };
[[nodiscard]] Shape shape(const Comparison& comparison);

enum class Truth { yes, no, open };

/// The table of comparisons at the end of section 2.
[[nodiscard]] Truth truth(const Span& bounds, const Corridor& corridor);

/// Everything that one verdict asks: what, how much, and by when.
struct Question {
  std::string id;
  engine::VerdictKind kind = engine::VerdictKind::target;
  engine::Subject subject;
  const Promise* promise = nullptr;  ///< nothing for a milestone
  Date as_of;                        ///< A
  Measured measured;
  Shape shape = Shape::floor;
  Corridor wanted = {};              ///< as promised
  Corridor widened = {};             ///< by the tolerance
  std::optional<Number> goal = {};   ///< shown; of exactly and between the lower end
  bool shared = false;               ///< the goal was multiplied by a share of a period
  std::optional<Date> first = {};    ///< S; nothing: open
  std::optional<Date> nominal = {};  ///< D
  std::optional<Date> latest = {};   ///< L; nothing: no due day; D and L may be infinitely far
  bool inside_only = false;          ///< an indicator's during and per
  std::optional<Date> clock = {};    ///< a member's first day
  bool hold = false;                 ///< a level to keep, from `first`
  std::optional<Date> until = {};    ///< the last day on which it is kept
  std::string written = {};          ///< the due day in words
};

/// The bounds on every day from the first that matters to the as-of day, each worked out from all
/// records; days between two mentioned ones are like the day before.
class Diary {
 public:
  explicit Diary(const Question& question);
  [[nodiscard]] const Span& on(Date day) const;
  [[nodiscard]] Date first() const { return first_; }

 private:
  Date first_;
  std::vector<Span> days_ = {};
};

/// T, the judged day; the as-of day where there is no due day.
[[nodiscard]] Date judged_day(const Question& question);
/// The as-of day, inside the window where only what happened inside counts.
[[nodiscard]] Date as_of_inside(const Question& question);

/// Sets what is wanted from the promise, on the judged day, times `share`.
void want(const Programme& programme, const Number& share, Question& question);

/// The goal of a comparison: a number, or what the series says by the day; of between the lower
/// end. Nothing for a trend and for a series without a value.
[[nodiscard]] std::optional<Number> goal(const Programme& programme, const Comparison& comparison,
                                         Date day);

}  // namespace jalon::reference

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
};

enum class Truth { yes, no, open };

/// The table of comparisons at the end of section 2.
[[nodiscard]] Truth truth(const Span& bounds, const Corridor& corridor);

/// Everything that one verdict asks: what, how much, and by when.
struct Question {
  std::string id;
  engine::VerdictKind kind = engine::VerdictKind::target;
  engine::Subject subject;
  const Target* target = nullptr;  ///< nothing for a milestone
  Measured measured;
  Corridor wanted;                   ///< as promised
  Corridor widened;                  ///< by the tolerance
  Date as_of;                        ///< A
  std::optional<Date> first = {};    ///< S; nothing: open
  std::optional<Date> nominal = {};  ///< D
  std::optional<Date> latest = {};   ///< L; nothing: undated; D and L may be infinitely far
  bool inside_only = false;          ///< an indicator's during and per
  std::optional<Date> clock = {};    ///< a member's first day
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

[[nodiscard]] Corridor corridor(const Comparison& comparison);
[[nodiscard]] Corridor widened(const Comparison& comparison, const Tolerance& tolerance);
/// The goal shown: of exactly and between the lower end.
[[nodiscard]] Decimal goal(const Comparison& comparison);

}  // namespace jalon::reference

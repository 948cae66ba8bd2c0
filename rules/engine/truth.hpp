#pragma once

#include "rules/engine/goal.hpp"
#include "rules/engine/measured.hpp"

namespace jalon::engine {

enum class Truth { no, open, yes };

[[nodiscard]] Truth truth(const State& state, const Corridor& wanted);
/// Is the value certainly above the upper end (of a falling trend: not below it)?
[[nodiscard]] bool is_broken(const State& state, const Corridor& wanted);

[[nodiscard]] inline Truth truth_on(const Measured& measured, const Corridor& wanted, Day day) {
  return truth(state_at(measured, day), wanted);
}

/// The first day of the spell, without interruption, in which `holds` is true through `day` (it is
/// on `day`); kDawn if it always was.
template <class Holds>
[[nodiscard]] Day spell_start(const Measured& measured, Day day, Holds holds) {
  const std::vector<Day> days = change_days(measured, kDawn, day);
  for (std::size_t i = days.size(); i-- > 0;) {
    const Day before = i > 0 ? days[i - 1] : kDawn;
    if (before == days[i]) continue;
    if (!holds(state_at(measured, before))) return days[i];
  }
  return kDawn;
}

/// The first day after `after` up to `until` on which `holds` is true; nothing if there is none.
template <class Holds>
[[nodiscard]] std::optional<Day> first_after(const Measured& measured, Day after, Day until,
                                             Holds holds) {
  if (after < until && holds(state_at(measured, after + 1))) return after + 1;
  for (const Day day : change_days(measured, after, until)) {
    if (holds(state_at(measured, day))) return day;
  }
  return std::nullopt;
}

}  // namespace jalon::engine

// When a level that was to be kept was not.
#include "rules/engine/explain_parts.hpp"
#include "rules/engine/goal.hpp"
#include "rules/engine/promise_judge.hpp"
#include "rules/engine/truth.hpp"

#include <algorithm>

namespace jalon::engine {

std::vector<Breach> breaches_of(const Programme& programme, const Promise& promise,
                                const Measured& measured, Day as_of) {
  const Term term = term_of(promise);
  const Day judged = std::min(as_of, term.latest);
  const Corridor goal = corridor(programme, promise, judged);
  const Corridor wanted = widened(goal, goal, promise.tolerance);
  std::vector<Day> days = change_days(measured, term.window.first, judged);
  const bool begins = term.window.first != kDawn && term.window.first <= judged;
  if (begins) days.insert(days.begin(), term.window.first);
  std::vector<Breach> breaches;
  bool open = false;
  for (const Day day : days) {
    const bool broken = truth_on(measured, wanted, day) == Truth::no;
    if (broken && !open) breaches.push_back({*date_of(day), {}});
    if (!broken && open) breaches.back().last = date_of(day - 1);
    open = broken;
  }
  return breaches;
}

}  // namespace jalon::engine

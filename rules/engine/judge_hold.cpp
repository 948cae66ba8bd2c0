#include "rules/engine/judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// Since when the level has been wrong without interruption, never before the first day to keep it.
std::optional<Day> wrong_since(const Case& the_case, Day judged) {
  const auto fails = [&](const State& state) { return truth(state, the_case.wanted) == Truth::no; };
  const Day start =
      std::max(spell_start(the_case.measured, judged, fails), the_case.term.window.first);
  return start == kDawn ? std::nullopt : std::optional{start};
}

}  // namespace

Ruling judge_hold(const Case& the_case) {
  if (the_case.as_of < the_case.term.window.first) return {};
  const Day judged = the_case.judged();
  switch (truth_on(the_case.measured, the_case.wanted, judged)) {
    case Truth::yes:
      return met_on(the_case, judged);
    case Truth::no:
      return {Status::missed, wrong_since(the_case, judged), {}, false, false};
    case Truth::open:
      break;
  }
  return {Status::unknown, {}, {}, false, false};
}

}  // namespace jalon::engine

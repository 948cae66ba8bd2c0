#include "rules/engine/judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// Since when it has been so without interruption, never before the first day to keep the level.
std::optional<Day> so_since(const Case& the_case, Day judged, Truth so) {
  const auto holds = [&](const State& state) { return truth(state, the_case.wanted) == so; };
  const Day start =
      std::max(spell_start(the_case.measured, judged, holds), the_case.term.window.first);
  return start == kDawn ? std::nullopt : std::optional{start};
}

}  // namespace

Ruling judge_hold(const Case& the_case) {
  if (the_case.as_of < the_case.term.window.first) return {};
  const Day judged = the_case.judged();
  const Truth value = truth_on(the_case.measured, the_case.wanted, judged);
  if (value == Truth::yes) return met_on(the_case, judged);
  const Status status = value == Truth::no ? Status::missed : Status::unknown;
  return {status, so_since(the_case, judged, value), {}, false, false};
}

}  // namespace jalon::engine

#pragma once

#include "rules/engine/day.hpp"
#include "rules/engine/evaluate.hpp"
#include "rules/model/programme.hpp"

#include <algorithm>

namespace jalon::engine {

/// The last day whose decisions count at a moment: they must have been made and be known.
[[nodiscard]] inline Day decided_until(const Moment& moment) {
  return day_of(std::min(moment.as_of, moment.known));
}
[[nodiscard]] inline bool is_decided(Date day, const Moment& moment) {
  return day_of(day) <= decided_until(moment);
}

/// What holds on a day: the first promise, or what the last amendment decided by then made of it.
template <class Promise>
struct Promised {
  const Promise* promise;
  bool amended = false;
  bool withdrawn = false;
};

/// By the amendments decided on or before `decided` (kDawn: the first promise). A part is withdrawn
/// with its whole.
[[nodiscard]] Promised<Promise> promised(const Programme& programme, const Target& target,
                                         Day decided);
[[nodiscard]] Promised<StagePromise> promised(const Milestone& milestone, Day decided);
/// Of a period of `unit`: what held on its last day, later amendments left out. Where that was no
/// promise by such periods, what holds now.
[[nodiscard]] Promised<Promise> promised(const Programme& programme, const Target& target,
                                         Day decided, const Period& period, PeriodUnit unit);

}  // namespace jalon::engine

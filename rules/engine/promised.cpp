#include "rules/engine/promised.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

template <class Promise, class Definition>
Promised<Promise> last_decided(const Definition& definition, Day decided) {
  Promised<Promise> last{&definition};
  for (const auto& amendment : definition.amendments) {
    if (day_of(amendment.decided) <= decided) {
      last = {&amendment.promise, true, amendment.withdrawn};
    }
  }
  return last;
}

}  // namespace

Promised<Promise> promised(const Programme& programme, const Target& target, Day decided) {
  auto own = last_decided<Promise>(target, decided);
  if (target.whole && last_decided<Promise>(programme[*target.whole], decided).withdrawn) {
    own.amended = true;
    own.withdrawn = true;
  }
  return own;
}

Promised<StagePromise> promised(const Milestone& milestone, Day decided) {
  return last_decided<StagePromise>(milestone, decided);
}

Promised<Promise> promised(const Programme& programme, const Target& target, Day decided,
                           const Period& period, PeriodUnit unit) {
  const Day last = std::min(decided, day_of(period.last));
  const auto then = promised(programme, target, last);
  const auto* per = std::get_if<Per>(&then.promise->time);
  if (per != nullptr && per->unit == unit) return then;
  return promised(programme, target, decided);
}

}  // namespace jalon::engine

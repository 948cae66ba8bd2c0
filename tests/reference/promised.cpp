#include "tests/reference/promised.hpp"

namespace jalon::reference {
namespace {

template <class Kind, class Change>
Promised<Kind> after(const Kind& first, const std::vector<Change>& amendments, const Seen& seen,
                     const std::optional<Date>& last_day) {
  Promised<Kind> result{&first};
  for (const Change& amendment : amendments) {
    if (amendment.decided > seen.as_of || amendment.decided > seen.known) continue;
    if (last_day && amendment.decided > *last_day) continue;
    result = {&amendment.promise, amendment.withdrawn, true};
  }
  return result;
}

}  // namespace

Promised<Promise> promised(const Programme& programme, const Target& target, const Seen& seen,
                           std::optional<Date> last_day) {
  Promised<Promise> result = after<Promise>(target, target.amendments, seen, last_day);
  if (!target.whole) return result;
  // A part is withdrawn with its whole.
  const Promised<Promise> whole = promised(programme, programme[*target.whole], seen, last_day);
  result.withdrawn = result.withdrawn || whole.withdrawn;
  result.changed = result.changed || whole.withdrawn;
  return result;
}

Promised<StagePromise> promised(const Milestone& milestone, const Seen& seen) {
  return after<StagePromise>(milestone, milestone.amendments, seen, {});
}

bool without_revisions(Programme& programme) {
  bool any = false;
  for (Target& target : programme.targets) {
    any = any || !target.amendments.empty();
    target.amendments.clear();
  }
  for (Milestone& milestone : programme.milestones) {
    any = any || !milestone.amendments.empty();
    milestone.amendments.clear();
  }
  return any;
}

}  // namespace jalon::reference

#pragma once

#include "rules/model/programme.hpp"

#include <optional>

namespace jalon::reference {

/// What is promised once the revisions in force are counted (section 7).
template <class Kind>
struct Promised {
  const Kind* promise;
  bool withdrawn = false;
  bool changed = false;  ///< by a revision in force
};

/// A day on which, and the day of the knowledge with which, a promise is looked at.
struct Seen {
  Date as_of;
  Date known;
};

/// Those decided by the as-of day and by the known-at day count, of a period only those decided by
/// its last day.
[[nodiscard]] Promised<Promise> promised(const Programme& programme, const Target& target,
                                         const Seen& seen, std::optional<Date> last_day = {});
[[nodiscard]] Promised<StagePromise> promised(const Milestone& milestone, const Seen& seen);

/// The programme as first promised; false: nothing was ever revised.
[[nodiscard]] bool without_revisions(Programme& programme);

}  // namespace jalon::reference

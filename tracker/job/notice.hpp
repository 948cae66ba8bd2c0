#pragma once

#include "rules/engine/evaluate.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/schedule.hpp"
#include "tracker/job/ledger.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

// What a run tells people: which promises moved since they were last told, who owns them, and what
// still stands open after a while. Pure: what was seen and said before comes in.

namespace jalon::job {

/// A promise as a message names it.
struct Told {
  std::string id;
  std::string title;
  std::string owner;                          ///< id of a party; empty: nobody's
  std::optional<engine::Status> before = {};  ///< nothing: it was not there
  engine::Status after = engine::Status::pending;
};

/// What there is to tell.
struct Notice {
  bool first = false;                ///< nobody was told anything before: counts alone are told
  std::vector<Told> changes = {};    ///< into a status that is to be told
  std::vector<Told> reminders = {};  ///< told long ago, and still so
  std::vector<Failure> failed = {};  ///< reports that could not be made
  [[nodiscard]] bool empty() const {
    return !first && changes.empty() && reminders.empty() && failed.empty();
  }
};

/// What there is to tell today. Each target, part, milestone and commitment counts once; periods
/// and members do not. `before` is what was seen when people were last told; nothing on the first
/// run. Reminders are of what is missed, overdue or unknown, once `repeat_every` days have passed
/// since it was last told.
[[nodiscard]] Notice notice_of(const Notify& notify, const Programme& programme,
                               const engine::Evaluation& now,
                               const std::optional<engine::Evaluation>& before,
                               std::span<const Entry> ledger, Date today);

/// The message as JSON (jalon.notice/1), grouped by owner; ends with a newline.
[[nodiscard]] std::string to_json(const Notice& notice, const Programme& programme,
                                  const engine::Evaluation& now, const Entry& run);
/// The message when nothing could be made at all.
[[nodiscard]] std::string failure_json(std::string_view programme, const Entry& run);

/// What of it the ledger remembers.
[[nodiscard]] std::vector<Mention> mentions_of(const Notice& notice, const engine::Evaluation& now);

}  // namespace jalon::job

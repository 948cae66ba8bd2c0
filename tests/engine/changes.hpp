#pragma once

#include "tests/engine/draft.hpp"

// What becomes of promises later: revisions and waivers, for drafts.

namespace jalon::engine {

/// From the day decided on the target promises something else: a copy of what it promised before,
/// to be changed. Good until the next amendment of that target.
Promise& amend(Draft& draft, std::string_view target, std::string_view decided);
StagePromise& amend_milestone(Draft& draft, std::string_view milestone, std::string_view decided);
/// From the day decided on the target or milestone is withdrawn.
void withdraw(Draft& draft, std::string_view id, std::string_view decided);
void waive(Draft& draft, std::string id, std::string_view target, std::string_view granted,
           std::string_view expires);

/// "null" for nothing.
[[nodiscard]] std::string original(const Verdict& verdict);
[[nodiscard]] std::string waived(const Verdict& verdict);

}  // namespace jalon::engine

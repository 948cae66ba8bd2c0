#pragma once

#include "rules/model/schedule.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/job/ledger.hpp"
#include "tracker/workspace.hpp"
#include "tracker/world.hpp"

#include <vector>

namespace jalon::job {

/// Tells people by the command of [notify] what moved since they were last told, if anything did.
/// How that went stands in the entry: a delivery that failed is tried again by the next run.
void notify(const Notify& notify, const StorePlace& place, const commands::Judged& today,
            const std::vector<Entry>& ledger, Entry& entry, const World& world);

/// Tells them that a run could not make anything; not every day the same.
void notify_failure(const Notify& notify, const StorePlace& place, const std::vector<Entry>& ledger,
                    Entry& entry, const World& world);

/// Did a delivery fail?
[[nodiscard]] bool starts_failed(const std::string& notice);

}  // namespace jalon::job

#pragma once

#include "rules/definitions/table_reader.hpp"
#include "rules/model/schedule.hpp"

#include <string>
#include <string_view>

// Reading what jalon.toml says about the scheduled job.

namespace jalon::definitions {

/// Every [[report]].
void read_reports(Reading& reading, const Node& list, Schedule& schedule);
/// [notify]
void read_notify(Reading& reading, const Node& notify, Schedule& schedule);
/// [metrics]
void read_metrics(Reading& reading, const Node& metrics, Schedule& schedule);
/// All of it, from the tree of jalon.toml.
void read_job_tables(Reading& reading, const Node& file, Schedule& schedule);

/// A path of a file must stay inside the workspace: relative, and not up and out of it.
void check_inside(Problems& problems, std::string_view key, const std::string& path, Spot spot);

}  // namespace jalon::definitions

#pragma once

#include "tracker/log/database.hpp"

#include <string>

// The tables beside the log (data/schema/log_beside.sql), outside its chain and head. A new store
// has them; one that was made before they were gets them when something is kept in it.

namespace jalon::log {

[[nodiscard]] bool has_beside(const Database& database);
/// Makes the tables if they are missing. The caller has begun a transaction.
void make_beside(Database& database);

}  // namespace jalon::log

#include "tracker/log/beside.hpp"

#include "data/files.hpp"

#include <stdexcept>

namespace jalon::log {

bool has_beside(const Database& database) {
  return database.integer("SELECT count (*) FROM sqlite_schema WHERE name = 'definitions'") == 1;
}

void make_beside(Database& database) {
  if (has_beside(database)) return;
  const auto text = data::find("schema/log_beside.sql");
  if (!text) throw std::logic_error{"schema/log_beside.sql is not compiled in"};
  database.run(*text);
}

}  // namespace jalon::log

#pragma once

#include "rules/definitions/table_reader.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jalon::rule_tests {

/// A record of a test before it has a number: what it names by the ids of the test is found once
/// the test's log is put together.
struct RecordDraft {
  Record record;
  std::string id = {};  ///< by which later records of the test name it, or empty
  definitions::Spot id_spot = {};
  std::string names = {};  ///< what it replaces or retracts, or empty
  definitions::Spot names_spot = {};
};
using RecordDrafts = std::vector<RecordDraft>;

/// Reads `records` and `complete` of a table. Mistakes go to the problems, and their records are
/// left out.
[[nodiscard]] RecordDrafts read_records(definitions::TableReader& table,
                                        const Programme& programme);

}  // namespace jalon::rule_tests

#pragma once

#include "rules/model/record.hpp"
#include "tracker/log/database.hpp"

#include <optional>
#include <string>
#include <string_view>

// A Record as a row of the table `record`. All that a record holds and all that the table holds
// stands here once, in the same order.

namespace jalon::log {

/// SELECT of all columns; "WHERE ..." or "ORDER BY ..." may follow.
[[nodiscard]] std::string select_records(std::string_view rest);
/// INSERT with a parameter for each column.
[[nodiscard]] std::string insert_record();

/// A row with its hashes.
struct RecordRow {
  Record record;
  std::string previous_hash;
  std::string hash;
};

/// Gives the values to insert_record(), which still has to run().
void bind(Statement& insert, const RecordRow& row);
/// Reads the row that select_records() stands on. StoreError damaged if a column holds what
/// bind() would never write, newer if the kind is one that a later program knows.
[[nodiscard]] RecordRow read_row(Statement& select);

}  // namespace jalon::log

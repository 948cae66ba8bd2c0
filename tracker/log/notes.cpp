#include "tracker/log/chain.hpp"
#include "tracker/log/store.hpp"

#include <fmt/format.h>

namespace jalon::log {
namespace {

/// What is wrong with the note of one row of the query below.
std::optional<std::string> why_unsound(Statement& row) {
  const std::string hash = row.text_or_empty(1);
  const std::string salt = row.text_or_empty(2);
  const bool erased = row.integer(4) == 1;
  if (hash.empty()) return "it has a note, which it was not written with";
  if (!erased && salt.empty()) return "its note is missing, and no redaction says so";
  if (erased && !salt.empty()) return "its note was erased and is there again";
  if (!erased && note_hash(salt, row.text(3)) != hash) return "its note is not as it was written";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> why_notes_unsound(const Store& store, std::int64_t* number) {
  Statement select = store.database.prepare(
      "SELECT coalesce(number, note.record), note_hash, salt, text, "
      "       number IS NOT NULL AND "
      "       number IN (SELECT replaces FROM record WHERE kind = 'redaction') "
      "FROM record FULL JOIN note ON note.record = number "
      "WHERE note_hash IS NOT NULL OR note.record IS NOT NULL ORDER BY 1");
  for (select.restart(); select.step();) {
    const auto why = why_unsound(select);
    if (!why) continue;
    if (number != nullptr) *number = select.integer(0);
    return fmt::format("{}: record {}: {}", store.database.name(), select.integer(0), *why);
  }
  return std::nullopt;
}

}  // namespace jalon::log

#include "rules/definitions/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {

TableReader::TableReader(Reading& reading, const Node& table, std::string title)
    : reading_{reading}, table_{table}, title_{std::move(title)} {}

Place TableReader::place() const {
  return {reading_.files[table_.spot.file], table_.spot.line, table_.spot.column};
}

const Entry* TableReader::take(std::string_view key) {
  known_.push_back(key);
  return table_.find(key);
}

const Entry* TableReader::require(std::string_view key) {
  const Entry* entry = take(key);
  if (entry == nullptr) {
    problems().add(Code::missing_key, table_.spot, fmt::format("{} has no `{}`", title_, key));
  }
  return entry;
}

void TableReader::not_supported(std::string_view key) {
  const Entry* entry = take(key);
  if (entry == nullptr) return;
  problems().add(Code::not_supported, entry->spot,
                 fmt::format("`{}` in {} is not supported yet", key, title_));
}

void TableReader::misplaced(std::string_view key, std::string_view why) {
  const Entry* entry = take(key);
  if (entry == nullptr) return;
  problems().add(Code::misplaced_key, entry->spot, fmt::format("`{}` {}", key, why));
}

void TableReader::finish() {
  for (const Entry& entry : table_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    if (problems().full()) {
      problems().leave_out();
      continue;
    }
    problems().add(Code::unknown_key, entry.spot,
                   fmt::format("{} is not a key of {}", quoted(entry.key), title_),
                   problems().suggest(entry.key, known_));
  }
}

std::optional<std::string> TableReader::text(std::string_view key) {
  const Entry* entry = take(key);
  if (entry == nullptr) return std::nullopt;
  return read_text(problems(), key, entry->value);
}

std::optional<std::string> TableReader::required_text(std::string_view key) {
  const Entry* entry = require(key);
  if (entry == nullptr) return std::nullopt;
  return read_text(problems(), key, entry->value);
}

std::optional<bool> TableReader::truth(std::string_view key) {
  const Entry* entry = take(key);
  if (entry == nullptr) return std::nullopt;
  return read_truth(problems(), key, entry->value);
}

std::optional<DateExpression> TableReader::date(std::string_view key) {
  const Entry* entry = take(key);
  if (entry == nullptr) return std::nullopt;
  return read_date(problems(), key, entry->value, reading_.programme.margins);
}

std::optional<std::size_t> TableReader::choice(std::string_view key,
                                               std::span<const std::string_view> words) {
  const Entry* entry = take(key);
  if (entry == nullptr) return std::nullopt;
  return read_choice(problems(), key, entry->value, words);
}

std::optional<std::uint32_t> TableReader::index_of(const Entry* entry, Kind kind) {
  if (entry == nullptr) return std::nullopt;
  const auto id = read_text(problems(), entry->key, entry->value);
  if (!id) return std::nullopt;
  return resolve(reading_.names, problems(), kind, *id, entry->value.spot);
}

}  // namespace jalon::definitions

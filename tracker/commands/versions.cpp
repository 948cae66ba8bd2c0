#include "tracker/commands/versions.hpp"

#include "rules/engine/facts.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace jalon::commands {
Versions::Versions(std::span<const Record> log) : log_{log} {
  for (auto record = log.rbegin(); record != log.rend(); ++record)
    if (record->kind == RecordKind::retraction && record->replaces &&
        !out_.contains(record->number))
      out_.insert(*record->replaces);
}

const Record& Versions::find(std::int64_t number) const {
  if (const Record* record = engine::find_record(log_, number)) return *record;
  refuse_usage("unknown-record", fmt::format("the log has no record #{}", number),
               log_.empty() ? "it is empty" : fmt::format("it ends with #{}", log_.back().number));
}

const Record& Versions::original_of(const Record& record) const {
  const Record* at = &record;
  while (at->kind == RecordKind::correction && at->replaces) {
    const Record* earlier = engine::find_record(log_, *at->replaces);
    if (earlier == nullptr || earlier->number >= at->number) break;
    at = earlier;
  }
  return *at;
}

const Record& Versions::current_of(const Record& original) const {
  const Record* current = &original;
  for (const Record& record : log_)
    if (record.kind == RecordKind::correction && !is_retracted(record.number) &&
        original_of(record).number == original.number)
      current = &record;
  return *current;
}

}  // namespace jalon::commands

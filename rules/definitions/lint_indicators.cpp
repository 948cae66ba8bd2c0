#include "rules/definitions/lint_checks.hpp"
#include "rules/definitions/near_names.hpp"
#include "rules/engine/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace jalon::definitions {
namespace {

const Date kEnd{9999, 12, 31};

/// The records of each indicator that are in force once everything has happened and is known, under
/// its id of now.
using Reported = std::map<std::string, std::vector<const Record*>>;

Reported reported_by_indicator(const Programme& programme, std::span<const Record> log) {
  std::map<std::string_view, std::string_view> now;
  for (const Indicator& indicator : programme.indicators) {
    for (const std::string& old : indicator.was) now.emplace(old, indicator.id);
  }
  Reported out;
  for (const engine::Fact& fact : engine::facts_at(log, {.as_of = kEnd, .known = kEnd}).records) {
    const auto found = now.find(fact.record->subject);
    out[found == now.end() ? fact.record->subject : std::string{found->second}].push_back(
        fact.record);
  }
  return out;
}

std::set<std::uint32_t> used_indicators(const Programme& programme) {
  std::set<std::uint32_t> used;
  for (const Target& target : programme.targets) {
    used.insert(target.indicator.index);
    for (const Ref<Indicator> part : measured_under(programme, target.indicator)) {
      used.insert(part.index);
    }
  }
  return used;
}

void lint_unseen(const Indicator& indicator, const Dimension& dimension,
                 const std::set<std::string>& seen, Diagnostics& out) {
  std::string unseen;
  for (const std::string& value : dimension.values) {
    if (seen.contains(value)) continue;
    unseen += fmt::format("{}{}", unseen.empty() ? "" : ", ", quoted(value));
  }
  if (unseen.empty()) return;
  warn(out, "unseen-value", indicator.place,
       fmt::format("no record of indicator {} has {} as its {}", quoted(indicator.id), unseen,
                   quoted(dimension.name)),
       "look whether the value is misspelt or the data missing");
}

void lint_near(const Indicator& indicator, const Dimension& dimension,
               const std::set<std::string>& seen, Diagnostics& out) {
  NearNames names;
  for (const std::string& value : seen) {
    for (const std::string& other : names.near(value)) {
      warn(out, "near-duplicate", indicator.place,
           fmt::format("{} of indicator {} is both {} and {}", quoted(dimension.name),
                       quoted(indicator.id), quoted(other), quoted(value)),
           "if they are the same, correct the records of one of them");
    }
    names.add(value);
  }
}

void lint_values(const Indicator& indicator, const std::vector<const Record*>& records,
                 Diagnostics& out) {
  for (const Dimension& dimension : indicator.dimensions) {
    std::set<std::string> seen;
    for (const Record* record : records) {
      for (const DimensionValue& pair : record->dimensions) {
        if (pair.dimension == dimension.name) seen.insert(pair.value);
      }
    }
    (dimension.open ? lint_near : lint_unseen)(indicator, dimension, seen, out);
  }
}

/// Certainly lower, and certainly later.
bool falls(const Record& before, const Record& after) {
  const auto& low = before.amount->range.lo;
  const auto& high = after.amount->range.hi;
  if (!before.happened.latest || !after.happened.from) return false;
  if (*after.happened.from <= *before.happened.latest || !low.at || !high.at) return false;
  return certainly_below(high, *low.at) || (low.open && certainly_at_most(high, *low.at));
}

/// Each reading is held against the highest certain one before it, of the same dimensions.
void lint_falls(const Indicator& indicator, std::vector<const Record*> records, Diagnostics& out) {
  if (!indicator.monotone) return;
  std::stable_sort(records.begin(), records.end(), [](const Record* a, const Record* b) {
    return a->happened.latest < b->happened.latest;
  });
  std::map<DimensionValues, const Record*> highest;
  for (const Record* record : records) {
    if (!record->amount) continue;
    const Record*& before = highest[record->dimensions];
    if (before != nullptr && falls(*before, *record)) {
      warn(out, "falling-level", indicator.place,
           fmt::format("indicator {} never falls, but record #{} says {} on {} after record #{} "
                       "said {} on {}",
                       quoted(indicator.id), record->number, printable(record->amount->written),
                       printable(record->happened.written), before->number,
                       printable(before->amount->written), printable(before->happened.written)),
           fmt::format("if a reading is wrong: jalon correct {} or {}", before->number,
                       record->number));
    }
    const auto& low = record->amount->range.lo;
    if (low.at && (before == nullptr || *low.at > *before->amount->range.lo.at)) before = record;
  }
}

}  // namespace

void lint_indicators(const Programme& programme, std::span<const Record> log, Diagnostics& out) {
  const std::set<std::uint32_t> used = used_indicators(programme);
  const Reported reported = reported_by_indicator(programme, log);
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    const Indicator& indicator = programme.indicators[i];
    if (!used.contains(i)) {
      warn(out, "unused-indicator", indicator.place,
           fmt::format("no target uses indicator {}", quoted(indicator.id)),
           "write the target, or remove the indicator");
    }
    const auto records = reported.find(indicator.id);
    if (records == reported.end()) continue;
    lint_values(indicator, records->second, out);
    lint_falls(indicator, records->second, out);
  }
}

}  // namespace jalon::definitions

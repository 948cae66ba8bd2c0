#include "tests/reference/facts.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace jalon::reference {
namespace {

/// 1.1 Known: learned by the known-at day, and in the log up to the cut.
std::vector<const Record*> known(std::span<const Record> log, const engine::Moment& moment) {
  std::vector<const Record*> result;
  for (const Record& record : log) {
    const bool before_cut = !moment.upto || record.number <= *moment.upto;
    if (before_cut && record.learned <= moment.known) result.push_back(&record);
  }
  return result;
}

/// 1.2 Retractions, from the highest number down: what one in force names is out.
std::set<std::int64_t> retracted(std::vector<const Record*> records) {
  std::sort(records.begin(), records.end(),
            [](const Record* a, const Record* b) { return a->number > b->number; });
  std::set<std::int64_t> out;
  for (const Record* record : records) {
    const bool in_force = !out.contains(record->number);
    if (record->kind == RecordKind::retraction && in_force) out.insert(*record->replaces);
  }
  return out;
}

/// 1.3 The current version: the highest-numbered correction in force, else the original.
const Record* current_version(const Record* original, const std::vector<const Record*>& records,
                              const std::set<std::int64_t>& out) {
  const Record* version = original;
  for (const Record* record : records) {
    if (record->kind != RecordKind::correction || out.contains(record->number)) continue;
    if (record->replaces != original->number) continue;
    if (version == original || record->number > version->number) version = record;
  }
  return version;
}

}  // namespace

bool earlier_first_day(const Fact& a, const Fact& b) {
  return std::tuple{a.from(), a.to(), a.order} < std::tuple{b.from(), b.to(), b.order};
}

bool earlier_last_day(const Fact& a, const Fact& b) {
  return std::tuple{a.to(), a.from(), a.order} < std::tuple{b.to(), b.from(), b.order};
}

Facts facts_at(std::span<const Record> log, const engine::Moment& moment) {
  const std::vector<const Record*> records = known(log, moment);
  const std::set<std::int64_t> out = retracted(records);
  Facts facts;
  for (const Record* record : records) {
    if (out.contains(record->number)) continue;
    if (record->kind == RecordKind::attestation) facts.attestations.push_back(record);
    if (record->kind == RecordKind::judgement) facts.judgements.push_back(record);
    if (record->kind != RecordKind::record) continue;
    const Fact fact{current_version(record, records, out), record->number};
    // 1.4 Entered in advance: not counted.
    if (fact.from() <= moment.as_of) facts.records.push_back(fact);
  }
  return facts;
}

bool proven(const std::vector<Fact>& together, const EvidenceRule& rule) {
  if (!rule.required) return true;
  std::set<std::string> distinct;
  for (const Fact& fact : together) {
    for (const Evidence& evidence : fact.record->evidence) {
      const bool of_kind = rule.kinds.empty() || std::find(rule.kinds.begin(), rule.kinds.end(),
                                                           evidence.kind) != rule.kinds.end();
      if (of_kind) distinct.insert(evidence.text);
    }
  }
  return static_cast<int>(distinct.size()) >= rule.min;
}

}  // namespace jalon::reference

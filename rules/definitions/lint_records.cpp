#include "rules/definitions/lint_checks.hpp"
#include "rules/engine/facts.hpp"
#include "rules/model/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace jalon::definitions {
namespace {

const Date kEnd{9999, 12, 31};

/// What is in force once everything that is in the log has happened and is known.
engine::Facts everything(std::span<const Record> log) {
  return engine::facts_at(log, {.as_of = kEnd, .known = kEnd});
}

Diagnostic warning(std::string_view code, std::string message, Place where = {}) {
  return {.severity = Diagnostic::Severity::warning,
          .code = std::string{code},
          .message = std::move(message),
          .where = std::move(where)};
}

std::set<std::uint32_t> used_indicators(const Programme& programme) {
  std::set<std::uint32_t> used;
  for (const Target& target : programme.targets) used.insert(target.indicator.index);
  for (const Indicator& indicator : programme.indicators) {
    const auto* ratio = std::get_if<Ratio>(&indicator.measure);
    if (ratio == nullptr) continue;
    used.insert(ratio->of.index);
    if (const auto* to = std::get_if<Ref<Indicator>>(&ratio->to)) used.insert(to->index);
  }
  return used;
}

/// indicator, dimension and value as records name them
using Seen = std::set<std::pair<std::string, DimensionValue>>;

void lint_values(const Indicator& indicator, const Seen& seen, Diagnostics& out) {
  for (const Dimension& dimension : indicator.dimensions) {
    if (dimension.open) continue;
    std::string unseen;
    for (const std::string& value : dimension.values) {
      if (seen.contains({indicator.id, {dimension.name, value}})) continue;
      unseen += fmt::format("{}{}", unseen.empty() ? "" : ", ", quoted(value));
    }
    if (unseen.empty()) continue;
    out.push_back(warning("unseen-value",
                          fmt::format("no record of indicator {} has {} as its {}",
                                      quoted(indicator.id), unseen, quoted(dimension.name)),
                          indicator.place));
  }
}

/// Ids that a record may name, and those that an attestation may name besides.
struct Subjects {
  std::set<std::string_view> recorded = {};
  std::set<std::string_view> attested = {};
  std::vector<std::string_view> all = {};

  explicit Subjects(const Programme& programme) {
    for (const Indicator& one : programme.indicators) recorded.insert(one.id);
    for (const Milestone& one : programme.milestones) recorded.insert(one.id);
    for (const Target& one : programme.targets) attested.insert(one.id);
    all.assign(recorded.begin(), recorded.end());
    all.insert(all.end(), attested.begin(), attested.end());
  }

  [[nodiscard]] bool knows(const Record& record) const {
    const bool attests = record.kind == RecordKind::attestation;
    return recorded.contains(record.subject) || (attests && attested.contains(record.subject));
  }
};

std::string numbers(const std::vector<std::int64_t>& records) {
  constexpr std::size_t kShown = 5;
  std::string out = records.size() == 1 ? "record" : "records";
  for (std::size_t i = 0; i < std::min(records.size(), kShown); ++i) {
    out += fmt::format("{} #{}", i == 0 ? "" : ",", records[i]);
  }
  if (records.size() > kShown) out += fmt::format(" and {} more", records.size() - kShown);
  return out;
}

void lint_slip(const Record& record, Diagnostics& out) {
  if (!record.happened.from || record.learned >= *record.happened.from) return;
  out.push_back(
      warning("date-slip", fmt::format("record #{} of {} was learned on {}, before it happened: {}",
                                       record.number, quoted(record.subject), iso(record.learned),
                                       printable(record.happened.written))));
  out.back().hint = fmt::format("if a day is wrong: jalon correct {}", record.number);
}

}  // namespace

void lint_indicators(const Programme& programme, std::span<const Record> log, Diagnostics& out) {
  const std::set<std::uint32_t> used = used_indicators(programme);
  std::set<std::string> reported;
  Seen seen;
  const engine::Facts facts = everything(log);
  for (const engine::Fact& fact : facts.records) {
    reported.insert(fact.record->subject);
    for (const DimensionValue& pair : fact.record->dimensions) {
      seen.insert({fact.record->subject, pair});
    }
  }
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    const Indicator& indicator = programme.indicators[i];
    if (!used.contains(i)) {
      out.push_back(warning("unused-indicator",
                            fmt::format("no target uses indicator {}", quoted(indicator.id)),
                            indicator.place));
    }
    if (reported.contains(indicator.id)) lint_values(indicator, seen, out);
  }
}

void lint_records(const Programme& programme, std::span<const Record> log, Diagnostics& out) {
  const Subjects subjects{programme};
  std::map<std::string, std::vector<std::int64_t>> orphans;
  const engine::Facts facts = everything(log);
  std::vector<const Record*> records = facts.attestations;
  for (const engine::Fact& fact : facts.records) records.push_back(fact.record);
  std::sort(records.begin(), records.end(),
            [](const Record* a, const Record* b) { return a->number < b->number; });
  for (const Record* record : records) {
    if (!subjects.knows(*record)) orphans[record->subject].push_back(record->number);
    if (record->kind != RecordKind::attestation) lint_slip(*record, out);
  }
  for (const auto& [subject, named] : orphans) {
    out.push_back(
        {.code = "orphan-record",
         .message = fmt::format("{}: no definition is called {}", numbers(named), quoted(subject)),
         .hint = did_you_mean(subject, subjects.all)});
  }
}

}  // namespace jalon::definitions

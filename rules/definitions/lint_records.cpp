#include "rules/definitions/lint_checks.hpp"
#include "rules/engine/facts.hpp"
#include "rules/model/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace jalon::definitions {
namespace {

const Date kEnd{9999, 12, 31};

/// Ids that a record may name, now or before, and those that an attestation or a judgement may.
struct Subjects {
  std::set<std::string_view> recorded = {};
  std::set<std::string_view> attested = {};
  std::set<std::string_view> judged = {};
  std::vector<std::string_view> all = {};

  explicit Subjects(const Programme& programme) {
    for (const Indicator& one : programme.indicators) add(one, {&recorded});
    for (const Milestone& one : programme.milestones) add(one, {&recorded, &judged});
    for (const Target& one : programme.targets) add(one, {&attested, &judged});
    for (const Commitment& one : programme.commitments) add(one, {&judged});
  }

  void add(const Common& one, std::initializer_list<std::set<std::string_view>*> sets) {
    all.push_back(one.id);
    for (auto* set : sets) {
      set->insert(one.id);
      set->insert(one.was.begin(), one.was.end());
    }
  }

  [[nodiscard]] bool knows(const Record& record) const {
    const std::string_view subject = record.subject;
    if (record.kind == RecordKind::judgement) {
      return judged.contains(subject) || judged.contains(subject.substr(0, subject.find('[')));
    }
    const bool attests = record.kind == RecordKind::attestation;
    return recorded.contains(subject) || (attests && attested.contains(subject));
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
  warn(out, "date-slip", {},
       fmt::format("record #{} of {} was learned on {}, before it happened: {}", record.number,
                   quoted(record.subject), iso(record.learned), printable(record.happened.written)),
       fmt::format("if a day is wrong: jalon correct {}", record.number));
}

/// Everything in force that names a subject, in number order.
std::vector<const Record*> in_force(std::span<const Record> log) {
  const engine::Facts facts = engine::facts_at(log, {.as_of = kEnd, .known = kEnd});
  std::set<const Record*> records{facts.attestations.begin(), facts.attestations.end()};
  for (const engine::Fact& fact : facts.records) records.insert(fact.record);
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (log[i].kind != RecordKind::judgement) continue;
    if (facts.standing[i] == engine::Standing::in_force) records.insert(&log[i]);
  }
  std::vector<const Record*> out{records.begin(), records.end()};
  std::sort(out.begin(), out.end(),
            [](const Record* a, const Record* b) { return a->number < b->number; });
  return out;
}

bool is_statement(const Record& record) {
  return record.kind == RecordKind::record || record.kind == RecordKind::correction;
}

}  // namespace

void lint_records(const Programme& programme, std::span<const Record> log, Diagnostics& out) {
  const Subjects subjects{programme};
  std::map<std::string, std::vector<std::int64_t>> orphans;
  for (const Record* record : in_force(log)) {
    if (!subjects.knows(*record)) orphans[record->subject].push_back(record->number);
    if (is_statement(*record)) lint_slip(*record, out);
  }
  for (const auto& [subject, named] : orphans) {
    std::string hint = did_you_mean(subject, subjects.all);
    if (hint.empty()) hint = "list the old id under `was` where it is defined now";
    out.push_back(
        {.code = "orphan-record",
         .message = fmt::format("{}: no definition is called {}", numbers(named), quoted(subject)),
         .hint = std::move(hint)});
  }
}

}  // namespace jalon::definitions

#include "tests/reference/standing.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

using engine::Status;
using engine::Verdict;
using engine::Waived;

/// The ids by which a waiver can mean it: its own, its definition's, a part also its whole's.
std::vector<std::string> names_of(const Programme& programme, const Verdict& verdict) {
  std::vector<std::string> names{verdict.id};
  if (const auto* ref = std::get_if<Ref<Target>>(&verdict.subject)) {
    const Target& target = programme[*ref];
    names.push_back(target.id);
    if (target.whole) names.push_back(programme[*target.whole].id);
  }
  return names;
}

bool covered(const Programme& programme, const Waiver& waiver, const Verdict& verdict) {
  const std::vector<std::string> names = names_of(programme, verdict);
  if (std::find(names.begin(), names.end(), waiver.target) != names.end()) return true;
  return verdict.id.starts_with(waiver.target + "[");
}

Severity severity_of(const Programme& programme, const Verdict& verdict) {
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    return programme[*target].severity;
  }
  if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
    return programme[*milestone].severity;
  }
  return programme.commitments[std::get<Ref<Commitment>>(verdict.subject).index].severity;
}

/// Missed or overdue, of medium severity or above.
bool would_be_found(const Programme& programme, const Verdict& verdict) {
  const bool fails = verdict.status == Status::missed || verdict.status == Status::overdue;
  return fails && severity_of(programme, verdict) >= Severity::medium;
}

engine::Judgement::Colour colour_of(const std::string& word) {
  if (word == "red") return engine::Judgement::Colour::red;
  return word == "amber" ? engine::Judgement::Colour::amber : engine::Judgement::Colour::green;
}

}  // namespace

std::optional<Waived> own_waiver(const Setting& setting, const Verdict& verdict) {
  for (const Waiver& waiver : setting.programme.waivers) {
    const bool in_force = waiver.granted <= setting.as_of && setting.as_of <= waiver.expires &&
                          waiver.granted <= setting.known;
    if (in_force && covered(setting.programme, waiver, verdict)) {
      return Waived{waiver.id, waiver.expires};
    }
  }
  return {};
}

std::optional<Waived> composite_waiver(const Setting& setting, const Verdict& verdict,
                                       const std::vector<Judged>& children) {
  if (const auto own = own_waiver(setting, verdict)) return own;
  if (!would_be_found(setting.programme, verdict)) return {};
  std::optional<Waived> first;
  for (const Judged& child : children) {
    if (!would_be_found(setting.programme, child.verdict)) continue;
    const std::optional<Waived>& waived = child.verdict.waived;
    if (!waived) return {};
    if (!first || waived->expires < first->expires) first = waived;
  }
  return first;
}

std::optional<engine::Judgement> judgement(const Setting& setting, const std::string& id) {
  std::optional<engine::Judgement> result;
  for (const Record* record : setting.facts.judgements) {
    const bool in_force = record->subject == id && record->learned <= setting.as_of &&
                          setting.as_of <= *record->happened.latest;
    if (!in_force) continue;
    const std::string& by =
        record->on_behalf_of.empty() ? record->recorded_by : record->on_behalf_of;
    result = engine::Judgement{colour_of(record->stage), by, record->learned,
                               *record->happened.latest, record->number};
  }
  return result;
}

}  // namespace jalon::reference

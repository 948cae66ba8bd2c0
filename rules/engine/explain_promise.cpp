// Revisions, waivers, and the promise that a verdict was judged by.
#include "rules/engine/explain_parts.hpp"
#include "rules/engine/promised.hpp"
#include "rules/engine/rollup.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

std::vector<Change> changes_of(const Programme& programme, const Target& target,
                               const Moment& moment) {
  std::vector<Change> changes;
  const Promise* before = &target;
  for (const Amendment& one : target.amendments) {
    Change change{&programme[one.by], one.decided, is_decided(one.decided, moment), one.withdrawn};
    change.before = before;
    change.after = &one.promise;
    before = &one.promise;
    changes.push_back(change);
  }
  return changes;
}

std::vector<Change> changes_of(const Programme& programme, const Milestone& milestone,
                               const Moment& moment) {
  std::vector<Change> changes;
  const StagePromise* before = &milestone;
  for (const StageAmendment& one : milestone.amendments) {
    Change change{&programme[one.by], one.decided, is_decided(one.decided, moment), one.withdrawn};
    change.stage_before = before;
    change.stage_after = &one.promise;
    before = &one.promise;
    changes.push_back(change);
  }
  return changes;
}

/// An id itself, or an instance of it: a part is one of its whole.
bool covers_id(const std::string& covered, const std::string& id) {
  return id == covered || id.starts_with(covered + "[");
}

WaiverPart::State state_of(const Waiver& waiver, const Moment& moment) {
  if (moment.as_of > waiver.expires) return WaiverPart::State::over;
  return is_decided(waiver.granted, moment) ? WaiverPart::State::in_force
                                            : WaiverPart::State::not_yet;
}

}  // namespace

const Promise& promise_in_force(const Programme& programme, const Target& target,
                                const Verdict& verdict, const Moment& moment) {
  Day decided = decided_until(moment);
  if (verdict.kind == VerdictKind::period && verdict.due.latest) {
    decided = std::min(decided, day_of(*verdict.due.latest));
  }
  return *promised(programme, target, decided).promise;
}

std::vector<Change> changes_of(const Programme& programme, const Verdict& verdict,
                               const Moment& moment) {
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    std::vector<Change> changes = changes_of(programme, programme[*target], moment);
    const auto& whole = programme[*target].whole;
    if (changes.empty() && whole) return changes_of(programme, programme[*whole], moment);
    return changes;
  }
  if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
    return changes_of(programme, programme[*milestone], moment);
  }
  return {};
}

std::vector<WaiverPart> waivers_of(const Programme& programme, const Verdict& verdict,
                                   const Moment& moment) {
  const std::string& definition = definition_of(programme, verdict).id;
  std::vector<WaiverPart> waivers;
  for (const Waiver& one : programme.waivers) {
    const bool names_it = covers_id(one.target, verdict.id) || one.target == definition;
    if (names_it) waivers.push_back({&one, state_of(one, moment)});
  }
  return waivers;
}

}  // namespace jalon::engine

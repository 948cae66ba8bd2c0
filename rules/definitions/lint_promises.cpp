#include "rules/definitions/lint_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace jalon::definitions {
namespace {

/// What is the same for targets and milestones, and what it is called.
struct Promise {
  std::string_view kind;
  const Common& common;
  const TimeClause& time;
  Severity severity;
  bool evidence_required;
};

void warn(Diagnostics& out, std::string_view code, const Common& where, std::string message,
          std::string hint) {
  out.push_back({.severity = Diagnostic::Severity::warning,
                 .code = std::string{code},
                 .message = std::move(message),
                 .where = where.place,
                 .hint = std::move(hint)});
}

const DateExpression* due_words(const TimeClause& time) {
  if (const auto* by = std::get_if<By>(&time)) return &by->due;
  if (const auto* during = std::get_if<During>(&time)) return &during->window;
  return nullptr;
}

void lint_promise(const Promise& promise, Diagnostics& out) {
  const std::string& id = promise.common.id;
  if (std::holds_alternative<Undated>(promise.time)) {
    warn(out, "undated-target", promise.common,
         fmt::format("{} {} has no date: it can never be missed", promise.kind, quoted(id)),
         "ask whoever made the promise for a day");
  }
  if (promise.severity >= Severity::high && !promise.evidence_required) {
    warn(out, "unevidenced", promise.common,
         fmt::format("{} {} is of severity {} and needs no evidence", promise.kind, quoted(id),
                     name(promise.severity)),
         "write evidence = { required = true } where the records are defined");
  }
  const DateExpression* due = due_words(promise.time);
  if (promise.severity == Severity::critical && due != nullptr && due->vague) {
    warn(out, "vague-critical", promise.common,
         fmt::format("{} {} is critical, but {} names no day", promise.kind, quoted(id),
                     quoted(due->written)),
         "ask for an exact day");
  }
}

bool evidence_required(const Programme& programme, const Indicator& indicator) {
  const auto* ratio = std::get_if<Ratio>(&indicator.measure);
  if (ratio == nullptr) return indicator.evidence.required;
  const auto* to = std::get_if<Ref<Indicator>>(&ratio->to);
  return programme[ratio->of].evidence.required &&
         (to == nullptr || programme[*to].evidence.required);
}

void lint_keepers(std::string_view kind, const Common& common, bool owned, bool sourced,
                  Diagnostics& out) {
  if (!owned) {
    warn(out, "no-owner", common, fmt::format("{} {} has no owner", kind, quoted(common.id)),
         "name a party that answers for it, or give its initiative an owner");
  }
  if (!sourced) {
    warn(out, "no-source", common,
         fmt::format("{} {} does not say where it was promised", kind, quoted(common.id)),
         "write source = { ref = \"...\", locator = \"...\" }");
  }
}

/// Targets and milestones whose commitment names the source for them.
std::set<Member> sourced_members(const Programme& programme) {
  std::set<Member> out;
  for (const Commitment& commitment : programme.commitments) {
    if (commitment.sources.empty()) continue;
    out.insert(commitment.members.begin(), commitment.members.end());
  }
  return out;
}

}  // namespace

void lint_promises(const Programme& programme, Diagnostics& out) {
  const std::set<Member> sourced = sourced_members(programme);
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
    const Target& target = programme.targets[i];
    if (target.whole) continue;
    const bool evidence = evidence_required(programme, programme[target.indicator]);
    lint_promise({"target", target, target.time, target.severity, evidence}, out);
    lint_keepers("target", target, target.owner.has_value(),
                 !target.sources.empty() || sourced.contains(Ref<Target>{i}), out);
  }
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) {
    const Milestone& one = programme.milestones[i];
    lint_promise({"milestone", one, one.time, one.severity, one.evidence.required}, out);
    lint_keepers("milestone", one, one.owner.has_value(),
                 !one.sources.empty() || sourced.contains(Ref<Milestone>{i}), out);
  }
  for (const Commitment& one : programme.commitments) {
    lint_keepers("commitment", one, one.owner.has_value(), !one.sources.empty(), out);
  }
}

}  // namespace jalon::definitions

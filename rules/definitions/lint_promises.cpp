#include "rules/definitions/lint_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::definitions {
namespace {

/// What is the same for targets and milestones, and what it is called.
struct Promised {
  std::string_view kind;
  const Common& common;
  const TimeClause& time;
  Severity severity;
  bool evidence_required;
};

const DateExpression* due_words(const TimeClause& time) {
  if (const auto* by = std::get_if<By>(&time)) return &by->due;
  if (const auto* during = std::get_if<During>(&time)) return &during->window;
  const auto* hold = std::get_if<Hold>(&time);
  return hold != nullptr && hold->until ? &*hold->until : nullptr;
}

void lint_promise(const Promised& promise, Diagnostics& out) {
  const std::string& id = promise.common.id;
  if (std::holds_alternative<Undated>(promise.time)) {
    warn(out, "undated-target", promise.common.place,
         fmt::format("{} {} has no date: it can never be missed", promise.kind, quoted(id)),
         "ask whoever made the promise for a day");
  }
  if (promise.severity >= Severity::high && !promise.evidence_required) {
    warn(out, "unevidenced", promise.common.place,
         fmt::format("{} {} is of severity {} and needs no evidence", promise.kind, quoted(id),
                     name(promise.severity)),
         "write evidence = { required = true } where the records are defined");
  }
  const DateExpression* due = due_words(promise.time);
  if (promise.severity == Severity::critical && due != nullptr && due->vague) {
    warn(out, "vague-critical", promise.common.place,
         fmt::format("{} {} is critical, but {} names no day", promise.kind, quoted(id),
                     quoted(due->written)),
         "ask for an exact day");
  }
}

bool evidence_required(const Programme& programme, Ref<Indicator> indicator) {
  const auto parts = measured_under(programme, indicator);
  return std::all_of(parts.begin(), parts.end(),
                     [&](Ref<Indicator> part) { return programme[part].evidence.required; });
}

void lint_keepers(std::string_view kind, const Common& common, bool owned, bool sourced,
                  Diagnostics& out) {
  if (!owned) {
    warn(out, "no-owner", common.place, fmt::format("{} {} has no owner", kind, quoted(common.id)),
         "name a party that answers for it, or give its initiative an owner");
  }
  if (!sourced) {
    warn(out, "no-source", common.place,
         fmt::format("{} {} does not say where it was promised", kind, quoted(common.id)),
         "write source = { ref = \"...\", locator = \"...\" }");
  }
}

/// Members, and members of members, of the commitments that name the source for them.
std::set<Member> sourced_members(const Programme& programme) {
  std::set<Member> out;
  std::vector<Ref<Commitment>> open;
  for (std::uint32_t i = 0; i < programme.commitments.size(); ++i) {
    if (!programme.commitments[i].sources.empty()) open.push_back({i});
  }
  while (!open.empty()) {
    const Commitment& commitment = programme[open.back()];
    open.pop_back();
    for (const Member& member : commitment.members) {
      const auto* nested = std::get_if<Ref<Commitment>>(&member);
      if (out.insert(member).second && nested != nullptr) open.push_back(*nested);
    }
  }
  return out;
}

std::string goal_words(const Target& target) {
  struct Words {
    std::string operator()(const AtLeast& rule) const { return "at least " + rule.goal.str(); }
    std::string operator()(const AtMost& rule) const { return "at most " + rule.goal.str(); }
    std::string operator()(const Between& rule) const {
      return fmt::format("between {} and {}", rule.lower.str(), rule.upper.str());
    }
    std::string operator()(const Exactly& rule) const { return "exactly " + rule.goal.str(); }
    std::string operator()(const Trend&) const { return "a trend"; }
  };
  return std::visit(Words{}, target.comparison);
}

/// Does the baseline keep the promise already? A goal out of a series has no number here.
struct KeptAt {
  Decimal baseline;
  bool flow;

  bool operator()(const AtLeast& rule) const { return !rule.from.series && baseline >= rule.goal; }
  /// Every flow starts below its limit.
  bool operator()(const AtMost& rule) const {
    return !flow && !rule.from.series && baseline <= rule.goal;
  }
  bool operator()(const Between& rule) const {
    return baseline >= rule.lower && baseline <= rule.upper;
  }
  bool operator()(const Exactly& rule) const { return !rule.from.series && baseline == rule.goal; }
  bool operator()(const Trend&) const { return false; }
};

bool is_flow(const Programme& programme, Ref<Indicator> indicator) {
  if (std::holds_alternative<Ratio>(programme[indicator].measure)) return false;
  const auto parts = measured_under(programme, indicator);
  return std::all_of(parts.begin(), parts.end(), [&](Ref<Indicator> part) {
    return std::holds_alternative<Flow>(programme[part].measure);
  });
}

/// Named by itself or through an instance: "x", "x[2020]".
bool is_named(const std::set<std::string>& tested, const std::string& id) {
  if (tested.contains(id)) return true;
  const auto next = tested.lower_bound(id + "[");
  return next != tested.end() && next->starts_with(id + "[");
}

}  // namespace

void lint_promises(const Plan& plan, Diagnostics& out) {
  const Programme& programme = plan.programme;
  const std::set<Member> sourced = sourced_members(programme);
  for (std::uint32_t i = 0; i < programme.targets.size(); ++i) {
    const Target& target = programme.targets[i];
    if (target.whole || plan.withdrawn.contains(Ref<Target>{i})) continue;
    const bool evidence = evidence_required(programme, target.indicator);
    lint_promise({"target", target, target.time, target.severity, evidence}, out);
    lint_keepers("target", target, target.owner.has_value(),
                 !target.sources.empty() || sourced.contains(Ref<Target>{i}), out);
  }
  for (std::uint32_t i = 0; i < programme.milestones.size(); ++i) {
    if (plan.withdrawn.contains(Ref<Milestone>{i})) continue;
    const Milestone& one = programme.milestones[i];
    lint_promise({"milestone", one, one.time, one.severity, one.evidence.required}, out);
    lint_keepers("milestone", one, one.owner.has_value(),
                 !one.sources.empty() || sourced.contains(Ref<Milestone>{i}), out);
  }
  for (std::uint32_t i = 0; i < programme.commitments.size(); ++i) {
    const Commitment& one = programme.commitments[i];
    lint_keepers("commitment", one, one.owner.has_value(),
                 !one.sources.empty() || sourced.contains(Ref<Commitment>{i}), out);
  }
}

void lint_directions(const Plan& plan, Diagnostics& out) {
  for (std::uint32_t i = 0; i < plan.programme.targets.size(); ++i) {
    const Target& target = plan.programme.targets[i];
    // A level to keep may well be there at the start.
    const bool kept = std::holds_alternative<Hold>(target.time);
    if (!target.baseline || kept || plan.withdrawn.contains(Ref<Target>{i})) continue;
    const Decimal& start = target.baseline->value;
    if (!std::visit(KeptAt{start, is_flow(plan.programme, target.indicator)}, target.comparison)) {
      continue;
    }
    warn(out, "direction-unclear", target.place,
         fmt::format("target {} asks for {}, and its baseline of {} is there already",
                     quoted(target.id), goal_words(target), start.str()),
         "check the baseline, and whether at_least or at_most is meant; a level to keep is a "
         "`hold`");
  }
}

void lint_tests(const Plan& plan, const std::set<std::string>& tested, Diagnostics& out) {
  const auto check = [&](std::string_view kind, const Common& common) {
    if (is_named(tested, common.id)) return;
    warn(out, "untested-target", common.place,
         fmt::format("no rule test expects anything of {} {}", kind, quoted(common.id)),
         "name it under `expect` in a test file");
  };
  for (const Target& target : plan.programme.targets) {
    if (!target.whole) check("target", target);
  }
  for (const Milestone& one : plan.programme.milestones) check("milestone", one);
}

}  // namespace jalon::definitions

// What lint looks at: the promises that are in force, and what indicators are made of.
#include "rules/definitions/lint_checks.hpp"

#include <utility>

namespace jalon::definitions {
namespace {

/// The last amendment decided by the day; nullptr if the first promise stands.
template <class Amendments>
const auto* last_of(const Amendments& amendments, std::optional<Date> day) {
  const typename Amendments::value_type* last = nullptr;
  for (const auto& one : amendments) {
    if (!day || one.decided <= *day) last = &one;
  }
  return last;
}

/// Brings one definition to the day. True if it was withdrawn by then.
template <class First, class Definition>
bool bring(Definition& definition, std::optional<Date> day) {
  const auto amendments = std::exchange(definition.amendments, {});
  const auto* last = last_of(amendments, day);
  if (last == nullptr) return false;
  static_cast<First&>(definition) = last->promise;
  if (!last->withdrawn) return false;
  definition.time = Undated{"withdrawn"};
  definition.area.clear();
  definition.initiative.reset();
  return true;
}

struct Parts {
  std::vector<Ref<Indicator>> operator()(const Flow&) const { return {}; }
  std::vector<Ref<Indicator>> operator()(const Stock&) const { return {}; }
  std::vector<Ref<Indicator>> operator()(const Ratio& ratio) const {
    const auto* to = std::get_if<Ref<Indicator>>(&ratio.to);
    if (to == nullptr) return {ratio.of};
    return {ratio.of, *to};
  }
  std::vector<Ref<Indicator>> operator()(const Sum& sum) const { return sum.parts; }
  std::vector<Ref<Indicator>> operator()(const Difference& difference) const {
    return {difference.from, difference.less};
  }
};

}  // namespace

Plan plan_on(const Programme& programme, std::optional<Date> day) {
  Plan plan{programme};
  for (std::uint32_t i = 0; i < plan.programme.targets.size(); ++i) {
    Target& target = plan.programme.targets[i];
    bool withdrawn = bring<Promise>(target, day);
    if (target.whole && plan.withdrawn.contains(*target.whole)) withdrawn = true;
    if (withdrawn) plan.withdrawn.insert(Ref<Target>{i});
  }
  for (std::uint32_t i = 0; i < plan.programme.milestones.size(); ++i) {
    if (bring<StagePromise>(plan.programme.milestones[i], day)) {
      plan.withdrawn.insert(Ref<Milestone>{i});
    }
  }
  return plan;
}

std::vector<Ref<Indicator>> measured_under(const Programme& programme, Ref<Indicator> indicator) {
  // What derived indicators are made of is measured: one step down is all.
  auto parts = std::visit(Parts{}, programme[indicator].measure);
  if (parts.empty()) parts.push_back(indicator);
  return parts;
}

void warn(Diagnostics& out, std::string_view code, Place where, std::string message,
          std::string hint) {
  out.push_back({.severity = Diagnostic::Severity::warning,
                 .code = std::string{code},
                 .message = std::move(message),
                 .where = std::move(where),
                 .hint = std::move(hint)});
}

}  // namespace jalon::definitions

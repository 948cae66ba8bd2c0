#include "rules/engine/rollup.hpp"

#include <algorithm>
#include <numeric>

namespace jalon::engine {
namespace {

/// Calls `use` with the definition that a verdict is about.
template <class Use>
decltype(auto) with_definition(const Programme& programme, const Verdict& verdict, Use use) {
  struct Visitor {
    const Programme& programme;
    Use& use;
    decltype(auto) operator()(Ref<Target> ref) const { return use(programme.targets[ref.index]); }
    decltype(auto) operator()(Ref<Milestone> ref) const {
      return use(programme.milestones[ref.index]);
    }
    decltype(auto) operator()(Ref<Commitment> ref) const {
      return use(programme.commitments[ref.index]);
    }
  };
  return std::visit(Visitor{programme, use}, verdict.subject);
}

/// Adds one verdict to the group of that name, kept in order of first appearance.
void add(std::vector<Group>& groups, std::string_view name, Status status) {
  auto found = std::ranges::find(groups, name, &Group::name);
  if (found == groups.end()) found = groups.insert(groups.end(), Group{std::string{name}});
  ++found->counts[static_cast<std::size_t>(status)];
}

/// Groups in the programme's own order, those without a name last, empty ones left out.
std::vector<Group> prepared(const std::vector<std::string>& names) {
  std::vector<Group> groups;
  for (const std::string& name : names) groups.push_back({name});
  return groups;
}

void drop_empty(std::vector<Group>& groups) {
  std::erase_if(groups, [](const Group& group) { return group.counts == Counts{}; });
}

}  // namespace

int Group::total() const {
  const int withdrawn = counts[static_cast<std::size_t>(Status::voided)];
  return std::accumulate(counts.begin(), counts.end(), 0) - withdrawn;
}

Rollup roll_up(const Programme& programme, std::span<const Verdict* const> verdicts) {
  Rollup rollup;
  rollup.by_area = prepared(programme.areas);
  rollup.by_level = prepared(programme.levels);
  for (const Party& party : programme.parties) rollup.by_owner.push_back({party.id});
  for (const Verdict* verdict : verdicts) {
    if (verdict->kind == VerdictKind::period || verdict->kind == VerdictKind::member) continue;
    const auto status = static_cast<std::size_t>(verdict->status);
    if (verdict->kind == VerdictKind::commitment) {
      ++rollup.commitments.counts[status];
      continue;
    }
    ++rollup.all.counts[status];
    add(rollup.by_area, area_of(programme, *verdict), verdict->status);
    add(rollup.by_level, level_of(programme, *verdict), verdict->status);
    const Party* owner = owner_of(programme, *verdict);
    add(rollup.by_owner, owner == nullptr ? std::string_view{} : owner->id, verdict->status);
  }
  drop_empty(rollup.by_area);
  drop_empty(rollup.by_level);
  drop_empty(rollup.by_owner);
  return rollup;
}

Severity severity_of(const Programme& programme, const Verdict& verdict) {
  return with_definition(programme, verdict, [](const auto& one) { return one.severity; });
}

std::string_view area_of(const Programme& programme, const Verdict& verdict) {
  return with_definition(programme, verdict,
                         [](const auto& one) { return std::string_view{one.area}; });
}

std::string_view level_of(const Programme& programme, const Verdict& verdict) {
  return with_definition(programme, verdict,
                         [](const auto& one) { return std::string_view{one.level}; });
}

const Party* owner_of(const Programme& programme, const Verdict& verdict) {
  return with_definition(programme, verdict, [&](const auto& one) {
    return one.owner ? &programme[*one.owner] : nullptr;
  });
}

const Initiative* initiative_of(const Programme& programme, const Verdict& verdict) {
  const auto find = [&](const auto& one) -> const Initiative* {
    if constexpr (requires { one.initiative; }) {
      return one.initiative ? &programme[*one.initiative] : nullptr;
    } else {
      return nullptr;  // a commitment may span initiatives
    }
  };
  return with_definition(programme, verdict, find);
}

std::string_view unit_of(const Programme& programme, const Verdict& verdict) {
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    return programme[programme[*target].indicator].unit;
  }
  return {};
}

const Common& definition_of(const Programme& programme, const Verdict& verdict) {
  return with_definition(programme, verdict, [](const auto& one) -> const Common& { return one; });
}

}  // namespace jalon::engine

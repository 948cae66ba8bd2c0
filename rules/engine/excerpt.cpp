#include "rules/engine/excerpt.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace jalon::engine {
namespace {

/// Collects what a promise depends on, by place in the programme.
class Needs {
 public:
  explicit Needs(const Programme& programme) : programme_{programme} {}

  void add(const Subject& subject) {
    std::visit([&](const auto& ref) { add(ref); }, subject);
  }
  void add(Ref<Target> ref) {
    if (!targets.insert(ref.index).second) return;
    const auto& all = programme_.targets;
    if (const auto& whole = programme_[ref].whole) add(*whole);
    for (std::uint32_t i = ref.index + 1; i < all.size() && all[i].whole == ref; ++i) {
      add(Ref<Target>{i});
    }
  }
  void add(Ref<Milestone> ref) { milestones.insert(ref.index); }
  void add(Ref<Commitment> ref) {
    if (!commitments.insert(ref.index).second) return;
    for (const Member& member : programme_[ref].members) add(member);
  }

  std::set<std::uint32_t> targets = {};
  std::set<std::uint32_t> milestones = {};
  std::set<std::uint32_t> commitments = {};

 private:
  const Programme& programme_;
};

/// Keeps the chosen definitions and tells where each stands now.
template <class Definition>
std::map<std::uint32_t, std::uint32_t> keep(std::vector<Definition>& definitions,
                                            const std::vector<Definition>& from,
                                            const std::set<std::uint32_t>& chosen) {
  std::map<std::uint32_t, std::uint32_t> places;
  for (const std::uint32_t old : chosen) {
    places[old] = static_cast<std::uint32_t>(definitions.size());
    definitions.push_back(from[old]);
  }
  return places;
}

/// Everything but the promises.
Programme without_promises(const Programme& programme) {
  Programme rest;
  rest.id = programme.id;
  rest.title = programme.title;
  rest.timezone = programme.timezone;
  rest.language = programme.language;
  rest.areas = programme.areas;
  rest.levels = programme.levels;
  rest.margins = programme.margins;
  rest.defaults = programme.defaults;
  rest.sources = programme.sources;
  rest.parties = programme.parties;
  rest.initiatives = programme.initiatives;
  rest.indicators = programme.indicators;
  rest.series = programme.series;
  rest.revisions = programme.revisions;
  rest.waivers = programme.waivers;
  return rest;
}

/// Every id under which records of a definition stand in the log.
void add_names(const Common& definition, std::unordered_set<std::string_view>& names) {
  names.insert(definition.id);
  for (const std::string& old : definition.was) names.insert(old);
}

bool is_instance(std::string_view id, std::string_view of) {
  return id.size() > of.size() && id.starts_with(of) && id[of.size()] == '[';
}

}  // namespace

Programme excerpt(const Programme& programme, const Subject& subject) {
  Needs needs{programme};
  needs.add(subject);
  Programme part = without_promises(programme);
  const auto targets = keep(part.targets, programme.targets, needs.targets);
  const auto milestones = keep(part.milestones, programme.milestones, needs.milestones);
  const auto commitments = keep(part.commitments, programme.commitments, needs.commitments);
  for (Target& target : part.targets) {
    if (target.whole) target.whole->index = targets.at(target.whole->index);
  }
  for (Commitment& commitment : part.commitments) {
    for (Member& member : commitment.members) {
      if (auto* target = std::get_if<Ref<Target>>(&member)) {
        target->index = targets.at(target->index);
      } else if (auto* milestone = std::get_if<Ref<Milestone>>(&member)) {
        milestone->index = milestones.at(milestone->index);
      } else {
        auto& nested = std::get<Ref<Commitment>>(member);
        nested.index = commitments.at(nested.index);
      }
    }
  }
  return part;
}

std::unordered_set<std::string_view> names_touching(const Programme& programme,
                                                    Ref<Indicator> indicator) {
  std::unordered_set<std::string_view> names;
  add_names(programme[indicator], names);
  for (const Ref<Indicator> part : measured_by(programme, indicator)) {
    add_names(programme[part], names);
  }
  return names;
}

std::unordered_set<std::string_view> names_touching(const Programme& programme,
                                                    const Subject& subject) {
  Needs needs{programme};
  needs.add(subject);
  std::unordered_set<std::string_view> names;
  for (const std::uint32_t place : needs.targets) {
    const Target& target = programme.targets[place];
    add_names(target, names);
    names.merge(names_touching(programme, target.indicator));
  }
  for (const std::uint32_t place : needs.milestones) {
    add_names(programme.milestones[place], names);
  }
  for (const std::uint32_t place : needs.commitments) {
    add_names(programme.commitments[place], names);
  }
  return names;
}

bool touches(const Record& record, const std::unordered_set<std::string_view>& names) {
  const std::string_view subject = record.subject;
  return names.contains(subject) || names.contains(subject.substr(0, subject.find('[')));
}

std::optional<Subject> subject_named(const Programme& programme, std::string_view id) {
  const auto find = [&](const auto& definitions, auto matches) -> std::optional<std::uint32_t> {
    const auto found = std::find_if(definitions.begin(), definitions.end(), matches);
    if (found == definitions.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - definitions.begin());
  };
  const auto is_it = [&](const Common& one) { return one.id == id; };
  const auto has_it = [&](const Common& one) { return is_instance(id, one.id); };
  if (const auto place = find(programme.targets, is_it)) return Ref<Target>{*place};
  if (const auto place = find(programme.milestones, is_it)) return Ref<Milestone>{*place};
  if (const auto place = find(programme.commitments, is_it)) return Ref<Commitment>{*place};
  if (const auto place = find(programme.targets, has_it)) return Ref<Target>{*place};
  return std::nullopt;
}

}  // namespace jalon::engine

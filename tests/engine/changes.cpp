#include "tests/engine/changes.hpp"

#include <algorithm>
#include <stdexcept>

namespace jalon::engine {
namespace {

template <class Definition>
Definition* named(std::vector<Definition>& definitions, std::string_view id) {
  const auto found = std::ranges::find(definitions, id, &Definition::id);
  return found == definitions.end() ? nullptr : &*found;
}

Ref<Revision> revision(Draft& draft, std::string_view decided, bool withdrawn) {
  Revision made{{}, Ref<Target>{0}, day(decided), "plans changed", withdrawn};
  draft.programme.revisions.push_back(std::move(made));
  return {static_cast<std::uint32_t>(draft.programme.revisions.size()) - 1};
}

template <class Definition>
auto& add(Draft& draft, Definition& definition, std::string_view decided, bool withdrawn) {
  auto& amendments = definition.amendments;
  auto promise = amendments.empty() ? decltype(amendments.back().promise){definition}
                                    : amendments.back().promise;
  const auto by = revision(draft, decided, withdrawn);
  amendments.push_back({by, day(decided), withdrawn, std::move(promise)});
  return amendments.back().promise;
}

[[noreturn]] void unknown(std::string_view id) {
  throw std::runtime_error{"no promise " + std::string{id}};
}

}  // namespace

Promise& amend(Draft& draft, std::string_view target, std::string_view decided) {
  Target* found = named(draft.programme.targets, target);
  if (found == nullptr) unknown(target);
  return add(draft, *found, decided, false);
}

StagePromise& amend_milestone(Draft& draft, std::string_view milestone, std::string_view decided) {
  Milestone* found = named(draft.programme.milestones, milestone);
  if (found == nullptr) unknown(milestone);
  return add(draft, *found, decided, false);
}

void withdraw(Draft& draft, std::string_view id, std::string_view decided) {
  if (Target* target = named(draft.programme.targets, id)) {
    add(draft, *target, decided, true);
  } else if (Milestone* milestone = named(draft.programme.milestones, id)) {
    add(draft, *milestone, decided, true);
  } else {
    unknown(id);
  }
}

void waive(Draft& draft, std::string id, std::string_view target, std::string_view granted,
           std::string_view expires) {
  Waiver made{{}, std::string{target}, "needs time", "board", day(granted), day(expires)};
  made.id = std::move(id);
  draft.programme.waivers.push_back(std::move(made));
}

std::string original(const Verdict& verdict) {
  return verdict.original ? std::string{name(*verdict.original)} : "null";
}
std::string waived(const Verdict& verdict) { return verdict.waived ? verdict.waived->id : "null"; }

}  // namespace jalon::engine

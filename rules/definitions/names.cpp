#include "rules/definitions/names.hpp"

#include <fmt/format.h>

namespace jalon::definitions {

std::string with_article(Kind kind) {
  const std::string_view word = name(kind);
  const bool vowel = std::string_view{"aeiou"}.find(word.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", word);
}

const Names::Named* Names::add(const std::string& id, const Named& named) {
  const auto [place, added] = names_.try_emplace(id, named);
  if (!added) return &place->second;
  ids_[static_cast<std::size_t>(named.kind)].push_back(place->first);
  return nullptr;
}

const Names::Named* Names::find(const std::string& id) const {
  const auto place = names_.find(id);
  return place == names_.end() ? nullptr : &place->second;
}

std::optional<std::uint32_t> resolve(const Names& names, Problems& problems, Kind kind,
                                     const std::string& id, Spot where) {
  const Names::Named* found = names.find(id);
  if (found == nullptr) {
    if (!names.complete()) return std::nullopt;
    problems.add(Code::unknown_reference, where,
                 fmt::format("no {} is called {}", name(kind), quoted(id)),
                 problems.suggest(id, names.of(kind)));
    return std::nullopt;
  }
  if (found->kind != kind) {
    problems.add(
        Code::wrong_kind, where,
        fmt::format("{} is {}, not {}", quoted(id), with_article(found->kind), with_article(kind)),
        problems.suggest(id, names.of(kind)));
    return std::nullopt;
  }
  return found->index;
}

}  // namespace jalon::definitions

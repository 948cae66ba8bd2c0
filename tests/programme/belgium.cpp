#include "tests/programme/belgium.hpp"

#include "data/files.hpp"

#include <catch2/catch.hpp>

#include <set>

namespace jalon::tests {
namespace {

constexpr std::string_view kFolder = "programmes/belgium-ai/";

std::string shipped(std::string_view name) {
  const auto text = data::find(std::string{kFolder}.append(name));
  INFO(name);
  REQUIRE(text);
  return std::string{*text};
}

/// Of `targets/*.toml` and plain names: all that this programme uses.
bool matches(std::string_view pattern, std::string_view name) {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == name;
  const auto before = pattern.substr(0, star);
  const auto after = pattern.substr(star + 1);
  return name.size() >= before.size() + after.size() && name.starts_with(before) &&
         name.ends_with(after);
}

}  // namespace

definitions::File belgian_workspace() { return {"jalon.toml", shipped("jalon.toml")}; }

std::vector<definitions::File> belgian_definitions() {
  const auto includes = definitions::read_includes(belgian_workspace());
  REQUIRE(includes);
  std::vector<definitions::File> files;
  std::set<std::string, std::less<>> left;
  for (const data::File& file : data::files_below("programmes/belgium-ai")) {
    const std::string name{file.name.substr(kFolder.size())};
    if (name.ends_with(".toml") && name != "jalon.toml") left.insert(name);
  }
  for (const std::string& pattern : includes.value().include) {
    for (const std::string& name : std::set<std::string, std::less<>>{left}) {
      if (!matches(pattern, name)) continue;
      files.push_back({name, shipped(name)});
      left.erase(name);
    }
  }
  for (const std::string& pattern : includes.value().tests) {
    std::erase_if(left, [&](const std::string& name) { return matches(pattern, name); });
  }
  INFO("not included: " << (left.empty() ? "" : *left.begin()));
  REQUIRE(left.empty());
  return files;
}

Programme belgium() {
  auto loaded = definitions::load(belgian_workspace(), belgian_definitions());
  INFO((loaded ? std::string{} : render(loaded.error())));
  REQUIRE(loaded);
  return std::move(loaded).value();
}

}  // namespace jalon::tests

// The suites that ship with the project hold: verdicts worked out by hand, and the rules of the
// shipped programmes.
#include "rules/definitions/load.hpp"
#include "rules/rule_tests/read.hpp"
#include "rules/rule_tests/run.hpp"
#include "tests/golden.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

namespace jalon::tests {
namespace {

namespace fs = std::filesystem;

struct Folder {
  definitions::File workspace;
  std::vector<definitions::File> definitions = {};
  std::vector<definitions::File> tests = {};
};

Folder read_folder(const fs::path& root) {
  Folder folder{{"jalon.toml", read_file(root / "jalon.toml")}};
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator{root}) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    if (path.extension() != ".toml" || path.filename() == "jalon.toml") continue;
    const std::string name = fs::relative(path, root).generic_string();
    auto& files = name.ends_with(".test.toml") ? folder.tests : folder.definitions;
    files.push_back({name, read_file(path)});
  }
  return folder;
}

rule_tests::Results results_of(const fs::path& root) {
  const Folder folder = read_folder(root);
  const auto programme = definitions::load(folder.workspace, folder.definitions);
  if (!programme) FAIL(render(programme.error()));
  const auto suite = rule_tests::read(programme.value(), folder.tests);
  if (!suite) FAIL(render(suite.error()));
  return rule_tests::run(programme.value(), suite.value());
}

void check_failures(const rule_tests::Results& results) {
  for (const auto& test : results.tests) {
    for (const auto& failure : test.failures) {
      FAIL_CHECK(failure.place.str()
                 << ": " << test.name << "\n  " << failure.id << " " << failure.field
                 << ": expected " << failure.expected << ", came " << failure.actual << " as of "
                 << iso(failure.as_of));
    }
  }
}

const fs::path kProject = golden_dir().parent_path().parent_path();

}  // namespace

TEST_CASE("the verdicts worked out by hand are those of the engine", "[rule_tests]") {
  const auto results = results_of(kProject / "tests" / "worked");
  CHECK(results.tests.size() >= 60);
  check_failures(results);
}

TEST_CASE("the rule tests of the shipped programmes pass and name every promise", "[rule_tests]") {
  for (const std::string name : {"belgium-ai", "first-steps"}) {
    INFO(name);
    const auto results = results_of(kProject / "data" / "programmes" / name);
    check_failures(results);
    for (const auto* one : results.untested()) FAIL_CHECK(one->id << " is in no test");
    for (const auto& covered : results.coverage) {
      INFO(covered.id);
      CHECK(std::ranges::count(covered.statuses, true) >= 2);
    }
  }
}

}  // namespace jalon::tests

#include "tracker/rule_test_files.hpp"

#include "rules/rule_tests/read.hpp"
#include "tracker/include_files.hpp"

#include <string>
#include <vector>

namespace jalon {
namespace {

Result<std::vector<std::string>> patterns_of(const Workspace& workspace) {
  const auto file = read_workspace_file(workspace.root, std::string{kWorkspaceFile});
  if (!file) return file.error();
  auto includes = definitions::read_includes(file.value());
  if (!includes) return includes.error();
  return std::move(includes).value().tests;
}

}  // namespace

Result<rule_tests::Suite> read_rule_tests(const Workspace& workspace) {
  const auto patterns = patterns_of(workspace);
  if (!patterns) return patterns.error();
  const auto files = read_included(workspace.root, patterns.value(), "tests");
  if (!files) return files.error();
  return rule_tests::read(workspace.programme, files.value());
}

bool has_rule_tests(const Workspace& workspace) {
  const auto patterns = patterns_of(workspace);
  return !patterns || !patterns.value().empty();
}

}  // namespace jalon

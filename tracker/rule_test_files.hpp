#pragma once

#include "rules/rule_tests/suite.hpp"
#include "tracker/workspace.hpp"

namespace jalon {

/// Finds and reads the rule tests of a workspace, or lists everything that is wrong with them; a
/// workspace without any test is a mistake too.
[[nodiscard]] Result<rule_tests::Suite> read_rule_tests(const Workspace& workspace);

/// Does the workspace say where its rule tests are?
[[nodiscard]] bool has_rule_tests(const Workspace& workspace);

}  // namespace jalon

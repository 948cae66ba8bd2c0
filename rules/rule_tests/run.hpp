#pragma once

#include "rules/model/programme.hpp"
#include "rules/rule_tests/result.hpp"
#include "rules/rule_tests/suite.hpp"

#include <set>
#include <string>

namespace jalon::rule_tests {

/// Judges every step of every test and compares. Pure; a log that the engine cannot work with (a
/// sum beyond all bounds) is a failure of its test.
[[nodiscard]] Results run(const Programme& programme, const Suite& suite);

/// Ids of the targets, milestones and commitments that a test expects something of, as the tests
/// write them; of an instance or part also its target's own id.
[[nodiscard]] std::set<std::string> named_ids(const Suite& suite);

}  // namespace jalon::rule_tests

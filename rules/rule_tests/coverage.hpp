#pragma once

#include "rules/model/programme.hpp"
#include "rules/rule_tests/result.hpp"
#include "rules/rule_tests/suite.hpp"

#include <vector>

namespace jalon::rule_tests {

/// What the tests expect of each target as written, milestone and commitment, as defined.
[[nodiscard]] std::vector<Covered> coverage(const Programme& programme, const Suite& suite);

/// Statuses that no test expects of anything, best first; void only where the programme has it.
[[nodiscard]] std::vector<engine::Status> never_expected(const Programme& programme,
                                                         const Suite& suite);

}  // namespace jalon::rule_tests

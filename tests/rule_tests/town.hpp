#pragma once

#include "rules/model/programme.hpp"
#include "rules/rule_tests/result.hpp"
#include "rules/rule_tests/suite.hpp"

#include <string>

// A made-up town with a few promises, and tests of its rules.

namespace jalon::tests {

[[nodiscard]] const Programme& town();

/// A file of rule tests; `format = 1` is put in front.
[[nodiscard]] Result<rule_tests::Suite> read_tests(const std::string& text);

/// One test that looks on 2021-02-01, with these lines in it and this in its `expect`.
[[nodiscard]] std::string one_test(const std::string& lines, const std::string& expect);

/// Read, which must succeed, and run.
[[nodiscard]] rule_tests::Results play_tests(const std::string& text);

}  // namespace jalon::tests

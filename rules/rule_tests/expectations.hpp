#pragma once

#include "rules/definitions/table_reader.hpp"
#include "rules/rule_tests/suite.hpp"
#include "rules/rule_tests/verdict_names.hpp"

#include <vector>

namespace jalon::rule_tests {

/// Reads `expect` of a test or step; its absence is a mistake, as is one that expects nothing.
[[nodiscard]] std::vector<Expectation> read_expectations(definitions::TableReader& table,
                                                         const VerdictNames& names);

}  // namespace jalon::rule_tests

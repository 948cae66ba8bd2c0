#pragma once

#include "rules/definitions/load.hpp"
#include "rules/model/programme.hpp"
#include "rules/rule_tests/suite.hpp"

#include <span>

namespace jalon::rule_tests {

/// Reads test files against the programme, or lists everything that is wrong with them: unknown
/// keys, ids, fields, fixtures; records that could not stand in the log; an expectation or a file
/// that is empty; no file at all. Pure: opens no file.
[[nodiscard]] Result<Suite> read(const Programme& programme,
                                 std::span<const definitions::File> files,
                                 const definitions::Limits& limits = {});

}  // namespace jalon::rule_tests

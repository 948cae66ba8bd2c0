#pragma once

#include "tests/reference/coverage.hpp"
#include "tests/reference/generate.hpp"

#include <string>
#include <vector>

namespace jalon::reference {

/// One field of one verdict that two evaluations see differently, in words.
struct Disagreement {
  std::string id;
  std::string field;
  std::string expected;
  std::string actual;
};

/// Every field of every verdict, but for outlook.method.
[[nodiscard]] std::vector<Disagreement> differences(const engine::Evaluation& expected,
                                                    const engine::Evaluation& actual);

/// What the engine sees differently from the reference; `coverage` counts what the reference says.
[[nodiscard]] std::vector<Disagreement> differences(const Case& generated,
                                                    Coverage* coverage = nullptr);

/// A smaller case that still differs in the same field of the same verdict: without the records,
/// targets, milestones and commitments that the difference does not need.
[[nodiscard]] Case shrunk(Case generated, const Disagreement& difference);

}  // namespace jalon::reference

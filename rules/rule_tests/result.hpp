#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/rule_tests/suite.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

// What became of the tests, as plain data: reports print it.

namespace jalon::rule_tests {

/// One field that did not hold what it must.
struct Failure {
  Place place;           ///< of the field in the test file
  std::string id;        ///< of the verdict
  std::string field;     ///< "status"; empty: there is no such verdict, or nothing could be judged
  std::string expected;  ///< "met", "0.949 (within 0.001)", "null"
  std::string actual;    ///< "missed"; without a field: what went wrong
  Date as_of;
  Date known;
};

struct TestResult {
  std::string name;
  Place place;
  std::size_t checks = 0;  ///< fields compared
  std::vector<Failure> failures = {};
};

/// What the tests expect of one definition.
struct Covered {
  std::string id;  ///< of a target as written, a milestone or a commitment
  engine::VerdictKind kind;
  Place place;            ///< of its definition
  std::size_t tests = 0;  ///< tests that name it, or an instance or part of it
  std::array<bool, engine::kStatusCount> statuses = {};  ///< expected of it, by Status
};

struct Results {
  std::vector<TestResult> tests;  ///< in the order of the suite
  std::vector<Covered> coverage;  ///< targets, milestones, commitments, as defined
  /// No test expects them of anything. Void is in it only if a revision withdraws something.
  std::vector<engine::Status> never_expected;

  [[nodiscard]] std::size_t failed() const;  ///< tests with a failure
  [[nodiscard]] std::size_t checks() const;
  [[nodiscard]] std::vector<const Covered*> untested() const;
};

inline std::size_t Results::failed() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(tests, [](const TestResult& test) { return !test.failures.empty(); }));
}

inline std::size_t Results::checks() const {
  std::size_t all = 0;
  for (const TestResult& test : tests) all += test.checks;
  return all;
}

inline std::vector<const Covered*> Results::untested() const {
  std::vector<const Covered*> out;
  for (const Covered& covered : coverage) {
    if (covered.tests == 0) out.push_back(&covered);
  }
  return out;
}

}  // namespace jalon::rule_tests

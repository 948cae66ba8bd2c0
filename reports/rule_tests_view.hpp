#pragma once

#include "reports/labels.hpp"
#include "rules/rule_tests/result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jalon::reports {

/// Results of rule tests, and how they are shown.
struct RuleTestsView {
  const rule_tests::Results& results;
  std::string_view programme;  ///< id
  const Labels& words;
  bool verbose = false;  ///< every test, and what is expected of each definition
  bool quiet = false;    ///< failures and the summary alone
  bool partial = false;  ///< tests were left out: nothing is said about coverage
};

/// A way to write results.
struct RuleTestsFormat {
  std::string_view name;       ///< as in --format junit
  std::string_view extension;  ///< "xml"
  std::string (*render)(const RuleTestsView&);
};
/// terminal, json (schema jalon.test/1), junit
[[nodiscard]] std::span<const RuleTestsFormat> rule_tests_formats() noexcept;

}  // namespace jalon::reports

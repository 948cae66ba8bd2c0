#pragma once

#include "reports/renderers.hpp"
#include "rules/model/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

// JUnit's XML, as continuous integration reads it.

namespace jalon::reports {

struct JunitCase {
  std::string name;
  std::string classname;
  Place place;
  std::string failure_type = {};
  std::vector<std::string> failures = {};  ///< lines; none: it did not fail
  std::string skipped = {};                ///< why it was not judged
};
struct JunitSuite {
  std::string name;
  std::vector<JunitCase> cases = {};
};

/// Verdicts of a report that cannot be judged, however grave a failure would be.
[[nodiscard]] std::vector<const engine::Verdict*> undecided_of(const Report& report);

/// Texts may be hostile. Ends with a newline.
[[nodiscard]] std::string junit_text(std::string_view name, const std::vector<JunitSuite>& suites);

/// A test case for each verdict: findings failed, what cannot be judged is skipped.
[[nodiscard]] std::string render_junit(const Report& report, const RenderOptions& options);

}  // namespace jalon::reports

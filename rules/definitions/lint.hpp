#pragma once

#include "rules/engine/evaluate.hpp"
#include "rules/model/diagnostic.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace jalon::definitions {

/// What lint may look at besides the definitions. What is missing is not looked at: without
/// verdicts no waiver is called unused.
struct LintInput {
  std::span<const Record> log = {};
  /// The promises and waivers in force on this day are looked at; nothing: after all revisions, and
  /// no waiver.
  std::optional<Date> as_of = {};
  /// Verdicts of that day; they say which waivers are needed.
  const engine::Evaluation* verdicts = nullptr;
  /// Ids that unit tests of rules expect something of, instances too.
  const std::set<std::string>* tested = nullptr;
};

/// What is no mistake but worth a look, as warnings under the codes of lint_codes(); and one error,
/// orphan-record (a record whose subject no definition knows or knew). Sorted by place; those
/// without a place of their own come last.
[[nodiscard]] Diagnostics lint(const Programme& programme, const LintInput& input);

/// Every code that lint can give, for tests and the manual.
[[nodiscard]] std::span<const std::string_view> lint_codes();

}  // namespace jalon::definitions

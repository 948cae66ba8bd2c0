#pragma once

#include "reports/reports.hpp"

#include <string>
#include <vector>

namespace jalon::reports {

/// What stands under a line of an explanation, in the order of reading: what the value was made
/// of, what the goal, how composites were ranked, the outlook, completeness, readings, what changed
/// the promise, where it stands.
[[nodiscard]] std::vector<std::string> explain_notes(const Input& input,
                                                     const engine::Explanation& explanation);

/// How vague words are read: "2020-06-01 to 2020-07-31, most likely by 2020-06-30"; empty if the
/// words name one day.
[[nodiscard]] std::string date_reading(const DateExpression& when, const Labels& words);
/// How a vague value is read: "18 to 22", "more than 500"; empty for a number.
[[nodiscard]] std::string amount_reading(const Amount& amount, const Labels& words);

/// Expected against on record, with the thresholds, the rates and where they lead.
[[nodiscard]] std::vector<std::string> outlook_notes(const Input& input,
                                                     const engine::Explanation& explanation);

}  // namespace jalon::reports

#pragma once

#include "rules/model/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

// Diagnostics for other programs to read.

namespace jalon::commands {

/// What a code means, for those who meet it in another tool.
struct CodeHelp {
  std::string code;
  std::string means;
  std::string advice;
};
/// The codes that the manual explains, in its order.
[[nodiscard]] std::vector<CodeHelp> manual_codes();

/// One object, schema "jalon.lint/1". Ends with a newline.
[[nodiscard]] std::string diagnostics_json(const Diagnostics& diagnostics);

/// A SARIF 2.1.0 log of one run: a rule for each code that is given, explained from `help`; places
/// relative to the workspace, columns in characters. What has no place is put at the workspace
/// file. Ends with a newline.
[[nodiscard]] std::string diagnostics_sarif(const Diagnostics& diagnostics,
                                            const std::vector<CodeHelp>& help);

}  // namespace jalon::commands

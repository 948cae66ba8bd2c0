#pragma once

#include "reports/renderers.hpp"
#include "rules/model/diagnostic.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// SARIF 2.1.0: what a tool found in files, for code hosts and editors.

namespace jalon::reports {

/// A kind of finding. Texts may be empty.
struct SarifRule {
  std::string level;  ///< "error", "warning", "note"
  std::string means = {};
  std::string advice = {};
};
struct SarifResult {
  std::string rule;
  std::string level;
  std::string message;
  Place place = {};          ///< without a file: the workspace file
  std::uint32_t length = 0;  ///< characters from the column on; 0: the whole line
  bool open = false;         ///< not to be judged: neither passed nor failed
  std::string about = {};    ///< id of what it is about, the same in every run; may be empty
};
/// One run of the program.
struct SarifRun {
  std::string version;                                       ///< of the program
  std::map<std::string, SarifRule, std::less<>> rules = {};  ///< by id; those of all results
  std::vector<SarifResult> results = {};
};

/// Places are relative to the workspace, columns in characters. Ends with a newline. Throws
/// std::out_of_range for a result whose rule is not there.
[[nodiscard]] std::string sarif_text(const SarifRun& run);

/// The findings, at the places of their definitions; what cannot be judged is "open".
[[nodiscard]] std::string render_sarif(const Report& report, const RenderOptions& options);

}  // namespace jalon::reports

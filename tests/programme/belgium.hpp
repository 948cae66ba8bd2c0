#pragma once

#include "rules/definitions/load.hpp"
#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <string_view>
#include <vector>

// The shipped Belgian programme, read from the files that are compiled into the program.

namespace jalon::tests {

/// The day on which its later facts were entered: the "today" of these tests.
inline const Date kEntryDay{2026, 11, 25};
/// The day of the report: what it tells was known then.
inline const Date kReportDay{2020, 2, 25};

/// The workspace file.
[[nodiscard]] definitions::File belgian_workspace();
/// Every file that the workspace includes, in the order to read them. Fails the test if one of the
/// shipped definition files is not included.
[[nodiscard]] std::vector<definitions::File> belgian_definitions();
/// The programme; fails the test with all diagnostics if there is one.
[[nodiscard]] Programme belgium();

/// Imports records/NAME into a log of its own, numbered from 1; fails the test with every bad row.
[[nodiscard]] std::vector<Record> belgian_records(const Programme& programme,
                                                  std::string_view name);
/// The records of the report, then the later ones if asked for: one log.
[[nodiscard]] std::vector<Record> belgian_log(const Programme& programme, bool with_later);

/// The definition with that id in a list, or nullptr.
template <class Definition>
[[nodiscard]] const Definition* find_id(const std::vector<Definition>& list, std::string_view id) {
  for (const Definition& one : list) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

}  // namespace jalon::tests

#pragma once

#include "rules/definitions/table_reader.hpp"
#include "rules/rule_tests/record_draft.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the readers of records and attestations share.

namespace jalon::rule_tests {

/// The code under which a mistake in a field of a record (definitions::FieldProblem) is told.
[[nodiscard]] definitions::Code code_of(std::string_view word);

/// By its id or one that it had before; nullptr if there is none.
template <class Definition>
[[nodiscard]] const Definition* find_named(const std::vector<Definition>& definitions,
                                           const std::string& id) {
  const auto named = [&id](const Definition& one) {
    return one.id == id || std::ranges::find(one.was, id) != one.was.end();
  };
  const auto found = std::ranges::find_if(definitions, named);
  return found == definitions.end() ? nullptr : &*found;
}

/// Reads one entry of `complete`; nothing if it has a mistake.
[[nodiscard]] std::optional<RecordDraft> read_attestation(definitions::TableReader& table,
                                                          const Programme& programme);

}  // namespace jalon::rule_tests

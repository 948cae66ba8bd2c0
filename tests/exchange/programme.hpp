#pragma once

#include "rules/model/programme.hpp"
#include "tracker/exchange/import.hpp"

namespace jalon::tests {

/// A made-up programme: a flow `visits`, a stock `staff` of whole numbers, a flow `poc` with
/// dimension kind (individual, collective) and keys, a milestone `strategy` (draft, adopted).
[[nodiscard]] Programme sample_programme();

/// Today is 2020-06-15; days are taken an hour east of Greenwich.
[[nodiscard]] exchange::ImportOptions sample_options();

/// Reads a file by its name: .csv or .jsonl.
[[nodiscard]] Result<exchange::ImportedRows> read(std::string_view name, std::string_view text,
                                                  const exchange::ImportOptions& options);

/// The records of a file that must be good; what is wrong fails the test.
[[nodiscard]] exchange::ImportedRows rows_of(std::string_view name, std::string_view text,
                                             const exchange::ImportOptions& options);

}  // namespace jalon::tests

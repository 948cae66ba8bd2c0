#pragma once

#include "rules/definitions/record_reader.hpp"
#include "tracker/cli/arguments.hpp"
#include "tracker/workspace.hpp"

#include <string>
#include <utility>
#include <vector>

namespace jalon::commands {

/// --set DIM=VALUE, in the order given. Refused (2): one without `=`.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_set(
    const cli::Arguments& arguments);

/// --evidence with --kind; what names a file here is hashed. Refused (2): kinds that are neither
/// one nor as many as the evidence, a file that cannot be read.
[[nodiscard]] std::vector<Evidence> read_evidence(const cli::Arguments& arguments,
                                                  const World& world);

/// Everything that is wrong with a record from the command line, as one refusal (2).
[[noreturn]] void refuse_record(const std::vector<definitions::FieldProblem>& problems);

/// --note or --reason: text of at most 100,000 bytes, valid UTF-8. Refused (2) otherwise.
[[nodiscard]] std::string read_note(const cli::Arguments& arguments, std::string_view flag);

/// --learned, default today. Refused (2): a day after today.
[[nodiscard]] Date read_learned(const cli::Arguments& arguments, Date today);

}  // namespace jalon::commands

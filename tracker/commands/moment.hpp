#pragma once

#include "rules/engine/evaluate.hpp"
#include "tracker/cli/arguments.hpp"

#include <span>
#include <string_view>

namespace jalon::commands {

/// A day on the command line: "2020-06-30" or "today". Refused (2) if it is neither.
[[nodiscard]] Date read_day(std::string_view flag, std::string_view text, Date today);

/// --as-of, --known, --at and --upto, held against today and the log. Refused (2): a day known in
/// the future, --at beside the two that it stands for, a record number that the log does not have.
[[nodiscard]] engine::Moment read_moment(const cli::Arguments& arguments, Date today,
                                         std::span<const Record> log);

/// A record number as typed: "3" or "#3". Refused (2).
[[nodiscard]] std::int64_t read_number(std::string_view what, std::string_view text);

}  // namespace jalon::commands

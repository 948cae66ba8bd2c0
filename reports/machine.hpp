#pragma once

#include "reports/reports.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// Verdicts as programs read them: one list of named values, from which JSON and CSV are made.

namespace jalon::reports {

/// Null, truth, text, exact number, whole number or day; a list of record numbers.
using Machine = std::variant<std::monostate, bool, std::string, Decimal, std::int64_t, Date,
                             std::vector<std::int64_t>>;

/// A value by its name; parts of an object are named with a dot ("due.nominal").
struct Field {
  std::string key;
  Machine value;
};

/// One verdict under the keys of jalon.verdict/1, in their order, without `schema`. Every key is
/// there, always. Titles are in the programme's own language.
[[nodiscard]] std::vector<Field> verdict_fields(const Programme& programme,
                                                const engine::Verdict& verdict,
                                                const engine::Moment& moment);

/// The keys alone: the head of a CSV file that may have no rows.
[[nodiscard]] std::vector<std::string> verdict_keys();

/// The main table of a report for programs: a row a verdict, or the rows of its own table.
[[nodiscard]] std::vector<std::string> machine_keys(const Report& report);
[[nodiscard]] std::size_t machine_rows(const Report& report);
[[nodiscard]] std::vector<Machine> machine_row(const Report& report, std::size_t row);

/// What a cell says to a program: numbers and days plain, a status by its name.
[[nodiscard]] Machine machine_value(const Cell& cell);

/// A text in quotes, as JSON wants it: control characters escaped, broken UTF-8 as U+FFFD.
[[nodiscard]] std::string json_text(std::string_view text);
[[nodiscard]] std::string json_value(const Machine& value);

}  // namespace jalon::reports

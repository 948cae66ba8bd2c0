#pragma once

#include "rules/model/diagnostic.hpp"
#include "rules/model/record.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// Unit tests of rules, read and without a mistake: records as they are learned, days on which to
// look, and what must be seen then.

namespace jalon::rule_tests {

/// What a field of a verdict holds, or must hold: nothing ("null"), true or false, a word (a
/// status, a stage, an id), a number or a day.
using Value = std::variant<std::monostate, bool, std::string, Decimal, Date>;

/// What a field must hold. With `within`, a number may be so far from `value`.
struct Wanted {
  Value value;
  std::optional<Decimal> within = {};
};

/// One field that is named under an id.
struct ExpectedField {
  std::string name;  ///< "days_left": one of field_names()
  Wanted wanted;
  Place place;
};

/// What is expected of one verdict; never empty.
struct Expectation {
  std::string id;          ///< of the verdict, perhaps an instance: "x.yearly[2020]"
  std::string definition;  ///< the target (as written, not a part), milestone or commitment
  std::vector<ExpectedField> fields;
  Place place;
};

/// One day of a test.
struct Step {
  Date as_of;
  std::optional<Date> known = {};  ///< nothing: everything that the log holds by this step
  std::size_t log_length = 0;      ///< so many records of the test's log are there by then
  std::vector<Expectation> expected;
  Place place;
};

struct Test {
  std::string name;
  std::vector<Record> log;  ///< in number order, from 1
  std::vector<Step> steps;  ///< at least one
  Place place;
};

/// All tests of a programme, by file and line.
struct Suite {
  std::vector<Test> tests;
};

}  // namespace jalon::rule_tests

#pragma once

#include "rules/model/programme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jalon::tests {

/// What the report says, one row of statements.csv, or what the programme has in its place.
struct Statement {
  std::string id = {};
  std::string kind = {};  ///< fact, recommendation, plan, objective, quantitative-target, milestone
  std::string table = {};    ///< fact, recommendation, target, part, milestone, commitment
  std::string place = {};    ///< id of the definition
  std::string area_of = {};  ///< initiative that has its area and level; empty: the definition
  std::string area = {};
  std::string level = {};
  std::string owner = {};
  std::string author = {};
  std::string when = {};     ///< "2019-03-01..2019-03-31", "due 2020-06-30 of ...", "every year"
  std::string numbers = {};  ///< ">500 member", ">=2 PoC; >=3 PoC"
};

/// The table: all 143.
[[nodiscard]] std::vector<Statement> read_statements();

/// The same read from the programme at `expected.table` and `expected.place`, or nothing if there
/// is no such definition. The kind of a rule is not written in a programme: it is copied.
[[nodiscard]] std::optional<Statement> find_statement(const Programme& programme,
                                                      const Statement& expected);

/// One line, for comparison and for a failing test.
[[nodiscard]] std::string str(const Statement& statement);

}  // namespace jalon::tests

#pragma once

#include "tests/engine/changes.hpp"

#include <string>
#include <string_view>
#include <vector>

// Tables of situations: what stands in the log, and what a promise has come to on which day.

namespace jalon::engine {

/// A day with what the verdict says on it.
///
/// `when` is "2020-06-30", "2020-06-30 known 2020-06-29" or, for another id than "t",
/// "u[2020] on 2020-06-30"; without "known" everything in the log is known.
/// `says` is any of what a verdict says, in any order: "met", "missed (on-record)", "value 3",
/// "bounds (500, null]", "records 1 3"; "null" where there must be nothing. See said().
struct Day {
  std::string_view when;
  std::string_view says;
};

/// One situation: a sentence, the lines of the log (see write()) and the days to look at.
struct Situation {
  std::string_view sentence;
  std::vector<std::string_view> log;
  std::vector<Day> days;
};

/// Adds a line to the log; records are numbered from 1.
///
///     2020-06-30 n 3 key=A kind=red evidence=press learned=2020-07-02
///     2020-06-30 m done                   a stage of a milestone
///     correct 1 2020-06-30 4 learned=2020-08-01
///     retract 2 2020-08-02
///     attest n 2020-06-30 kind=red
///
/// The first word is any date expression without blanks; another word than key, evidence and
/// learned names a dimension; `learned` is by default the last day on which it happened.
void write(Draft& draft, std::string_view line);

/// The verdict again, as `says` says it: the same fields in the same order, with what they are.
[[nodiscard]] std::string said(const Verdict& verdict, std::string_view says);

/// Each situation on a fresh copy of the draft.
void check(const Draft& promised, const std::vector<Situation>& table);
void check(const Draft& promised, const Situation& situation);

}  // namespace jalon::engine

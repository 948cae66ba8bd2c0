#pragma once

#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jalon::definitions {

/// A record as text, before anything of it is checked: from the command line, a row of an import,
/// a rule test. Field names are those of a rule test's record.
struct RecordFields {
  std::string subject = {};               ///< id of an indicator or milestone
  std::string on = {};                    ///< date expression; empty: `today`
  std::optional<std::string> value = {};  ///< `+1`, `19`, `~20`, `0`
  std::string stage = {};
  std::vector<std::pair<std::string, std::string>> set = {};  ///< dimensions
  std::string key = {};
  std::vector<Evidence> evidence = {};
  std::string learned = {};  ///< a day; empty: see `learned_default`
  std::string uid = {};
  std::string on_behalf_of = {};
};

/// What is wrong with one field. `field` is its name above ("set.kind" for a dimension).
struct FieldProblem {
  std::string field;
  std::string code;  ///< a stable code: "unknown-value"
  std::string message;
  std::string hint = {};
};

struct RecordReading {
  Date today;  ///< default of `on`; nothing may be learned after it
  bool sign_required =
      false;  ///< amounts of a flow carry + or - (command line), except 0 and vague ones
};

/// Checks a record against the definitions and makes it (kind record; number, uid and stamps are
/// the caller's), or lists everything that is wrong with it. `learned` defaults to today.
[[nodiscard]] std::variant<Record, std::vector<FieldProblem>> read_record(
    const Programme& programme, const RecordFields& fields, const RecordReading& reading);

/// A subject that no definition knows: the message with the nearest ids as its hint.
[[nodiscard]] FieldProblem unknown_subject(const Programme& programme, std::string_view id);

/// Checks dimension values against an indicator; adds to `problems`. With `partial`, dimensions may
/// be left out (attestations, zero reports); otherwise each of the indicator's must be there.
[[nodiscard]] DimensionValues read_dimensions(
    const Indicator& indicator, const std::vector<std::pair<std::string, std::string>>& set,
    bool partial, std::vector<FieldProblem>& problems);

}  // namespace jalon::definitions

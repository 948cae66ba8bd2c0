#pragma once

#include "rules/model/amount.hpp"
#include "rules/model/date_expression.hpp"
#include "rules/model/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jalon {

enum class RecordKind { record, correction, retraction, attestation, redaction, judgement };

/// One piece of evidence: a link, a reference or a file.
struct Evidence {
  std::string text;            ///< "https://example.org/a", a file's path
  std::string kind = {};       ///< "press", or empty
  std::string file_hash = {};  ///< BLAKE2b-256 of a file's bytes in hex, or empty

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// One line of the log. Never changed once written; a later line may replace it.
///
/// - record: subject, happened, amount or stage, dimensions, key, evidence
/// - correction: all of a record, restated, and `replaces` (the original's number)
/// - retraction: `replaces` (the number of a record, correction, attestation, judgement or
///   retraction), subject of that one
/// - attestation: subject (indicator, milestone or target), dimensions, happened.latest = complete
///   through
/// - redaction: `replaces`: the record whose note was erased; no meaning for verdicts
/// - judgement: subject (id of a verdict: target, part, milestone, commitment or instance), stage =
///   the colour ("red"), happened.latest = the last day on which it stands, a note with the reason
struct Record {
  std::int64_t number = 0;  ///< position in the log, from 1
  std::string uid = {};
  RecordKind kind = RecordKind::record;
  std::string subject = {};           ///< id of an indicator or milestone (attestation: or target)
  DateExpression happened = {};       ///< from and latest are the first and latest possible day
  std::optional<Amount> amount = {};  ///< flow: signed, what was added; stock: the level read
  std::string stage = {};             ///< of a milestone, else empty
  DimensionValues dimensions = {};
  std::string key = {};
  std::vector<Evidence> evidence = {};
  std::string note_hash = {};  ///< BLAKE2b-256 of salt and note, or empty
  std::optional<std::int64_t> replaces = {};
  Date learned{1970, 1, 1};      ///< the day on which the organisation knew
  std::string recorded_at = {};  ///< UTC with microseconds: "2020-02-25T09:30:00.000000Z"
  std::string recorded_by = {};  ///< system account
  std::string on_behalf_of = {};
  std::string tool_version = {};

  friend bool operator==(const Record&, const Record&) = default;
};

}  // namespace jalon

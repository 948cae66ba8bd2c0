#pragma once

#include "rules/engine/evaluate.hpp"
#include "rules/model/record.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace jalon::engine {

/// Why a record of the log is not in force, or that it is.
enum class Standing {
  in_force,
  learned_later,  ///< learned after the known-at day, or beyond the log position
  superseded,     ///< a correction in force took its place
  retracted,
  in_advance,      ///< its earliest day is after the as-of day
  administrative,  ///< a correction's or retraction's own line in its working, a redaction
};

/// A record in force: the current version, in the place of its original.
struct Fact {
  const Record* record;  ///< the current version
  std::int64_t order;    ///< the original's number: the order within a day
};

/// The log cut to a moment (verdict rules, part 1: known, retractions from the highest number down,
/// corrections). Facts come in the order of their original's number, attestations and judgements in
/// the order of their own.
struct Facts {
  std::vector<Fact> records;                ///< records and corrections in force
  std::vector<const Record*> attestations;  ///< in force
  std::vector<const Record*> judgements;    ///< not retracted; their days are the reader's business
  std::vector<Standing> standing;           ///< of log[i]
};

[[nodiscard]] Facts facts_at(std::span<const Record> log, const Moment& moment);

/// The record of that number; nothing if the log has none. The log is in number order.
[[nodiscard]] const Record* find_record(std::span<const Record> log, std::int64_t number);

}  // namespace jalon::engine

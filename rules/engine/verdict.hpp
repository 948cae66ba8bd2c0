#pragma once

#include "rules/model/programme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jalon::engine {

/// What became of a promise, from best to worst; the last has no rank and leaves every total.
enum class Status {
  met,       ///< reached in time
  met_late,  ///< reached, after the due date
  pending,   ///< not yet due, not reached
  unknown,   ///< no date to wait for and nothing to judge by
  overdue,   ///< due, not reached on record, and the record does not prove the failure
  missed,    ///< due, and the record shows that it fell short
  voided,    ///< withdrawn by a revision; its name is "void"
};
inline constexpr int kStatusCount = 7;

/// Why the status is what it is. Where several apply, the first in this order that is present,
/// but see evaluate.hpp for on_record, no_data and vague_due.
enum class Reason {
  on_record,
  vague_due,       ///< due, inside the days that the wording leaves
  no_denominator,  ///< a ratio whose denominator is missing, or may be zero or negative
  no_data,
  stale,
  unverified,  ///< a record that could decide it lacks evidence
  vague_date,
  vague_value,
  incomplete,  ///< the list may be incomplete
  withdrawn,   ///< of a void promise, or of too few members left
};

[[nodiscard]] std::string_view name(Status status);  ///< "met-late"
[[nodiscard]] std::string_view name(Reason reason);  ///< "no-data"
[[nodiscard]] std::optional<Status> status_from(std::string_view name);

/// A number, the name of a stage, or nothing (unknown; an infinite bound).
using Quantity = std::variant<std::monostate, Decimal, std::string>;

struct Bounds {
  Quantity lo = {};
  Quantity hi = {};
  bool lo_open = false;
  bool hi_open = false;
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

struct Due {
  std::string written =
      {};  ///< "before 2020-H2", "mid-2020", "2020" (a period), "90d after 2019-11-04"
  std::optional<Date> from = {};  ///< first day of the window; nothing: open
  std::optional<Date> nominal = {};
  std::optional<Date> latest = {};
  friend bool operator==(const Due&, const Due&) = default;
};

struct Outlook {
  enum class State { none, on_track, at_risk, off_track };
  State state = State::none;
  std::optional<Decimal> expected = {};        ///< by now, on the path
  std::optional<Decimal> projected = {};       ///< on the due day, at the present pace
  std::optional<Decimal> needed_per_day = {};  ///< from now to the due day
  std::optional<Decimal> rate_so_far = {};     ///< per day since the path's first day
  std::optional<Date> reached_at_pace = {};    ///< earliest day at the present pace
  std::optional<long> days_behind = {};  ///< against the day on which the path had today's value
  std::string method = {};               ///< "checkpoints", "linear", or empty
  friend bool operator==(const Outlook&, const Outlook&) = default;
};
[[nodiscard]] std::string_view name(Outlook::State state);  ///< "on-track"

struct Confidence {
  enum class Evidence { confirmed, reported, none };
  enum class Age { fresh, ageing, stale };
  Evidence evidence = Evidence::none;
  std::optional<Age> freshness = {};          ///< nothing without a record
  std::optional<Date> complete_through = {};  ///< the attested day; nothing under "assumed"
  friend bool operator==(const Confidence&, const Confidence&) = default;
};
[[nodiscard]] std::string_view name(Confidence::Evidence evidence);
[[nodiscard]] std::string_view name(Confidence::Age age);

enum class VerdictKind { target, part, period, member, milestone, commitment };
[[nodiscard]] std::string_view name(VerdictKind kind);

/// The waiver that covers a verdict.
struct Waived {
  std::string id;
  Date expires;
  friend bool operator==(const Waived&, const Waived&) = default;
};

/// What a person thinks, beside the computed verdict and never in its place.
struct Judgement {
  enum class Colour { green, amber, red };
  Colour colour = Colour::green;
  std::string by;       ///< on behalf of whom, else the system account
  Date on;              ///< the day on which it was given (learned)
  Date expires;         ///< inclusive
  std::int64_t record;  ///< its number in the log; the reason is that record's note
  friend bool operator==(const Judgement&, const Judgement&) = default;
};
[[nodiscard]] std::string_view name(Judgement::Colour colour);
[[nodiscard]] std::optional<Judgement::Colour> colour_from(std::string_view name);

using Subject = std::variant<Ref<Target>, Ref<Milestone>, Ref<Commitment>>;

/// What a promise came to, and why: a reader can check it from these fields alone. Fields that mean
/// nothing for a verdict are nothing (null in JSON), never 0.
struct Verdict {
  std::string id;  ///< "flanders.budget[2019][pillar=support]"
  VerdictKind kind = VerdictKind::target;
  Subject subject;  ///< the definition; title, owner, unit, source, place are found there
  std::optional<std::uint32_t> parent =
      {};  ///< of a period or member: place of its overall verdict

  Status status = Status::unknown;
  Reason reason = Reason::on_record;
  std::optional<Date> since = {};
  std::optional<Date> reached_on = {};
  std::optional<long> days_late = {};
  std::optional<long> days_overdue = {};
  std::optional<long> days_left = {};
  bool within_tolerance = false;
  std::optional<Waived> waived = {};
  /// The status under the first promises, while a revision that changed it or a member is in force.
  std::optional<Status> original = {};
  std::optional<Judgement> judgement = {};  ///< the last one in force for this id

  Quantity value = {};
  Quantity goal = {};  ///< unwidened; of between its lower end, of a milestone the stage to reach
  std::optional<Decimal> gap = {};
  std::optional<Decimal> surplus = {};
  std::optional<Decimal> progress = {};
  Bounds bounds = {};
  Due due = {};
  Outlook outlook = {};
  Confidence confidence = {};
  std::string decided_by = {};             ///< id of the deciding child of a composite, or empty
  std::vector<std::int64_t> records = {};  ///< numbers of the records that counted, ascending
};

}  // namespace jalon::engine

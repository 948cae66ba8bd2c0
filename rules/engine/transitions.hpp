#pragma once

#include "rules/engine/evaluate.hpp"
#include "rules/engine/record_index.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::engine {

/// Why a verdict changed.
struct Cause {
  enum class Kind {
    time,  ///< a day passed: something fell due, grew old, came into force or ran out by its date
    record,
    correction,
    retraction,
    attestation,
    judgement,
    revision,
    waiver,
  };
  Kind kind = Kind::time;
  std::int64_t record = 0;      ///< number of the record, of the kinds that are one; else 0
  std::string definition = {};  ///< id of the waiver, or of the revision if it has one
  friend bool operator==(const Cause&, const Cause&) = default;
};
[[nodiscard]] std::string_view name(Cause::Kind kind);  ///< "record"
/// The kind of cause that a record is. Not for redactions.
[[nodiscard]] Cause::Kind cause_of(RecordKind kind);

/// A change of one verdict.
struct Transition {
  Date day;
  Cause cause;
  std::optional<Verdict> before = {};  ///< nothing: it did not exist before
  Verdict after;
};

/// Does a verdict say something else? Its outlook may differ: it moves with every day.
[[nodiscard]] bool is_change(const Verdict& before, const Verdict& after);

/// The lives of verdicts up to a moment, one after the other: it walks the log once. Everything it
/// was made from must outlive it.
class Lives {
 public:
  Lives(const Programme& programme, std::span<const Record> log, const Moment& until);

  /// As transitions() says.
  [[nodiscard]] std::vector<Transition> of(std::string_view id) const;

 private:
  const Programme& programme_;
  Moment until_;
  RecordIndex index_;
};

/// The life of the verdict `id` up to the moment: what a look at it on each day, knowing what was
/// known on that day, would have shown, with the cause of each change. Within a day time passes
/// first, then revisions and waivers decided on it act, then what was learned on it, in number
/// order. Starts with the verdict as it stood on the first day that matters. Empty if the id names
/// no verdict on any day.
[[nodiscard]] std::vector<Transition> transitions(const Programme& programme,
                                                  std::span<const Record> log, std::string_view id,
                                                  const Moment& until);

}  // namespace jalon::engine

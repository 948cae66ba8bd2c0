#pragma once

#include "tests/reference/facts.hpp"
#include "tests/reference/span.hpp"

#include <optional>
#include <vector>

namespace jalon::reference {

/// The days that count for a verdict.
struct Window {
  Date first;                     ///< S; minus infinity if open
  std::optional<Date> last = {};  ///< set where only what happened inside counts
};

/// The time from an object's coming in until its going out.
struct Stay {
  std::vector<Fact> in;        ///< the record that brought it in, then further evidence for it
  std::vector<Fact> out = {};  ///< the record that took it out, then further evidence for that
};

/// One measured indicator (a flow or a stock) as one verdict looks at it.
struct Part {
  const Indicator* indicator;
  bool flow = false;
  Window window;
  Date as_of;
  std::vector<Fact> facts = {};     ///< what is on record within `where`, in no window yet
  std::vector<Stay> stays = {};     ///< of a flow with keys
  std::vector<Date> attested = {};  ///< the list is complete through these days
};

/// Why a value is open, one flag for each reason of section 4.
struct Doubts {
  bool no_denominator = false;
  bool no_data = false;
  bool stale = false;
  bool unverified = false;
  bool vague_date = false;
  bool vague_value = false;
  bool incomplete = false;
};
[[nodiscard]] Doubts both(const Doubts& a, const Doubts& b);

/// What section 6 says about evidence and age.
struct Backing {
  std::vector<Fact> records = {};  ///< that counted
  bool all_have_evidence = true;   ///< of their own or by a further record
  std::optional<Date> last = {};   ///< the day from which the age is counted
  std::optional<Date> complete_through = {};
};

/// Adds the first of several records that are evidence for the same thing.
void count(Backing& backing, const std::vector<Fact>& together);

[[nodiscard]] Part make_part(const Programme& programme, Ref<Indicator> indicator,
                             const DimensionValues& where, const Window& window, const Facts& facts,
                             Date as_of);

[[nodiscard]] bool is_zero_report(const Fact& fact);
/// S <= from and to <= t
[[nodiscard]] bool certainly(const Fact& fact, Date first, Date t);
/// to >= S and from <= t
[[nodiscard]] bool possibly(const Fact& fact, Date first, Date t);

// Flows
[[nodiscard]] bool flow_in_scope(const Part& part);
[[nodiscard]] bool flow_complete(const Part& part, Date t);
[[nodiscard]] Span flow_bounds(const Part& part, Date t);
[[nodiscard]] Doubts flow_doubts(const Part& part, Date t);
[[nodiscard]] Backing flow_backing(const Part& part, Date t);

// Stocks
[[nodiscard]] std::optional<Fact> certain_reading(const Part& part, Date t);
[[nodiscard]] std::vector<Fact> possible_readings(const Part& part, Date t);
[[nodiscard]] bool stock_in_scope(const Part& part, Date t);
[[nodiscard]] bool stock_stale(const Part& part, Date t);
[[nodiscard]] Span stock_bounds(const Part& part, Date t);
[[nodiscard]] Doubts stock_doubts(const Part& part, Date t);
[[nodiscard]] Backing stock_backing(const Part& part, Date t);
/// The written number of the certain reading; of a range the end asked for.
[[nodiscard]] std::optional<Number> stock_value(const Part& part, Date t, bool lower_end);

// Either
[[nodiscard]] bool in_scope(const Part& part, Date t);
[[nodiscard]] Span bounds(const Part& part, Date t);
[[nodiscard]] Doubts doubts(const Part& part, Date t);
[[nodiscard]] Backing backing(const Part& part, Date t);

}  // namespace jalon::reference

#include "tests/reference/part.hpp"

#include "tests/reference/scope.hpp"
#include "tests/reference/stays.hpp"

#include <algorithm>

namespace jalon::reference {

bool is_zero_report(const Fact& fact) {
  return fact.record->amount && fact.record->amount->range == Interval::exactly(Decimal{0});
}

bool certainly(const Fact& fact, Date first, Date t) {
  return first <= fact.from() && fact.to() <= t;
}

bool possibly(const Fact& fact, Date first, Date t) {
  return fact.to() >= first && fact.from() <= t;
}

Doubts both(const Doubts& a, const Doubts& b) {
  return {a.no_denominator || b.no_denominator,
          a.no_data || b.no_data,
          a.stale || b.stale,
          a.unverified || b.unverified,
          a.vague_date || b.vague_date,
          a.vague_value || b.vague_value,
          a.incomplete || b.incomplete};
}

void count(Backing& backing, const std::vector<Fact>& together) {
  const bool any = std::any_of(together.begin(), together.end(),
                               [](const Fact& fact) { return !fact.record->evidence.empty(); });
  backing.all_have_evidence = backing.all_have_evidence && any;
  backing.records.push_back(together.front());
}

Part make_part(const Programme& programme, Ref<Indicator> ref, const DimensionValues& where,
               const Window& window, const Facts& facts, Date as_of) {
  const Indicator& indicator = programme[ref];
  Part part{&indicator, std::holds_alternative<Flow>(indicator.measure), window, as_of};
  for (const Fact& fact : facts.records) {
    if (fact.record->subject != indicator.id) continue;
    const bool zero = part.flow && is_zero_report(fact);
    const bool inside = zero ? not_excluded(fact.record->dimensions, where)
                             : lets_in(where, fact.record->dimensions);
    if (inside) part.facts.push_back(fact);
  }
  if (part.flow && !indicator.key.empty()) part.stays = stays_of(part.facts);
  for (const Record* attestation : facts.attestations) {
    if (attests(programme, *attestation, ref, where)) {
      part.attested.push_back(*attestation->happened.latest);
    }
  }
  // Section 3: a zero report attests its scope through its own first day, in windows that it
  // possibly lies in.
  for (const Fact& fact : part.facts) {
    const bool has_first_day = fact.record->happened.from.has_value();
    const bool in_window =
        has_first_day && possibly(fact, window.first, window.last.value_or(as_of));
    if (part.flow && is_zero_report(fact) && covers(fact.record->dimensions, where) && in_window) {
      part.attested.push_back(fact.from());
    }
  }
  return part;
}

bool in_scope(const Part& part, Date t) {
  return part.flow ? flow_in_scope(part) : stock_in_scope(part, t);
}
Span bounds(const Part& part, Date t) {
  return part.flow ? flow_bounds(part, t) : stock_bounds(part, t);
}
Doubts doubts(const Part& part, Date t) {
  return part.flow ? flow_doubts(part, t) : stock_doubts(part, t);
}
Backing backing(const Part& part, Date t) {
  return part.flow ? flow_backing(part, t) : stock_backing(part, t);
}

}  // namespace jalon::reference

#include "tests/reference/part.hpp"
#include "tests/reference/stays.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

const EvidenceRule& rule(const Part& part) { return part.indicator->evidence; }
bool keyed(const Part& part) { return !part.indicator->key.empty(); }
Span amount(const Fact& fact) { return span_of(fact.record->amount->range); }

bool possibly_in(const Part& part, const Stay& stay, Date t) {
  return possibly(stay.in.front(), part.window.first, t);
}
bool certainly_in(const Part& part, const Stay& stay, Date t) {
  return certainly(stay.in.front(), part.window.first, t) && proven(stay.in, rule(part));
}
/// Whether it went out by t: possibly; certainly, and with evidence.
bool possibly_out(const Stay& stay, Date t) {
  return !stay.out.empty() && stay.out.front().from() <= t;
}
bool certainly_out(const Part& part, const Stay& stay, Date t) {
  return !stay.out.empty() && stay.out.front().to() <= t && proven(stay.out, rule(part));
}

/// Section 2, the formula of a flow, for amounts without keys.
Span sum_of_amounts(const Part& part, Date t) {
  Span total = span_of(Number{});
  for (const Fact& fact : part.facts) {
    if (is_zero_report(fact)) continue;
    const bool possible = possibly(fact, part.window.first, t);
    const bool certain = certainly(fact, part.window.first, t) && proven({fact}, rule(part));
    const bool for_lo = is_withdrawal(fact) ? possible : certain;
    const bool for_hi = is_withdrawal(fact) ? certain : possible;
    if (for_lo) total.lo = sum(total.lo, amount(fact).lo);
    if (for_hi) total.hi = sum(total.hi, amount(fact).hi);
  }
  return total;
}

/// What one object counts: it counts at most once, whatever stay it is in.
Span object_bounds(const Part& part, const Stay& first_stay, Date t) {
  Span result = span_of(Number{});
  for (const Stay& stay : part.stays) {
    if (!same_object(stay, first_stay)) continue;
    const Span counted = amount(stay.in.front());
    if (certainly_in(part, stay, t) && !possibly_out(stay, t)) result.lo = counted.lo;
    if (possibly_in(part, stay, t) && !certainly_out(part, stay, t)) {
      result.hi = larger_hi(result.hi, counted.hi);
    }
  }
  return result;
}

Span sum_of_objects(const Part& part, Date t) {
  Span total = span_of(Number{});
  for (auto stay = part.stays.begin(); stay != part.stays.end(); ++stay) {
    const bool first_of_object = std::none_of(
        part.stays.begin(), stay, [&](const Stay& earlier) { return same_object(earlier, *stay); });
    if (!first_of_object) continue;
    const Span object = object_bounds(part, *stay, t);
    total.lo = sum(total.lo, object.lo);
    total.hi = sum(total.hi, object.hi);
  }
  return total;
}

Doubts doubts_of_amount(const Part& part, const Fact& fact, bool has_evidence, Date t) {
  Doubts doubts;
  doubts.unverified = !has_evidence;
  doubts.vague_date = !certainly(fact, part.window.first, t);
  doubts.vague_value = !fact.record->amount->range.is_exact();
  return doubts;
}

Doubts doubts_of_stay(const Part& part, const Stay& stay, Date t) {
  Doubts doubts = doubts_of_amount(part, stay.in.front(), proven(stay.in, rule(part)), t);
  if (possibly_out(stay, t)) {
    doubts.unverified = doubts.unverified || !proven(stay.out, rule(part));
    doubts.vague_date = doubts.vague_date || stay.out.front().to() > t;
  }
  return doubts;
}

}  // namespace

/// Section 3: a record in force, proven or not, possibly inside the window, or an attestation
/// through its first day or later.
bool flow_in_scope(const Part& part) {
  const Date last = part.window.last.value_or(part.as_of);
  for (const Fact& fact : part.facts) {
    if (possibly(fact, part.window.first, last)) return true;
  }
  return std::any_of(part.attested.begin(), part.attested.end(),
                     [&](Date through) { return through >= part.window.first; });
}

bool flow_complete(const Part& part, Date t) {
  if (part.indicator->completeness == Completeness::assumed) return flow_in_scope(part);
  return std::any_of(part.attested.begin(), part.attested.end(),
                     [&](Date through) { return through >= t; });
}

Span flow_bounds(const Part& part, Date t) {
  Span result = keyed(part) ? sum_of_objects(part, t) : sum_of_amounts(part, t);
  if (!flow_complete(part, t)) result.hi = {};
  return result;
}

Doubts flow_doubts(const Part& part, Date t) {
  Doubts result;
  for (const Stay& stay : part.stays) {
    if (possibly_in(part, stay, t)) result = both(result, doubts_of_stay(part, stay, t));
  }
  for (const Fact& fact : part.facts) {
    if (keyed(part) || is_zero_report(fact) || !possibly(fact, part.window.first, t)) continue;
    result = both(result, doubts_of_amount(part, fact, proven({fact}, rule(part)), t));
  }
  result.no_data = !flow_in_scope(part);
  result.incomplete = !flow_complete(part, t);
  return result;
}

Backing flow_backing(const Part& part, Date t) {
  Backing result;
  for (const Fact& fact : part.facts) {
    const bool counts = !keyed(part) || is_zero_report(fact);
    if (counts && possibly(fact, part.window.first, t)) count(result, {fact});
  }
  for (const Stay& stay : part.stays) {
    if (!possibly_in(part, stay, t)) continue;
    count(result, stay.in);
    if (possibly_out(stay, t)) count(result, stay.out);
  }
  for (const Fact& fact : result.records) {
    if (!result.last || fact.to() > *result.last) result.last = fact.to();
  }
  if (part.indicator->completeness == Completeness::attested) {
    for (Date through : part.attested) {
      if (!result.complete_through || through > *result.complete_through) {
        result.complete_through = through;
      }
    }
  }
  return result;
}

}  // namespace jalon::reference

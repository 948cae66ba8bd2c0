#include "tests/reference/steps.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

/// A milestone has no window: it is open to the left.
const Date kOpen{boost::gregorian::neg_infin};

}  // namespace

Steps make_steps(const Programme& programme, const Milestone& milestone, const Facts& facts,
                 Date as_of) {
  Steps steps{&milestone, programme.defaults.freshness, as_of};
  for (const Fact& fact : facts.records) {
    if (fact.record->subject == milestone.id) steps.facts.push_back(fact);
  }
  for (const Record* attestation : facts.attestations) {
    if (attestation->subject == milestone.id) {
      steps.attested.push_back(*attestation->happened.latest);
    }
  }
  return steps;
}

long place(const Steps& steps, const Fact& fact) {
  const std::vector<std::string>& stages = steps.milestone->stages;
  return std::find(stages.begin(), stages.end(), fact.record->stage) - stages.begin();
}

/// Section 3: complete with any record, or by attestation.
bool steps_complete(const Steps& steps, Date t) {
  if (steps.milestone->completeness == Completeness::assumed) {
    return !steps.facts.empty() || !steps.attested.empty();
  }
  return std::any_of(steps.attested.begin(), steps.attested.end(),
                     [&](Date through) { return through >= t; });
}

/// The furthest stage certainly reached and proven; the furthest possibly reached.
Span steps_bounds(const Steps& steps, Date t) {
  long lo = -1;
  long hi = -1;
  for (const Fact& fact : steps.facts) {
    const long stage = place(steps, fact);
    const bool certain = certainly(fact, kOpen, t) && proven({fact}, steps.milestone->evidence);
    if (certain) lo = std::max(lo, stage);
    if (possibly(fact, kOpen, t)) hi = std::max(hi, stage);
  }
  if (!steps_complete(steps, t)) hi = static_cast<long>(steps.milestone->stages.size()) - 1;
  return {{Number{lo}}, {Number{hi}}};
}

Doubts steps_doubts(const Steps& steps, Date t) {
  Doubts doubts;
  doubts.no_data = steps.facts.empty() && steps.attested.empty();
  doubts.incomplete = !steps_complete(steps, t);
  for (const Fact& fact : steps.facts) {
    if (!possibly(fact, kOpen, t)) continue;
    if (!proven({fact}, steps.milestone->evidence)) doubts.unverified = true;
    if (!certainly(fact, kOpen, t)) doubts.vague_date = true;
  }
  return doubts;
}

Backing steps_backing(const Steps& steps, Date t) {
  Backing result;
  for (const Fact& fact : steps.facts) {
    if (!possibly(fact, kOpen, t)) continue;
    count(result, {fact});
    if (!result.last || fact.to() > *result.last) result.last = fact.to();
  }
  if (steps.milestone->completeness == Completeness::attested) {
    for (Date through : steps.attested) {
      if (!result.complete_through || through > *result.complete_through) {
        result.complete_through = through;
      }
    }
  }
  return result;
}

}  // namespace jalon::reference

#include "tests/reference/part.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

/// In order of (to, from, number).
std::vector<Fact> readings(const Part& part) {
  std::vector<Fact> result = part.facts;
  std::sort(result.begin(), result.end(), earlier_last_day);
  return result;
}

Span level(const Fact& fact) { return span_of(fact.record->amount->range); }

}  // namespace

/// The last proven one with to <= t.
std::optional<Fact> certain_reading(const Part& part, Date t) {
  std::optional<Fact> result;
  for (const Fact& fact : readings(part)) {
    if (fact.to() <= t && proven({fact}, part.indicator->evidence)) result = fact;
  }
  return result;
}

/// Those after the certain one with from <= t.
std::vector<Fact> possible_readings(const Part& part, Date t) {
  const std::optional<Fact> certain = certain_reading(part, t);
  std::vector<Fact> result;
  for (const Fact& fact : readings(part)) {
    if (fact.from() <= t) result.push_back(fact);
    if (certain && fact.record == certain->record) result.clear();
  }
  return result;
}

bool stock_in_scope(const Part& part, Date t) {
  return std::any_of(part.facts.begin(), part.facts.end(),
                     [&](const Fact& fact) { return fact.from() <= t; });
}

bool stock_stale(const Part& part, Date t) {
  const std::optional<Fact> certain = certain_reading(part, t);
  return certain && days_between(certain->to(), t) > part.indicator->freshness.stale_after;
}

/// The hull of the certain and the possible readings; open without a certain one or a stale one.
Span stock_bounds(const Part& part, Date t) {
  const std::optional<Fact> certain = certain_reading(part, t);
  if (!certain || stock_stale(part, t)) return {};
  Span result = level(*certain);
  for (const Fact& fact : possible_readings(part, t)) result = hull(result, level(fact));
  return result;
}

Doubts stock_doubts(const Part& part, Date t) {
  Doubts doubts;
  doubts.no_data = !stock_in_scope(part, t);
  doubts.stale = stock_stale(part, t);
  const std::optional<Fact> certain = certain_reading(part, t);
  if (certain) doubts.vague_value = !certain->record->amount->range.is_exact();
  for (const Fact& fact : possible_readings(part, t)) {
    if (!proven({fact}, part.indicator->evidence)) doubts.unverified = true;
    if (fact.to() > t) doubts.vague_date = true;
    if (!fact.record->amount->range.is_exact()) doubts.vague_value = true;
  }
  return doubts;
}

Backing stock_backing(const Part& part, Date t) {
  Backing result;
  if (const std::optional<Fact> certain = certain_reading(part, t)) {
    count(result, {*certain});
    result.last = certain->to();
  }
  for (const Fact& fact : possible_readings(part, t)) count(result, {fact});
  return result;  // a level has no list that could be complete
}

std::optional<Number> stock_value(const Part& part, Date t, bool lower_end) {
  const std::optional<Fact> certain = certain_reading(part, t);
  if (!certain) return {};
  const Amount& amount = *certain->record->amount;
  if (amount.number) return Number{*amount.number};
  const std::optional<Decimal>& end = lower_end ? amount.range.lo.at : amount.range.hi.at;
  if (!end) return {};
  return Number{*end};
}

}  // namespace jalon::reference

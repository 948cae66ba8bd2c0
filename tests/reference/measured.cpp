#include "tests/reference/measured.hpp"

#include "tests/reference/combined.hpp"
#include "tests/reference/quotient.hpp"
#include "tests/reference/steps.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

using engine::Confidence;

const Plain* plain(const Measured& measured) { return std::get_if<Plain>(&measured); }
const Quotient* quotient(const Measured& measured) { return std::get_if<Quotient>(&measured); }
const Combined* combined(const Measured& measured) { return std::get_if<Combined>(&measured); }
const Steps* steps(const Measured& measured) { return std::get_if<Steps>(&measured); }

/// All measured parts.
std::vector<const Part*> parts(const Measured& measured) {
  if (const Plain* alone = plain(measured)) return {&alone->part};
  if (const Combined* together = combined(measured)) {
    std::vector<const Part*> result;
    for (const Part& part : together->parts) result.push_back(&part);
    return result;
  }
  if (const Quotient* ratio = quotient(measured)) {
    if (const Part* to = std::get_if<Part>(&ratio->to)) return {&ratio->of, to};
    return {&ratio->of};
  }
  return {};
}

/// The same, of each what counts on t.
std::vector<Part> parts_on(const Measured& measured, Date t) {
  std::vector<Part> result;
  for (const Part* part : parts(measured)) result.push_back(*part);
  const Quotient* ratio = quotient(measured);
  if (ratio != nullptr && result.size() == 2) result.back() = denominator_part(*ratio, t);
  return result;
}

Confidence::Evidence evidence_of(const Backing& backing) {
  if (backing.records.empty()) return Confidence::Evidence::none;
  return backing.all_have_evidence ? Confidence::Evidence::confirmed
                                   : Confidence::Evidence::reported;
}

std::optional<Confidence::Age> age_of(const Backing& backing, const Freshness& freshness,
                                      Date as_of) {
  if (!backing.last) return {};
  if (*backing.last >= as_of) return Confidence::Age::fresh;
  const long age = days_between(*backing.last, as_of);
  if (age > freshness.stale_after) return Confidence::Age::stale;
  return age > freshness.warn_after ? Confidence::Age::ageing : Confidence::Age::fresh;
}

Confidence confidence_of(const Backing& backing, const Freshness& freshness, Date as_of) {
  return {evidence_of(backing), age_of(backing, freshness, as_of), backing.complete_through};
}

/// A derived indicator takes its worst part; unknown is worst. A level has no list.
struct Worst {
  Confidence confidence{Confidence::Evidence::confirmed, Confidence::Age::fresh, {}};
  bool any_list = false;

  void add(const Confidence& part, bool has_list) {
    confidence.evidence = std::max(confidence.evidence, part.evidence);
    confidence.freshness = confidence.freshness && part.freshness
                               ? std::max(confidence.freshness, part.freshness)
                               : std::nullopt;
    if (!has_list) return;
    // No day stands before every day.
    confidence.complete_through = any_list
                                      ? std::min(confidence.complete_through, part.complete_through)
                                      : part.complete_through;
    any_list = true;
  }
};

std::vector<Fact> counted(const Measured& measured, Date t) {
  if (const Steps* stages = steps(measured)) return steps_backing(*stages, t).records;
  std::vector<Fact> result;
  for (const Part& part : parts_on(measured, t)) {
    const Backing of_part = backing(part, t);
    result.insert(result.end(), of_part.records.begin(), of_part.records.end());
  }
  return result;
}

void add_days(std::vector<Date>& days, const std::vector<Fact>& facts, int stale_after) {
  for (const Fact& fact : facts) {
    for (const Date day : {fact.from(), fact.to()}) {
      if (day.is_special()) continue;
      days.insert(days.end(), {day, day + Days{1}, day + Days{stale_after + 1}});
    }
  }
}

}  // namespace

bool is_flow(const Measured& measured) {
  if (is_ratio(measured) || is_difference(measured) || is_milestone(measured)) return false;
  const std::vector<const Part*> all = parts(measured);
  return std::all_of(all.begin(), all.end(), [](const Part* part) { return part->flow; });
}
bool contains_flow(const Measured& measured) {
  const std::vector<const Part*> all = parts(measured);
  return std::any_of(all.begin(), all.end(), [](const Part* part) { return part->flow; });
}
bool is_ratio(const Measured& measured) { return quotient(measured) != nullptr; }
bool is_difference(const Measured& measured) {
  return combined(measured) != nullptr && combined(measured)->difference;
}
bool is_milestone(const Measured& measured) { return steps(measured) != nullptr; }

bool in_scope(const Measured& measured, Date t) {
  if (const Plain* alone = plain(measured)) return in_scope(alone->part, t);
  if (const Quotient* ratio = quotient(measured)) return in_scope(ratio->of, t);
  if (const Combined* together = combined(measured)) return combined_in_scope(*together, t);
  return !steps_doubts(*steps(measured), t).no_data;
}

Span bounds(const Measured& measured, Date t) {
  if (const Plain* alone = plain(measured)) return bounds(alone->part, t);
  if (const Quotient* ratio = quotient(measured)) return quotient_bounds(*ratio, t);
  if (const Combined* together = combined(measured)) return combined_bounds(*together, t);
  return steps_bounds(*steps(measured), t);
}

Doubts doubts(const Measured& measured, Date t) {
  if (const Plain* alone = plain(measured)) return doubts(alone->part, t);
  if (const Quotient* ratio = quotient(measured)) return quotient_doubts(*ratio, t);
  if (const Combined* together = combined(measured)) return combined_doubts(*together, t);
  return steps_doubts(*steps(measured), t);
}

bool has_stale_level(const Measured& measured, Date t) {
  const std::vector<Part> all = parts_on(measured, t);
  return std::any_of(all.begin(), all.end(),
                     [&](const Part& part) { return !part.flow && stock_stale(part, t); });
}

std::optional<Number> value(const Measured& measured, Date t, bool floor) {
  if (const Quotient* ratio = quotient(measured)) return quotient_value(*ratio, t, floor);
  if (const Combined* together = combined(measured)) return combined_value(*together, t, floor);
  if (!in_scope(measured, t)) return {};
  const Plain* alone = plain(measured);
  if (alone != nullptr && !alone->part.flow) return stock_value(alone->part, t, floor);
  return bounds(measured, t).lo.at;
}

Confidence confidence(const Measured& measured, Date t, Date as_of) {
  if (const Steps* stages = steps(measured)) {
    return confidence_of(steps_backing(*stages, t), stages->freshness, as_of);
  }
  Worst worst;
  for (const Part& part : parts_on(measured, t)) {
    worst.add(confidence_of(backing(part, t), part.indicator->freshness, as_of), part.flow);
  }
  return worst.confidence;
}

std::vector<std::int64_t> records(const Measured& measured, Date t) {
  std::vector<std::int64_t> numbers;
  for (const Fact& fact : counted(measured, t)) numbers.push_back(fact.record->number);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::vector<Date> mentioned_days(const Measured& measured) {
  std::vector<Date> days;
  if (const Steps* stages = steps(measured)) {
    add_days(days, stages->facts, 0);
    for (Date through : stages->attested) days.push_back(through + Days{1});
  }
  for (const Part* part : parts(measured)) {
    add_days(days, part->facts, part->indicator->freshness.stale_after);
    for (Date through : part->attested) days.push_back(through + Days{1});
    if (!part->window.first.is_special()) days.push_back(part->window.first);
  }
  if (const Quotient* ratio = quotient(measured)) {
    if (const auto* series = std::get_if<const Series*>(&ratio->to)) {
      for (const Series::Value& point : (*series)->values) days.push_back(point.on);
    }
    for (int year = 2017; ratio->same_year && year < 2026; ++year) {
      days.push_back(Date{static_cast<unsigned short>(year), 1, 1});
    }
  }
  return days;
}

}  // namespace jalon::reference

#include "rules/engine/measurer.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

constexpr std::size_t kMostCached = 64;

bool is_possible(const Entry& entry, const Window& window) {
  return entry.to >= window.first && entry.from <= window.last;
}

/// A zero report also declares its own scope complete through its first day.
Day zero_reported_through(const std::vector<Entry>& entries, const DimensionValues& where,
                          const Window& window) {
  Day through = kDawn;
  for (const Entry& entry : entries) {
    if (entry.zero && is_possible(entry, window) && covers(entry.record->dimensions, where)) {
      through = std::max(through, entry.from);
    }
  }
  return through;
}

/// When is the list complete, and is anything in scope?
void settle_completeness(Line& line, Completeness completeness, bool on_record, Day through,
                         Day window_first) {
  const bool declared = through != kDawn && through >= window_first;
  line.something_from = on_record || declared ? kDawn : kDusk;
  line.attested = completeness == Completeness::attested;
  line.attested_through = through;
  if (line.attested) {
    line.complete_until = through;
  } else {
    line.complete_until = on_record || declared ? kDusk : kDawn;
  }
}

std::string cache_key(Ref<Indicator> indicator, const DimensionValues& where) {
  std::string key = std::to_string(indicator.index);
  for (const DimensionValue& value : where) {
    key += '|';
    key += std::to_string(value.dimension.size()) + ':' + value.dimension;
    key += std::to_string(value.value.size()) + ':' + value.value;
  }
  return key;
}

}  // namespace

Measured Measurer::measure(Ref<Indicator> indicator, const DimensionValues& where,
                           const Window& window) {
  const Window seen{window.first, std::min(window.last, as_of_)};
  const Indicator& definition = (*programme_)[indicator];
  if (const auto* ratio = std::get_if<Ratio>(&definition.measure)) {
    return quotient(*ratio, definition.unit == "%", where, seen);
  }
  Measured measured;
  if (const auto* sum = std::get_if<Sum>(&definition.measure)) {
    measured.kind = Measured::Kind::sum;
    for (const Ref<Indicator> part : sum->parts) measured.parts.push_back(line(part, where, seen));
  } else if (const auto* difference = std::get_if<Difference>(&definition.measure)) {
    measured.kind = Measured::Kind::difference;
    measured.parts.push_back(line(difference->from, where, seen));
    measured.parts.push_back(line(difference->less, where, seen));
  } else {
    measured.parts.push_back(line(indicator, where, seen));
  }
  return measured;
}

Measured Measurer::quotient(const Ratio& ratio, bool percent, const DimensionValues& where,
                            const Window& window) {
  Measured measured;
  measured.kind = Measured::Kind::ratio;
  measured.pick = ratio.pick;
  measured.percent = percent;
  measured.parts.push_back(line(ratio.of, where, window));
  const auto* to = std::get_if<Ref<Indicator>>(&ratio.to);
  if (to == nullptr) {
    measured.series = &(*programme_)[std::get<Ref<Series>>(ratio.to)];
    return measured;
  }
  const Indicator& under = (*programme_)[*to];
  const bool of_the_year =
      ratio.pick == Ratio::Pick::same_year && std::holds_alternative<Stock>(under.measure);
  measured.parts.push_back(
      of_the_year ? yearly_stock_line(ledger_->select(*to, where), under.freshness, window.last)
                  : line(*to, where, window));
  return measured;
}

Measured Measurer::measure(Ref<Milestone> milestone) {
  const Milestone& definition = (*programme_)[milestone];
  Measured measured;
  Line stages = stage_line(definition, ledger_->of(milestone), as_of_);
  stages.freshness = programme_->defaults.freshness;
  settle_completeness(stages, definition.completeness, !stages.records.empty(),
                      ledger_->attestations(milestone).through({}), kDawn);
  measured.parts.push_back(std::move(stages));
  measured.stages = definition.stages.size();
  return measured;
}

Line Measurer::line(Ref<Indicator> indicator, const DimensionValues& where, const Window& window) {
  const Indicator& definition = (*programme_)[indicator];
  if (std::holds_alternative<Flow>(definition.measure)) return flow(indicator, where, window);
  return stock_line(ledger_->select(indicator, where), definition.freshness, window.last);
}

Line Measurer::flow(Ref<Indicator> indicator, const DimensionValues& where, const Window& window) {
  const Indicator& definition = (*programme_)[indicator];
  const FlowSeries& amounts = series(indicator, where);
  Line line = flow_line(amounts, window);
  line.freshness = definition.freshness;
  const bool on_record =
      std::any_of(amounts.entries.begin(), amounts.entries.end(),
                  [&](const Entry& entry) { return is_possible(entry, window); });
  Day through = ledger_->attestations(indicator).through(where);
  if (definition.completeness == Completeness::attested) {
    through = std::max(through, zero_reported_through(amounts.entries, where, window));
  }
  settle_completeness(line, definition.completeness, on_record, through, window.first);
  return line;
}

const FlowSeries& Measurer::series(Ref<Indicator> indicator, const DimensionValues& where) {
  std::string key = cache_key(indicator, where);
  if (const auto found = cache_.find(key); found != cache_.end()) return found->second;
  if (cache_.size() >= kMostCached) cache_.clear();
  return cache_
      .emplace(std::move(key),
               flow_series((*programme_)[indicator], ledger_->select(indicator, where)))
      .first->second;
}

}  // namespace jalon::engine

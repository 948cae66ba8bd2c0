#include "rules/engine/judge.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

Confidence::Evidence evidence_of(const Line& line) {
  if (line.records.empty()) return Confidence::Evidence::none;
  return line.evident ? Confidence::Evidence::confirmed : Confidence::Evidence::reported;
}

std::optional<Confidence::Age> age_of(const Line& line, Day as_of) {
  if (!line.newest) return std::nullopt;
  if (as_of > later(*line.newest, line.freshness.stale_after)) return Confidence::Age::stale;
  if (as_of > later(*line.newest, line.freshness.warn_after)) return Confidence::Age::ageing;
  return Confidence::Age::fresh;
}

/// A level has no list; "assumed" declares nothing.
std::optional<Day> declared_through(const Line& line) {
  if (line.kind == Line::Kind::stock) return kDusk;
  return line.attested && line.attested_through != kDawn ? std::optional{line.attested_through}
                                                         : std::nullopt;
}

}  // namespace

Confidence confidence_of(const Measured& measured, Day as_of) {
  Confidence confidence{evidence_of(measured.line), age_of(measured.line, as_of), {}};
  auto through = declared_through(measured.line);
  if (measured.under) {
    confidence.evidence = std::max(confidence.evidence, evidence_of(*measured.under));
    const auto age = age_of(*measured.under, as_of);
    confidence.freshness = confidence.freshness && age
                               ? std::optional{std::max(*confidence.freshness, *age)}
                               : std::nullopt;
    const auto other = declared_through(*measured.under);
    through = through && other ? std::optional{std::min(*through, *other)} : std::nullopt;
  }
  if (through) confidence.complete_through = date_of(*through);
  return confidence;
}

std::vector<std::int64_t> records_of(const Measured& measured) {
  std::vector<std::int64_t> records = measured.line.records;
  if (!measured.under) return records;
  records.insert(records.end(), measured.under->records.begin(), measured.under->records.end());
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

}  // namespace jalon::engine

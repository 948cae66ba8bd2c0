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

std::optional<Confidence::Age> worse(const std::optional<Confidence::Age>& a,
                                     const std::optional<Confidence::Age>& b) {
  return a && b ? std::optional{std::max(*a, *b)} : std::nullopt;
}

/// A level has no list; "assumed" declares nothing.
std::optional<Day> declared_through(const Line& line) {
  if (line.kind == Line::Kind::stock) return kDusk;
  return line.attested && line.attested_through != kDawn ? std::optional{line.attested_through}
                                                         : std::nullopt;
}

}  // namespace

/// The worst part speaks; what is not known is worst.
Confidence confidence_of(const Measured& measured, Day as_of) {
  const Line& first = measured.parts.front();
  Confidence confidence{evidence_of(first), age_of(first, as_of), {}};
  auto through = declared_through(first);
  for (std::size_t i = 1; i < measured.parts.size(); ++i) {
    const Line& part = measured.parts[i];
    confidence.evidence = std::max(confidence.evidence, evidence_of(part));
    confidence.freshness = worse(confidence.freshness, age_of(part, as_of));
    const auto other = declared_through(part);
    through = through && other ? std::optional{std::min(*through, *other)} : std::nullopt;
  }
  if (through) confidence.complete_through = date_of(*through);
  return confidence;
}

std::vector<std::int64_t> records_of(const Measured& measured) {
  std::vector<std::int64_t> records = measured.parts.front().records;
  if (measured.parts.size() == 1) return records;
  for (std::size_t i = 1; i < measured.parts.size(); ++i) {
    const std::vector<std::int64_t>& more = measured.parts[i].records;
    records.insert(records.end(), more.begin(), more.end());
  }
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

}  // namespace jalon::engine

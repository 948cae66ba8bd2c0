#include "rules/model/programme.hpp"

#include <algorithm>
#include <array>

namespace jalon {
namespace {

constexpr std::array<std::string_view, 5> kSeverities{"info", "low", "medium", "high", "critical"};

}  // namespace

const std::string& Text::in(std::string_view language) const {
  for (const auto& [of, translated] : translations)
    if (of == language) return translated;
  return text;
}

std::vector<Ref<Indicator>> parts_of(const Measure& measure) {
  if (const auto* sum = std::get_if<Sum>(&measure)) return sum->parts;
  if (const auto* two = std::get_if<Difference>(&measure)) return {two->from, two->less};
  const auto* ratio = std::get_if<Ratio>(&measure);
  if (ratio == nullptr) return {};
  std::vector<Ref<Indicator>> parts{ratio->of};
  if (const auto* to = std::get_if<Ref<Indicator>>(&ratio->to)) parts.push_back(*to);
  return parts;
}

std::vector<Ref<Indicator>> measured_by(const Programme& programme, Ref<Indicator> indicator) {
  std::vector<Ref<Indicator>> once;
  for (const Ref<Indicator> part : parts_of(programme[indicator].measure)) {
    if (std::find(once.begin(), once.end(), part) == once.end()) once.push_back(part);
  }
  if (once.empty()) once.push_back(indicator);
  return once;
}

AmountRules amount_rules(const Programme& programme, const Indicator& indicator) {
  return {std::holds_alternative<Flow>(indicator.measure), indicator.whole, indicator.range,
          programme.defaults.about};
}

std::string_view name(Severity severity) {
  return kSeverities.at(static_cast<std::size_t>(severity));
}

std::optional<Severity> severity_from(std::string_view name) {
  for (std::size_t i = 0; i < kSeverities.size(); ++i)
    if (kSeverities[i] == name) return static_cast<Severity>(i);
  return std::nullopt;
}

}  // namespace jalon

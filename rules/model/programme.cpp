#include "rules/model/programme.hpp"

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

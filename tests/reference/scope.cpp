#include "tests/reference/scope.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace jalon::reference {
namespace {

std::set<std::string> values_of(const DimensionValues& values, const std::string& dimension) {
  std::set<std::string> result;
  for (const DimensionValue& value : values) {
    if (value.dimension == dimension) result.insert(value.value);
  }
  return result;
}

/// On a derived indicator it stands for each part.
bool stands_for(const Programme& programme, Ref<Indicator> attested, Ref<Indicator> indicator) {
  const std::vector<Ref<Indicator>> parts = measured_behind(programme, attested);
  return std::find(parts.begin(), parts.end(), indicator) != parts.end();
}

}  // namespace

bool lets_in(const DimensionValues& where, const DimensionValues& record) {
  return std::all_of(where.begin(), where.end(), [&](const DimensionValue& named) {
    const std::set<std::string> said = values_of(record, named.dimension);
    return !said.empty() && values_of(where, named.dimension).contains(*said.begin());
  });
}

bool not_excluded(const DimensionValues& record, const DimensionValues& where) {
  return std::all_of(record.begin(), record.end(), [&](const DimensionValue& said) {
    const std::set<std::string> wanted = values_of(where, said.dimension);
    return wanted.empty() || wanted.contains(said.value);
  });
}

bool covers(const DimensionValues& fixed, const DimensionValues& where) {
  return std::all_of(fixed.begin(), fixed.end(), [&](const DimensionValue& value) {
    return values_of(fixed, value.dimension) == values_of(where, value.dimension);
  });
}

DimensionValues joined(DimensionValues a, const DimensionValues& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

std::vector<Ref<Indicator>> measured_behind(const Programme& programme, Ref<Indicator> indicator) {
  const Measure& measure = programme[indicator].measure;
  if (const auto* sum = std::get_if<Sum>(&measure)) return sum->parts;
  if (const auto* rest = std::get_if<Difference>(&measure)) return {rest->from, rest->less};
  if (const auto* ratio = std::get_if<Ratio>(&measure)) {
    const auto* under = std::get_if<Ref<Indicator>>(&ratio->to);
    if (under != nullptr) return {ratio->of, *under};
    return {ratio->of};
  }
  return {indicator};
}

bool attests(const Programme& programme, const Record& attestation, Ref<Indicator> indicator,
             const DimensionValues& where) {
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    if (programme.indicators[i].id == attestation.subject) {
      return stands_for(programme, Ref<Indicator>{i}, indicator) &&
             covers(attestation.dimensions, where);
    }
  }
  // On a target's id it stands for that indicator and where.
  for (const Target& target : programme.targets) {
    if (target.id == attestation.subject) {
      return stands_for(programme, target.indicator, indicator) &&
             covers(joined(target.where, attestation.dimensions), where);
    }
  }
  return false;
}

}  // namespace jalon::reference

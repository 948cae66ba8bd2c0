#include "tests/reference/scope.hpp"

#include <algorithm>

namespace jalon::reference {
namespace {

/// On a derived indicator it stands for each part.
bool stands_for(const Programme& programme, std::uint32_t attested, Ref<Indicator> indicator) {
  if (attested == indicator.index) return true;
  const auto* ratio = std::get_if<Ratio>(&programme.indicators[attested].measure);
  if (ratio == nullptr) return false;
  const auto* under = std::get_if<Ref<Indicator>>(&ratio->to);
  return ratio->of == indicator || (under != nullptr && *under == indicator);
}

}  // namespace

bool covers(const DimensionValues& fixed, const DimensionValues& by) {
  return std::all_of(fixed.begin(), fixed.end(), [&](const DimensionValue& value) {
    return std::find(by.begin(), by.end(), value) != by.end();
  });
}

bool not_excluded(const DimensionValues& a, const DimensionValues& b) {
  for (const DimensionValue& one : a) {
    for (const DimensionValue& other : b) {
      if (one.dimension == other.dimension && one.value != other.value) return false;
    }
  }
  return true;
}

DimensionValues joined(DimensionValues a, const DimensionValues& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

bool attests(const Programme& programme, const Record& attestation, Ref<Indicator> indicator,
             const DimensionValues& where) {
  for (std::uint32_t i = 0; i < programme.indicators.size(); ++i) {
    if (programme.indicators[i].id == attestation.subject) {
      return stands_for(programme, i, indicator) && covers(attestation.dimensions, where);
    }
  }
  // On a target's id it stands for that indicator and where.
  for (const Target& target : programme.targets) {
    if (target.id == attestation.subject) {
      return stands_for(programme, target.indicator.index, indicator) &&
             covers(joined(target.where, attestation.dimensions), where);
    }
  }
  return false;
}

}  // namespace jalon::reference

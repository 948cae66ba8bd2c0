#pragma once

#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

namespace jalon::reference {

/// Whether `where` lets a record with these dimensions in: in every dimension that `where` names
/// the record has one of the values named.
[[nodiscard]] bool lets_in(const DimensionValues& where, const DimensionValues& record);
/// As lets_in, but what the record does not say excludes nothing.
[[nodiscard]] bool not_excluded(const DimensionValues& record, const DimensionValues& where);
/// Every dimension that `fixed` names is fixed to the same value, or set of values, by `where`.
[[nodiscard]] bool covers(const DimensionValues& fixed, const DimensionValues& where);
/// Both together, sorted.
[[nodiscard]] DimensionValues joined(DimensionValues a, const DimensionValues& b);

/// The measured indicators behind an indicator: itself, or the parts of a derived one.
[[nodiscard]] std::vector<Ref<Indicator>> measured_behind(const Programme& programme,
                                                          Ref<Indicator> indicator);

/// Section 3: whether an attestation covers this measured indicator under `where`.
[[nodiscard]] bool attests(const Programme& programme, const Record& attestation,
                           Ref<Indicator> indicator, const DimensionValues& where);

}  // namespace jalon::reference

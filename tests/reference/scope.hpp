#pragma once

#include "rules/model/programme.hpp"
#include "rules/model/record.hpp"

namespace jalon::reference {

/// Every dimension that `fixed` names is fixed to the same value by `by`. Both ways of reading it
/// are used: an attestation covers a target, and a `where` lets a record in.
[[nodiscard]] bool covers(const DimensionValues& fixed, const DimensionValues& by);
/// No dimension has another value in the one than in the other.
[[nodiscard]] bool not_excluded(const DimensionValues& a, const DimensionValues& b);
/// Both together, sorted.
[[nodiscard]] DimensionValues joined(DimensionValues a, const DimensionValues& b);

/// Section 3: whether an attestation covers this measured indicator under `where`.
[[nodiscard]] bool attests(const Programme& programme, const Record& attestation,
                           Ref<Indicator> indicator, const DimensionValues& where);

}  // namespace jalon::reference

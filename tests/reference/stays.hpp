#pragma once

#include "tests/reference/part.hpp"

namespace jalon::reference {

[[nodiscard]] bool is_withdrawal(const Fact& fact);
/// Section 2, `key`: the stays of every object, in order of (from, to, number). A record without
/// effect is in none of them.
[[nodiscard]] std::vector<Stay> stays_of(const std::vector<Fact>& facts);
/// Whether two stays are of the same object.
[[nodiscard]] bool same_object(const Stay& a, const Stay& b);

}  // namespace jalon::reference

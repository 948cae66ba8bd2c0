#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/model/programme.hpp"
#include "tests/reference/number.hpp"

#include <optional>
#include <vector>

namespace jalon::reference {

/// A verdict and its progress unrounded, which decides between equals.
struct Judged {
  engine::Verdict verdict;
  std::optional<Number> progress = {};
};

/// Section 5: which child is the k-th best (k from 1). All is the last, any the first.
[[nodiscard]] const Judged& kth_best(const std::vector<Judged>& children, std::size_t k);
/// ceiling(share x number), at least 1
[[nodiscard]] std::size_t share_of(const Decimal& share, std::size_t number);
[[nodiscard]] std::size_t wanted_of(const Rule& rule, std::size_t number);

/// All fields from the deciding child; id, kind and subject stay.
[[nodiscard]] Judged decided(const engine::Verdict& composite, const Judged& child);

}  // namespace jalon::reference

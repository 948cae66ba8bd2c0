#pragma once

#include "tests/reference/compose.hpp"
#include "tests/reference/questions.hpp"

#include <vector>

namespace jalon::reference {

/// Section 7: the waiver that covers a verdict of its own.
[[nodiscard]] std::optional<engine::Waived> own_waiver(const Setting& setting,
                                                       const engine::Verdict& verdict);
/// Its own, else: it would be a finding, and each child that would be one is waived, at least one.
[[nodiscard]] std::optional<engine::Waived> composite_waiver(const Setting& setting,
                                                             const engine::Verdict& verdict,
                                                             const std::vector<Judged>& children);
/// The last judgement in force for this id.
[[nodiscard]] std::optional<engine::Judgement> judgement(const Setting& setting,
                                                         const std::string& id);

}  // namespace jalon::reference

#pragma once

#include "tests/reference/question.hpp"

namespace jalon::reference {

/// Section 4, the reason for a status.
[[nodiscard]] engine::Reason reason(const Question& question, const Diary& diary,
                                    engine::Status status);

}  // namespace jalon::reference

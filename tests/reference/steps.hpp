#pragma once

#include "tests/reference/measured.hpp"

namespace jalon::reference {

[[nodiscard]] Steps make_steps(const Programme& programme, const Milestone& milestone,
                               const Facts& facts, Date as_of);
/// The place of a record's stage.
[[nodiscard]] long place(const Steps& steps, const Fact& fact);
[[nodiscard]] bool steps_complete(const Steps& steps, Date t);
[[nodiscard]] Span steps_bounds(const Steps& steps, Date t);
[[nodiscard]] Doubts steps_doubts(const Steps& steps, Date t);
[[nodiscard]] Backing steps_backing(const Steps& steps, Date t);

}  // namespace jalon::reference

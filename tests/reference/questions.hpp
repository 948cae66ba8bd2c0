#pragma once

#include "tests/reference/question.hpp"

#include <span>

namespace jalon::reference {

/// What all questions of one evaluation share.
struct Setting {
  const Programme& programme;
  const Facts& facts;
  Date as_of;
};

/// The question of a target by, before, during or undated.
[[nodiscard]] Question question_of(const Setting& setting, std::uint32_t target);
[[nodiscard]] Question question_of(const Setting& setting, const Milestone& milestone,
                                   std::uint32_t index);

/// The periods that the evaluation lists, in time.
[[nodiscard]] std::vector<Question> periods_of(const Setting& setting, std::uint32_t target,
                                               std::span<const std::string> instances);
/// Which of them decides: the last closed one, with none closed the running one, before the first
/// the first.
[[nodiscard]] std::size_t deciding_period(const std::vector<Question>& periods, Date as_of);

/// The members whose first record is in force, by that record.
[[nodiscard]] std::vector<Question> members_of(const Setting& setting, std::uint32_t target);

}  // namespace jalon::reference

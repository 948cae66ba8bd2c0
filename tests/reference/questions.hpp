#pragma once

#include "tests/reference/promised.hpp"
#include "tests/reference/question.hpp"

#include <span>

namespace jalon::reference {

/// What all questions of one evaluation share.
struct Setting {
  const Programme& programme;
  const Facts& facts;
  Date as_of;
  Date known;

  [[nodiscard]] Seen seen() const { return {as_of, known}; }
};

/// The question of a target that has one.
[[nodiscard]] Question question_of(const Setting& setting, std::uint32_t target);
[[nodiscard]] Question question_of(const Setting& setting, const Milestone& milestone,
                                   std::uint32_t index);

/// One period, and whether its promise was withdrawn or changed.
struct PeriodQuestion {
  Question question;
  bool withdrawn = false;
  bool changed = false;
};
/// The periods that the evaluation lists, in time.
[[nodiscard]] std::vector<PeriodQuestion> periods_of(const Setting& setting, std::uint32_t target,
                                                     std::span<const std::string> instances);
/// Which of them the overall verdict looks at.
[[nodiscard]] std::vector<std::size_t> looked_at(const std::vector<PeriodQuestion>& periods,
                                                 Per::Overall overall, Date as_of);

/// The members whose first record is in force, by that record.
[[nodiscard]] std::vector<Question> members_of(const Setting& setting, std::uint32_t target);

}  // namespace jalon::reference

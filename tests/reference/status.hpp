#pragma once

#include "tests/reference/question.hpp"

namespace jalon::reference {

/// What section 4 says about one question.
struct Ruling {
  engine::Status status = engine::Status::unknown;
  engine::Reason reason = engine::Reason::on_record;
  std::optional<Date> since = {};
  std::optional<Date> reached_on = {};
  std::optional<long> days_late = {};
  std::optional<long> days_overdue = {};
  std::optional<long> days_left = {};
  bool within_tolerance = false;
};

[[nodiscard]] Ruling rule_on(const Question& question, const Diary& diary);

/// "On flows" in the sense of upper limits: at_most, exactly or between on a flow.
[[nodiscard]] bool upper_limit_on_flow(const Question& question);
/// A limit alone, without a lower end.
[[nodiscard]] bool is_at_most(const Question& question);

}  // namespace jalon::reference

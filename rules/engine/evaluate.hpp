#pragma once

#include "rules/engine/verdict.hpp"
#include "rules/model/record.hpp"

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace jalon::engine {

/// As of which day, and knowing what.
struct Moment {
  Date as_of;                             ///< the world at the end of this day
  Date known;                             ///< records learned by the end of this day
  std::optional<std::int64_t> upto = {};  ///< the log as it stood after this record
};

/// Every verdict, in this order: targets as defined, each overall verdict directly followed by its
/// periods (in time) or members (by first record: from, to, number); parts of a split stand as
/// targets of their own behind their whole; then milestones, then commitments.
struct Evaluation {
  Moment moment;
  std::vector<Verdict> verdicts;

  [[nodiscard]] const Verdict* find(std::string_view id) const;  ///< linear
};

/// What counts as a finding.
struct FindingRule {
  std::vector<Status> statuses{Status::missed, Status::overdue};
  std::vector<Outlook::State> outlooks = {};
  bool stale = false;
  Severity min_severity = Severity::medium;
};

/// A number of the log that the engine cannot work with (the sum grew beyond 128 bits).
class EvaluationError : public std::runtime_error {
 public:
  EvaluationError(std::int64_t record, const std::string& what)
      : std::runtime_error{what}, record_{record} {}
  [[nodiscard]] std::int64_t record() const noexcept { return record_; }

 private:
  std::int64_t record_;
};

/// Judges every target, milestone and commitment in one pass over the log, grouped by indicator.
/// Pure: reads no clock, file or database; the same arguments give the same verdicts.
///
/// `log` is in number order. A record whose subject no definition knows is left out (lint reports
/// it). Periods that have not begun are judged only if `instances` names them
/// ("ai-investment.yearly-floor[2021]"); an instance that cannot be is ignored (find gives
/// nullptr). `rule` says when a composite counts as waived: where it would be a finding, and each
/// child that would be one is waived.
[[nodiscard]] Evaluation evaluate(const Programme& programme, std::span<const Record> log,
                                  const Moment& moment, std::span<const std::string> instances = {},
                                  const FindingRule& rule = {});

}  // namespace jalon::engine

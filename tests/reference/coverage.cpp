#include "tests/reference/coverage.hpp"

#include <fmt/format.h>

namespace jalon::reference {
namespace {

using engine::Status;
using engine::VerdictKind;

constexpr Status kMet = Status::met;
constexpr Status kLate = Status::met_late;
constexpr Status kPending = Status::pending;
constexpr Status kUnknown = Status::unknown;
constexpr Status kOverdue = Status::overdue;
constexpr Status kMissed = Status::missed;

/// Which statuses each kind of verdict can have. Inside a window nothing is late; what has a due
/// day is never unknown; what has none is never due.
const std::vector<std::pair<std::string, std::vector<Status>>>& possible() {
  static const std::vector<std::pair<std::string, std::vector<Status>>> table{
      {"by", {kMet, kLate, kPending, kOverdue, kMissed}},
      {"before", {kMet, kLate, kPending, kOverdue, kMissed}},
      {"during", {kMet, kPending, kOverdue, kMissed}},
      {"per, overall", {kMet, kPending, kOverdue, kMissed}},
      {"per, period", {kMet, kPending, kOverdue, kMissed}},
      {"for each, overall", {kMet, kLate, kPending, kUnknown, kOverdue, kMissed}},
      {"for each, member", {kMet, kLate, kPending, kOverdue, kMissed}},
      {"undated", {kMet, kPending, kUnknown}},
      {"milestone by", {kMet, kLate, kPending, kOverdue, kMissed}},
      {"milestone before", {kMet, kLate, kPending, kOverdue, kMissed}},
      {"milestone during", {kMet, kLate, kPending, kOverdue, kMissed}},
      {"milestone undated", {kMet, kPending, kUnknown}},
      {"commitment all", {kMet, kLate, kPending, kUnknown, kOverdue, kMissed}},
      {"commitment any", {kMet, kLate, kPending, kUnknown, kOverdue, kMissed}},
      {"commitment at least", {kMet, kLate, kPending, kUnknown, kOverdue, kMissed}},
  };
  return table;
}

std::string clause(const TimeClause& time, VerdictKind kind) {
  if (std::holds_alternative<By>(time)) return "by";
  if (std::holds_alternative<Before>(time)) return "before";
  if (std::holds_alternative<During>(time)) return "during";
  if (std::holds_alternative<Undated>(time)) return "undated";
  if (kind == VerdictKind::period) return "per, period";
  if (kind == VerdictKind::member) return "for each, member";
  return std::holds_alternative<Per>(time) ? "per, overall" : "for each, overall";
}

std::string kind_of(const Programme& programme, const engine::Verdict& verdict) {
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    return clause(programme[*target].time, verdict.kind);
  }
  if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
    return "milestone " + clause(programme[*milestone].time, verdict.kind);
  }
  const auto& commitment = programme.commitments[std::get<Ref<Commitment>>(verdict.subject).index];
  if (std::holds_alternative<All>(commitment.rule)) return "commitment all";
  return std::holds_alternative<Any>(commitment.rule) ? "commitment any" : "commitment at least";
}

}  // namespace

void Coverage::count(const Programme& programme, const engine::Evaluation& evaluation) {
  for (const engine::Verdict& verdict : evaluation.verdicts) {
    ++statuses_[{kind_of(programme, verdict), verdict.status}];
    ++reasons_[{verdict.status, verdict.reason}];
  }
}

std::vector<std::string> Coverage::short_of(int least) const {
  std::vector<std::string> result;
  for (const auto& [kind, statuses] : possible()) {
    for (const Status status : statuses) {
      const auto found = statuses_.find({kind, status});
      const int times = found == statuses_.end() ? 0 : found->second;
      if (times < least) {
        result.push_back(fmt::format("{}, {}: {} times", kind, name(status), times));
      }
    }
  }
  return result;
}

std::string Coverage::table() const {
  std::string text;
  for (const auto& [what, times] : statuses_) {
    text += fmt::format("{}, {}: {}\n", what.first, name(what.second), times);
  }
  for (const auto& [what, times] : reasons_) {
    text += fmt::format("{} because {}: {}\n", name(what.first), name(what.second), times);
  }
  return text;
}

}  // namespace jalon::reference

#include "tests/reference/coverage.hpp"

#include "tests/reference/promised.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace jalon::reference {
namespace {

using engine::VerdictKind;

struct Row {
  std::string kind;
  std::string status;
  std::string reasons;  ///< empty: a commitment's, whatever its members' are
};

/// What can be. Inside a window nothing is late; what has a due day is never unknown; what has none
/// is never due; a milestone has stages, neither denominators nor levels nor vague values; a member
/// has a record, so that only a goal without a value leaves it without data.
const std::vector<Row>& possible() {
  // clang-format off
  static const std::vector<Row> table{
      {"by", "met", "on-record"},
      {"by", "met-late", "on-record no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"by", "pending", "on-record no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"by", "overdue", "vague-due no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"by", "missed", "on-record"},
      {"by", "void", "withdrawn"},
      {"before", "met", "on-record"},
      {"before", "met-late", "on-record no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"before", "pending", "on-record no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"before", "overdue", "no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"before", "missed", "on-record"},
      {"before", "void", "withdrawn"},
      {"during", "met", "on-record"},
      {"during", "pending", "on-record no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"during", "overdue", "vague-due no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"during", "missed", "on-record"},
      {"during", "void", "withdrawn"},
      {"per, overall", "met", "on-record"},
      {"per, overall", "pending", "on-record no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"per, overall", "overdue", "no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"per, overall", "missed", "on-record"},
      {"per, overall", "void", "withdrawn"},
      {"per, period", "met", "on-record"},
      {"per, period", "pending", "on-record no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"per, period", "overdue", "no-denominator no-data stale unverified vague-date vague-value incomplete"},
      {"per, period", "missed", "on-record"},
      {"per, period", "void", "withdrawn"},
      {"for each, overall", "met", "on-record"},
      {"for each, overall", "met-late", "on-record stale unverified vague-date vague-value incomplete"},
      {"for each, overall", "pending", "on-record"},
      {"for each, overall", "unknown", "no-data"},
      {"for each, overall", "overdue", "no-data stale unverified vague-date vague-value incomplete"},
      {"for each, overall", "missed", "on-record"},
      {"for each, overall", "void", "withdrawn"},
      {"for each, member", "met", "on-record"},
      {"for each, member", "met-late", "on-record stale unverified vague-date vague-value incomplete"},
      {"for each, member", "pending", "on-record no-data stale unverified vague-date vague-value incomplete"},
      {"for each, member", "overdue", "vague-due no-data stale unverified vague-date vague-value incomplete"},
      {"for each, member", "missed", "on-record"},
      {"undated", "met", "on-record"},
      {"undated", "pending", "on-record no-denominator no-data unverified vague-date vague-value incomplete"},
      {"undated", "unknown", "no-denominator no-data stale"},
      {"undated", "void", "withdrawn"},
      {"hold", "met", "on-record"},
      {"hold", "pending", "on-record no-data"},
      {"hold", "unknown", "no-denominator no-data stale unverified vague-date vague-value"},
      {"hold", "missed", "on-record"},
      {"hold", "void", "withdrawn"},
      {"milestone by", "met", "on-record"},
      {"milestone by", "met-late", "on-record unverified vague-date incomplete"},
      {"milestone by", "pending", "on-record no-data unverified vague-date incomplete"},
      {"milestone by", "overdue", "vague-due no-data unverified vague-date incomplete"},
      {"milestone by", "missed", "on-record"},
      {"milestone by", "void", "withdrawn"},
      {"milestone before", "met", "on-record"},
      {"milestone before", "met-late", "on-record unverified vague-date incomplete"},
      {"milestone before", "pending", "on-record no-data unverified vague-date incomplete"},
      {"milestone before", "overdue", "no-data unverified vague-date incomplete"},
      {"milestone before", "missed", "on-record"},
      {"milestone before", "void", "withdrawn"},
      {"milestone during", "met", "on-record"},
      {"milestone during", "met-late", "on-record unverified vague-date incomplete"},
      {"milestone during", "pending", "on-record no-data unverified vague-date incomplete"},
      {"milestone during", "overdue", "vague-due no-data unverified vague-date incomplete"},
      {"milestone during", "missed", "on-record"},
      {"milestone during", "void", "withdrawn"},
      {"milestone undated", "met", "on-record"},
      {"milestone undated", "pending", "on-record unverified vague-date incomplete"},
      {"milestone undated", "unknown", "no-data"},
      {"milestone undated", "void", "withdrawn"},
      {"commitment all", "met", ""},
      {"commitment all", "met-late", ""},
      {"commitment all", "pending", ""},
      {"commitment all", "unknown", ""},
      {"commitment all", "overdue", ""},
      {"commitment all", "missed", ""},
      {"commitment all", "void", ""},
      {"commitment any", "met", ""},
      {"commitment any", "met-late", ""},
      {"commitment any", "pending", ""},
      {"commitment any", "unknown", ""},
      {"commitment any", "overdue", ""},
      {"commitment any", "missed", ""},
      {"commitment any", "void", ""},
      {"commitment at least", "met", ""},
      {"commitment at least", "met-late", ""},
      {"commitment at least", "pending", ""},
      {"commitment at least", "unknown", ""},
      {"commitment at least", "overdue", ""},
      {"commitment at least", "missed", ""},
      {"commitment at least", "void", ""},
      {"commitment share", "met", ""},
      {"commitment share", "met-late", ""},
      {"commitment share", "pending", ""},
      {"commitment share", "overdue", ""},
      {"commitment share", "missed", ""},
      {"commitment share", "void", ""},
      {"commitment at least", "missed", "withdrawn"},
  };
  // clang-format on
  return table;
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in{text};
  std::vector<std::string> result;
  for (std::string word; in >> word;) result.push_back(word);
  return result;
}

std::string clause(const TimeClause& time, VerdictKind kind) {
  if (std::holds_alternative<By>(time)) return "by";
  if (std::holds_alternative<Before>(time)) return "before";
  if (std::holds_alternative<During>(time)) return "during";
  if (std::holds_alternative<Undated>(time)) return "undated";
  if (std::holds_alternative<Hold>(time)) return "hold";
  if (kind == VerdictKind::period) return "per, period";
  if (kind == VerdictKind::member) return "for each, member";
  return std::holds_alternative<Per>(time) ? "per, overall" : "for each, overall";
}

std::string rule(const Rule& rule) {
  if (std::holds_alternative<All>(rule)) return "commitment all";
  if (std::holds_alternative<Any>(rule)) return "commitment any";
  return std::holds_alternative<ShareOf>(rule) ? "commitment share" : "commitment at least";
}

std::string kind_of(const Case& generated, const engine::Verdict& verdict) {
  const Programme& programme = generated.programme;
  const Seen seen{generated.moment.as_of, generated.moment.known};
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    return clause(promised(programme, programme[*target], seen).promise->time, verdict.kind);
  }
  if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
    return "milestone " + clause(promised(programme[*milestone], seen).promise->time, verdict.kind);
  }
  return rule(programme.commitments[std::get<Ref<Commitment>>(verdict.subject).index].rule);
}

}  // namespace

void Coverage::count(const Case& generated, const engine::Evaluation& evaluation) {
  ++cases_;
  for (const engine::Verdict& verdict : evaluation.verdicts) {
    ++reached_[Reached{kind_of(generated, verdict), std::string{name(verdict.status)},
                       std::string{name(verdict.reason)}}];
  }
}

int Coverage::times(const std::string& kind, const std::string& status,
                    const std::string& reason) const {
  int sum = 0;
  for (const auto& [what, number] : reached_) {
    const bool same = what.kind == kind && what.status == status;
    if (same && (reason.empty() || what.reason == reason)) sum += number;
  }
  return sum;
}

std::vector<std::string> Coverage::too_rare() const {
  std::vector<std::string> result;
  const auto demand = [&](const Row& row, const std::string& reason, long least) {
    const int number = times(row.kind, row.status, reason);
    if (number >= least) return;
    result.push_back(
        fmt::format("{}, {} because {}: {} times", row.kind, row.status, reason, number));
  };
  for (const Row& row : possible()) {
    demand(row, "", 50);
    for (const std::string& reason : words(row.reasons)) demand(row, reason, cases_ / 4000);
  }
  return result;
}

std::vector<std::string> Coverage::impossible() const {
  std::vector<std::string> result;
  for (const auto& entry : reached_) {
    const Reached& what = entry.first;
    const bool known = std::any_of(possible().begin(), possible().end(), [&](const Row& row) {
      const std::vector<std::string> reasons = words(row.reasons);
      const bool reason = reasons.empty() ||
                          std::find(reasons.begin(), reasons.end(), what.reason) != reasons.end();
      return row.kind == what.kind && row.status == what.status && reason;
    });
    if (known) continue;
    result.push_back(fmt::format("{}, {} because {}: {} times", what.kind, what.status, what.reason,
                                 entry.second));
  }
  return result;
}

std::string Coverage::table() const {
  std::string text;
  for (const auto& [what, number] : reached_) {
    text += fmt::format("{}, {} because {}: {}\n", what.kind, what.status, what.reason, number);
  }
  return text;
}

}  // namespace jalon::reference

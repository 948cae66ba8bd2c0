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

/// A kind of verdict, with what its time clause and its subject leave possible.
struct Kind {
  std::string name;
  bool has_due_day;
  bool vague_due;      ///< the wording may leave days between the nominal and the latest due day
  bool late_counts;    ///< what happens after the latest day can still be met-late
  std::string doubts;  ///< why a value can be open
};

constexpr auto kOfIndicators =
    "no-denominator no-data stale unverified vague-date vague-value incomplete";
/// They count plain indicators. A member has a record, so that only a goal without a value leaves
/// it without data.
constexpr auto kOfMembers = "no-data stale unverified vague-date vague-value incomplete";
/// Levels and what is made of them have no list that could be incomplete.
constexpr auto kOfLevels = "no-denominator no-data stale unverified vague-date vague-value";
/// Stages are neither divided nor vague, and never grow old.
constexpr auto kOfStages = "no-data unverified vague-date incomplete";

const std::vector<Kind> kKinds{
    {"by", true, true, true, kOfIndicators},
    {"before", true, false, true, kOfIndicators},
    {"during", true, true, false, kOfIndicators},
    {"per, overall", true, false, false, kOfIndicators},
    {"per, period", true, false, false, kOfIndicators},
    {"for each, overall", true, true, true, kOfMembers},
    {"for each, member", true, true, true, kOfMembers},
    {"undated", false, false, false, kOfIndicators},
    {"hold", false, false, false, kOfLevels},
    {"milestone by", true, true, true, kOfStages},
    {"milestone before", true, false, true, kOfStages},
    {"milestone during", true, true, true, kOfStages},
    {"milestone undated", false, false, false, kOfStages},
};

/// What the rules of a kind would allow and something else rules out.
const std::vector<Row> kRuledOut{
    // Who is met late has something on record, and the goal of a series is fixed on the due day.
    {"for each, overall", "met-late", "no-data"},
    {"for each, member", "met-late", "no-data"},
    {"milestone by", "met-late", "no-data"},
    {"milestone before", "met-late", "no-data"},
    {"milestone during", "met-late", "no-data"},
    // As long as a member's clock runs nobody decides; afterwards nobody is pending.
    {"for each, overall", "pending", kOfMembers},
    // A member that is overdue inside its wording has not run out, so that it cannot decide.
    {"for each, overall", "overdue", "vague-due"},
    // Withdrawn members are not listed.
    {"for each, member", "void", "withdrawn"},
    // A level that grew old is unknown, not pending; of milestones silence is unknown.
    {"undated", "pending", "stale"},
    {"milestone undated", "pending", "no-data"},
    // Undated is unknown for want of data only.
    {"undated", "unknown", "unverified vague-date vague-value incomplete"},
    {"milestone undated", "unknown", "unverified vague-date incomplete"},
    // Before its first day a level that is to be kept waits, whatever is known of it.
    {"hold", "pending", "no-denominator stale unverified vague-date vague-value"},
};

std::vector<std::string> words(const std::string& text) {
  std::istringstream in{text};
  std::vector<std::string> result;
  for (std::string word; in >> word;) result.push_back(word);
  return result;
}

std::string without(const std::string& reasons, const std::string& ruled_out) {
  const auto gone = words(ruled_out);
  std::string left;
  for (const std::string& reason : words(reasons)) {
    if (std::find(gone.begin(), gone.end(), reason) == gone.end()) left += reason + ' ';
  }
  return left;
}

/// The statuses of a kind with the reasons that each can have.
std::vector<Row> rows_of(const Kind& kind) {
  const std::string doubts = kind.doubts;
  std::vector<Row> rows{{kind.name, "met", "on-record"}, {kind.name, "void", "withdrawn"}};
  if (kind.late_counts) rows.push_back({kind.name, "met-late", "on-record " + doubts});
  rows.push_back({kind.name, "pending", "on-record " + doubts});
  if (kind.has_due_day) {
    rows.push_back({kind.name, "overdue", (kind.vague_due ? "vague-due " : "") + doubts});
  } else {
    rows.push_back({kind.name, "unknown", doubts});
  }
  if (kind.has_due_day || kind.name == "hold") rows.push_back({kind.name, "missed", "on-record"});
  if (kind.name == "for each, overall") rows.push_back({kind.name, "unknown", "no-data"});
  return rows;
}

std::vector<Row> possible_rows() {
  std::vector<Row> table;
  for (const Kind& kind : kKinds) {
    for (Row row : rows_of(kind)) {
      for (const Row& out : kRuledOut) {
        const bool same = out.kind == row.kind && out.status == row.status;
        if (same) row.reasons = without(row.reasons, out.reasons);
      }
      if (!words(row.reasons).empty()) table.push_back(row);
    }
  }
  // A commitment has its deciding member's reason. All members of a share are dated.
  for (const std::string rule : {"all", "any", "at least", "share"}) {
    for (const std::string status :
         {"met", "met-late", "pending", "unknown", "overdue", "missed", "void"}) {
      if (rule == "share" && status == "unknown") continue;
      table.push_back({"commitment " + rule, status, ""});
    }
  }
  table.push_back({"commitment at least", "missed", "withdrawn"});
  return table;
}

const std::vector<Row>& possible() {
  static const std::vector<Row> table = possible_rows();
  return table;
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
    demand(row, "", cases_ / 200);
    for (const std::string& reason : words(row.reasons)) demand(row, reason, cases_ / 2000);
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

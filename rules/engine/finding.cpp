// Which verdicts are findings, and which cannot be judged.
#include "rules/engine/finding.hpp"
#include "rules/engine/rollup.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// Only overall verdicts count.
bool is_overall(const Verdict& verdict) {
  return verdict.kind != VerdictKind::period && verdict.kind != VerdictKind::member;
}

bool is_grave(const Programme& programme, const Verdict& verdict, const FindingRule& rule) {
  return severity_of(programme, verdict) >= rule.min_severity;
}

/// Of a promise that is kept, old records are not a worry.
bool is_stale(const Verdict& verdict) {
  return verdict.confidence.freshness == Confidence::Age::stale && verdict.status != Status::met &&
         verdict.status != Status::met_late;
}

template <class Value>
bool among(const std::vector<Value>& values, Value value) {
  return std::ranges::find(values, value) != values.end();
}

}  // namespace

bool would_be_finding(const Programme& programme, const Verdict& verdict, const FindingRule& rule) {
  if (!is_grave(programme, verdict, rule)) return false;
  return among(rule.statuses, verdict.status) || among(rule.outlooks, verdict.outlook.state) ||
         (rule.stale && is_stale(verdict));
}

bool is_finding(const Programme& programme, const Verdict& verdict, const FindingRule& rule) {
  return is_overall(verdict) && !verdict.waived && would_be_finding(programme, verdict, rule);
}

bool cannot_be_judged(const Programme& programme, const Verdict& verdict, const FindingRule& rule) {
  if (!is_overall(verdict) || verdict.waived || !is_grave(programme, verdict, rule)) return false;
  if (would_be_finding(programme, verdict, rule)) return false;
  if (verdict.status == Status::unknown || verdict.status == Status::overdue) return true;
  return verdict.reason == Reason::stale;
}

}  // namespace jalon::engine

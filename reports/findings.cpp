// Which verdicts are findings, and which cannot be judged.
#include "reports/reports.hpp"
#include "rules/engine/rollup.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

/// Only overall verdicts count, from the threshold of severity on.
bool counts(const Programme& programme, const Verdict& verdict, const FindingRule& rule) {
  if (verdict.kind == VerdictKind::period || verdict.kind == VerdictKind::member) return false;
  return engine::severity_of(programme, verdict) >= rule.min_severity;
}

/// Of a promise that is kept, old records are not a worry.
bool is_stale(const Verdict& verdict) {
  return verdict.confidence.freshness == engine::Confidence::Age::stale &&
         verdict.status != Status::met && verdict.status != Status::met_late;
}

template <class Value>
bool among(const std::vector<Value>& values, Value value) {
  return std::ranges::find(values, value) != values.end();
}

}  // namespace

bool is_finding(const Programme& programme, const Verdict& verdict, const FindingRule& rule) {
  if (!counts(programme, verdict, rule)) return false;
  return among(rule.statuses, verdict.status) || among(rule.outlooks, verdict.outlook.state) ||
         (rule.stale && is_stale(verdict));
}

bool cannot_be_judged(const Programme& programme, const Verdict& verdict, const FindingRule& rule) {
  if (!counts(programme, verdict, rule) || is_finding(programme, verdict, rule)) return false;
  if (verdict.status == Status::unknown || verdict.status == Status::overdue) return true;
  return verdict.reason == engine::Reason::stale;
}

}  // namespace jalon::reports

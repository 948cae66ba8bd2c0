#include "tests/reference/differences.hpp"

#include "tests/reference/print.hpp"
#include "tests/reference/reference.hpp"

#include <fmt/format.h>

namespace jalon::reference {
namespace {

using engine::Verdict;

std::string str(const std::string& text) { return text; }
std::string str(bool yes) { return yes ? "yes" : "no"; }
std::string str(engine::Status status) { return std::string{name(status)}; }
std::string str(engine::Reason reason) { return std::string{name(reason)}; }
std::string str(engine::VerdictKind kind) { return std::string{name(kind)}; }
std::string str(engine::Outlook::State state) { return std::string{name(state)}; }
std::string str(engine::Confidence::Evidence evidence) { return std::string{name(evidence)}; }
std::string str(const std::optional<engine::Confidence::Age>& age) {
  return age ? std::string{name(*age)} : "-";
}
std::string str(const std::optional<std::uint32_t>& place) {
  return place ? std::to_string(*place) : "-";
}
std::string str(const engine::Subject& subject) {
  const std::uint32_t index = std::visit([](const auto& ref) { return ref.index; }, subject);
  return fmt::format("{}:{}", subject.index(), index);
}
std::string str(const std::optional<engine::Waived>& waived) {
  return waived ? waived->id + " until " + iso(waived->expires) : "-";
}
std::string str(const std::optional<engine::Status>& status) {
  return status ? std::string{name(*status)} : "-";
}
std::string str(const std::optional<engine::Judgement>& judgement) {
  if (!judgement) return "-";
  return fmt::format("{} by {} on {} until {} #{}", name(judgement->colour), judgement->by,
                     iso(judgement->on), iso(judgement->expires), judgement->record);
}
std::string str(const std::vector<std::int64_t>& numbers) {
  return fmt::format("{}", fmt::join(numbers, " "));
}
using reference::str;

/// Collects what differs in one verdict.
class Comparer {
 public:
  Comparer(const std::string& id, std::vector<Disagreement>& into) : id_{id}, into_{into} {}
  template <class Field>
  void same(const std::string& field, const Field& expected, const Field& actual) {
    if (expected == actual) return;
    into_.push_back(Disagreement{id_, field, str(expected), str(actual)});
  }

 private:
  const std::string& id_;
  std::vector<Disagreement>& into_;
};

void compare_ruling(Comparer& is, const Verdict& a, const Verdict& b) {
  is.same("kind", a.kind, b.kind);
  is.same("subject", a.subject, b.subject);
  is.same("parent", a.parent, b.parent);
  is.same("status", a.status, b.status);
  is.same("reason", a.reason, b.reason);
  is.same("since", a.since, b.since);
  is.same("reached_on", a.reached_on, b.reached_on);
  is.same("days_late", a.days_late, b.days_late);
  is.same("days_overdue", a.days_overdue, b.days_overdue);
  is.same("days_left", a.days_left, b.days_left);
  is.same("within_tolerance", a.within_tolerance, b.within_tolerance);
  is.same("waived", a.waived, b.waived);
  is.same("original", a.original, b.original);
  is.same("judgement", a.judgement, b.judgement);
  is.same("due.written", a.due.written, b.due.written);
  is.same("due.from", a.due.from, b.due.from);
  is.same("due.nominal", a.due.nominal, b.due.nominal);
  is.same("due.latest", a.due.latest, b.due.latest);
}

void compare_numbers(Comparer& is, const Verdict& a, const Verdict& b) {
  is.same("value", a.value, b.value);
  is.same("goal", a.goal, b.goal);
  is.same("gap", a.gap, b.gap);
  is.same("surplus", a.surplus, b.surplus);
  is.same("progress", a.progress, b.progress);
  is.same("bounds", a.bounds, b.bounds);
  is.same("decided_by", a.decided_by, b.decided_by);
  is.same("records", a.records, b.records);
}

void compare_outlook(Comparer& is, const Verdict& a, const Verdict& b) {
  is.same("outlook.state", a.outlook.state, b.outlook.state);
  is.same("outlook.expected", a.outlook.expected, b.outlook.expected);
  is.same("outlook.projected", a.outlook.projected, b.outlook.projected);
  is.same("outlook.needed_per_day", a.outlook.needed_per_day, b.outlook.needed_per_day);
  is.same("outlook.rate_so_far", a.outlook.rate_so_far, b.outlook.rate_so_far);
  is.same("outlook.reached_at_pace", a.outlook.reached_at_pace, b.outlook.reached_at_pace);
  is.same("outlook.days_behind", a.outlook.days_behind, b.outlook.days_behind);
  is.same("confidence.evidence", a.confidence.evidence, b.confidence.evidence);
  is.same("confidence.freshness", a.confidence.freshness, b.confidence.freshness);
  is.same("confidence.complete_through", a.confidence.complete_through,
          b.confidence.complete_through);
}

std::string ids(const engine::Evaluation& evaluation) {
  std::string text;
  for (const Verdict& verdict : evaluation.verdicts) text += verdict.id + " ";
  return text;
}

}  // namespace

std::vector<Disagreement> differences(const engine::Evaluation& expected,
                                      const engine::Evaluation& actual) {
  if (ids(expected) != ids(actual)) {
    return {Disagreement{"all", "verdicts", ids(expected), ids(actual)}};
  }
  std::vector<Disagreement> result;
  for (std::size_t i = 0; i < expected.verdicts.size(); ++i) {
    const Verdict& a = expected.verdicts[i];
    const Verdict& b = actual.verdicts[i];
    Comparer is{a.id, result};
    compare_ruling(is, a, b);
    compare_numbers(is, a, b);
    compare_outlook(is, a, b);
  }
  return result;
}

std::vector<Disagreement> differences(const Case& generated, Coverage* coverage) {
  const Programme& programme = generated.programme;
  const std::span<const Record> log{generated.log};
  const std::span<const std::string> instances{generated.instances};
  try {
    const auto expected = reference::evaluate(programme, log, generated.moment, instances);
    if (coverage != nullptr) coverage->count(generated, expected);
    try {
      const auto actual = engine::evaluate(programme, log, generated.moment, instances);
      return differences(expected, actual);
    } catch (const std::exception& problem) {
      return {Disagreement{"all", "exception", "none", problem.what()}};
    }
  } catch (const std::exception& problem) {
    return {Disagreement{"all", "exception of the reference", problem.what(), ""}};
  }
}

}  // namespace jalon::reference

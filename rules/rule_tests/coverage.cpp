#include "rules/rule_tests/coverage.hpp"

#include "rules/rule_tests/run.hpp"

#include <algorithm>
#include <unordered_map>

namespace jalon::rule_tests {
namespace {

using engine::Status;
using engine::VerdictKind;

std::optional<Status> expected_status(const Expectation& expectation) {
  for (const ExpectedField& field : expectation.fields) {
    if (field.name != "status") continue;
    const auto* word = std::get_if<std::string>(&field.wanted.value);
    if (word != nullptr) return engine::status_from(*word);
  }
  return std::nullopt;
}

template <class Visit>
void for_each_expectation(const Test& test, Visit visit) {
  for (const Step& step : test.steps) {
    for (const Expectation& expectation : step.expected) visit(expectation);
  }
}

std::set<std::string> named_in(const Test& test) {
  std::set<std::string> ids;
  for_each_expectation(test, [&ids](const Expectation& one) { ids.insert(one.definition); });
  return ids;
}

std::vector<Covered> definitions_of(const Programme& programme) {
  std::vector<Covered> out;
  for (const Target& target : programme.targets) {
    if (!target.whole) out.push_back({target.id, VerdictKind::target, target.place});
  }
  for (const Milestone& milestone : programme.milestones) {
    out.push_back({milestone.id, VerdictKind::milestone, milestone.place});
  }
  for (const Commitment& commitment : programme.commitments) {
    out.push_back({commitment.id, VerdictKind::commitment, commitment.place});
  }
  return out;
}

bool can_be_void(const Programme& programme) {
  return std::ranges::any_of(programme.revisions, &Revision::withdrawn);
}

}  // namespace

std::vector<Covered> coverage(const Programme& programme, const Suite& suite) {
  std::vector<Covered> out = definitions_of(programme);
  std::unordered_map<std::string, Covered*> by_id;
  for (Covered& covered : out) by_id.emplace(covered.id, &covered);
  for (const Test& test : suite.tests) {
    for (const std::string& id : named_in(test)) ++by_id.at(id)->tests;
    for_each_expectation(test, [&by_id](const Expectation& one) {
      if (const auto status = expected_status(one))
        by_id.at(one.definition)->statuses[static_cast<std::size_t>(*status)] = true;
    });
  }
  return out;
}

std::vector<Status> never_expected(const Programme& programme, const Suite& suite) {
  std::array<bool, engine::kStatusCount> expected = {};
  if (!can_be_void(programme)) expected[static_cast<std::size_t>(Status::voided)] = true;
  for (const Covered& covered : coverage(programme, suite)) {
    for (std::size_t i = 0; i < expected.size(); ++i) expected[i] |= covered.statuses[i];
  }
  std::vector<Status> out;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (!expected[i]) out.push_back(static_cast<Status>(i));
  }
  return out;
}

std::set<std::string> named_ids(const Suite& suite) {
  std::set<std::string> ids;
  for (const Test& test : suite.tests) {
    for_each_expectation(test, [&ids](const Expectation& one) {
      ids.insert(one.id);
      ids.insert(one.definition);
    });
  }
  return ids;
}

}  // namespace jalon::rule_tests

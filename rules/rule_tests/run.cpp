#include "rules/rule_tests/run.hpp"

#include "rules/engine/evaluate.hpp"
#include "rules/rule_tests/coverage.hpp"
#include "rules/rule_tests/fields.hpp"

#include <algorithm>
#include <span>

namespace jalon::rule_tests {
namespace {

using engine::Evaluation;
using engine::Moment;

/// Everything that the log holds by this step is known.
Date known_by(const Step& step, std::span<const Record> log) {
  if (step.known) return *step.known;
  Date known = step.as_of;
  for (const Record& record : log) known = std::max(known, record.learned);
  return known;
}

/// Instances are judged even where they have not begun, if somebody names them.
std::vector<std::string> instances_of(const Step& step) {
  std::vector<std::string> instances;
  for (const Expectation& expectation : step.expected) {
    if (expectation.id.find('[') != std::string::npos) instances.push_back(expectation.id);
  }
  return instances;
}

class Player {
 public:
  Player(const Programme& programme, const Test& test) : programme_{programme}, test_{test} {
    result_.name = test.name;
    result_.place = test.place;
  }

  TestResult play() {
    for (const Step& step : test_.steps) play(step);
    return std::move(result_);
  }

 private:
  void play(const Step& step) {
    const auto log = std::span{test_.log}.first(step.log_length);
    const Moment moment{step.as_of, known_by(step, log)};
    try {
      const auto evaluation = engine::evaluate(programme_, log, moment, instances_of(step));
      for (const Expectation& expectation : step.expected) compare(expectation, evaluation);
    } catch (const engine::EvaluationError& error) {
      ++result_.checks;
      result_.failures.push_back(
          {step.place, {}, {}, {}, printable(error.what()), moment.as_of, moment.known});
    }
  }

  void compare(const Expectation& expectation, const Evaluation& evaluation) {
    const auto* verdict = evaluation.find(expectation.id);
    if (verdict == nullptr) {
      result_.checks += expectation.fields.size();
      result_.failures.push_back({expectation.place,
                                  expectation.id,
                                  {},
                                  {},
                                  "there is no such verdict on that day",
                                  evaluation.moment.as_of,
                                  evaluation.moment.known});
      return;
    }
    for (const ExpectedField& field : expectation.fields) {
      ++result_.checks;
      const Value actual = find_field(field.name)->value(*verdict);
      if (holds(field.wanted, actual)) continue;
      result_.failures.push_back({field.place, expectation.id, field.name, str(field.wanted),
                                  str(actual), evaluation.moment.as_of, evaluation.moment.known});
    }
  }

  const Programme& programme_;
  const Test& test_;
  TestResult result_{};
};

}  // namespace

Results run(const Programme& programme, const Suite& suite) {
  Results results;
  for (const Test& test : suite.tests) results.tests.push_back(Player{programme, test}.play());
  results.coverage = coverage(programme, suite);
  results.never_expected = never_expected(programme, suite);
  return results;
}

}  // namespace jalon::rule_tests

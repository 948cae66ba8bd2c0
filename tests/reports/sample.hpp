#pragma once

#include "reports/reports.hpp"

#include <vector>

namespace jalon::tests {

/// A made-up programme as of 2020-07-15 in which everything that a report can show occurs: every
/// status, kind, comparison and reason, and hostile texts.
struct Sample {
  Programme programme;
  std::vector<Record> log;
  engine::Evaluation evaluation;
  reports::Labels words;
  std::vector<engine::Changed> changes;  ///< since 2020-06-30

  [[nodiscard]] reports::Input input() const;
  /// With only the verdicts of these ids selected.
  [[nodiscard]] reports::Input input(const std::vector<std::string>& ids) const;
};

[[nodiscard]] Sample sample();
/// The same programme with nothing selected.
[[nodiscard]] reports::Input nothing_selected(const Sample& sample);
/// What the engine would explain about the sample's commitment.
[[nodiscard]] engine::Explanation sample_explanation(const Sample& sample);

[[nodiscard]] reports::Labels english();

}  // namespace jalon::tests

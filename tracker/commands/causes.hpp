#pragma once

#include "reports/labels.hpp"
#include "rules/engine/diff.hpp"
#include "tracker/cli/arguments.hpp"

#include <span>
#include <string>
#include <vector>

namespace jalon::commands {

/// Tells causes in words, with what a record said and why a revision or waiver was made:
/// "record #5: Proofs of concept: +1 PoC, 2020-05-04".
class Causes {
 public:
  Causes(const Programme& programme, std::span<const Record> log, const reports::Labels& words)
      : programme_{&programme}, log_{log}, words_{&words} {}

  [[nodiscard]] std::string operator()(const engine::Cause& cause) const;

 private:
  const Programme* programme_;
  std::span<const Record> log_;
  const reports::Labels* words_;
};

/// The changes of the verdicts that SEL names among `after`; all without words. Refused (2) as a
/// selection is.
[[nodiscard]] std::vector<engine::Changed> choose(const Programme& programme,
                                                  std::vector<engine::Changed> changes,
                                                  const engine::Evaluation& after,
                                                  const cli::Arguments& arguments);

}  // namespace jalon::commands

#pragma once

#include "rules/engine/evaluate.hpp"
#include "tracker/cli/arguments.hpp"
#include "tracker/log/log.hpp"
#include "tracker/workspace.hpp"

#include <vector>

namespace jalon::commands {

/// Sets what every entry carries: uid if it has none, who recorded it and for whom, when, with
/// which program.
void stamp(log::Entry& entry, const cli::Arguments& arguments, const World& world);

/// What the commands that write share: one transaction, the verdicts before and after it, and the
/// lines that say which of them moved. With --dry-run nothing is kept.
class Change {
 public:
  /// Begins the transaction. Throws log::StoreError.
  Change(const Workspace& workspace, const cli::Arguments& arguments, World& world);

  /// The log as it stood at the beginning.
  [[nodiscard]] const std::vector<Record>& before() const { return writer_.before(); }
  /// Stamps and appends. Throws log::Conflict.
  log::Appended append(log::Entry entry);
  /// The same for one record of the command line: a known uid with other content is wrong usage
  /// (2).
  log::Appended append_or_refuse(log::Entry entry);
  /// Judges what was appended, then commits. Refused (2) if the verdicts cannot be computed any
  /// more (a sum grew too large): nothing is kept then.
  void finish();
  /// "recorded", "would record" or "already there:".
  [[nodiscard]] std::string_view done_word(const log::Appended& appended) const;
  /// After finish: the verdicts that moved, one a line, before -> after.
  void print_moved() const;

  [[nodiscard]] bool is_dry_run() const { return dry_run_; }
  [[nodiscard]] const engine::Evaluation& after() const { return *after_; }

 private:
  const Workspace& workspace_;
  const cli::Arguments& arguments_;
  World& world_;
  bool dry_run_;
  engine::Moment moment_;
  log::Writer writer_;
  std::optional<engine::Evaluation> before_ = {};
  std::optional<engine::Evaluation> after_ = {};
};

}  // namespace jalon::commands

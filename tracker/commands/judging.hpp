#pragma once

#include "reports/reports.hpp"
#include "tracker/cli/arguments.hpp"
#include "tracker/commands/report_look.hpp"
#include "tracker/exit_code.hpp"
#include "tracker/log/log.hpp"
#include "tracker/workspace.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

// What the commands that look at verdicts share: open, cut, judge, select; then show.

namespace jalon::commands {

/// A workspace and its log, with --upto as it stood then.
struct Opened {
  Workspace workspace;
  log::Snapshot log;
};
[[nodiscard]] Opened open(const cli::Arguments& arguments, const World& world);

/// The notes of the log by the numbers of their records.
[[nodiscard]] std::map<std::int64_t, std::string> notes_of(const Workspace& workspace);

/// Everything that a report is made from; reports::Input points into it.
struct Judged {
  Workspace workspace;
  log::Snapshot log;
  engine::Evaluation evaluation;
  std::vector<const engine::Verdict*> selected;
  reports::Head head;
  reports::FindingRule rule;
  reports::Labels words;
  std::map<std::int64_t, std::string> notes = {};   ///< read where the report shows some
  std::vector<const Initiative*> initiatives = {};  ///< named, though nothing of them is judged
  Look look = {engine::Moment{Date{1970, 1, 1}, Date{1970, 1, 1}}};
  std::size_t rows = 0;                       ///< of --limit
  std::vector<engine::Changed> changes = {};  ///< since look.since, of what is selected

  [[nodiscard]] reports::Input input() const;
};

/// Judges as of the moment that the flags name, and selects. `instances` are judged too, even if
/// they have not begun. An empty selection is refused (2) unless --allow-empty or `may_be_empty`
/// allows it.
[[nodiscard]] Judged judge(const cli::Arguments& arguments, Opened opened, const World& world,
                           std::span<const std::string> selection,
                           std::span<const std::string> instances, bool may_be_empty = false);
/// The same of the workspace that the flags name.
[[nodiscard]] Judged judge(const cli::Arguments& arguments, const World& world,
                           std::span<const std::string> selection,
                           std::span<const std::string> instances);

/// The label table of --lang. Refused (2): a language that is not there.
[[nodiscard]] reports::Labels read_labels(const cli::Arguments& arguments);

/// A word as a shell reads it back: quoted where it must be.
[[nodiscard]] std::string shell_word(std::string_view word);

/// What of a report makes it again: programme, moment (with its period and what it is compared
/// with), hashes, the command line. Refused (2): a SOURCE_DATE_EPOCH that is no time.
[[nodiscard]] reports::Head make_head(const cli::Arguments& arguments, const World& world,
                                      const Opened& opened, const Look& look);
/// The flags that name the log and the definitions that a head was made from.
[[nodiscard]] std::string source_flags(const reports::Head& head);

/// Finds what changed since the look's earlier moment in the verdicts selected.
void compare(Judged& judged, std::span<const std::string> instances);

/// 1 for findings, 3 for what cannot be judged, 0; among what was selected.
[[nodiscard]] ExitCode gate(const Judged& judged);
/// The same, but 0 unless --fail-on is given.
[[nodiscard]] ExitCode gate_if_asked(const Judged& judged, const cli::Arguments& arguments);

}  // namespace jalon::commands

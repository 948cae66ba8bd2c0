#pragma once

#include "reports/document.hpp"
#include "reports/labels.hpp"
#include "rules/engine/diff.hpp"
#include "rules/engine/evaluate.hpp"
#include "rules/engine/explain.hpp"
#include "rules/engine/finding.hpp"
#include "rules/engine/rollup.hpp"
#include "rules/model/programme.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jalon::reports {

/// The stretch of time that a report is about.
struct ReportPeriod {
  enum class Unit { week, month, quarter, half, year };
  Unit unit = Unit::quarter;
  std::string name;      ///< "2020-Q2"
  Period days;           ///< first and last day
  bool running = false;  ///< it was not over on the day of knowing: looked at on that day
};

/// What a report was made from, so that it can be made again.
struct Head {
  std::string programme;  ///< id
  std::string title;      ///< of the programme, in the report's language
  Date as_of;
  Date known;
  std::optional<ReportPeriod> period = {};
  std::optional<Date> since = {};     ///< the earlier day that it is compared with
  std::string definitions_hash = {};  ///< of the files' bytes
  bool definitions_kept = false;
  std::int64_t last_record = 0;
  std::string log_head = {};  ///< hash of the chain's end
  /// When the last record was made, UTC: what stands where a format asks for the time of its
  /// making, "2020-02-25T09:30:00.000000Z"; empty for a log without records.
  std::string stamp = {};
  std::string version = {};  ///< of the program
  std::string command = {};  ///< that makes it again
};

using engine::FindingRule;

/// What became different since an earlier look.
struct Since {
  engine::Moment moment;                     ///< of the earlier look
  std::span<const engine::Changed> changes;  ///< of the verdicts selected
};
/// The life of the verdict of that id: its changes up to the moment, each with its cause.
using LifeOf = std::function<std::vector<engine::Transition>(const std::string& id)>;
/// What a verdict was worked out from.
using ExplanationOf = std::function<engine::Explanation(const engine::Verdict&)>;

/// All that a report is made from.
struct Input {
  const Programme& programme;
  std::span<const Record> log;
  const engine::Evaluation& evaluation;
  std::vector<const engine::Verdict*> selected;  ///< in the order of the evaluation
  Head head;
  FindingRule rule = {};
  const Labels& words;
  /// The notes of records, by their number, which the log hands over: a judgement's says why it was
  /// given, a record's what a person wanted to say beside it.
  std::map<std::int64_t, std::string> notes = {};
  /// What was selected by name although nothing is judged by it: shown by the report on
  /// initiatives.
  std::vector<const Initiative*> initiatives = {};
  std::optional<Since> since = {};
  LifeOf life = {};
  ExplanationOf explain = {};
  /// A table of a document shows at most so many rows, the worst; 0: all. Machine formats of
  /// verdicts are whole.
  std::size_t rows = 0;
};

/// A report for people (document) and for programs (verdicts, or another table).
struct Report {
  Document document;
  Head head;
  /// Verdict reports: these verdicts, with the programme to look up what they inherit. Others
  /// (history): `table` is what CSV and JSON print, under `schema`.
  const Programme* programme = nullptr;
  std::vector<const engine::Verdict*> verdicts = {};
  std::vector<const engine::Verdict*> findings = {};
  engine::Rollup summary = {};  ///< of everything selected, whatever `verdicts` picks from it
  std::optional<Table> table = {};
  std::string schema = {};  ///< "jalon.report/1", "jalon.history/1", "jalon.explain/1"
  /// Of an explanation: the JSON object that stands in place of verdicts and findings.
  std::string explanation = {};
  /// Of a verdict report that is compared with an earlier look: rows as of jalon.diff/1, for JSON.
  std::optional<Table> changes = {};
};

/// One report kind. A new one is a function, a row in reports.cpp and golden files.
struct ReportKind {
  std::string_view name;     ///< as in `jalon report gap`
  std::string_view summary;  ///< for help
  Report (*build)(const Input&);
  bool compares = false;  ///< it tells what changed, where there is an earlier look
  bool retells = false;   ///< it tells how each verdict came about
};
/// progress, gap, initiative, timeline, evidence, changes, periodic
[[nodiscard]] std::span<const ReportKind> report_kinds() noexcept;
[[nodiscard]] const ReportKind* find_report(std::string_view name) noexcept;

/// What the commands show that are not report kinds: `status`, `due`, `explain`, `check`.
[[nodiscard]] Report status_view(const Input& input);
/// What is late, then what is next: due within `days` of the as-of day.
[[nodiscard]] Report due_view(const Input& input, int days);
[[nodiscard]] Report explain_view(const Input& input, const engine::Explanation& explanation);
/// The findings, one a line, and what cannot be judged.
[[nodiscard]] Report check_view(const Input& input);

using engine::cannot_be_judged;
using engine::is_finding;

/// One line of a verdict as `log` prints it: "1 of 2   pending, due 2020-06-30 (before 2020-H2)".
[[nodiscard]] std::string verdict_line(const Programme& programme, const engine::Verdict& verdict,
                                       const Labels& words);
/// "nothing on record", "1 of 2", "19 of at least 20 partner"
[[nodiscard]] std::string value_of_goal(const Programme& programme, const engine::Verdict& verdict,
                                        const Labels& words);

}  // namespace jalon::reports

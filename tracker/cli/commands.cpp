#include "tracker/commands/commands.hpp"

#include "tracker/cli/command.hpp"
#include "tracker/cli/flags.hpp"

#include <algorithm>
#include <array>

namespace jalon::cli {
namespace {

using Flags = std::span<const Flag>;
using Count = Positional::Count;

constexpr Positional kSelection[] = {{"SEL", Count::any,
                                      "ids of targets, milestones, commitments or initiatives, '*' "
                                      "and '?' in them; owner:X, area:X, "
                                      "level:X, tag:X, status:X, severity:X or severity:X+"}};
constexpr Positional kNumber[] = {{"N", Count::one, "number of a record"}};

// ---- look ---------------------------------------------------------------------------------------

constexpr Flags kViewFlags[] = {kMoment, kFindings, kRows, kFormat, kOutput};
constexpr Example kStatusExamples[] = {
    {"jalon status", "everything, as of today"},
    {"jalon status area:regulation --as-of 2020-07-01", "one area, as of a day"},
    {"jalon status 'tremplin-ai.*' severity:high+", "by id and severity"},
};

constexpr Flag kWithin[] = {{"within", 0, "DAYS", "how far to look ahead: 90d; default 90d"}};
constexpr Flags kDueFlags[] = {kWithin, kMoment, kFindings, kRows, kFormat, kOutput};
constexpr Example kDueExamples[] = {{"jalon due --within 30d", "late, or due within 30 days"}};

constexpr Example kGapExamples[] = {
    {"jalon gap level:wallonia", "what is missing at one level of government"}};

constexpr Positional kExplained[] = {
    {"ID", Count::one, "a target, milestone or commitment, or one of its periods or members"}};
constexpr Example kExplainExamples[] = {
    {"jalon explain tremplin-ai.pocs --as-of 2020-07-15", "one verdict, down to its records"},
    {"jalon why 'flanders.budget[2019][pillar=support]'", "a year of a part of a split target"},
};
constexpr Flags kExplainFlags[] = {kMoment, kFormat, kOutput};

constexpr Positional kReported[] = {
    {"KIND", Count::one, "progress, gap, initiative, timeline, evidence, changes or periodic"},
    kSelection[0]};
constexpr Flag kOfPeriod[] = {
    {"period", 0, "PERIOD",
     "2020-Q2, 2020-H1, 2020, 2020-06 or 2020-W09: as of its last day, compared with the end of "
     "the one before"},
    {"since", 0, "DAY", "progress, changes, periodic: what changed since this day, and why"},
    {"after-record", 0, "N", "say what the records after N changed, as a new edition does"}};
constexpr Flag kKeeping[] = {
    {"keep", 0, "", "keep the definitions in the log, so that this report can be made again"}};
constexpr Flags kReportFlags[] = {kOfPeriod, kKeeping, kMoment, kFindings,
                                  kRows,     kFormat,  kOutputs};
constexpr Example kReportExamples[] = {
    {"jalon report progress --as-of 2020-06-30 -o progress.html -o progress.csv",
     "two files, judged once"},
    {"jalon report gap --format md", "to the terminal, as Markdown"},
    {"jalon report periodic --period 2020-Q2 -o 2020-Q2.html", "the publication of a quarter"},
    {"jalon report changes --since 2020-03-31 --as-of 2020-06-30",
     "what moved, and because of what"},
    {"jalon report initiative tremplin-ai", "everything about one initiative"},
    {"jalon report periodic --keep -o 2020-Q2.html",
     "to publish: the command at its end makes it again, whatever changes later"},
};

constexpr Example kCheckExamples[] = {
    {"jalon check --fail-on missed,overdue,off-track", "for scripts: the exit code says it"},
    {"jalon check 'tremplin-ai.*' --min-severity high -q", "the exit code alone"},
};

constexpr Positional kHistory[] = {
    {"ID", Count::optional,
     "an indicator: its records; a target, milestone, commitment or one of its periods or members: "
     "how its verdict changed, and its records; without it, all records"}};
constexpr Flags kHistoryFlags[] = {kMoment, kFormat, kOutput};
constexpr Example kHistoryExamples[] = {
    {"jalon history poc", "the records of one indicator"},
    {"jalon history tremplin-ai.pocs", "each change of a verdict, with its cause"}};

constexpr Positional kDiffered[] = {
    {"FROM", Count::one, "a day (or, with --by record, the number of a record)"},
    {"TO", Count::one, "the same, later or earlier"},
    kSelection[0]};
constexpr Flag kDiffering[] = {
    {"by", 0, "WHAT",
     "as-of (default): two days of the world; known: two days of knowing; at: both; record: two "
     "ends of the log"}};
constexpr Flag kFixed[] = {
    kAsOf, kKnown, kUpto, kDefinitions, {"allow-empty", 0, "", "a selection may be empty"}};
constexpr Flags kDiffFlags[] = {kDiffering, kFixed, kFormat, kOutput};
constexpr Example kDiffExamples[] = {
    {"jalon diff 2020-06-30 2020-07-15", "what fell due, happened or was decided in between"},
    {"jalon diff 2020-06-30 2020-12-31 --by known --as-of 2020-06-30",
     "what we learned later about the same day"},
    {"jalon diff 12 20 --by record", "what eight records changed"}};

constexpr Flag kSupposing[] = {
    {"file", 0, "FILE", "records as for `jalon import`, CSV or JSON lines; - reads the input"},
    {"map", 0, "COLUMN=FIELD", "what a column of a CSV file is", true},
    {"decimal-comma", 0, "", "numbers are written 1,5"},
    {"separator", 0, "CHAR", "between columns: comma, semicolon or tab; else found"},
    {"complete-through", 0, "DAY", "suppose the lists of the file's indicators complete"}};
constexpr Flags kWhatIfFlags[] = {kSupposing, kMoment, kFindings, kFormat, kOutput};
constexpr Example kWhatIfExamples[] = {
    {"jalon what-if --file planned.csv --as-of 2020-12-31",
     "the verdicts of the year's end if all that is planned happens"}};

// ---- record -------------------------------------------------------------------------------------

constexpr Positional kLogged[] = {
    {"ID", Count::one, "an indicator or a milestone"},
    {"VALUE", Count::optional,
     "+1 or -1 for a flow, 0 for a zero report; 19, '~20', '>500', 10..12 for a level"},
};
constexpr Flag kOwnUid[] = {kUid};
constexpr Flags kLogFlags[] = {kRecord, kOwnUid, kWriter};
constexpr Example kLogExamples[] = {
    {"jalon log poc +1 --on 2020-01-15 --set kind=individual --key A",
     "one more, with its dimension and key"},
    {"jalon log partners '~20' --evidence https://example.org/a --kind press",
     "a level, vague, with evidence; quotes keep ~ and > from the shell"},
    {"jalon log strategy --stage draft", "a milestone"},
    {"jalon log poc -1 --key A", "a withdrawal"},
};

constexpr Positional kCorrected[] = {
    kNumber[0], {"VALUE", Count::optional, "the right value, if the value was wrong"}};
constexpr Flags kCorrectFlags[] = {kRecord, kWriter};
constexpr Example kCorrectExamples[] = {
    {"jalon correct 3 --on 2020-02-10", "it happened on another day; the rest stays"},
    {"jalon correct 3 +2 --note 'two, not one'", "another value"},
};

constexpr Flag kRetracting[] = {kReason, kLearned, kBehalf};
constexpr Flags kRetractFlags[] = {kRetracting, kWriter};
constexpr Example kRetractExamples[] = {
    {"jalon retract 3 --reason 'logged for the wrong project'", "record 3 counts no more"}};

constexpr Flag kRedacting[] = {kReason, kBehalf, kDryRun};
constexpr Flags kRedactFlags[] = {kRedacting};
constexpr Example kRedactExamples[] = {
    {"jalon redact 3 --reason 'names a private person'", "the note of record 3 is gone"}};

constexpr Positional kAttested[] = {{"ID", Count::one, "an indicator, a milestone or a target"}};
constexpr Flag kAttesting[] = {
    {"complete-through", 0, "DAY", "nothing that happened by this day is missing"},
    kSet,
    kLearned,
    kNote,
    kBehalf,
    kUid};
constexpr Flags kAttestFlags[] = {kAttesting, kWriter};
constexpr Example kAttestExamples[] = {
    {"jalon attest poc --complete-through 2020-06-30 --set kind=individual",
     "the list of individual ones is complete"}};

constexpr Positional kJudged[] = {
    {"ID", Count::one, "a target, milestone or commitment, or one of its periods or members"},
    {"COLOUR", Count::one, "green, amber or red"}};
constexpr Flag kJudging[] = {
    kReason, {"expires", 0, "DAY", "the last day on which it stands"}, kLearned, kBehalf, kUid};
constexpr Flags kJudgeFlags[] = {kJudging, kWriter};
constexpr Example kJudgeExamples[] = {
    {"jalon judge tremplin-ai.pocs red --reason 'no call yet' --expires 2020-06-30",
     "a person's view, beside the computed verdict"}};

constexpr Positional kImported[] = {{"FILE", Count::one, "CSV or JSON lines; - reads the input"}};
constexpr Flag kImporting[] = {
    {"map", 0, "COLUMN=FIELD", "what a column of a CSV file is", true},
    {"decimal-comma", 0, "", "numbers are written 1,5"},
    {"separator", 0, "CHAR", "between columns: comma, semicolon or tab; else found"},
    {"complete-through", 0, "DAY", "attest every indicator that the file names"},
    kBehalf};
constexpr Flags kImportFlags[] = {kImporting, kWriter};
constexpr Example kImportExamples[] = {
    {"jalon import records.csv --dry-run", "check every row, store nothing"},
    {"jalon import r.csv --map Datum=on --separator ';' --decimal-comma",
     "a file with columns of its own"},
};

// ---- set up and keep ----------------------------------------------------------------------------

constexpr Positional kInitialised[] = {
    {"DIR", Count::optional, "the folder; default the current one"}};
constexpr Flag kInitialising[] = {
    {"example", 0, "NAME", "a programme that comes with jalon: belgium-ai"}};
constexpr Flags kInitFlags[] = {kInitialising};
constexpr Example kInitExamples[] = {
    {"jalon init my-programme", "a small worked example to change"},
    {"jalon init work --example belgium-ai", "the Belgian strategies with their records"},
};

constexpr Flag kLinting[] = {{"strict", 0, "", "exit 1 if there is a warning"},
                             kAsOf,
                             {"format", 0, "FORMAT", "terminal, json or sarif"},
                             {"json", 0, "", "the same as --format json"},
                             kOutput[0]};
constexpr Flags kLintFlags[] = {kLinting};
constexpr Example kLintExamples[] = {
    {"jalon lint --strict", "as a gate: exit 1 on a warning, 4 on an error"},
    {"jalon lint -o lint.sarif", "for editors and code hosts"}};

constexpr Positional kTested[] = {
    {"NAME", Count::any, "tests with this in their name; with * or ?, the whole name"}};
constexpr Flag kTesting[] = {
    {"format", 0, "FORMAT", "terminal, json or junit"},
    {"json", 0, "", "the same as --format json"},
    {"output", 'o', "FILE", "write a .txt, .json or (JUnit) .xml file, too", true}};
constexpr Flags kTestFlags[] = {kTesting};
constexpr Example kTestExamples[] = {
    {"jalon test", "every test, and what no test looks at"},
    {"jalon test waiver -v", "the tests with `waiver` in their name, one by one"},
    {"jalon test -q -o tests.xml", "for a build server"},
};

constexpr Positional kSchema[] = {{"NAME", Count::optional, "a schema; without it, their names"}};
constexpr Flag kSchemaOutput[] = {{"output", 'o', "FILE", "write to a file"}};
constexpr Flags kSchemaFlags[] = {kSchemaOutput};
constexpr Example kSchemaExamples[] = {
    {"jalon schema definitions -o definitions.json", "for an editor that completes and checks"}};

constexpr Flag kRunning[] = {
    {"since", 0, "PERIOD", "make what is missing from this period on: 2020-01"},
    {"revise", 0, "PERIOD", "make new editions of this period, with the definitions of today"},
    {"replace", 0, "", "write over files that are there, instead of a new edition beside them"},
    {"wait", 0, "TIME", "wait for another run that is at work: 60s; default not at all"},
    {"health", 0, "", "only tell when a run last worked; exit 5 if that is too long ago"},
    {"max-age", 0, "TIME", "with --health: how long ago it may be; default 48h"},
    kFindings[0],
    kFindings[1],
    kDryRun};
constexpr Flags kRunFlags[] = {kRunning};
constexpr Example kRunExamples[] = {
    {"jalon run", "every day, from a timer: makes each period once, when it is due"},
    {"jalon run --dry-run", "which files that would be"},
    {"jalon run --since 2020-01", "old periods, too"},
    {"jalon run --health --max-age 48h", "for monitoring"},
};

constexpr Flag kExporting[] = {{"format", 0, "FORMAT", "jsonl (default) or csv"},
                               {"output", 'o', "FILE", "write to a file"}};
constexpr Flags kExportFlags[] = {kExporting};
constexpr Example kExportExamples[] = {{"jalon export -o log.jsonl", "everything, as text"}};

constexpr Flag kVerifying[] = {
    {"head", 0, "HASH", "a head printed earlier: it must be on the chain"},
    {"write-head", 0, "", "write the head file anew, if the chain is sound"}};
constexpr Flags kVerifyFlags[] = {kVerifying};

constexpr Positional kShell[] = {{"SHELL", Count::one, "bash, zsh or fish"}};
constexpr Example kCompletionExamples[] = {
    {"jalon completion bash", "to be saved where the shell looks for it; the script says where"}};

constexpr Positional kHelped[] = {{"COMMAND", Count::optional, "a command"}};

constexpr std::string_view kLook = "Look";
constexpr std::string_view kRecordGroup = "Record";
constexpr std::string_view kKeep = "Set up and keep";

constexpr Command kCommands[] = {
    {"status", "", kLook, "all verdicts as a tree",
     "Judges every target, milestone and commitment as of a day, knowing what was known on a day.",
     kSelection, kViewFlags, kStatusExamples, commands::run_status},
    {"due", "", kLook, "what is late, then what is next", "", kSelection, kDueFlags, kDueExamples,
     commands::run_due},
    {"gap", "", kLook, "what is missing, worst first", "The same as `jalon report gap`.",
     kSelection, kViewFlags, kGapExamples, commands::run_gap},
    {"explain", "why", kLook, "one verdict and the records behind it",
     "Shows the records that counted, those that did not and why, the rule's place and the source.",
     kExplained, kExplainFlags, kExplainExamples, commands::run_explain},
    {"report", "", kLook, "a document",
     "Kinds: progress (how far), gap (what is missing), initiative (everything about one), "
     "timeline "
     "(deadlines), evidence (how we know), changes (what moved, and why), periodic (the "
     "publication "
     "of a period; without --period of the last quarter that is over).",
     kReported, kReportFlags, kReportExamples, commands::run_report},
    {"check", "", kLook, "verdicts as a gate: the exit code",
     "Exit 1 if there are findings (by default what is missed or overdue, of medium severity or "
     "above), 3 if there are none but something cannot be judged.",
     kSelection, kViewFlags, kCheckExamples, commands::run_check},
    {"history", "", kLook, "records, and how verdicts changed", "", kHistory, kHistoryFlags,
     kHistoryExamples, commands::run_history},
    {"diff", "", kLook, "what changed between two moments, and why",
     "Causes: time passed, a new record, a correction, a retraction, an attestation, a judgement, "
     "a revision, a waiver.",
     kDiffered, kDiffFlags, kDiffExamples, commands::run_diff},
    {"what-if", "", kLook, "verdicts with records that are not stored",
     "Judges before and after; stores nothing. What a record says it was learned on plays no part, "
     "so planned days may lie ahead: look at them with --as-of.",
     kSelection, kWhatIfFlags, kWhatIfExamples, commands::run_what_if},
    {"log", "", kRecordGroup, "add a record",
     "Prints how the record was read and which verdicts it moved.", kLogged, kLogFlags,
     kLogExamples, commands::run_log},
    {"correct", "", kRecordGroup, "replace what a record says",
     "Adds a record that takes the place of N; N stays in the log. What is not given stays as it "
     "was; what the record is about and its key cannot change.",
     kCorrected, kCorrectFlags, kCorrectExamples, commands::run_correct},
    {"retract", "", kRecordGroup, "take a record out", "A retraction can be retracted, too.",
     kNumber, kRetractFlags, kRetractExamples, commands::run_retract},
    {"redact", "", kRecordGroup, "erase the note of a record",
     "For what should not have been written, such as personal data. The record itself stays.",
     kNumber, kRedactFlags, kRedactExamples, commands::run_redact},
    {"attest", "", kRecordGroup, "say that a list is complete",
     "Without it, silence proves nothing where completeness must be attested.", kAttested,
     kAttestFlags, kAttestExamples, commands::run_attest},
    {"judge", "", kRecordGroup, "what a person thinks, beside a verdict",
     "Stands with its reason beside the computed verdict until it expires, and changes nothing in "
     "it.",
     kJudged, kJudgeFlags, kJudgeExamples, commands::run_judge},
    {"import", "", kRecordGroup, "records from CSV or JSON lines",
     "All or nothing; every bad row is listed. The same file twice adds nothing.\n"
     "Fields: indicator or milestone, on, add or is, stage, set.DIM, key, evidence, kind, learned, "
     "note, uid, on_behalf_of.",
     kImported, kImportFlags, kImportExamples, commands::run_import},
    {"init", "", kKeep, "make a workspace",
     "Writes definitions, a README and an empty log. Never overwrites anything; in a workspace "
     "that has no log yet it makes the log alone.",
     kInitialised, kInitFlags, kInitExamples, commands::run_init},
    {"lint",
     "",
     kKeep,
     "mistakes and weak spots of the definitions",
     "Promises and waivers are looked at as they stand on the day. Exit 4 if there are errors.",
     {},
     kLintFlags,
     kLintExamples,
     commands::run_lint},
    {"test", "", kKeep, "unit tests of the rules",
     "Plays the tests that jalon.toml names under `tests`: made-up records, a day to look on, what "
     "must be seen then. Touches no log. Exit 1 if a test fails, 4 if one cannot be read.",
     kTested, kTestFlags, kTestExamples, commands::run_test},
    {"schema", "", kKeep, "JSON Schemas of the files",
     "For editors and other programs. `jalon init` writes them into schema/, and the files name "
     "theirs in the first line.",
     kSchema, kSchemaFlags, kSchemaExamples, commands::run_schema},
    {"run",
     "",
     kKeep,
     "the scheduled job: the reports that are due",
     "Makes the reports that jalon.toml declares under [[report]], each period once, also after a "
     "time of standstill. If later records change what a published period says, a new edition is "
     "made beside it. Tells people by the command of [notify], and monitoring by the file of "
     "[metrics]. Exit 5 if a report could not be made (the "
     "next run tries again), 75 if another run is at work.",
     {},
     kRunFlags,
     kRunExamples,
     commands::run_run},
    {"export",
     "",
     kKeep,
     "the log as text",
     "JSON lines hold everything; CSV is for people and spreadsheets.",
     {},
     kExportFlags,
     kExportExamples,
     commands::run_export},
    {"verify",
     "",
     kKeep,
     "is the log as it was written?",
     "Exit 5 if anything was changed, removed or put in. With --head, also if that head is not on "
     "the chain.",
     {},
     kVerifyFlags,
     {},
     commands::run_verify},
    {"help", "", kKeep, "how a command is used", "", kHelped, {}, {}, commands::run_help},
    {"completion",
     "",
     kKeep,
     "a script that teaches a shell the commands and flags",
     "",
     kShell,
     {},
     kCompletionExamples,
     commands::run_completion},
    {"man", "", kKeep, "the manual page, for `man -l -`", "", {}, {}, {}, commands::run_man},
};

constexpr std::array kLaterCommands =
    std::to_array<std::string_view>({"serve", "backup", "restore", "config"});
constexpr std::array kLaterFlags = std::to_array<std::string_view>({"deep"});

template <class Condition>
const Flag* find_if(const Command& command, Condition condition) {
  for (const auto& flags : command.flags) {
    const auto found = std::ranges::find_if(flags, condition);
    if (found != flags.end()) return &*found;
  }
  const auto found = std::ranges::find_if(kCommon, condition);
  return found == std::end(kCommon) ? nullptr : found;
}

}  // namespace

std::span<const Command> commands() noexcept { return kCommands; }

const Command* find_command(std::string_view name) noexcept {
  if (name.empty()) return nullptr;
  const auto found = std::ranges::find_if(kCommands, [&](const Command& command) {
    return command.name == name || command.alias == name;
  });
  return found == std::end(kCommands) ? nullptr : found;
}

std::span<const std::string_view> later_commands() noexcept { return kLaterCommands; }
std::span<const std::string_view> later_flags() noexcept { return kLaterFlags; }
std::span<const Flag> common_flags() noexcept { return kCommon; }

const Flag* find_flag(const Command& command, std::string_view name) noexcept {
  return find_if(command, [&](const Flag& flag) { return flag.name == name; });
}

const Flag* find_flag(const Command& command, char letter) noexcept {
  if (letter == 0) return nullptr;
  return find_if(command, [&](const Flag& flag) { return flag.letter == letter; });
}

}  // namespace jalon::cli

#pragma once

#include "tracker/cli/command.hpp"

// The flags that several commands share, said once.

namespace jalon::cli {

inline constexpr Flag kCommon[] = {
    {"workspace", 'C', "DIR",
     "the workspace; else JALON_WORKSPACE, else the nearest folder upwards"
     " with a jalon.toml"},
    {"color", 0, "WHEN", "auto, always or never"},
    {"lang", 0, "LANG", "language of report texts: en, fr, nl or de"},
    {"no-input", 0, "", "never ask anything"},
    {"quiet", 'q', "", "say no more than what was asked for"},
    {"verbose", 'v', "", "say more: the moment judged, every verdict that moved"},
    {"help", 'h', "", "show how a command is used"},
    {"version", 0, "", "show the version"},
};

inline constexpr Flag kAsOf = {"as-of", 0, "DAY",
                               "the world at the end of this day: YYYY-MM-DD or today"};
inline constexpr Flag kDryRun = {"dry-run", 'n', "", "show what would happen, store nothing"};
inline constexpr Flag kLearned = {"learned", 0, "DAY",
                                  "the day on which we knew; default today, never later"};
inline constexpr Flag kNote = {"note", 0, "TEXT", "a note; the only thing that can be erased"};
inline constexpr Flag kBehalf = {"on-behalf-of", 0, "NAME",
                                 "for whom this is recorded; else JALON_USER"};
inline constexpr Flag kUid = {"uid", 0, "UID",
                              "makes the record once only, however often it is sent"};
inline constexpr Flag kSet = {"set", 0, "DIM=VALUE", "a dimension", true};
inline constexpr Flag kReason = {"reason", 0, "TEXT", "why; kept as the note"};

inline constexpr Flag kKnown = {"known", 0, "DAY",
                                "only what was known by the end of this day; not after today"};
inline constexpr Flag kUpto = {"upto", 0, "N", "the log as it stood after record N"};
inline constexpr Flag kDefinitions = {
    "definitions", 0, "HASH", "definitions as `jalon report --keep` kept them, not the files"};

inline constexpr Flag kMoment[] = {
    kAsOf, kKnown, {"at", 0, "DAY", "both: what did we know then"}, kUpto, kDefinitions,
};
inline constexpr Flag kFindings[] = {
    {"fail-on", 0, "LIST",
     "exit 1 on these: missed, overdue and other statuses, off-track, at-risk, stale"},
    {"min-severity", 0, "S", "findings of this severity or above; default medium"},
    {"allow-empty", 0, "", "a selection may be empty"},
};
inline constexpr Flag kRows[] = {
    {"limit", 0, "N",
     "at most N rows in a table, the worst; 0: all; default 2000. CSV and JSON are whole"},
};
inline constexpr Flag kFormat[] = {
    {"format", 0, "FORMAT",
     "terminal, md, html, csv, xlsx, json, jsonl, ics, prom, junit or sarif; else JALON_FORMAT"},
    {"json", 0, "", "the same as --format json"},
    {"wide", 0, "", "do not cut tables to the terminal's width"},
    {"no-pager", 0, "", "never show through a pager"},
};
inline constexpr Flag kOutput[] = {
    {"output", 'o', "FILE", "write to a file; its extension is the format"},
};
inline constexpr Flag kOutputs[] = {
    {"output", 'o', "FILE", "write to a file; its extension is the format", true},
};
/// What a record says.
inline constexpr Flag kRecord[] = {
    {"on", 0, "DATE", "when it happened: a day, 2020-Q2, mid-2020, ../2020-02-25; default today"},
    kLearned,
    {"stage", 0, "STAGE", "the stage that a milestone reached"},
    kSet,
    {"key", 0, "KEY", "the object that is counted"},
    {"evidence", 0, "TEXT", "a link, a reference or a file", true},
    {"kind", 0, "KIND", "kind of the evidence: one for all, or as many as evidence, in order",
     true},
    kNote,
    kBehalf,
};
inline constexpr Flag kWriter[] = {kAsOf, kDryRun};

}  // namespace jalon::cli

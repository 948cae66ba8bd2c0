#include "rules/engine/diff.hpp"
#include "tests/engine/changes.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

// Two moments, all that differs between them, and exactly what made the difference.

namespace jalon::engine {
namespace {

Moment at(std::string_view as_of, std::string_view known) { return {day(as_of), day(known), {}}; }

/// "pending -> met: record 1, revision R"; what does not exist is "none".
std::string told(const Changed& changed) {
  std::string text = changed.before ? status(*changed.before) : "none";
  text += " -> " + (changed.after ? status(*changed.after) : "none") + ":";
  for (const Cause& cause : changed.causes) {
    text += ' ' + std::string{name(cause.kind)};
    if (cause.record != 0) text += ' ' + std::to_string(cause.record);
    if (!cause.definition.empty()) text += ' ' + cause.definition;
  }
  return text;
}

/// Each change with its id in front.
std::vector<std::string> told(const Draft& draft, const Moment& from, const Moment& to) {
  std::vector<std::string> lines;
  for (const Changed& changed : diff(draft.programme, draft.log, from, to).changes) {
    lines.push_back((changed.after ? changed.after->id : changed.before->id) + ' ' + told(changed));
  }
  return lines;
}

using Lines = std::vector<std::string>;

/// At least 2 of a flow by the end of June 2020.
Draft two_by_june() {
  Draft draft;
  draft.flow("n");
  draft.target("t", "n", at_least("2"), by("2020-06-30"));
  return draft;
}

}  // namespace

TEST_CASE("nothing differs between a moment and itself") {
  Draft draft = two_by_june();
  draft.add("n", "2020-02-01", "1");
  CHECK(told(draft, at("2020-03-01", "2020-03-01"), at("2020-03-01", "2020-03-01")).empty());
}

TEST_CASE("a due day that passed is the work of time") {
  Draft draft = two_by_june();
  draft.add("n", "2020-02-01", "1");
  CHECK(told(draft, at("2020-06-30", "2020-12-31"), at("2020-07-01", "2020-12-31")) ==
        Lines{"t pending -> missed: time"});
}

TEST_CASE("a record counts as news when it is learned, and when its day comes") {
  Draft draft = two_by_june();
  draft.add("n", "2020-03-01", "2").learned = day("2020-01-10");
  const Lines met{"t pending -> met: record 1"};
  CHECK(told(draft, at("2020-02-01", "2020-12-31"), at("2020-03-01", "2020-12-31")) == met);
  CHECK(told(draft, at("2020-03-01", "2020-01-09"), at("2020-03-01", "2020-01-10")) == met);
}

TEST_CASE("only what is new is named, not what was there before") {
  Draft draft = two_by_june();
  draft.programme.indicators[0].completeness = Completeness::attested;
  draft.add("n", "2020-02-01", "1");
  draft.attest("n", "2020-06-30").learned = day("2020-08-01");
  CHECK(told(draft, at("2020-07-15", "2020-07-31"), at("2020-07-15", "2020-08-01")) ==
        Lines{"t overdue -> missed: attestation 2"});
}

TEST_CASE("a retraction and a correction are causes of their own kind") {
  Draft draft = two_by_june();
  draft.add("n", "2020-02-01", "2");
  draft.correct(1, "2020-02-01", "1").learned = day("2020-03-01");
  draft.retract(2, "2020-04-01");
  CHECK(told(draft, at("2020-05-01", "2020-02-29"), at("2020-05-01", "2020-03-01")) ==
        Lines{"t met -> pending: correction 2"});
  CHECK(told(draft, at("2020-05-01", "2020-03-31"), at("2020-05-01", "2020-04-01")) ==
        Lines{"t pending -> met: retraction 3"});
}

TEST_CASE("a revision that changed a whole and its parts is named once, and only if it is new") {
  Draft draft;
  draft.flow("n").dimensions = {{"kind", false, {"a", "b"}}};
  draft.target("t", "n", at_least("4"), by("2020-06-30"));
  draft.part("kind", "a", at_least("2"));
  draft.part("kind", "b", at_least("2"));
  for (const char* id : {"t", "t[kind=a]", "t[kind=b]"}) {
    amend(draft, id, "2020-02-01").comparison = at_least("1");
  }
  for (std::size_t i = 0; i < 3; ++i) {
    draft.programme.revisions[i].id = "R1";
    draft.programme.targets[i].amendments[0].by = {0};
  }
  draft.add("n", "2020-01-10", "1", dims({{"kind", "a"}}));
  amend(draft, "t", "2020-03-01").comparison = at_least("3");
  draft.programme.revisions.back().id = "R2";
  CHECK(told(draft, at("2020-01-31", "2020-12-31"), at("2020-02-01", "2020-12-31")) ==
        Lines{"t pending -> met: revision R1", "t[kind=a] pending -> met: revision R1",
              "t[kind=b] pending -> pending: revision R1"});
  CHECK(told(draft, at("2020-02-29", "2020-12-31"), at("2020-03-01", "2020-12-31"))[0] ==
        "t met -> pending: revision R2");
}

TEST_CASE("a waiver is a cause where it covers and on the day it is granted") {
  Draft draft = two_by_june();
  draft.target("u", "n", at_least("3"), by("2020-06-30"));
  draft.add("n", "2020-02-01", "1");
  waive(draft, "W1", "t", "2020-07-10", "2020-12-31");
  waive(draft, "W2", "u", "2020-07-11", "2020-12-31");
  CHECK(told(draft, at("2020-07-09", "2021-12-31"), at("2020-07-10", "2021-12-31")) ==
        Lines{"t missed -> missed: waiver W1"});
  CHECK(told(draft, at("2020-07-10", "2021-12-31"), at("2020-07-11", "2021-12-31")) ==
        Lines{"u missed -> missed: waiver W2"});
  CHECK(told(draft, at("2020-12-31", "2021-12-31"), at("2021-01-01", "2021-12-31")) ==
        Lines{"t missed -> missed: time", "u missed -> missed: time"});
}

TEST_CASE("an outlook that turned is a difference, a path that moved on is none") {
  Draft draft = two_by_june();
  Target& target = draft.programme.targets[0];
  target.start = day("2020-01-01");
  target.expect_linear = true;
  draft.add("n", "2020-01-15", "1");
  const auto between = [&](const char* from, const char* to) {
    return told(draft, at(from, "2020-12-31"), at(to, "2020-12-31"));
  };
  CHECK(between("2020-02-01", "2020-02-02").empty());
  CHECK(between("2020-02-01", "2020-06-30") == Lines{"t pending -> pending: time"});
}

TEST_CASE("causes follow the order in which they act: time, decisions, records") {
  Draft draft = two_by_june();
  amend(draft, "t", "2020-07-10").comparison = at_least("3");
  draft.programme.revisions.back().id = "R";
  draft.add("n", "2020-02-01", "2").learned = day("2020-01-05");
  draft.add("n", "2020-06-30", "1").learned = day("2020-08-01");
  CHECK(told(draft, at("2020-06-30", "2020-07-31"), at("2020-08-01", "2020-08-01")) ==
        Lines{"t met -> met: revision R record 2"});
}

}  // namespace jalon::engine

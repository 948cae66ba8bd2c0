#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace jalon;
using tests::codes;
using tests::day;
using tests::load_with;
using tests::number;
using tests::sound_with;
using tests::target;

namespace {

std::string revision(const std::string& of, const std::string& lines,
                     const std::string& decided = "2020-05-01") {
  return "[[revision]]\nof = \"" + of + "\"\ndecided = " + decided + "\nreason = \"r\"\n" + lines;
}

const Decimal& floor_of(const Promise& promise) {
  return std::get<AtLeast>(promise.comparison).goal;
}

constexpr const char* kPath = R"([[target]]
id         = "path"
indicator  = "budget"
at_least   = 100
by         = "2022"
start      = "2020"
tolerance  = "5%"
baseline   = { value = 10, on = 2019-12-31 }
checkpoint = [{ on = "2020", at_least = 40 }]
)";

constexpr const char* kRestated = R"(tolerance  = "5%"
baseline   = { value = 10, on = 2019-12-31 }
checkpoint = [{ on = "2020", at_least = 40 }]
)";

}  // namespace

TEST_CASE("a revision makes the promise that holds from its day on") {
  const Programme programme =
      sound_with(revision("poc.individual", "at_least = 4\nid = \"R-1\"\ntitle = \"T\"\n"));
  REQUIRE(programme.revisions.size() == 1);
  CHECK(programme.revisions[0].id == "R-1");
  CHECK(programme.revisions[0].reason == "r");
  CHECK(programme.revisions[0].decided == day("2020-05-01"));
  CHECK_FALSE(programme.revisions[0].withdrawn);
  const Target& revised = target(programme, "poc.individual");
  CHECK(floor_of(revised) == Decimal{2});  // the first promise stays
  REQUIRE(revised.amendments.size() == 1);
  const Amendment& amendment = revised.amendments[0];
  CHECK(amendment.decided == day("2020-05-01"));
  CHECK(programme[amendment.by].id == "R-1");
  CHECK(floor_of(amendment.promise) == Decimal{4});
  CHECK(std::holds_alternative<Before>(amendment.promise.time));
  CHECK(amendment.promise.start == day("2019-07-01"));
}

TEST_CASE("revisions act in the order of their days, each on top of those before") {
  const Programme programme =
      sound_with(revision("poc.individual", "by = \"2022\"\n", "2021-05-01") +
                 revision("poc.individual", "at_least = 4\n", "2020-05-01") +
                 revision("poc.individual", "at_least = 5\n", "2021-05-01") +
                 revision("poc.individual", "withdrawn = true\n", "2022-01-01") +
                 revision("poc.individual", "at_least = 6\n", "2022-02-01"));
  const auto& amendments = target(programme, "poc.individual").amendments;
  REQUIRE(amendments.size() == 5);
  CHECK(amendments[0].by == Ref<Revision>{1});
  CHECK(floor_of(amendments[1].promise) == Decimal{4});
  CHECK(std::holds_alternative<By>(amendments[1].promise.time));
  CHECK(floor_of(amendments[2].promise) == Decimal{5});
  CHECK(amendments[3].withdrawn);
  CHECK(floor_of(amendments[3].promise) == Decimal{5});
  CHECK_FALSE(amendments[4].withdrawn);
  CHECK(floor_of(amendments[4].promise) == Decimal{6});
}

TEST_CASE("the parts of a split change with their whole") {
  const Programme programme = sound_with(
      revision("budget.yearly", "per = \"year\"\nfirst = \"2021\"\nexpect = \"linear\"\n") +
      revision("budget.yearly",
               "at_least = 100\nexpect = \"linear\"\nsplit = { dimension = \"pillar\", parts = { "
               "support = 20, use = 30, research = 50 }, tolerance = \"1%\" }\n",
               "2020-06-01") +
      revision("budget.yearly", "tolerance = 3\n", "2020-07-01") +
      revision("budget.yearly", "withdrawn = true\n", "2020-08-01"));
  CHECK(target(programme, "budget.yearly").amendments.size() == 4);
  const auto& parts = target(programme, "budget.yearly[pillar=use]").amendments;
  REQUIRE(parts.size() == 3);  // another tolerance of the whole is none of theirs
  CHECK(floor_of(parts[0].promise) == number("26.4"));
  CHECK(std::get<Per>(parts[0].promise.time).first.first == day("2021-01-01"));
  CHECK(parts[0].promise.tolerance->value == Decimal{5});
  CHECK(floor_of(parts[1].promise) == Decimal{30});
  CHECK(parts[1].promise.tolerance->value == Decimal{1});
  CHECK(parts[2].withdrawn);
}

TEST_CASE("a milestone's stage and day are revised") {
  const Programme programme =
      sound_with(revision("sandbox.law", "by = \"2022\"\n") +
                 revision("sandbox.law", "reach = \"in force\"\n", "2020-06-01") +
                 revision("sandbox.law", "withdrawn = true\n", "2020-07-01"));
  const Milestone& law = programme.milestones.at(0);
  REQUIRE(law.amendments.size() == 3);
  CHECK(law.reach == 1);
  CHECK(law.amendments[0].promise.reach == 1);
  CHECK(std::holds_alternative<By>(law.amendments[0].promise.time));
  CHECK(law.amendments[1].promise.reach == 2);
  CHECK(std::holds_alternative<By>(law.amendments[1].promise.time));
  CHECK(law.amendments[2].withdrawn);
}

TEST_CASE("a goal relative to the baseline follows a new baseline") {
  const Programme programme = sound_with(
      "[[target]]\nid = \"less\"\nindicator = \"budget\"\nat_most = { baseline = \"-50%\" }\n"
      "by = \"2030\"\nbaseline = { value = 40 }\n" +
      revision("less", "baseline = { value = 60 }\n"));
  const Target& less = target(programme, "less");
  CHECK(std::get<AtMost>(less.comparison).goal == Decimal{20});
  CHECK(std::get<AtMost>(less.amendments.at(0).promise.comparison).goal == Decimal{30});
}

TEST_CASE("the window opens where it did, unless the new time clause has one of its own") {
  const Programme programme =
      sound_with(kPath +
                 revision("path",
                          "during = \"2021\"\ntolerance = 1\nbaseline = { value = 0 }\n"
                          "checkpoint = [{ on = 2021-06-30, at_least = 40 }]\n") +
                 revision("path",
                          "by = \"2023\"\ntolerance = 1\nbaseline = { value = 0 }\n"
                          "checkpoint = [{ on = 2021-06-30, at_least = 40 }]\n",
                          "2020-06-01") +
                 revision("path", "start = \"2021\"\n", "2020-07-01"));
  const auto& amendments = target(programme, "path").amendments;
  CHECK_FALSE(amendments.at(0).promise.start);
  CHECK(amendments.at(1).promise.start == day("2019-07-01"));  // the initiative's
  CHECK(amendments.at(2).promise.start == day("2021-01-01"));
}

TEST_CASE("what has no place in the new promise need not be restated, and goes") {
  const Programme programme =
      sound_with(kPath + revision("path",
                                  "undated = \"nobody knows\"\ntolerance = 1\nbaseline = { value "
                                  "= 10 }\n"));
  CHECK(target(programme, "path").amendments.at(0).promise.checkpoints.empty());
}

TEST_CASE("what a revision asks for") {
  struct Row {
    std::string text;
    std::vector<std::string> codes;
  };
  const auto of_path = [](const std::string& lines) { return kPath + revision("path", lines); };
  const std::string rest = kRestated;
  const Row rows[] = {
      {of_path("by = \"2023\"\n" + rest), {}},
      {of_path("by = \"2023\"\n"), {"must-restate"}},
      {of_path("at_least = 120\ntolerance = 1\n"), {"must-restate"}},
      {of_path("tolerance = 1\n"), {}},
      {of_path("start = 2020-02-01\n"), {}},
      {of_path(""), {"no-change"}},
      {of_path("title = \"Only words\"\n"), {"no-change"}},
      {of_path("by = \"2019\"\n" + rest),
       {"due-before-start", "baseline-after-due", "checkpoint-after-due"}},
      {of_path("at_least = 30\n" + rest), {"checkpoint-beyond-goal"}},
      {of_path("start = 2020-12-31\n"), {}},
      {of_path("start = 2021-01-01\n"), {"checkpoint-before-window"}},
      {of_path("hold = {}\ntolerance = 1\nbaseline = { value = 10 }\n"), {"hold-on-flow"}},
      {of_path("trend = \"increase\"\nbaseline = { value = 10 }\n"), {}},
      {of_path("by = \"2023\"\nbefore = \"2024\"\n" + rest), {"one-time-clause"}},
      {of_path("at_least = 3\nat_most = 3\n" + rest), {"one-comparison"}},
      {of_path("for_each = \"colour\"\neach_within = \"9d\"\ntolerance = 1\nbaseline = { value = 1 "
               "}\n"),
       {"unknown-dimension"}},
      {of_path("first = \"2020\"\n"), {"misplaced-key"}},
      {of_path("indicator = \"poc\"\n"), {"unknown-key"}},
      {of_path("reach = \"draft\"\n"), {"misplaced-key"}},
      {of_path("split = { dimension = \"pillar\", parts = { use = 100 } }\n"), {"misplaced-key"}},
      {of_path("withdrawn = true\nat_least = 1\n"), {"misplaced-key"}},
      {of_path("withdrawn = \"yes\"\n"), {"wrong-type"}},
      {revision("poc", "at_least = 1\n"), {"wrong-kind"}},
      {revision("all-of-it", "withdrawn = true\n"), {"wrong-kind"}},
      {revision("budget.yearly[pillar=use]", "at_least = 1\n"), {"wrong-kind"}},
      {revision("budget.yearly[2020]", "at_least = 1\n"), {"wrong-kind"}},
      {revision("budget.yealy", "at_least = 1\n"), {"unknown-reference"}},
      {revision("budget.yearly", "at_least = 1\nexpect = \"linear\"\n"), {"must-restate"}},
      {revision("budget.yearly",
                "at_least = 1\nexpect = \"linear\"\nsplit = { dimension = \"pillar\", tolerance = "
                "1, parts = { use = 1, research = 1, support = 1 } }\n"),
       {"parts-do-not-add-up"}},
      {revision("budget.yearly",
                "at_least = 2\nexpect = \"linear\"\nsplit = { dimension = \"pillar\", tolerance = "
                "1, parts = { use = 1, research = 1 } }\n"),
       {"must-restate"}},
      {revision("sandbox.law", "reach = \"adoptd\"\n"), {"unknown-stage"}},
      {revision("sandbox.law", "at_least = 1\nby = \"2022\"\n"), {"misplaced-key"}},
      {revision("sandbox.law", "per = \"year\"\nby = \"2022\"\n"), {"misplaced-key"}},
      {revision("sandbox.law", "by = \"2018\"\n"), {"due-before-start"}},
      {revision("sandbox.law", "by = \"2022\"\n", "\"2020\""), {"bad-date"}},
      {"[[revision]]\n", {"missing-key", "missing-key", "missing-key"}},
      {revision("sandbox.law", "by = \"2022\"\nid = \"poc\"\n"), {"duplicate-id"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    auto found = codes(load_with(row.text));
    auto expected = row.codes;
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    CHECK(found == expected);
  }
}

TEST_CASE("a target with mistakes of its own does not repeat them in its revisions") {
  CHECK(codes(load_with("[[target]]\nid = \"t\"\nindicator = \"poc\"\nat_least = \"x\"\nby = "
                        "\"2021\"\n" +
                        revision("t", "by = \"2022\"\n"))) ==
        std::vector<std::string>{"wrong-type"});
}

TEST_CASE("a waiver covers what can exist, from one day through another") {
  const auto waiver = [](const std::string& id, const std::string& days) {
    return "[[waiver]]\nid = \"W-1\"\ntarget = '" + id +
           "'\nreason = \"r\"\napproved_by = \"Somebody\"\n" + days;
  };
  const std::string days = "granted = 2020-01-31\nexpires = 2021-07-31\n";
  const Programme programme = sound_with(waiver("budget.yearly[2020]", days));
  REQUIRE(programme.waivers.size() == 1);
  CHECK(programme.waivers[0].id == "W-1");
  CHECK(programme.waivers[0].target == "budget.yearly[2020]");
  CHECK(programme.waivers[0].approved_by == "Somebody");
  CHECK(programme.waivers[0].granted == day("2020-01-31"));
  CHECK(programme.waivers[0].expires == day("2021-07-31"));
  struct Row {
    std::string text;
    const char* code;  ///< nullptr: sound
  };
  const Row rows[] = {
      {waiver("poc.individual", days), nullptr},
      {waiver("sandbox.law", days), nullptr},
      {waiver("all-of-it", days), nullptr},
      {waiver("budget.yearly[pillar=use]", days), nullptr},
      {waiver("budget.yearly[2030][pillar=use]", days), nullptr},
      {waiver("budget.yearly[2031]", days), "unknown-reference"},
      {waiver("budget.yearly[2019]", days), "unknown-reference"},
      {waiver("budget.yearly[2019]", days) +
           revision("budget.yearly", "per = \"year\"\nfirst = \"2019\"\nexpect = \"linear\"\n"),
       nullptr},
      {waiver("budget.yearly[2020-Q1]", days), "unknown-reference"},
      {waiver("budget.yearly[pillar=usage]", days), "unknown-reference"},
      {waiver("budget.yearly[2020][2020]", days), "unknown-reference"},
      {waiver("budget.yearly[", days), "unknown-reference"},
      {waiver("poc.individual[2020]", days), "unknown-reference"},
      {waiver("poc.each[company=Beta]", days), nullptr},
      {waiver("poc.each[company=\"Van [Damme] & Co\"]", days), nullptr},
      {waiver("poc.each[kind=individual]", days), "unknown-reference"},
      {waiver("poc", days), "wrong-kind"},
      {waiver("poc.indvidual", days), "unknown-reference"},
      {waiver("sandbox.law", "granted = 2020-01-31\nexpires = 2020-01-31\n"), nullptr},
      {waiver("sandbox.law", "granted = 2020-01-31\nexpires = 2020-01-30\n"), "reversed-bounds"},
      {waiver("sandbox.law", "granted = 2020-01-31\nexpires = 2021-08-01\n"), "waiver-too-long"},
      {waiver("sandbox.law", "granted = 2020-08-31\nexpires = 2022-02-28\n"), nullptr},
      {waiver("sandbox.law", "granted = 2020-08-31\nexpires = 2022-03-01\n"), "waiver-too-long"},
      {waiver("sandbox.law", "granted = 2020-08-31\n"), "missing-key"},
      {waiver("sandbox.law", "granted = \"2020\"\nexpires = 2020-12-31\n"), "bad-date"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(codes(load_with(row.text)) ==
          (row.code == nullptr ? std::vector<std::string>{} : std::vector<std::string>{row.code}));
  }
}

TEST_CASE("commitments hold a share, and other commitments, also those that come later") {
  const auto commitment = [](const std::string& id, const std::string& lines) {
    return "[[commitment]]\nid = \"" + id + "\"\ntitle = \"C\"\n" + lines;
  };
  const Programme programme =
      sound_with(commitment("outer", "share = 0.8\nof = [\"inner\", \"poc.individual\"]\n") +
                 commitment("inner", "all = [\"sandbox.law\", \"some-of-it\"]\n"));
  const Commitment& outer = programme.commitments.at(2);
  CHECK(std::get<ShareOf>(outer.rule).share == number("0.8"));
  REQUIRE(outer.members.size() == 2);
  CHECK(programme[std::get<Ref<Commitment>>(outer.members[0])].id == "inner");
  struct Row {
    std::string text;
    const char* code;  ///< nullptr: sound
  };
  const Row rows[] = {
      {commitment("c", "share = 1\nof = [\"sandbox.law\"]\n"), nullptr},
      {commitment("c", "share = 0\nof = [\"sandbox.law\"]\n"), "out-of-range"},
      {commitment("c", "share = 1.5\nof = [\"sandbox.law\"]\n"), "out-of-range"},
      {commitment("c", "share = 1\n"), "missing-key"},
      {commitment("c", "share = 1\nat_least = 1\nof = [\"sandbox.law\"]\n"), "one-rule"},
      {commitment("c", "all = [\"c\"]\n"), "member-cycle"},
      {commitment("c", "all = [\"some-of-it\", \"some-of-it\"]\n"), "duplicate-value"},
      {commitment("c", "all = [\"d\"]\n") + commitment("d", "all = [\"c\"]\n"), "member-cycle"},
      {commitment("c", "all = [\"d\", \"e\"]\n") + commitment("d", "all = [\"e\"]\n") +
           commitment("e", "all = [\"sandbox.law\"]\n"),
       nullptr},
      {commitment("c", "all = [\"poc\"]\n"), "wrong-kind"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(codes(load_with(row.text)) ==
          (row.code == nullptr ? std::vector<std::string>{} : std::vector<std::string>{row.code}));
  }
}

TEST_CASE("commitments nest up to 32 deep, whatever their order, and a long chain is no danger") {
  const auto chain = [](std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < length; ++i) {
      const std::string next =
          i + 1 == length ? std::string{"sandbox.law"} : "c" + std::to_string(i + 1);
      out += "[[commitment]]\nid = \"c" + std::to_string(i) + "\"\ntitle = \"C\"\nall = [\"" +
             next + "\"]\n";
    }
    return out;
  };
  CHECK(codes(load_with(chain(32))).empty());
  CHECK(codes(load_with(chain(33))) == std::vector<std::string>{"nested-too-deeply"});
  CHECK(codes(load_with(chain(20000))) == std::vector<std::string>{"nested-too-deeply"});
}

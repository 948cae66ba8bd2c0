// What the golden files cannot show: many files, many mistakes at once, and what is no mistake.
#include "rules/definitions/load.hpp"
#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace jalon;
using definitions::File;
using tests::codes;
using tests::load_with;

namespace {

/// "more.toml:5 unknown-key" for each mistake, in order.
std::vector<std::string> places(const Result<Programme>& programme) {
  std::vector<std::string> out;
  if (programme) return out;
  for (const Diagnostic& one : programme.error()) out.push_back(one.where.str() + " " + one.code);
  return out;
}

std::string target_with(const std::string& lines) {
  return "[[target]]\nid = \"t\"\nindicator = \"poc\"\nwhere = { kind = \"individual\" }\n" + lines;
}

}  // namespace

TEST_CASE("all mistakes of a file come at once, in the order of their places") {
  const auto programme = load_with(R"([[target]]
id = "T"
indicater = "poc"
at_least = "many"
by = 2020
severity = "grave"
owner = "nobody"

[[milestone]]
id = "poc"
title = ""
stages = ["a"]
reach = "b"
)");
  CHECK(places(programme) ==
        std::vector<std::string>{
            "more.toml:2 missing-key", "more.toml:3 bad-id", "more.toml:4 unknown-key",
            "more.toml:5 wrong-type", "more.toml:6 bad-date", "more.toml:7 unknown-choice",
            "more.toml:8 unknown-reference", "more.toml:10 one-time-clause",
            "more.toml:11 duplicate-id", "more.toml:12 empty-text", "more.toml:14 unknown-stage"});
}

TEST_CASE("a file that is no TOML does not hide the mistakes of the others") {
  auto files = tests::sample_files();
  files.insert(files.begin(), {"broken.toml", "format = 1\n[[target]\n"});
  files.push_back({"more.toml", "format = 1\n[[source]]\nid = \"s\"\ntitel = \"S\"\n"});
  CHECK(places(definitions::load(tests::sample_workspace(), files)) ==
        std::vector<std::string>{"broken.toml:2 syntax", "more.toml:2 missing-key",
                                 "more.toml:4 unknown-key"});
}

TEST_CASE("ids that may stand in a file which could not be read are not called unknown") {
  const File workspace = tests::sample_workspace();
  const std::vector<File> all = tests::sample_files();
  const std::vector<File> broken{{"names.toml", "format = 1\n[[party]\n"}, all[1]};
  CHECK(codes(definitions::load(workspace, broken)) == std::vector<std::string>{"syntax"});
  const std::vector<File> missing{all[1]};
  CHECK_FALSE(codes(definitions::load(workspace, missing)).empty());
}

TEST_CASE("files keep the order in which they were given, whatever their names") {
  const std::vector<File> files{{"z.toml", "format = 1\na = 1\n"},
                                {"a.toml", "format = 1\nb = 1\n"}};
  const auto found = places(definitions::load(tests::sample_workspace(), files));
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "jalon.toml:10 empty-plan");
  CHECK(found[1] == "z.toml:2 unknown-key");
  CHECK(found[2] == "a.toml:2 unknown-key");
}

TEST_CASE("a part that could not be made is not called unknown by the commitment that names it") {
  const auto programme = load_with(target_with("at_least = 3\nby = \"2021\"\n") + R"(
split = { dimension = "company", parts = { a = 1, b = 1 } }
[[commitment]]
id = "c"
title = "C"
all = ["t[company=a]"]
)");
  CHECK(codes(programme) == std::vector<std::string>{"parts-do-not-add-up"});
}

TEST_CASE("the excerpt is the line as it stands in the file, and the caret counts characters") {
  const auto programme =
      load_with("[[source]]\nid = \"s\"\ntitle = { en = \"\xC3\xA9\", es = \"x\" }\n");
  REQUIRE_FALSE(programme);
  const Diagnostic& one = programme.error().at(0);
  CHECK(one.excerpt == "title = { en = \"\xC3\xA9\", es = \"x\" }");
  CHECK(one.where.column == 21);
  CHECK(one.length == 2);
}

TEST_CASE("carriage returns and a byte-order mark are no mistakes and move no place") {
  File workspace = tests::sample_workspace();
  auto files = tests::sample_files();
  files.push_back({"more.toml",
                   "\xEF\xBB\xBF"
                   "format = 1\r\n[[source]]\r\nid = \"s\"\r\nname = \"S\"\r\n"});
  workspace.text.insert(0, "\xEF\xBB\xBF");
  const auto programme = definitions::load(workspace, files);
  REQUIRE_FALSE(programme);
  CHECK(places(programme) ==
        std::vector<std::string>{"more.toml:2 missing-key", "more.toml:4 unknown-key"});
  CHECK(programme.error().at(1).where.column == 1);
  CHECK(programme.error().at(1).excerpt == "name = \"S\"");
}

TEST_CASE("boundary days of a path and a window") {
  struct Row {
    const char* lines;
    const char* code;  ///< nullptr: sound
  };
  const Row rows[] = {
      {"by = \"2021\"\nstart = 2021-12-31\n", nullptr},
      {"by = \"2021\"\nstart = 2022-01-01\n", "due-before-start"},
      {"before = \"2022\"\nstart = 2021-12-31\n", nullptr},
      {"before = \"2022\"\nstart = 2022-01-01\n", "due-before-start"},
      {"by = \"mid-2021\"\nstart = 2021-07-01\n", "due-before-start"},  // the nominal day decides
      {"by = \"2021\"\nstart = \"2020\"\ncheckpoint = [{ on = 2020-01-01, at_least = 1 }]\n",
       nullptr},
      {"by = \"2021\"\nstart = \"2020\"\ncheckpoint = [{ on = 2019-12-31, at_least = 1 }]\n",
       "checkpoint-before-window"},
      {"by = \"2021\"\nstart = \"2020\"\ncheckpoint = [{ on = 2021-12-30, at_least = 1 }]\n",
       nullptr},
      {"by = \"2021\"\nstart = \"2020\"\ncheckpoint = [{ on = 2021-12-31, at_least = 1 }]\n",
       "checkpoint-after-due"},
      {"by = \"2021\"\nstart = \"2020\"\ncheckpoint = [{ on = \"2020\", at_least = 2 }]\n",
       nullptr},
      {"by = \"2021\"\nstart = \"2020\"\ncheckpoint = [{ on = \"2020\", at_least = 2.01 }]\n",
       "checkpoint-beyond-goal"},
      {"by = \"2021\"\nbaseline = { value = 0, on = 2021-12-30 }\n", nullptr},
      {"by = \"2021\"\nbaseline = { value = 0, on = 2021-12-31 }\n", "baseline-after-due"},
      {"by = \"2021\"\nstart = \"2020\"\nbaseline = { value = 1 }\nexpect = \"linear\"\n", nullptr},
      {"undated = \"x\"\nbaseline = { value = 1, on = 2019-12-31 }\n", nullptr},
      {"per = \"quarter\"\nfirst = \"2020-Q2\"\nlast = \"2020-Q2\"\n", nullptr},
      {"per = \"quarter\"\nfirst = \"2020-Q2\"\nlast = \"2020-Q1\"\n", "reversed-bounds"},
      {"per = \"half\"\nfirst = \"first half of 2020\"\n", nullptr},
      {"per = \"month\"\nfirst = \"2020-01\"\n", nullptr},
      {"per = \"month\"\nfirst = 2020-01-01\n", "not-a-period"},
      {"for_each = \"company\"\neach_within = \"1d\"\nshare = 0.01\n", nullptr},
      {"for_each = \"company\"\neach_within = \"36500d\"\nshare = 1\n", nullptr},
      {"for_each = \"company\"\neach_within = \"36501d\"\n", "out-of-range"},
      {"for_each = \"company\"\neach_within = \"90d\"\nshare = 0\n", "out-of-range"},
      {"for_each = \"kind\"\neach_within = \"90d\"\n", "fixed-dimension"},
      {"before = 1400-01-01\n", "bad-date"},
      {"before = 1400-01-02\n", "due-before-start"},
      {"by = \"9999\"\n", "bad-date"},
      {"by = 9999-12-30\n", nullptr},
  };
  for (const Row& row : rows) {
    INFO(row.lines);
    const auto found = codes(load_with(target_with("at_least = 2\n" + std::string{row.lines})));
    CHECK(found ==
          (row.code == nullptr ? std::vector<std::string>{} : std::vector<std::string>{row.code}));
  }
}

TEST_CASE("whole numbers are asked for only where a fraction could never be met") {
  CHECK(codes(load_with(target_with("at_least = 2.5\nby = \"2021\"\n"))).empty());
  CHECK(codes(load_with(target_with("at_most = 2.5\nby = \"2021\"\n"))).empty());
  CHECK(codes(load_with(target_with("between = [0.5, 2.5]\nby = \"2021\"\n"))).empty());
  CHECK(codes(load_with(target_with("exactly = 2.5\nby = \"2021\"\n"))) ==
        std::vector<std::string>{"not-whole"});
}

TEST_CASE("the parts of a ratio in percent are of one unit, and a quotient names both") {
  struct Row {
    const char* unit;
    bool sound;
  };
  const Row rows[] = {
      {"PoC/person", true}, {"PoC per person", true}, {"PoC / person", true}, {"density", true},
      {"%", false},         {"person/PoC", false},    {"PoC per firm", false}};
  for (const Row& row : rows) {
    INFO(row.unit);
    const auto found = codes(load_with("[[indicator]]\nid = \"r\"\ntitle = \"R\"\nunit = \"" +
                                       std::string{row.unit} +
                                       "\"\nratio = { of = \"poc\", to = \"population\" }\n"));
    CHECK(found.empty() == row.sound);
  }
}

TEST_CASE("a level split over a dimension needs one target for each of its values") {
  const std::string stock =
      "[[indicator]]\nid = \"pupils\"\ntitle = \"P\"\nunit = \"pupil\"\nmeasure = \"stock\"\n"
      "dimensions = { school = [\"north\", \"south\"] }\n";
  const std::string promise = "[[target]]\nid = \"t\"\nindicator = \"pupils\"\nat_least = 5\n";
  const auto with = [&](const char* lines) { return codes(load_with(stock + promise + lines)); };
  CHECK(with("by = \"2021\"\n") == std::vector<std::string>{"open-dimension"});
  CHECK(with("by = \"2021\"\nwhere = { school = \"north\" }\n").empty());
  CHECK(with("for_each = \"school\"\neach_within = \"90d\"\n").empty());
}

TEST_CASE("time zones are UTC or an area and a city") {
  struct Row {
    const char* zone;
    bool sound;
  };
  const Row rows[] = {{"UTC", true},
                      {"Europe/Brussels", true},
                      {"America/Argentina/Salta", true},
                      {"Etc/GMT+5", true},
                      {"America/Port-au-Prince", true},
                      {"CET", false},
                      {"localtime", false},
                      {"/etc/localtime", false},
                      {"Europe/", false},
                      {"europe/brussels", false},
                      {"Europe/../../etc/passwd", false},
                      {"GMT+1", false}};
  for (const Row& row : rows) {
    INFO(row.zone);
    File workspace = tests::sample_workspace();
    const std::string usual = "Europe/Brussels";
    workspace.text.replace(workspace.text.find(usual), usual.size(), row.zone);
    const auto found = codes(definitions::load(workspace, tests::sample_files()));
    CHECK(found ==
          (row.sound ? std::vector<std::string>{} : std::vector<std::string>{"bad-timezone"}));
  }
}

TEST_CASE("the margins of vague words change what they mean, and only in order") {
  File workspace = tests::sample_workspace();
  const auto with = [&](const std::string& margins) {
    File changed = workspace;
    const std::string usual = R"({ from = "06-01", nominal = "06-30", latest = "07-31" })";
    changed.text.replace(changed.text.find(usual), usual.size(), margins);
    return definitions::load(changed, tests::sample_files());
  };
  const auto moved = with(R"({ from = "05-01", nominal = "06-15", latest = "08-31" })");
  if (!moved) FAIL(render(moved.error()));
  const auto& by = std::get<By>(tests::target(moved.value(), "poc.collective").time);
  CHECK(iso(*by.due.nominal) == "2020-06-15");
  CHECK(iso(*by.due.latest) == "2020-08-31");
  CHECK(codes(with(R"({ from = "05-01", nominal = "04-15", latest = "08-31" })")) ==
        std::vector<std::string>{"reversed-bounds"});
  CHECK(codes(with(R"({ from = "02-29", nominal = "06-15", latest = "08-31" })")) ==
        std::vector<std::string>{"bad-date"});
  CHECK(codes(with(R"({ from = "05-01", latest = "08-31" })")) ==
        std::vector<std::string>{"missing-key"});
}

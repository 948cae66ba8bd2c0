// A report that was kept is made again, byte for byte, whatever the files and the log hold by then.
#include "reports/renderers.hpp"
#include "tests/tracker/desk.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

using Catch::Contains;

/// A programme with something in every report: kept, late, missed, judged, waived, changed.
void fill(Desk& desk) {
  write_small_programme(desk);
  for (const char* line : {
           "log partner 19 --on 2020-01-10 --evidence https://example.org/a --kind press",
           "log poc +1 --on 2020-01-15 --set kind=individual --key A --evidence a --kind press",
           "log poc +1 --on 2020-02-20 --set kind=collective --key B --note 'a private matter'",
           "log network.charter --stage draft --on 2020-02-01",
           "attest poc --complete-through 2020-01-31 --set kind=individual",
           "judge network.partners amber --reason 'slower than it looks' --expires 2020-12-31",
       })
    REQUIRE(desk(line).code == 0);
}

/// What a year brings: everything that the report came from is another thing afterwards.
void change_everything(Desk& desk) {
  desk.set_clock("2021-06-01T08:00:00Z");
  for (const char* line : {
           "correct 1 25 --note recounted",
           "retract 2 --reason 'another project'",
           "log poc +3 --on 2020-02-01 --set kind=collective --key C",
           "redact 3 --reason 'names a person'",
       })
    REQUIRE(desk(line).code == 0);
  std::string targets = desk.read("targets/small.toml");
  targets.replace(targets.find("at_least   = 2\n"), 14, "at_least   = 7");
  targets.replace(targets.find("A charter"), 9, "Another");
  desk.write("targets/small.toml", targets);
}

std::string command_in(const std::string& json) {
  const std::string key = "\"command\":\"jalon ";
  const std::size_t from = json.find(key);
  REQUIRE(from != std::string::npos);
  const std::size_t start = from + key.size();
  return json.substr(start, json.find('"', start) - start);
}

/// The extensions that a report can be written with.
std::vector<std::string> extensions_for(const std::string& line) {
  std::vector<std::string> extensions;
  for (const auto& renderer : reports::renderers())
    if (!renderer.of_verdicts || !line.starts_with("report changes"))
      extensions.emplace_back(renderer.extension);
  return extensions;
}

/// -o for each, as NAME.EXTENSION.
std::string outputs(const std::string& name, const std::vector<std::string>& extensions) {
  std::string flags;
  for (const std::string& extension : extensions) flags += " -o " + name + "." + extension;
  return flags;
}

}  // namespace

TEST_CASE("a kept report of every kind and format is made again by the command at its end") {
  Desk desk;
  fill(desk);
  const std::string line = GENERATE(
      "report progress", "report progress --period 2020-01 --lang fr", "report gap",
      "report gap area:networking --fail-on overdue,unknown --min-severity low",
      "report initiative network", "report gap status:missed --allow-empty",
      "report timeline --as-of 2020-09-01", "report evidence --upto 3", "report evidence --upto 0",
      "report changes --since 2020-01-12", "report changes --period 2020-02 --known 2020-02-25",
      "report periodic --lang nl", "report periodic --at 2020-02-25 --period 2020-Q1");
  CAPTURE(line);
  const auto extensions = extensions_for(line);
  const Outcome made = desk(line + " --keep" + outputs("first", extensions));
  INFO(made.err);
  REQUIRE(made.code < 2);
  const std::string command = command_in(desk.read("first.json"));
  CHECK_THAT(command, Contains(" --definitions "));
  change_everything(desk);
  const Outcome again = desk(command + outputs("again", extensions));
  INFO(again.err);
  REQUIRE(again.code == made.code);
  for (const std::string& extension : extensions) {
    CAPTURE(extension);
    CHECK(desk.read("again." + extension) == desk.read("first." + extension));
  }
}

TEST_CASE("a kept report is made again though the definitions are broken or gone") {
  Desk desk;
  fill(desk);
  REQUIRE(desk("report gap --keep -o first.json").code == 0);
  const std::string command = command_in(desk.read("first.json"));
  const auto [file, text] = GENERATE(table<std::string, std::string>({
      {"targets/small.toml", "[[party]\n"},
      {"jalon.toml", "not TOML\n"},
      {"jalon.toml", "[definitions]\ninclude = [\"none/*.toml\"]\n"},
      {"jalon.toml", "[programme]\ntimezone = \"Mars/Olympus\"\n"},
  }));
  CAPTURE(file, text);
  desk.write(file, text);
  CHECK(desk("report gap").code == 4);
  const Outcome again = desk(command + " -o again.json");
  INFO(again.err);
  CHECK(again.code == 0);
  CHECK(desk.read("again.json") == desk.read("first.json"));
}

TEST_CASE("a plain report writes nothing and says whether its definitions are kept") {
  Desk desk;
  fill(desk);
  const std::string store = desk.read("jalon.db");
  const std::string plain = desk("report gap --json").out;
  CHECK(desk.read("jalon.db") == store);
  CHECK_THAT(plain, Contains("\"definitions_kept\":false"));
  CHECK_THAT(plain, !Contains("--definitions"));
  const std::string kept = desk("report gap --json --keep").out;
  CHECK_THAT(kept, Contains("\"definitions_kept\":true"));
  CHECK(desk.read("jalon.db") != store);
  CHECK(desk("report gap --json").out == kept);
  desk.write("targets/small.toml", desk.read("targets/small.toml") + "# a remark\n");
  CHECK_THAT(desk("report gap --json").out, Contains("\"definitions_kept\":false"));
}

TEST_CASE("the head of a report names the record that --upto ends with, not the log's last") {
  Desk desk;
  write_small_programme(desk);
  REQUIRE(desk("log partner 19 --on 2020-01-10").code == 0);
  const std::string head = desk("verify").out;
  const std::string then = desk("report gap --json").out;
  REQUIRE(desk("log partner 20 --on 2020-01-11").code == 0);
  const std::string again = desk("report gap --json --upto 1").out;
  CHECK(again == then);
  CHECK_THAT(head, Contains(again.substr(again.find("\"log_head\":\"") + 12, 64)));
  const std::string empty = desk("report gap --json --upto 0").out;
  CHECK_THAT(empty, Contains("\"last_record\":0"));
  CHECK_THAT(empty, Contains(" --upto 0"));
  for (const char* line : {"status --upto 1 --json", "explain network.partners --upto 1 --json",
                           "history partner --upto 1 --json", "due --upto 1 --json"}) {
    INFO(line);
    CHECK_THAT(desk(line).out, Contains("\"last_record\":1,"));
  }
}

TEST_CASE("what cannot be made again is refused with what to do") {
  Desk desk;
  fill(desk);
  const auto [flags, told] = GENERATE(table<std::string, std::string>({
      {"--definitions 12ab", "`12ab` is no hash"},
      {"--definitions " + std::string(64, 'a'), "`jalon verify` lists those that it keeps"},
      {"--definitions " + std::string(64, 'A'), "is no hash"},
      {"--upto 7", "the log ends with record 6"},
      {"--upto last", "`last` is not the number of a record"},
      {"--upto 2 --known 2020-02-26", "nobody knows yet"},
  }));
  for (const std::string command : {"report gap ", "status ", "diff 2020-01-01 2020-02-01 "}) {
    if (command.starts_with("diff") && flags.find("--known") != std::string::npos) continue;
    INFO(command << flags);
    const Outcome outcome = desk(command + flags);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains(told));
    CHECK(outcome.out.empty());
  }
}

TEST_CASE("a note that was erased since is not shown again, and the reader is told") {
  Desk desk;
  fill(desk);
  REQUIRE(desk("redact 6 --reason 'names a person'").code == 0);
  const Outcome look = desk("explain network.partners --upto 6");
  CHECK_THAT(look.err, Contains("erased since, and shown no more: the note of #6"));
  CHECK_THAT(look.out, !Contains("slower than it looks"));
  CHECK(desk("explain network.partners --upto 6 -q").err.empty());
  CHECK(desk("explain network.partners --upto 7").err.empty());
}

TEST_CASE("verify lists the definitions that are kept") {
  Desk desk;
  fill(desk);
  CHECK_THAT(desk("verify").out, !Contains("kept"));
  REQUIRE(desk("report gap --keep -o gap.json").code == 0);
  const std::string json = desk.read("gap.json");
  const std::string hash = json.substr(json.find("\"definitions_hash\":\"") + 20, 64);
  CHECK_THAT(desk("verify").out, Contains("kept definitions " + hash + ": 2 files, "));
  CHECK_THAT(desk("export").out, Contains("{\"definitions\":\"" + hash + "\""));
}

TEST_CASE("definitions are kept before a file says so, or no file is written") {
  Desk desk;
  fill(desk);
  std::filesystem::rename(desk.folder() / "jalon.db.head", desk.folder() / "elsewhere");
  desk.write("jalon.db.head", "1 " + std::string(64, '0') + "\n");
  CHECK(desk("report gap --keep -o gap.json").code == 5);
  CHECK_FALSE(desk.has("gap.json"));
}

TEST_CASE("a report that is refused keeps nothing") {
  Desk desk;
  fill(desk);
  const std::string store = desk.read("jalon.db");
  CHECK(desk("report changes --since 2020-01-12 --keep -o changes.ics").code == 2);
  CHECK(desk("report gap --keep -o gap.pdf").code == 2);
  CHECK(desk.read("jalon.db") == store);
}

TEST_CASE("SOURCE_DATE_EPOCH is the time of making in a file, else the last record is") {
  Desk desk;
  fill(desk);
  CHECK_THAT(desk("report timeline --format ics").out, Contains("DTSTAMP:20200225T093000Z"));
  desk.environment["SOURCE_DATE_EPOCH"] = "1577836800";
  const std::string calendar = desk("report timeline --format ics").out;
  CHECK_THAT(calendar, Contains("DTSTAMP:20200101T000000Z"));
  CHECK_THAT(calendar, !Contains("DTSTAMP:20200225"));
  desk.set_clock("2020-02-25T23:59:59Z");
  desk.environment["SOURCE_DATE_EPOCH"] = "0";
  CHECK_THAT(desk("report timeline --format ics").out, Contains("DTSTAMP:19700101T000000Z"));
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no time is refused") {
  Desk desk;
  fill(desk);
  const std::string text = GENERATE("", "now", "-1", "12.5", " 1", "1 ", "0x10", "+1",
                                    "253402300800", "99999999999999999999");
  CAPTURE(text);
  desk.environment["SOURCE_DATE_EPOCH"] = text;
  const Outcome outcome = desk("report gap -o gap.ics");
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Contains("SOURCE_DATE_EPOCH is `"));
  CHECK_FALSE(desk.has("gap.ics"));
}

}  // namespace jalon::tests

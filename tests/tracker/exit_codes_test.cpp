#include "tests/tracker/desk.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

struct Row {
  std::string line;
  int code;
  std::string told;  ///< on the error stream; empty: nothing is said there
};

void check(Desk& desk, const Row& row) {
  const std::string before = desk.read("jalon.db");
  const Outcome outcome = desk(row.line);
  INFO("jalon " << row.line << '\n' << outcome.out << outcome.err);
  CHECK(outcome.code == row.code);
  if (row.told.empty())
    CHECK(outcome.err.empty());
  else
    CHECK_THAT(outcome.err, Catch::Contains(row.told));
  if (row.code != 0) CHECK(desk.read("jalon.db") == before);
}

}  // namespace

TEST_CASE("exit codes of the commands that look") {
  Desk desk;
  write_small_programme(desk);
  REQUIRE(desk("log partner 19 --on 2020-01-10").code == 0);
  const auto row = GENERATE(values<Row>({
      {"", 0, ""},
      {"status", 0, ""},
      {"status --as-of 2020-09-01", 0, ""},
      {"status --as-of 2020-09-01 --fail-on overdue", 1, ""},
      {"status --as-of 2020-09-01 --fail-on missed", 3, ""},
      {"status --as-of 2020-02-25 --fail-on missed,overdue", 0, ""},
      {"due", 0, ""},
      {"due --within 30d", 0, ""},
      {"due --within soon", 2, "no number of days"},
      {"gap", 0, ""},
      {"gap --fail-on overdue --as-of 2020-09-01", 1, ""},
      {"explain tremplin-ai.pocs", 0, ""},
      {"why tremplin-ai.pocs", 0, ""},
      {"explain nobody", 2, "error[unknown-id]"},
      {"explain poc", 2, "its targets"},
      {"report progress", 0, ""},
      {"report gap --format md", 0, ""},
      {"report prgress", 2, "did you mean `progress`?"},
      {"report timeline", 0, ""},
      {"report gap --format xlsx", 0, ""},
      {"report gap --format ics", 0, ""},
      {"history tremplin-ai.pocs --format ics", 2, "the format ics is for verdicts alone"},
      {"report gap --format pdf", 2, "error[unknown-format]"},
      {"report gap -o x.pdf", 2, "error[unknown-format]"},
      {"report gap -o none/x.md", 5, "cannot write"},
      {"report gap -o x.md -o ./x.md", 2, "-o ./x.md is given twice"},
      {"report gap -o x.md --json", 2, "the file's extension is the format"},
      {"check --as-of 2020-02-25", 0, ""},
      {"check --as-of 2020-09-01", 1, ""},
      {"check --as-of 2020-09-01 -q", 1, ""},
      {"check --as-of 2020-09-01 --min-severity critical", 0, ""},
      {"check --as-of 2020-09-01 --fail-on missed", 3, ""},
      {"check --fail-on bad", 2, "error[unknown-word]"},
      {"check --min-severity grave", 2, "error[unknown-word]"},
      {"check nobody", 2, "error[unknown-id]"},
      {"check status:met", 2, "error[nothing-selected]"},
      {"check status:met --allow-empty", 0, ""},
      {"history", 0, ""},
      {"history partner", 0, ""},
      {"history prtner", 2, "did you mean `partner`?"},
      {"lint", 0, ""},
      {"lint --strict", 1, ""},
      {"lint --format yaml", 2, "error[unknown-format]"},
      {"verify", 0, ""},
      {"verify --head abc", 2, "error[bad-hash]"},
      {"verify --head 0000000000000000000000000000000000000000000000000000000000000000", 5,
       "error[damaged]"},
      {"export", 0, ""},
      {"export --format xml", 2, "error[unknown-format]"},
      {"export --format csv", 0, ""},
      {"help", 0, ""},
      {"help log", 0, ""},
      {"help lgo", 2, "did you mean `log`?"},
      {"--version", 0, ""},
      {"frobnicate", 2, "error[unknown-command]"},
      {"serve", 2, "not supported yet"},
      {"status --as-of 2020-02-30", 2, "error[bad-date]"},
      {"status --as-of 20200230", 2, "error[bad-date]"},
      {"status --as-of today", 0, ""},
      {"status --known 2020-02-26", 2, "error[known-in-future]"},
      {"status --at 2020-02-26", 2, "error[known-in-future]"},
      {"status --at 2020-01-01 --as-of 2020-01-02", 2, "--at stands for"},
      {"status --upto 1", 0, ""},
      {"status --upto 0", 0, ""},
      {"status --upto 2", 2, "the log ends with record 1"},
      {"status --upto -1", 2, "not the number of a record"},
      {"status --lang fr", 0, ""},
      {"status --lang xx", 2, "no language"},
      {"status --color maybe", 2, "auto, always or never"},
  }));
  check(desk, row);
}

TEST_CASE("exit codes of the commands that record") {
  Desk desk;
  write_small_programme(desk);
  REQUIRE(desk("log partner 19 --on 2020-01-10 --note why --uid u1").code == 0);
  REQUIRE(desk("log partner 20 --on 2020-01-11").code == 0);
  REQUIRE(desk("retract 2 --reason wrong").code == 0);
  desk.write("good.csv", "indicator,on,is\npartner,2020-02-01,21\n");
  desk.write("bad.csv", "indicator,on,is\npartner,2020-02-30,21\nprtner,2020-02-01,x\n");
  desk.write("conflict.csv", "indicator,on,is,uid\npartner,2020-02-01,21,u1\n");
  const auto row = GENERATE(values<Row>({
      {"log partner 19 --on 2020-02-10", 0, ""},
      {"log partner '~20' -n", 0, ""},
      {"log partner", 2, "error[missing-value]"},
      {"log partner +3", 2, "error[bad-value]"},
      {"log partner abc", 2, "error[bad-value]"},
      {"log partner 1e400", 2, "error[bad-value]"},
      {"log prtner 19", 2, "did you mean `partner`?"},
      {"log network.partners 19", 2, "record partner"},
      {"log poc 5 --key A --set kind=individual", 2, "write +5"},
      {"log poc +1 --set kind=individual", 2, "error[missing-key]"},
      {"log poc +1 --key A", 2, "error[missing-dimension]"},
      {"log poc +1 --key C --set kind=indivdual", 2, "did you mean `individual`?"},
      {"log poc +1 --key C --set kind", 2, "error[bad-set]"},
      {"log poc 0", 0, ""},
      {"log network.charter --stage draft", 0, ""},
      {"log network.charter --stage drft", 2, "did you mean `draft`?"},
      {"log network.charter 3", 2, "error[unexpected-value]"},
      {"log partner 19 --on 2020-13-01", 2, "error[bad-date]"},
      {"log partner 19 --learned 2020-02-26", 2, "error[learned-in-future]"},
      {"log partner 19 --kind press", 2, "error[bad-kinds]"},
      {"log partner 19 --evidence a --evidence b --kind x --kind y --kind z", 2,
       "error[bad-kinds]"},
      {"log partner 19 --on 2020-01-10 --note why --uid u1", 0, ""},
      {"log partner 18 --on 2020-01-10 --note why --uid u1", 2, "error[uid-conflict]"},
      {"correct 1 18", 0, ""},
      {"correct 1 18 -n", 0, ""},
      {"correct 1", 2, "error[nothing-to-correct]"},
      {"correct 1 19", 2, "says that already"},
      {"correct 1 18 --key B", 2, "error[fixed-key]"},
      {"correct 9 18", 2, "error[unknown-record]"},
      {"correct x 18", 2, "error[bad-number]"},
      {"correct 2 18", 2, "error[retracted]"},
      {"correct 3 18", 2, "error[not-a-record]"},
      {"correct 1 18 --learned 2020-02-24", 2, "error[learned-too-early]"},
      {"retract 1", 2, "error[missing-reason]"},
      {"retract 1 --reason wrong", 0, ""},
      {"retract 2 --reason wrong", 2, "error[retracted]"},
      {"retract 3 --reason wrong", 0, ""},
      {"retract 4 --reason wrong", 2, "the log has no record #4"},
      {"redact 1 --reason private", 0, ""},
      {"redact 1", 2, "error[missing-reason]"},
      {"redact 2 --reason private", 2, "error[no-note]"},
      {"redact 7 --reason private", 2, "error[unknown-record]"},
      {"attest poc --complete-through 2020-02-01", 0, ""},
      {"attest poc --complete-through 2020-02-01 --set kind=individual", 0, ""},
      {"attest poc --complete-through 2020-02-01 --set kind=x", 2, "error[unknown-value]"},
      {"attest tremplin-ai.poc-individual --complete-through 2020-02-01", 0, ""},
      {"attest network.charter --complete-through 2020-02-01", 0, ""},
      {"attest network.charter --complete-through 2020-02-01 --set a=b", 2, "error[bad-set]"},
      {"attest poc", 2, "error[missing-day]"},
      {"attest pco --complete-through 2020-02-01", 2, "did you mean `poc`?"},
      {"attest poc --complete-through 2020-02-26", 2, "error[complete-in-future]"},
      {"attest poc --complete-through 2020-02-01 --learned 2020-01-31", 2,
       "error[complete-in-future]"},
      {"import good.csv", 0, ""},
      {"import good.csv -n", 0, ""},
      {"import good.csv --complete-through 2020-02-20", 0, ""},
      {"import good.csv --complete-through 2020-02-26", 2, "error[complete-in-future]"},
      {"import good.csv --map a", 2, "error[bad-map]"},
      {"import good.csv --separator x", 2, "error[bad-separator]"},
      {"import none.csv", 2, "error[no-such-file]"},
      {"import .", 2, "error[not-a-file]"},
      {"import bad.csv", 4, "did you mean `partner`?"},
      {"import bad.csv", 4, "bad.csv:2"},
      {"import conflict.csv", 4, "error[uid-conflict]"},
      {"init", 2, "error[already-there]"},
      {"init --example belgium-ai", 2, "error[already-there]"},
      {"init other --example belgum-ai", 2, "did you mean `belgium-ai`?"},
      {"init -C other", 2, "error[bad-usage]"},
  }));
  check(desk, row);
}

TEST_CASE("broken definitions stop every command that judges or records") {
  Desk desk;
  write_small_programme(desk);
  desk.write("targets/b.toml", "[[target]]\nid = \"x\"\n");
  const auto line =
      GENERATE(as<std::string>{}, "status", "due", "gap", "explain x", "report progress", "check",
               "history", "log partner 1", "correct 1 2", "retract 1 --reason x",
               "attest poc --complete-through 2020-01-01", "lint", "import -");
  check(desk, {line, 4, "targets/b.toml:1"});
}

TEST_CASE("a log that is missing, foreign or damaged is exit 5 with advice") {
  Desk desk;
  write_small_programme(desk);
  REQUIRE(desk("log partner 19").code == 0);
  SECTION("missing") {
    std::filesystem::remove(desk.folder() / "jalon.db");
    const Outcome outcome = desk("status");
    CHECK(outcome.code == 5);
    CHECK_THAT(outcome.err, Catch::Contains("jalon init"));
    CHECK(desk("log partner 19").code == 5);
    CHECK_FALSE(desk.has("jalon.db"));
    CHECK(desk("lint").code == 0);
  }
  SECTION("foreign") {
    desk.write("jalon.db", "a text");
    CHECK(desk("status").code == 5);
    CHECK(desk("verify").code == 5);
  }
  SECTION("an old copy") {
    const std::string old = desk.read("jalon.db");
    REQUIRE(desk("log partner 20").code == 0);
    desk.write("jalon.db", old);
    CHECK(desk("verify").code == 5);
    CHECK(desk("log partner 21").code == 5);
  }
}

TEST_CASE("a report of a programme in trouble is exit 0 and a file that cannot be written is 5") {
  Desk desk;
  write_small_programme(desk);
  CHECK(desk("report gap --as-of 2021-01-01 -o a.md -o b.html -o c.json").code == 0);
  CHECK(desk.has("a.md"));
  CHECK(desk.has("b.html"));
  CHECK(desk.has("c.json"));
  std::filesystem::create_directory(desk.folder() / "d.md");
  CHECK(desk("report gap -o d.md").code == 5);
}

}  // namespace jalon::tests

#include "tests/tracker/desk.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

using Catch::Contains;
using Catch::StartsWith;

Outcome done(Desk& desk, const std::string& line) {
  Outcome outcome = desk(line);
  INFO("jalon " << line << '\n' << outcome.out << outcome.err);
  REQUIRE(outcome.code == 0);
  return outcome;
}

std::string values_of(Desk& desk, const std::string& line) {
  return done(desk, line + " --format jsonl").out;
}

}  // namespace

TEST_CASE("log says how the record was read and which verdicts moved") {
  Desk desk{"2020-02-25T09:30:00Z"};
  write_small_programme(desk);
  const Outcome outcome =
      done(desk,
           "log poc +1 --on 2020-01-15 --learned 2020-01-20 --set kind=individual --key A "
           "--evidence https://example.org/a --kind press --as-of 2020-02-25");
  CHECK(outcome.out ==
        "recorded #1  poc  +1 PoC  on 2020-01-15  kind=individual  key=A  evidence: press\n"
        "  tremplin-ai.poc-individual   nothing on record -> 1 of 2   pending, due 2020-06-30 "
        "(before 2020-H2)\n");
  CHECK(outcome.err.empty());
}

TEST_CASE("a misspelt dimension value is refused with the nearest one and all of them") {
  Desk desk;
  write_small_programme(desk);
  const Outcome outcome = desk("log poc +1 --key C --set kind=indivdual");
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "error[unknown-value]: `indivdual` is not a value of kind in indicator poc\n"
        "  help: did you mean `individual`?  (individual, collective)\n");
}

TEST_CASE("all that is wrong with a record is told at once") {
  Desk desk;
  write_small_programme(desk);
  const Outcome outcome = desk("log poc 5 --on 2020-02-30 --set kidn=x");
  CHECK(outcome.code == 2);
  for (const char* code : {"bad-value", "bad-date", "unknown-dimension", "missing-key"})
    CHECK_THAT(outcome.err, Contains(code));
}

TEST_CASE("vague days and values are shown with their reading") {
  Desk desk{"2021-02-25T09:30:00Z"};
  write_small_programme(desk);
  CHECK_THAT(done(desk, "log partner '~20' --on mid-2020").out,
             StartsWith("recorded #1  partner  ~20 partner (18..22)  on mid-2020 (2020-06-01 to "
                        "2020-07-31)\n"));
  CHECK_THAT(done(desk, "log partner '>500' --on ../2020-02-25").out,
             StartsWith("recorded #2  partner  >500 partner (more than 500)  on ../2020-02-25 (up "
                        "to 2020-02-25)\n"));
}

TEST_CASE("a dry run stores nothing and says what would be") {
  Desk desk;
  write_small_programme(desk);
  const std::string before = desk.read("jalon.db");
  const std::string head = desk.read("jalon.db.head");
  CHECK_THAT(done(desk, "log partner 19 -n").out, StartsWith("would record #1  partner"));
  CHECK(desk.read("jalon.db") == before);
  CHECK(desk.read("jalon.db.head") == head);
}

TEST_CASE("a record with a uid is made once, on a later day too") {
  Desk desk{"2020-02-25T09:30:00Z"};
  write_small_programme(desk);
  done(desk, "log partner 19 --on 2020-01-10 --uid u1");
  desk.set_clock("2020-03-01T09:30:00Z");
  CHECK_THAT(done(desk, "log partner 19 --on 2020-01-10 --uid u1").out,
             StartsWith("already there: #1  partner"));
  CHECK(desk("log partner 19 --on 2020-01-10 --learned 2020-03-01 --uid u1").code == 2);
}

TEST_CASE("the day of recording is the one in the programme's zone") {
  Desk desk{"2020-02-25T23:30:00Z"};
  write_small_programme(desk);
  CHECK_THAT(done(desk, "log partner 19").out, StartsWith("recorded #1  partner  19 partner  on "
                                                          "2020-02-26\n"));
}

TEST_CASE("who records and for whom is kept") {
  Desk desk;
  write_small_programme(desk);
  desk.environment["JALON_USER"] = "the agency";
  done(desk, "log partner 19");
  done(desk, "log partner 20 --on-behalf-of 'the office'");
  const std::string log = done(desk, "export").out;
  CHECK_THAT(log, Contains("\"tester\""));
  CHECK_THAT(log, Contains("\"the agency\""));
  CHECK_THAT(log, Contains("\"the office\""));
}

TEST_CASE("evidence that is a file is kept as its path and hash") {
  Desk desk;
  write_small_programme(desk);
  desk.write("minutes.txt", "abc");
  done(desk, "log partner 19 --evidence minutes.txt --evidence 'minutes of May' --kind minutes");
  const std::string log = done(desk, "export").out;
  CHECK_THAT(log, Contains("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
  CHECK_THAT(log, Contains("minutes of May"));
}

TEST_CASE("a near-duplicate of an open dimension warns and is recorded") {
  Desk desk;
  write_small_programme(desk);
  done(desk, "log coaching-day +1 --set 'company=Van Damme'");
  const auto [value, warns] = GENERATE(table<std::string, bool>({
      {"Van Damme", false},
      {"van damme", true},
      {"Van-Damme", true},
      {"Van Dame", true},
      {"Van Dmame", true},
      {"Beta", false},
  }));
  const Outcome outcome = done(desk, "log coaching-day +1 --set 'company=" + value + "'");
  INFO(value);
  CHECK((outcome.err.find("warning[near-duplicate]") != std::string::npos) == warns);
}

TEST_CASE("a correction keeps what is not given and stands in the original's place") {
  Desk desk{"2020-02-25T09:30:00Z"};
  write_small_programme(desk);
  done(desk, "log poc +1 --on 2020-01-15 --set kind=individual --key A --evidence e --kind press");
  const Outcome first = done(desk, "correct 1 --on 2020-02-01 --as-of 2020-02-25");
  CHECK(first.out ==
        "recorded #2, which takes the place of #1\n"
        "  was  poc  +1 PoC  on 2020-01-15  kind=individual  key=A  evidence: press\n"
        "  is   poc  +1 PoC  on 2020-02-01  kind=individual  key=A  evidence: press\n"
        "  no verdict moved (as of 2020-02-25)\n");
  SECTION("any version may be named, and the last one is what is kept") {
    const Outcome second = done(desk, "correct 2 --set kind=collective");
    CHECK_THAT(second.out, StartsWith("recorded #3, which takes the place of #2\n"));
    CHECK_THAT(second.out, Contains("is   poc  +1 PoC  on 2020-02-01  kind=collective  key=A"));
    CHECK_THAT(second.out, Contains("tremplin-ai.poc-individual   1 of 2 -> nothing on record"));
  }
  SECTION("retracting a correction brings the version before back") {
    CHECK_THAT(done(desk, "retract 2 --reason wrong").out,
               StartsWith("recorded #3, which takes out #2\n"));
    CHECK_THAT(done(desk, "correct 1 --set kind=collective").out, Contains("on 2020-01-15"));
  }
  SECTION("retracting the original takes its corrections with it") {
    done(desk, "retract 1 --reason wrong");
    CHECK(desk("correct 2 --on 2020-02-02").code == 2);
    CHECK(desk("retract 2 --reason wrong").code == 2);
    CHECK_THAT(done(desk, "retract 3 --reason 'was right after all'").out,
               Contains("was  the retraction of #1"));
    done(desk, "correct 2 --on 2020-02-02");
  }
}

TEST_CASE("an attestation turns silence into a shortfall") {
  Desk desk{"2020-07-15T09:30:00Z"};
  write_small_programme(desk);
  done(desk, "log poc +1 --on 2020-01-15 --set kind=individual --key A --evidence e --kind press");
  CHECK_THAT(values_of(desk, "status tremplin-ai.poc-individual"), Contains("\"overdue\""));
  CHECK_THAT(done(desk, "attest poc --complete-through 2020-06-30").out,
             StartsWith("recorded #2  poc  complete through 2020-06-30\n"));
  CHECK_THAT(values_of(desk, "status tremplin-ai.poc-individual"), Contains("\"missed\""));
}

TEST_CASE("the same file twice adds nothing, and a bad row keeps all of it out") {
  Desk desk;
  write_small_programme(desk);
  desk.write("a.csv", "indicator;on;is\npartner;2020-02-01;19\npartner;2020-02-02;20\n");
  const Outcome first = done(desk, "import a.csv");
  CHECK_THAT(first.out, StartsWith("recorded 2 rows as #1 to #2\n"));
  CHECK_THAT(first.out, Contains("network.partners"));
  CHECK(done(desk, "import a.csv").out == "recorded 0 rows, 2 already there\n");
  desk.write("b.csv", "indicator;on;is\npartner;2020-02-03;21\npartner;2020-02-04;x\n");
  CHECK(desk("import b.csv").code == 4);
  CHECK_THAT(done(desk, "verify").out, StartsWith("sound: 2 records"));
}

TEST_CASE("an import attests the lists that it names, once") {
  Desk desk;
  write_small_programme(desk);
  desk.write("a.csv", "indicator,on,is\npartner,2020-02-01,19\n");
  CHECK_THAT(done(desk, "import a.csv --complete-through 2020-02-20").out,
             StartsWith("recorded 1 row as #1 to #1, 1 list attested\n"));
  CHECK(done(desk, "import a.csv --complete-through 2020-02-20").out ==
        "recorded 0 rows, 1 already there\n");
}

TEST_CASE("records come from the standard input as CSV or JSON lines") {
  Desk desk;
  write_small_programme(desk);
  desk.input = "indicator,on,is\npartner,2020-02-01,19\n";
  CHECK_THAT(done(desk, "import -").out, StartsWith("recorded 1 row"));
  desk.input = "{\"indicator\":\"partner\",\"on\":\"2020-02-02\",\"is\":20}\n";
  CHECK_THAT(done(desk, "import -").out, StartsWith("recorded 1 row"));
}

TEST_CASE("hostile text in a record is data, and escaped where it is shown") {
  Desk desk;
  write_small_programme(desk);
  const Outcome logged = desk.run({"log", "coaching-day", "+1", "--set",
                                   "company=\x1b[31m<b>\"';\xe2\x80\xae", "--note", "a\nb"});
  CHECK(logged.code == 0);
  for (const char* line : {"status", "history", "explain network.three-days", "report gap"}) {
    const Outcome shown = done(desk, line);
    INFO(line);
    CHECK(shown.out.find('\x1b') == std::string::npos);
    CHECK(shown.out.find("\xe2\x80\xae") == std::string::npos);
  }
  const std::string html = done(desk, "history --format html").out;
  CHECK(html.find("<b>\"") == std::string::npos);
  CHECK(logged.out.find('\x1b') == std::string::npos);
  CHECK(desk.run({"log", "partner", "19", "--note", "\xff"}).code == 2);
  CHECK(desk.run({"log", "partner", "19", "--evidence", "\xff"}).code == 2);
  CHECK(desk.run({"log", "\xff", "19"}).code == 2);
}

TEST_CASE("a sum that grows beyond what can be counted is refused and not stored") {
  Desk desk;
  write_small_programme(desk);
  const std::string big = "+999999999999999999";
  for (int i = 0; i < 3; ++i) done(desk, "log coaching-day " + big + " --set company=Beta");
  CHECK(desk("log coaching-day +1e30 --set company=Beta").code == 2);
  CHECK_THAT(done(desk, "verify").out, StartsWith("sound: 3 records"));
}

TEST_CASE("knowledge and the world move apart") {
  Desk desk{"2020-03-01T09:30:00Z"};
  write_small_programme(desk);
  done(desk, "log partner 19 --on 2020-01-10 --learned 2020-01-20");
  done(desk, "log partner 21 --on 2020-01-15 --learned 2020-02-20");
  CHECK_THAT(values_of(desk, "status network.partners"), Contains("\"value\":21"));
  CHECK_THAT(values_of(desk, "status network.partners --known 2020-01-31"),
             Contains("\"value\":19"));
  CHECK_THAT(values_of(desk, "status network.partners --as-of 2020-01-12"),
             Contains("\"value\":19"));
  CHECK_THAT(values_of(desk, "status network.partners --at 2020-01-12"),
             Contains("\"value\":null"));
  CHECK_THAT(values_of(desk, "status network.partners --upto 1"), Contains("\"value\":19"));
}

TEST_CASE("a period that has not begun is judged when it is asked for") {
  Desk desk;
  write_small_programme(desk);
  desk.write(
      "targets/yearly.toml",
      "format = 1\n[[target]]\nid = \"network.yearly\"\nindicator = \"partner\"\nat_least = 5\n"
      "per = \"year\"\nfirst = \"2019\"\nlast = \"2025\"\n");
  done(desk, "explain 'network.yearly[2025]'");
  CHECK_THAT(values_of(desk, "status 'network.yearly[2025]'"), Contains("network.yearly[2025]"));
  CHECK(desk("explain 'network.yearly[2026]'").code == 2);
}

TEST_CASE("a redacted note is gone from every output and from the file") {
  Desk desk;
  write_small_programme(desk);
  done(desk, "log partner 19 --note 'Jane Example called'");
  CHECK_THAT(done(desk, "history --format csv").out, Contains("Jane Example"));
  CHECK(done(desk, "redact 1 --reason 'names a person'").out ==
        "recorded #2; the note of #1 is erased\n");
  CHECK_THAT(done(desk, "history --format csv").out, !Contains("Jane Example"));
  CHECK(desk.read("jalon.db").find("Jane Example") == std::string::npos);
  CHECK(desk("redact 1 --reason again").code == 2);
  done(desk, "verify");
}

TEST_CASE("init makes a workspace that works at once, and overwrites nothing") {
  Desk desk{"2026-11-25T09:30:00Z"};
  CHECK_THAT(done(desk, "init work").out, StartsWith("made a workspace in work: "));
  CHECK_THAT(desk.read("work/README.md"), Contains("jalon log"));
  done(desk, "-C work status");
  done(desk, "-C work lint --strict");
  done(desk, "-C work log stand +3 --set place=school --on 2026-05-04");
  CHECK(desk("init work").code == 2);
  const std::string log = desk.read("work/jalon.db");
  CHECK(desk.read("work/jalon.db") == log);
  desk.write("other/README.md", "mine");
  CHECK(desk("init other").code == 2);
  CHECK(desk.read("other/README.md") == "mine");
  CHECK_FALSE(desk.has("other/jalon.toml"));
}

TEST_CASE("init in a workspace without a log makes the log alone") {
  Desk desk;
  write_small_programme(desk);
  std::filesystem::remove(desk.folder() / "jalon.db");
  std::filesystem::remove(desk.folder() / "jalon.db.head");
  CHECK(done(desk, "init").out == "made the log jalon.db\n");
  CHECK(desk("init").code == 2);
  done(desk, "status");
}

TEST_CASE("init copies the Belgian programme and imports its records") {
  Desk desk{"2026-11-25T09:30:00Z"};
  const Outcome made = done(desk, "init be --example belgium-ai");
  CHECK_THAT(made.out, Contains("records in the log"));
  CHECK_THAT(made.out, Contains("next: jalon -C be status"));
  done(desk, "-C be status");
  done(desk, "-C be verify");
  const std::string early = values_of(desk, "-C be status --at 2020-02-25");
  CHECK_THAT(early, Contains("\"pending\""));
  CHECK_THAT(early, !Contains("\"missed\""));
}

}  // namespace jalon::tests

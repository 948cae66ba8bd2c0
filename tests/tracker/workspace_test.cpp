#include "tests/tracker/desk.hpp"
#include "tracker/wildcard.hpp"
#include "tracker/zone.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace jalon::tests {

using Catch::Contains;

TEST_CASE(
    "a star stands for any run of characters, a question mark for one, a bracket for itself") {
  const auto [pattern, text, expected] = GENERATE(table<std::string, std::string, bool>({
      {"*", "", true},
      {"a.*", "a.b", true},
      {"a.*", "ab", false},
      {"*.toml", "x.toml", true},
      {"*a*b*", "xaybz", true},
      {"*a*b", "xaybz", false},
      {"?", "", false},
      {"a?c", "abc", true},
      {"a[2020]", "a[2020]", true},
      {"a[2020]", "a2", false},
      {"**", "abc", true},
      {"", "", true},
      {"", "a", false},
  }));
  INFO(pattern << " against " << text);
  CHECK(matches(pattern, text) == expected);
}

TEST_CASE("a zone is UTC or an area and a city, never a path") {
  CHECK(is_known_zone("UTC"));
  CHECK(is_known_zone("Europe/Brussels"));
  CHECK(is_known_zone("America/Argentina/Buenos_Aires"));
  for (const char* name : {"", "localtime", "Europe", "Europe/", "/etc/localtime", "../x",
                           "Europe/../UTC", "Europe/Nowhere", "utc", "file:UTC"}) {
    INFO(name);
    CHECK_FALSE(is_known_zone(name));
  }
}

TEST_CASE("an instant has its day in the programme's zone") {
  const auto [text, zone, day] = GENERATE(table<std::string, std::string, std::string>({
      {"2020-02-25T22:59:59Z", "Europe/Brussels", "2020-02-25"},
      {"2020-02-25T23:00:00Z", "Europe/Brussels", "2020-02-26"},
      {"2020-07-01T21:59:59Z", "Europe/Brussels", "2020-07-01"},
      {"2020-07-01T22:00:00Z", "Europe/Brussels", "2020-07-02"},
      {"2020-02-25T10:00:00Z", "Pacific/Kiritimati", "2020-02-26"},
      {"2020-02-25T23:59:59Z", "UTC", "2020-02-25"},
  }));
  INFO(text << " in " << zone);
  CHECK(iso(day_in_zone(zone, instant(text) / 1'000'000)) == day);
}

TEST_CASE("a stamp is UTC with microseconds, before 1970 too") {
  CHECK(utc_timestamp(instant("2020-02-25T09:30:00Z") + 7) == "2020-02-25T09:30:00.000007Z");
  CHECK(utc_timestamp(-1) == "1969-12-31T23:59:59.999999Z");
}

TEST_CASE("the workspace is the one named, else the nearest one upwards") {
  Desk desk;
  CHECK(desk("status").code == 2);
  CHECK_THAT(desk("status").err, Contains("jalon init"));
  write_small_programme(desk);
  desk.write("below/deeper/x.txt", "");
  desk.current = desk.folder() / "below" / "deeper";
  CHECK(desk("status").code == 0);
  CHECK(desk("-C .. status").code == 2);
  CHECK(desk("-C ../.. status").code == 0);
  desk.current = "/";
  CHECK(desk("status").code == 2);
  desk.environment["JALON_WORKSPACE"] = desk.folder().string();
  CHECK(desk("status").code == 0);
  CHECK(desk("-C /nowhere status").code == 2);
}

TEST_CASE("what include may not reach is an error in jalon.toml") {
  Desk desk;
  write_small_programme(desk);
  const std::string settings = desk.read("jalon.toml");
  const auto [pattern, expected] = GENERATE(table<std::string, std::string>({
      {"/etc/*.toml", "error[include-outside]"},
      {"../*.toml", "error[include-outside]"},
      {"targets/../../x.toml", "error[include-outside]"},
      {"tragets/*.toml", "error[no-such-file]"},
      {"targets/none.toml", "error[no-such-file]"},
      {"links/*.toml", "error[linked-file]"},
      {"linked/small.toml", "error[linked-file]"},
      {"folders/*.toml", "error[not-a-file]"},
  }));
  std::filesystem::create_directory(desk.folder() / "links");
  std::filesystem::create_symlink(desk.folder() / "targets" / "small.toml",
                                  desk.folder() / "links" / "a.toml");
  std::filesystem::create_directory_symlink(desk.folder() / "targets", desk.folder() / "linked");
  std::filesystem::create_directories(desk.folder() / "folders" / "a.toml");
  std::string changed = settings;
  changed.replace(changed.find("targets/*.toml"), 14, pattern);
  desk.write("jalon.toml", changed);
  const Outcome outcome = desk("status");
  INFO(outcome.err);
  CHECK(outcome.code == 4);
  CHECK_THAT(outcome.err, Contains(expected));
  CHECK(outcome.out.empty());
}

TEST_CASE("an unknown time zone and a store outside are errors with their line") {
  Desk desk;
  write_small_programme(desk);
  const std::string settings = desk.read("jalon.toml");
  std::string changed = settings;
  changed.replace(changed.find("Europe/Brussels"), 15, "Europe/Brusels");
  desk.write("jalon.toml", changed);
  const Outcome zone = desk("status");
  CHECK(zone.code == 4);
  CHECK_THAT(zone.err, Contains("jalon.toml:5:1: error[unknown-zone]"));
  desk.write("jalon.toml", settings + "[store]\npath = \"../x.db\"\n");
  const Outcome store = desk("status");
  CHECK(store.code == 4);
  CHECK_THAT(store.err, Contains("jalon.toml:11:"));
  CHECK(desk("verify").code == 2);
  CHECK_FALSE(std::filesystem::exists(desk.folder().parent_path() / "x.db"));
}

TEST_CASE("all mistakes of all files are told at once") {
  Desk desk;
  write_small_programme(desk);
  desk.write("targets/b.toml", "[[party]]\nid = \"x\"\nnmae = \"X\"\n");
  desk.write("targets/a.toml", "[[party]\n");
  const Outcome outcome = desk("status");
  CHECK(outcome.code == 4);
  CHECK_THAT(outcome.err, Contains("targets/a.toml"));
  CHECK_THAT(outcome.err, Contains("targets/b.toml"));
  CHECK(outcome.out.empty());
}

TEST_CASE("export, verify and redact work with broken definitions") {
  Desk desk;
  write_small_programme(desk);
  CHECK(desk("log partner 19 --note secret").code == 0);
  desk.write("targets/small.toml", "[[party]\n");
  CHECK(desk("status").code == 4);
  CHECK(desk("verify").code == 0);
  CHECK(desk("export").code == 0);
  CHECK(desk("redact 1 --reason private").code == 0);
  CHECK_THAT(desk("export").out, !Contains("secret"));
}

TEST_CASE("the hash of the definitions follows every byte and every name") {
  Desk desk;
  write_small_programme(desk);
  const auto hash = [&desk] {
    const std::string told = desk("status -v").err;
    return told.substr(told.find("definitions "));
  };
  const std::string before = hash();
  CHECK(hash() == before);
  desk.write("targets/small.toml", desk.read("targets/small.toml") + "# a remark\n");
  const std::string after = hash();
  CHECK(after != before);
  std::filesystem::rename(desk.folder() / "targets" / "small.toml",
                          desk.folder() / "targets" / "other.toml");
  CHECK(hash() != after);
}

TEST_CASE("a selection takes ids, globs and filters, and refuses what names nothing") {
  Desk desk;
  write_small_programme(desk);
  const auto [words, count] = GENERATE(table<std::string, int>({
      {"", 6},
      {"tremplin-ai.pocs", 1},
      {"'tremplin-ai.poc*'", 3},
      {"tremplin-ai.poc-individual network.charter", 2},
      {"network", 3},
      {"area:networking", 3},
      {"owner:adn", 3},
      {"level:wallonia area:lab-to-market", 2},
      {"tag:people severity:medium+", 1},
      {"severity:low", 2},
      {"status:pending severity:high+", 3},
      {"status:missed --allow-empty", 0},
  }));
  const Outcome outcome = desk("status --format jsonl --as-of 2020-02-25 " + words);
  INFO(words << '\n' << outcome.out << outcome.err);
  CHECK(outcome.code == 0);
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == count);
}

TEST_CASE("a selection that names nothing gives advice") {
  Desk desk;
  write_small_programme(desk);
  const auto [words, expected] = GENERATE(table<std::string, std::string>({
      {"tremplin-ai.poc-indvidual", "did you mean `tremplin-ai.poc-individual`"},
      {"poc", "its targets: tremplin-ai.poc-individual"},
      {"'nothing*'", "no target, milestone, commitment or initiative"},
      {"owner:adm", "did you mean `adn`?"},
      {"area:regulation", "no area is called `regulation`"},
      {"status:mised", "did you mean `missed`?"},
      {"severity:hihg", "did you mean `high`?"},
      {"tag:peple", "did you mean `people`?"},
      {"ownr:adn", "did you mean `owner`?"},
      {"status:missed", "nothing is selected"},
      {"adn", "`adn` is a party"},
  }));
  const Outcome outcome = desk("status --as-of 2020-02-25 " + words);
  INFO(words << '\n' << outcome.out << outcome.err);
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Contains(expected));
}

}  // namespace jalon::tests

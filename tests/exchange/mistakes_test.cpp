// Every mistake in a data file: the file beside what is said about it, in tests/golden/exchange.
#include "tests/exchange/programme.hpp"
#include "tests/golden.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace jalon;
using namespace jalon::tests;

namespace {

std::vector<std::filesystem::path> bad_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator{golden_dir() / "exchange"}) {
    const auto extension = file.path().extension();
    if (extension == ".csv" || extension == ".jsonl") files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 5);
  return files;
}

Diagnostics mistakes(std::string_view name, std::string_view text) {
  const auto rows = read(name, text, sample_options());
  REQUIRE_FALSE(rows);
  return rows.error();
}

/// Files that are too large to keep.
std::vector<std::pair<std::string, std::string>> large_files() {
  const std::string mebibyte(std::size_t{1} << 20, 'x');
  const std::string csv = "indicator,on,add,note\nvisits,2020-01-15,1,";
  const std::string json = R"({"indicator":"visits","on":"2020-01-15","add":1,"note":")";
  return {{"field.csv", csv + mebibyte + "x\n"},
          {"field.jsonl", json + mebibyte + "x\"}\n"},
          {"line.jsonl", json + mebibyte + mebibyte + "\"}\n"},
          {"file.csv", std::string((std::size_t{64} << 20) + 1, '\n')}};
}

}  // namespace

TEST_CASE("what is said about a bad data file", "[exchange][golden]") {
  for (const auto& file : bad_files()) {
    DYNAMIC_SECTION(file.filename().string()) {
      const auto problems = mistakes(file.filename().string(), read_file(file));
      check_golden("exchange/" + file.filename().string() + ".txt", render(problems));
    }
  }
}

TEST_CASE("what is too large is refused before it is read", "[exchange]") {
  std::vector<std::string> codes;
  for (const auto& [name, text] : large_files()) {
    const auto problems = mistakes(name, text);
    REQUIRE(problems.size() == 1);
    codes.push_back(problems[0].code);
    CHECK(problems[0].excerpt.empty());
  }
  CHECK(codes == std::vector<std::string>{"field-too-long", "field-too-long", "line-too-long",
                                          "file-too-large"});
}

TEST_CASE("a field of exactly one MiB is taken", "[exchange]") {
  const std::string mebibyte(std::size_t{1} << 20, 'x');
  const auto rows = rows_of(
      "a.csv", "indicator,on,add,note\nvisits,2020-01-15,1," + mebibyte + "\n", sample_options());
  CHECK(rows.entries.at(0).note == mebibyte);
}

TEST_CASE("every code of an import has a file that gives it", "[exchange]") {
  std::set<std::string, std::less<>> given;
  const auto add = [&given](const Diagnostics& problems) {
    for (const Diagnostic& problem : problems) given.insert(problem.code);
  };
  for (const auto& file : bad_files()) add(mistakes(file.filename().string(), read_file(file)));
  for (const auto& [name, text] : large_files()) add(mistakes(name, text));
  for (const std::string_view code : exchange::import_codes()) {
    CAPTURE(code);
    CHECK(given.contains(code));
  }
}

TEST_CASE("one bad row keeps all others out", "[exchange]") {
  CHECK(mistakes("a.csv", "indicator,on,add\nvisits,2020-01-15,1\nvisits,2020-01-15,x\n").size() ==
        1);
  CHECK(mistakes("a.jsonl", R"({"indicator":"visits","on":"2020-01-15","add":1})"
                            "\n{}\n")
            .size() == 1);
}

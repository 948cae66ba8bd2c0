// Every mistake that we explain has a file (or a folder) in tests/golden/errors, and next to it
// what we say about it.
#include "rules/definitions/lint.hpp"
#include "rules/definitions/load.hpp"
#include "rules/rule_tests/read.hpp"
#include "tests/golden.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace jalon;
namespace fs = std::filesystem;

namespace {

const fs::path kErrors = tests::golden_dir() / "errors";

/// Limits that a small file can break.
definitions::Limits limits_for(const std::string& code) {
  definitions::Limits limits;
  if (code == "file-too-large") limits.file_bytes = 500;
  if (code == "programme-too-large") limits.programme_bytes = 900;
  if (code == "line-too-long") limits.line_bytes = 100;
  if (code == "too-many-mistakes") limits.mistakes = 3;
  return limits;
}

std::vector<fs::path> sorted_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator{folder}) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

definitions::File file_of(const fs::path& path) {
  return {path.filename().string(), tests::read_file(path)};
}

bool is_rule_test(const fs::path& path) { return path.string().ends_with(".test.toml"); }

/// The code that a case stands for.
std::string code_of(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.substr(0, name.find('.'));
}

/// A folder is a whole workspace; a single file joins the one in base/.
Result<Programme> load_definitions(const fs::path& path) {
  const bool folder = fs::is_directory(path);
  const fs::path home = folder ? path : kErrors / "base";
  std::vector<definitions::File> files;
  for (const fs::path& one : sorted_files(home)) {
    if (one.filename() != "jalon.toml") files.push_back(file_of(one));
  }
  if (!folder) files.push_back(file_of(path));
  return definitions::load(file_of(home / "jalon.toml"), files, limits_for(code_of(path)));
}

/// What is wrong with a case; nothing if it is sound.
Diagnostics mistakes_in(const fs::path& path) {
  const auto programme = load_definitions(is_rule_test(path) ? kErrors / "base" : path);
  if (!programme) return programme.error();
  if (!is_rule_test(path)) return {};
  const std::vector<definitions::File> tests{file_of(path)};
  const auto suite = rule_tests::read(programme.value(), tests);
  return suite ? Diagnostics{} : suite.error();
}

std::map<std::string, fs::path> cases() {
  std::map<std::string, fs::path> out;
  for (const fs::path& path : sorted_files(kErrors)) {
    if (path.extension() == ".txt" || path.filename() == "base") continue;
    out.emplace(code_of(path), path);
  }
  return out;
}

}  // namespace

TEST_CASE("the programme that the broken files join is sound itself", "[definitions][golden]") {
  std::vector<definitions::File> files{file_of(kErrors / "base" / "town.toml")};
  const auto programme = definitions::load(file_of(kErrors / "base" / "jalon.toml"), files);
  if (!programme) FAIL(render(programme.error()));
  CHECK(programme.value().targets.size() == 1);
}

TEST_CASE("every broken file is explained, with the code that it stands for",
          "[definitions][golden]") {
  for (const auto& [code, path] : cases()) {
    INFO("case " << code);
    const Diagnostics said = mistakes_in(path);
    REQUIRE_FALSE(said.empty());
    CHECK(std::any_of(said.begin(), said.end(),
                      [&code = code](const Diagnostic& one) { return one.code == code; }));
    tests::check_golden(fs::path{"errors"} / (code + ".txt"), render(said));
  }
}

TEST_CASE("every code has a broken file, and no broken file stands for a code that is gone",
          "[definitions][golden]") {
  std::set<std::string> with_file;
  for (const auto& [code, path] : cases()) with_file.insert(code);
  std::set<std::string> known;
  for (const std::string_view code : definitions::diagnostic_codes()) known.emplace(code);
  CHECK(known.size() == definitions::diagnostic_codes().size());
  CHECK(with_file == known);
}

TEST_CASE("every mistake in a file names a code of the list, a place inside the file and its line",
          "[definitions][golden]") {
  std::set<std::string> known;
  for (const std::string_view code : definitions::diagnostic_codes()) known.emplace(code);
  for (const auto& [code, path] : cases()) {
    INFO("case " << code);
    const Diagnostics said = mistakes_in(path);
    REQUIRE_FALSE(said.empty());
    for (const Diagnostic& one : said) {
      INFO(one.code << ": " << one.message);
      CHECK(known.contains(one.code));
      CHECK_FALSE(one.message.empty());
      CHECK(one.message.back() != '.');
      if (one.code == "too-many-mistakes") continue;
      CHECK(one.where.line > 0);
      CHECK(one.where.column > 0);
      CHECK(one.length > 0);
    }
  }
}

TEST_CASE("the manual explains every code of errors and warnings, and no other", "[definitions]") {
  const std::string manual = tests::read_file(tests::golden_dir().parent_path().parent_path() /
                                              "data" / "manual" / "diagnostics.md");
  std::set<std::string> explained;
  for (std::size_t at = 0; (at = manual.find("\n| `", at)) != std::string::npos;) {
    at += 4;
    explained.insert(manual.substr(at, manual.find('`', at) - at));
  }
  std::set<std::string> known;
  for (const std::string_view code : definitions::diagnostic_codes()) known.emplace(code);
  for (const std::string_view code : definitions::lint_codes()) known.emplace(code);
  CHECK(explained == known);
}

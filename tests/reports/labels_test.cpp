#include "reports/labels.hpp"
#include "rules/engine/explain.hpp"
#include "rules/engine/transitions.hpp"
#include "rules/engine/verdict.hpp"
#include "rules/model/programme.hpp"
#include "tests/golden.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

#include <regex>
#include <set>

using namespace jalon;
using namespace jalon::tests;

namespace {

/// Keys that are put together from the name of a status, reason and so on.
std::set<std::string> families() {
  std::set<std::string> keys;
  const auto add = [&](const char* family, std::string_view name) {
    keys.insert(std::string{family} + "." + std::string{name});
  };
  for (int i = 0; i < engine::kStatusCount; ++i) {
    add("status", engine::name(static_cast<engine::Status>(i)));
  }
  for (const auto one :
       {Severity::info, Severity::low, Severity::medium, Severity::high, Severity::critical}) {
    add("severity", name(one));
  }
  for (const auto one : {engine::Outlook::State::on_track, engine::Outlook::State::at_risk,
                         engine::Outlook::State::off_track}) {
    add("outlook", engine::name(one));
  }
  for (const auto one :
       {engine::Reason::no_denominator, engine::Reason::no_data, engine::Reason::stale,
        engine::Reason::unverified, engine::Reason::vague_date, engine::Reason::vague_value,
        engine::Reason::incomplete}) {
    for (const char* family : {"open", "gap", "todo"}) add(family, engine::name(one));
  }
  add("open", engine::name(engine::Reason::withdrawn));
  for (const auto one : {engine::Judgement::Colour::green, engine::Judgement::Colour::amber,
                         engine::Judgement::Colour::red}) {
    add("colour", engine::name(one));
  }
  for (int i = 0; i <= static_cast<int>(engine::Cause::Kind::waiver); ++i) {
    add("cause", engine::name(static_cast<engine::Cause::Kind>(i)));
  }
  for (const char* unnamed : {"revision.unnamed", "waiver.unnamed"}) add("cause", unnamed);
  for (const auto one : {engine::WaiverPart::State::in_force, engine::WaiverPart::State::over,
                         engine::WaiverPart::State::not_yet}) {
    add("waiver", name(one));
  }
  for (int i = 0; i <= static_cast<int>(engine::Part::learned_later); ++i) {
    add("part", engine::name(static_cast<engine::Part>(i)));
  }
  return keys;
}

/// The sources that show reports, all in one.
std::string sources() {
  std::string text;
  for (const char* folder : {"reports", "tracker/commands"}) {
    const auto path = golden_dir().parent_path().parent_path() / folder;
    for (const auto& file : std::filesystem::directory_iterator{path}) {
      if (file.path().extension() == ".cpp") text += read_file(file.path());
    }
  }
  return text;
}

std::string without_one(const std::string& key) {
  return key.ends_with(".one") ? key.substr(0, key.size() - 4) : key;
}

}  // namespace

TEST_CASE("every label is used somewhere in the reports") {
  const std::string text = sources();
  const auto known = families();
  const auto words = english();
  for (const auto& [key, label] : words.all()) {
    INFO(key);
    const std::string base = without_one(key);
    CHECK((known.contains(base) || text.find('"' + base + '"') != std::string::npos));
    CHECK_FALSE(label.empty());
  }
}

TEST_CASE("no label that the reports ask for is missing") {
  const auto words = english();
  for (const std::string& key : families()) {
    INFO(key);
    CHECK(words.all().contains(key));
  }
  const std::string text = sources();
  const std::regex asked{R"re(words\(\s*"([^"]+)")re"};
  for (std::sregex_iterator at{text.begin(), text.end(), asked}, end; at != end; ++at) {
    INFO((*at)[1]);
    CHECK(words.all().contains((*at)[1].str()));
  }
}

TEST_CASE("a label has its places filled, and one is not many") {
  const auto words = reports::Labels::parse(
      "en", "# comment\n\nleft = {n} days left, {n}\nleft.one = a day left\n note = {a}{b}! \n");
  CHECK(words("left", {{"n", "3"}}) == "3 days left, 3");
  CHECK(words("left", {{"n", "1"}}) == "a day left");
  CHECK(words("note", {{"a", "{b}"}, {"b", "x"}}) == "{b}x!");
  CHECK_THROWS_WITH(words("left", {{"m", "3"}}), Catch::Contains("{n}"));
  CHECK_THROWS_WITH(words("right"), Catch::Contains("right"));
}

TEST_CASE("a label table with a mistake is refused with its line") {
  CHECK_THROWS_WITH(reports::Labels::parse("en", "a = 1\na = 2\n"), Catch::Contains("en.txt:2"));
  CHECK_THROWS_WITH(reports::Labels::parse("en", "\nno equals sign\n"),
                    Catch::Contains("en.txt:2"));
  CHECK_THROWS_WITH(reports::Labels::parse("en", "= text\n"), Catch::Contains("without a key"));
}

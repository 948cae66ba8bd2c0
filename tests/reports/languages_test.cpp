#include "data/files.hpp"
#include "reports/figures.hpp"
#include "reports/labels.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>

using namespace jalon;

namespace {

reports::Labels labels_in(const std::string& language) {
  return reports::Labels::parse(language, data::find("words/" + language + ".txt").value());
}

/// The places of a text. A text for one thing may say "1" or "{n}".
std::set<std::string> places_of(const std::string& key, const std::string& text) {
  std::set<std::string> places;
  const std::regex place{"\\{[^}]*\\}"};
  for (std::sregex_iterator at{text.begin(), text.end(), place}, end; at != end; ++at) {
    places.insert(at->str());
  }
  if (key.ends_with(".one")) places.erase("{n}");
  return places;
}

/// Texts without a word, a command line, names of months, and words that two languages share.
bool may_be_equal(std::string_view language, const std::string& key, const std::string& text) {
  const std::string bare = std::regex_replace(text, std::regex{"\\{[^}]*\\}"}, "");
  const bool wordless =
      std::ranges::none_of(bare, [](unsigned char c) { return std::isalpha(c) != 0; });
  if (wordless || key == "todo.incomplete") return true;
  static const std::set<std::pair<std::string_view, std::string_view>> kShared{
      {"fr", "column.total"},
      {"fr", "column.initiative"},
      {"de", "column.initiative"},
      {"fr", "progress.initiatives"},
      {"fr", "history.dimensions"},
      {"fr", "chart.initiatives"},
      {"fr", "foot.programme"},
      {"fr", "initiative.source"},
      {"nl", "column.id"},
      {"nl", "test.tests"},
      {"nl", "test.tests.one"},
      {"nl", "freshness.fresh"},
      {"nl", "initiative.partners"},
      {"de", "report-period.april"},
      {"de", "report-period.august"},
      {"de", "report-period.september"},
      {"de", "report-period.november"}};
  return kShared.contains({language, key});
}

}  // namespace

TEST_CASE("every language has every text with its places, and none is left in English") {
  const auto words = labels_in("en");
  for (const std::string language : {"fr", "nl", "de"}) {
    const auto translated = labels_in(language);
    for (const auto& [key, text] : translated.all()) {
      INFO(language << " " << key);
      CHECK(words.all().contains(key));
    }
    for (const auto& [key, text] : words.all()) {
      INFO(language << " " << key);
      const auto found = translated.all().find(key);
      REQUIRE(found != translated.all().end());
      CHECK_FALSE(found->second.empty());
      CHECK(places_of(key, found->second) == places_of(key, text));
      CHECK((found->second != text || may_be_equal(language, key, text)));
    }
  }
}

TEST_CASE("every status has a word of its own in every language") {
  for (const std::string language : {"en", "fr", "nl", "de"}) {
    const auto words = labels_in(language);
    std::set<std::string> said;
    int statuses = 0;
    for (const auto& [key, text] : words.all()) {
      if (!key.starts_with("status.") || key == "status.empty") continue;
      said.insert(text);
      ++statuses;
    }
    CHECK(statuses == 7);
    CHECK(said.size() == 7);
  }
}

TEST_CASE("one thing is said as the language does") {
  const std::string text = "left = {n} many\nleft.one = {n} single\n";
  struct Row {
    const char *language, *n, *said;
  };
  for (const Row& row :
       {Row{"en", "0", "0 many"}, Row{"en", "1", "1 single"}, Row{"en", "1.5", "1.5 many"},
        Row{"en", "10", "10 many"}, Row{"nl", "0", "0 many"}, Row{"nl", "1", "1 single"},
        Row{"de", "1,5", "1,5 many"}, Row{"fr", "0", "0 single"}, Row{"fr", "0,7", "0,7 single"},
        Row{"fr", "1", "1 single"}, Row{"fr", "1,5", "1,5 single"}, Row{"fr", "2", "2 many"},
        Row{"fr", "10", "10 many"}, Row{"fr", "", " many"}}) {
    INFO(row.language << " " << row.n);
    CHECK(reports::Labels::parse(row.language, text)("left", {{"n", row.n}}) == row.said);
  }
}

TEST_CASE("numbers have the point or the comma of the language") {
  struct Row {
    const char *language, *number, *share;
  };
  for (const Row& row : {Row{"en", "1\u202f234\u202f567.5", "33.3\u202f%"},
                         Row{"fr", "1\u202f234\u202f567,5", "33,3\u202f%"},
                         Row{"nl", "1\u202f234\u202f567,5", "33,3\u202f%"},
                         Row{"de", "1\u202f234\u202f567,5", "33,3\u202f%"}}) {
    INFO(row.language);
    const auto words = labels_in(row.language);
    CHECK(reports::figure(Decimal::parse("1234567.5").value(), words) == row.number);
    CHECK(reports::percent(Decimal::parse("0.3333").value(), words) == row.share);
  }
}

// A good programme with a few bytes changed is read, or explained; nothing else.
#include "rules/definitions/load.hpp"
#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <string_view>

using namespace jalon;

namespace {

constexpr std::string_view kBytes = "[]{}=\",.#'\n\\0123456789abcxyz-_ \t\xC3\xA9\x01%~><";
constexpr std::string_view kWords[] = {
    "inf",        "nan",     "-1",    "1e400",        "2020",      "2020-02-30",         "\"\"",
    "[]",         "{}",      "true",  "\"mid-2020\"", "\"../..\"", "999999999999999999", "0x",
    "[[target]]", "\"poc\"", "1e-18", "\"2020\"",     "'''"};

/// What the sample has not: promises that change, and what hangs on other definitions.
constexpr std::string_view kChanges = R"(format = 1

[[indicator]]
id         = "unspent"
title      = "Money left"
unit       = "EUR"
difference = ["budget", "spent"]
was        = ["rest"]

[[indicator]]
id        = "spent"
title     = "Money spent"
unit      = "EUR"
measure   = "flow"
freshness = { warn_after = "30d", stale_after = "60d" }

[[target]]
id        = "trained.kept"
indicator = "trained"
at_least  = { series = "population" }
hold      = { from = "2020", until = "2030" }
tolerance = "10%"

[[target]]
id        = "spent.less"
indicator = "spent"
at_most   = { baseline = "-65%" }
by        = "2030"
start     = "2021"
baseline  = { value = 400, on = 2020-12-31 }
expect    = "linear"

[[target]]
id          = "poc.yearly"
indicator   = "poc"
where       = { kind = ["individual", "collective"] }
at_least    = 2
per         = "year"
first       = "2019"
first_share = "prorata"
overall     = "all"

[[commitment]]
id    = "most"
title = "Most of it"
share = 0.5
of    = ["all-of-it", "poc.yearly", "spent.less"]

[[revision]]
of       = "spent.less"
decided  = 2022-01-01
reason   = "Prices"
by       = "2032"
baseline = { value = 500, on = 2020-12-31 }
expect   = "linear"

[[revision]]
of       = "budget.yearly"
decided  = 2022-02-01
reason   = "Prices"
at_least = 100
expect   = "linear"
split    = { dimension = "pillar", parts = { use = 30, research = 50, support = 20 }, tolerance = 1 }

[[revision]]
of        = "sandbox.law"
decided   = 2021-02-01
reason    = "Elections"
withdrawn = true

[[waiver]]
id          = "W-1"
target      = "budget.yearly[2022][pillar=use]"
reason      = "Floods"
approved_by = "ministry"
granted     = 2023-01-01
expires     = 2024-06-30
)";

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_{seed} {}

  void change(std::string& text) {
    const std::size_t at = below(text.size());
    const std::size_t length = 1 + below(8);
    switch (below(6)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(at, length));
        break;
      case 2:
        text[at] = kBytes[below(kBytes.size())];
        break;
      case 3:
        replace_value(text, at);
        break;
      case 4:
        copy_line(text, at);
        break;
      default:
        text.erase(at, text.find('\n', at) - at);
        break;
    }
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  /// Puts something else behind the next `=`.
  void replace_value(std::string& text, std::size_t at) {
    const std::size_t sign = text.find("= ", at);
    if (sign == std::string::npos) return;
    const std::size_t end = text.find('\n', sign);
    text.replace(sign + 2, end - sign - 2, kWords[below(std::size(kWords))]);
  }

  /// Repeats a line somewhere else.
  void copy_line(std::string& text, std::size_t at) {
    const std::size_t start = text.rfind('\n', at);
    const std::size_t end = text.find('\n', at);
    if (start == std::string::npos || end == std::string::npos) return;
    const std::string line = text.substr(start, end - start);
    const std::size_t place = text.find('\n', below(text.size()));
    if (place != std::string::npos) text.insert(place, line);
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("the programme whose bytes are changed is sound itself") {
  CHECK(tests::sound_with(kChanges.substr(kChanges.find('\n'))).revisions.size() == 3);
}

TEST_CASE("a programme with changed bytes is read or explained, never anything else") {
  int read = 0;
  int refused = 0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    INFO("seed " << seed);
    Mutator mutator{seed};
    definitions::File workspace = tests::sample_workspace();
    auto files = tests::sample_files();
    files.push_back({"changes.toml", std::string{kChanges}});
    std::string& text = seed % 7 == 0 ? workspace.text : files[seed % 3].text;
    for (std::uint32_t i = 0; i <= seed % 3; ++i) mutator.change(text);
    const auto programme = definitions::load(workspace, files);
    if (programme) {
      ++read;
      REQUIRE(programme.value().targets.size() + programme.value().milestones.size() > 0);
    } else {
      ++refused;
      REQUIRE_FALSE(programme.error().empty());
      REQUIRE_FALSE(render(programme.error()).empty());
    }
  }
  CHECK(read > 50);      // some changes only touch texts
  CHECK(refused > 500);  // most break something
}

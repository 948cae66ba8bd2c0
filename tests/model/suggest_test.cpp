#include "rules/model/suggest.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace jalon;

namespace {

constexpr std::array<std::string_view, 9> kKeys{
    "indicator", "initiative", "at_least",
    "at_most",   "during",     "due",
    "owner",     "by",         "tremplin-ai.poc-collective"};

std::string first(std::string_view name) {
  const auto names = nearest(name, kKeys);
  return names.empty() ? std::string{} : std::string{names.front()};
}

}  // namespace

TEST_CASE("A misspelt name finds the one that was meant") {
  struct Row {
    std::string_view written, meant;
  };
  for (const auto& row :
       {Row{"indicater", "indicator"}, Row{"indiactor", "indicator"},
        Row{"indicators", "indicator"}, Row{"ndicator", "indicator"}, Row{"Indicator", "indicator"},
        Row{"at-least", "at_least"}, Row{"atleast", "at_least"}, Row{"AT_MOST", "at_most"},
        Row{"onwer", "owner"}, Row{"bye", "by"},
        Row{"poc-collective", "tremplin-ai.poc-collective"},
        Row{"tremplin_ai_poc_colective", "tremplin-ai.poc-collective"}}) {
    CAPTURE(row.written);
    CHECK(first(row.written) == row.meant);
  }
}

TEST_CASE("A name that resembles nothing finds nothing") {
  for (const std::string_view name : {"", "xyz", "severity", "collective", "o", "---"}) {
    CAPTURE(name);
    CHECK(nearest(name, kKeys).empty());
    CHECK(did_you_mean(name, kKeys).empty());
  }
}

TEST_CASE("Suggestions come nearest first and not more than asked for") {
  constexpr std::array<std::string_view, 5> names{"pocket", "pock", "poc", "pod", "poca"};
  CHECK(nearest("poc", names) == std::vector<std::string_view>{"poc", "pock", "pod"});
  CHECK(nearest("poc", names, 1) == std::vector<std::string_view>{"poc"});
  CHECK(nearest("poc", names, 0).empty());
}

TEST_CASE("The question names up to three") {
  constexpr std::array<std::string_view, 4> names{"aab", "aac", "aad", "aae"};
  CHECK(did_you_mean("aaa", std::span{names}.first(1)) == "did you mean `aab`?");
  CHECK(did_you_mean("aaa", std::span{names}.first(2)) == "did you mean `aab` or `aac`?");
  CHECK(did_you_mean("aaa", names) == "did you mean `aab`, `aac` or `aad`?");
}

TEST_CASE("Hostile names and candidates cost little and find nothing") {
  const std::string endless(10'000'000, 'a');
  const std::array<std::string_view, 2> names{endless, "indicator"};
  CHECK(nearest(endless, names).empty());
  CHECK(nearest("indicater", names) == std::vector<std::string_view>{"indicator"});
  const std::string long_name(64, 'a');
  const std::vector<std::string_view> many(20'000, long_name);
  CHECK(nearest(std::string(63, 'a') + 'b', many).size() == 3);
}

#include "rules/model/id.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace jalon;

namespace {

struct Mistake {
  std::string_view text, reason, hint;
};

constexpr std::string_view kForm = "lower-case letters and digits, joined by single `-` or `.`";

}  // namespace

TEST_CASE("Ids are words in lower case joined by hyphens and dots") {
  for (const std::string text :
       {"poc", "tremplin-ai.poc-collective", "a", "2020", "a1-b2.c3", "1st"}) {
    CAPTURE(text);
    REQUIRE(parse_id(text));
    CHECK(parse_id(text).value() == text);
    CHECK(parse_loose_id(text));
  }
  CHECK(parse_id(std::string(100, 'a')));
}

TEST_CASE("What is no id is refused with the nearest one") {
  const std::vector<Mistake> mistakes{
      {"", "an id is missing", ""},
      {"PoC", "`PoC` is not an id", "write `poc`"},
      {"my_target", "`my_target` is not an id", "write `my-target`"},
      {"my target", "`my target` is not an id", "write `my-target`"},
      {"a--b", "`a--b` is not an id", "write `a-b`"},
      {"a..b", "`a..b` is not an id", "write `a.b`"},
      {"-a", "`-a` is not an id", "write `a`"},
      {"a-", "`a-` is not an id", "write `a`"},
      {"a.-b", "`a.-b` is not an id", "write `a.b`"},
      {"-", "`-` is not an id", kForm},
      {"é", "`é` is not an id", kForm},
      {"a[b]", "`a[b]` is not an id", kForm},
      {"a\nb", "`a\\nb` is not an id", kForm},
      {"a/../b", "`a/../b` is not an id", kForm}};
  for (const auto& mistake : mistakes) {
    CAPTURE(mistake.text);
    const auto id = parse_id(mistake.text);
    REQUIRE_FALSE(id);
    CHECK(id.error().reason == mistake.reason);
    CHECK(id.error().hint == mistake.hint);
  }
  const auto long_id = parse_id(std::string(101, 'a'));
  REQUIRE_FALSE(long_id);
  CHECK(long_id.error().reason.find("longer than the 100 characters") != std::string::npos);
  CHECK(parse_id(std::string(1'000'000, 'a')).error().reason.size() < 200);
}

TEST_CASE("Loose ids may carry capitals") {
  CHECK(parse_loose_id("W-2020-01").value() == "W-2020-01");
  const auto blank = parse_loose_id("W 2020 01");
  REQUIRE_FALSE(blank);
  CHECK(blank.error().hint == "write `W-2020-01`");
}

TEST_CASE("A bracket quotes values that are more than one plain word") {
  CHECK(bracket("2020") == "[2020]");
  CHECK(bracket(DimensionValue{"pillar", "support"}) == "[pillar=support]");
  CHECK(bracket(DimensionValue{"pillar", "a.b_c-D1"}) == "[pillar=a.b_c-D1]");
  CHECK(bracket(DimensionValue{"company", "Van Damme & Co"}) == "[company=\"Van Damme & Co\"]");
  CHECK(bracket(DimensionValue{"company", ""}) == "[company=\"\"]");
  CHECK(bracket(DimensionValue{"company", "a\"b\\c"}) == "[company=\"a\\\"b\\\\c\"]");
  CHECK(bracket(DimensionValue{"company", "é"}) == "[company=\"é\"]");
}

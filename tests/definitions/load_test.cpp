#include "rules/definitions/load.hpp"
#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace jalon;
using tests::sample_programme;
using tests::sound_with;
using tests::target;

namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
Date day(std::string_view text) { return parse_date(text).value(); }

}  // namespace

TEST_CASE("the workspace file says how the programme is called and how words are read") {
  const Programme programme = sample_programme();
  CHECK(programme.id == "sample");
  CHECK(programme.title.text == "A sample");
  CHECK(programme.title.in("fr") == "Un exemple");
  CHECK(programme.timezone == "Europe/Brussels");
  CHECK(programme.language == "en");
  CHECK(programme.areas == std::vector<std::string>{"skills", "business", "rules"});
  CHECK(programme.levels == std::vector<std::string>{"nation", "region"});
  CHECK(programme.store_path == "sample.db");
  CHECK(programme.margins == DateMargins{});
  CHECK(programme.defaults.severity == Severity::low);
  CHECK(programme.defaults.completeness == Completeness::attested);
  CHECK(programme.defaults.outlook.on_track == number("0.9"));
  CHECK(programme.defaults.outlook.at_risk == number("0.7"));
  CHECK(programme.defaults.about == Decimal{5});
}

TEST_CASE("a programme has its defaults where the workspace file says nothing") {
  const definitions::File workspace{
      "jalon.toml",
      "format = 1\n[programme]\nid = \"p\"\ntitle = \"P\"\ntimezone = \"UTC\"\n"
      "[[milestone]]\nid = \"m\"\ntitle = \"M\"\nstages = [\"s\"]\nreach = \"s\"\nby = \"2020\"\n"};
  const auto programme = definitions::load(workspace, {});
  if (!programme) FAIL(render(programme.error()));
  CHECK(programme.value().store_path == "jalon.db");
  CHECK(programme.value().defaults.about == Decimal{10});
  CHECK(programme.value().defaults.severity == Severity::medium);
  CHECK(programme.value().milestones[0].completeness == Completeness::assumed);
}

TEST_CASE("names, facts and reference data are read as they are written") {
  const Programme programme = sample_programme();
  REQUIRE(programme.sources.size() == 1);
  CHECK(programme.sources[0].publisher == "The ministry");
  CHECK(programme.sources[0].date->latest == day("2020-02-29"));
  REQUIRE(programme.initiatives.size() == 1);
  CHECK(programme[*programme.initiatives[0].owner].id == "ministry");
  CHECK(programme[programme.initiatives[0].partners.at(0)].id == "agency");
  REQUIRE(programme.recommendations.size() == 1);
  CHECK(programme.recommendations[0].kind == Recommendation::Kind::plan);
  REQUIRE(programme.facts.size() == 2);
  CHECK(programme.facts[0].value->written == ">15000000");
  CHECK(programme.facts[0].value->range.lo.open);
  CHECK(programme.facts[0].sources.at(0).locator == "page 3");
  CHECK(programme.facts[1].value->number == number("26.4"));
  REQUIRE(programme.series.size() == 1);
  CHECK(programme.series[0].values.at(0).on == day("2019-01-01"));
  CHECK(programme.series[0].values.at(1).value == number("11492641"));
}

TEST_CASE("indicators say what is measured and what their records need") {
  const Programme programme = sample_programme();
  REQUIRE(programme.indicators.size() == 4);
  const Indicator& poc = programme.indicators[0];
  CHECK(std::holds_alternative<Flow>(poc.measure));
  CHECK(poc.key == "project");
  CHECK(poc.whole);
  CHECK(poc.evidence.required);
  CHECK(poc.evidence.min == 2);
  CHECK(poc.evidence.kinds == std::vector<std::string>{"press", "contract"});
  CHECK(poc.completeness == Completeness::attested);  // the programme's default
  REQUIRE(poc.dimensions.size() == 2);
  CHECK(poc.dimensions[0].name == "company");  // sorted by name
  CHECK(poc.dimensions[0].open);
  CHECK(poc.dimensions[1].values == std::vector<std::string>{"individual", "collective"});
  const Indicator& trained = programme.indicators[2];
  CHECK(std::holds_alternative<Stock>(trained.measure));
  CHECK(trained.completeness == Completeness::assumed);
  CHECK(trained.range == Interval{{Decimal{0}}, {Decimal{12'000'000}}});
  const auto& ratio = std::get<Ratio>(programme.indicators[3].measure);
  CHECK(programme[ratio.of].id == "trained");
  CHECK(programme[std::get<Ref<Series>>(ratio.to)].id == "population");
}

TEST_CASE("every time clause is read with its days") {
  const Programme programme = sample_programme();
  const auto& before = std::get<Before>(target(programme, "poc.individual").time);
  CHECK(before.event.written == "2020-H2");
  CHECK(before.event.from == day("2020-07-01"));
  const auto& by = std::get<By>(target(programme, "poc.collective").time);
  CHECK(by.due.nominal == day("2020-06-30"));
  CHECK(by.due.latest == day("2020-07-31"));
  const auto& each = std::get<ForEach>(target(programme, "poc.each").time);
  CHECK(each.dimension == "company");
  CHECK(each.within_days == 90);
  CHECK(each.share == number("0.75"));
  const auto& per = std::get<Per>(target(programme, "budget.yearly").time);
  CHECK(per.unit == PeriodUnit::year);
  CHECK(per.first == Period{day("2020-01-01"), day("2020-12-31")});
  CHECK(per.last == Period{day("2030-01-01"), day("2030-12-31")});
  const auto& during = std::get<During>(target(programme, "budget.limit").time);
  CHECK(during.window.from == day("2020-01-01"));
  CHECK(during.window.nominal == day("2021-12-31"));
  CHECK(std::get<Undated>(target(programme, "trained.corridor").time).why == "no day was named");
  CHECK(std::get<By>(target(programme, "trained.share").time).due.nominal == day("2025-12-31"));
}

TEST_CASE("numbers are exactly those that stand in the file") {
  const Programme programme = sample_programme();
  CHECK(std::get<AtLeast>(target(programme, "budget.yearly").comparison).goal == number("79.7"));
  CHECK(std::get<AtMost>(target(programme, "budget.limit").comparison).goal == number("1000000"));
  const auto& between = std::get<Between>(target(programme, "trained.corridor").comparison);
  CHECK(between.lower == number("1000"));
  CHECK(between.upper == number("2000"));  // 0x7D0
  struct Row {
    const char* written;
    const char* read;
  };
  const Row rows[] = {{"26.4", "26.4"},      {"0.1", "0.1"},
                      {"1e-7", "0.0000001"}, {"999_999_999_999_999_999", "999999999999999999"},
                      {"+5", "5"},           {"-3.50", "-3.5"},
                      {"0b101", "5"},        {"0o17", "15"},
                      {"6.02E+3", "6020"}};
  for (const Row& row : rows) {
    INFO(row.written);
    const Programme one = sound_with("[[target]]\nid = \"t\"\nindicator = \"budget\"\nat_least = " +
                                     std::string{row.written} + "\nby = \"2025\"\n");
    CHECK(std::get<AtLeast>(target(one, "t").comparison).goal.str() == row.read);
  }
}

TEST_CASE("owner, area, level, start and tags come from the initiative where a target has none") {
  const Programme programme = sample_programme();
  const Target& inherited = target(programme, "poc.individual");
  CHECK(programme[*inherited.initiative].id == "springboard");  // through the indicator
  CHECK(programme[*inherited.owner].id == "ministry");
  CHECK(inherited.area == "business");
  CHECK(inherited.level == "region");
  CHECK(inherited.tags == std::vector<std::string>{"money", "firms"});
  CHECK(inherited.start == day("2019-07-01"));
  CHECK(inherited.severity == Severity::high);

  const Target& own = target(programme, "poc.collective");
  CHECK(programme[*own.owner].id == "agency");
  CHECK(own.area == "rules");
  CHECK(own.level == "nation");
  CHECK(own.tags == std::vector<std::string>{"own"});
  CHECK(own.start == day("2020-01-01"));
  CHECK(own.severity == Severity::low);  // the programme's default

  CHECK_FALSE(target(programme, "budget.yearly").start);  // a period opens its own window
  CHECK_FALSE(target(programme, "trained.share").initiative);
  CHECK_FALSE(target(programme, "trained.share").start);
  CHECK(programme.milestones.at(0).area == "business");
  CHECK(programme.indicators.at(1).tags == std::vector<std::string>{"money", "firms"});
}

TEST_CASE("a split makes one target for each part, right behind the whole") {
  const Programme programme = sample_programme();
  std::size_t whole = 0;
  while (programme.targets.at(whole).id != "budget.yearly") ++whole;
  CHECK_FALSE(programme.targets[whole].part);
  CHECK_FALSE(programme.targets[whole].tolerance);
  struct Row {
    const char* id;
    const char* goal;
  };
  const Row rows[] = {{"budget.yearly[pillar=use]", "26.4"},
                      {"budget.yearly[pillar=research]", "36.3"},
                      {"budget.yearly[pillar=support]", "17"}};
  for (std::size_t i = 0; i < 3; ++i) {
    const Target& part = programme.targets.at(whole + 1 + i);
    CHECK(part.id == rows[i].id);
    CHECK(std::get<AtLeast>(part.comparison).goal == number(rows[i].goal));
    CHECK(part.whole == Ref<Target>{static_cast<std::uint32_t>(whole)});
    REQUIRE(part.where.size() == 1);
    CHECK(part.where[0] == *part.part);
    CHECK(part.tolerance->percent);
    CHECK(part.tolerance->value == Decimal{5});
    CHECK(part.expect_linear);
    CHECK(std::holds_alternative<Per>(part.time));
    CHECK(part.owner == programme.targets[whole].owner);
    CHECK(part.place.line > programme.targets[whole].place.line);
  }
  CHECK(programme.targets.at(whole + 4).id == "budget.limit");
}

TEST_CASE("parts take no baseline and no checkpoints from the whole, and names may need quotes") {
  const Programme programme = sound_with(R"(
[[target]]
id         = "split"
indicator  = "poc"
at_least   = 3
by         = "2021"
start      = "2020"
baseline   = { value = 0 }
checkpoint = [{ on = "2020", at_least = 1 }]
split      = { dimension = "company", parts = { "Van Damme & Co" = 1, b = 2 }, tolerance = 0.5 }
)");
  const Target& part = target(programme, "split[company=\"Van Damme & Co\"]");
  CHECK_FALSE(part.baseline);
  CHECK(part.checkpoints.empty());
  CHECK(part.start == day("2020-01-01"));
  CHECK_FALSE(part.tolerance->percent);
  CHECK(part.tolerance->value == number("0.5"));
  CHECK(target(programme, "split").checkpoints.size() == 1);
}

TEST_CASE("a path has its baseline and its checkpoints by their nominal days") {
  const Programme programme = sample_programme();
  const Target& own = target(programme, "poc.collective");
  CHECK(own.baseline->value == Decimal{0});
  CHECK(own.baseline->on == day("2019-12-31"));
  REQUIRE(own.checkpoints.size() == 1);
  CHECK(own.checkpoints[0].on == day("2020-03-31"));
  CHECK(own.checkpoints[0].value == Decimal{1});
  CHECK(target(programme, "budget.yearly").expect_linear);
}

TEST_CASE("commitments are made of targets, parts and milestones") {
  const Programme programme = sample_programme();
  REQUIRE(programme.commitments.size() == 2);
  const Commitment& all = programme.commitments[0];
  CHECK(std::holds_alternative<All>(all.rule));
  REQUIRE(all.members.size() == 3);
  CHECK(programme[std::get<Ref<Target>>(all.members[0])].id == "poc.individual");
  CHECK(programme[std::get<Ref<Target>>(all.members[1])].id == "budget.yearly[pillar=use]");
  CHECK(programme[std::get<Ref<Milestone>>(all.members[2])].id == "sandbox.law");
  CHECK(all.severity == Severity::critical);
  CHECK(std::get<AtLeastOf>(programme.commitments[1].rule).k == 2);
  const Milestone& law = programme.milestones.at(0);
  CHECK(law.stages.at(law.reach) == "adopted");
  CHECK(std::get<During>(law.time).window.latest == day("2021-04-30"));
}

TEST_CASE("a definition's place is the line of its header") {
  const Programme programme = sound_with("\n\n  [[source]]\nid = \"s\"\ntitle = \"S\"\n");
  CHECK(programme.sources.at(1).place == Place{"more.toml", 4, 3});
}

TEST_CASE("what a workspace includes can be read before its mistakes are listed") {
  const auto includes = definitions::read_includes(tests::sample_workspace());
  REQUIRE(includes);
  CHECK(includes.value().include == std::vector<std::string>{"*.toml"});
  CHECK(includes.value().tests == std::vector<std::string>{"tests/*.test.toml"});
  const auto lenient = definitions::read_includes(
      {"jalon.toml", "oops = 1\n[definitions]\ninclude = [\"a.toml\", 3]\n"});
  REQUIRE(lenient);
  CHECK(lenient.value().include == std::vector<std::string>{"a.toml"});
  CHECK(lenient.value().tests.empty());
  CHECK_FALSE(definitions::read_includes({"jalon.toml", "[definitions"}));
}

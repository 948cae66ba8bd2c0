// Keys of a promise beyond a number and a day: levels to keep, trends, margins, goals that are not
// written as numbers, periods with a say of their own; and what derived indicators are made of.
#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace jalon;
using tests::codes;
using tests::day;
using tests::load_with;
using tests::number;
using tests::sound_with;
using tests::target;

namespace {

std::string promise(const std::string& indicator, const std::string& lines) {
  return "[[target]]\nid = \"t\"\nindicator = \"" + indicator + "\"\n" + lines;
}

struct Row {
  const char* indicator;
  const char* lines;
  const char* code;  ///< nullptr: sound
};

void check_row(const Row& row) {
  INFO(row.indicator << "\n" << row.lines);
  CHECK(codes(load_with(promise(row.indicator, row.lines))) ==
        (row.code == nullptr ? std::vector<std::string>{} : std::vector<std::string>{row.code}));
}

}  // namespace

TEST_CASE("a level to keep has a first day and an end, or neither") {
  const Programme programme = sound_with(
      promise("trained", "at_least = 5\nhold = { from = \"2020-02\", until = \"mid-2025\" }\n"));
  const auto& hold = std::get<Hold>(target(programme, "t").time);
  CHECK(hold.from == day("2020-02-01"));
  CHECK(hold.until->nominal == day("2025-06-30"));
  CHECK_FALSE(target(programme, "t").start);
  const Programme always = sound_with(promise("trained-share", "at_least = 5\nhold = {}\n"));
  CHECK_FALSE(std::get<Hold>(target(always, "t").time).from);
  CHECK_FALSE(std::get<Hold>(target(always, "t").time).until);
}

TEST_CASE("what `hold` asks for") {
  const Row rows[] = {
      {"poc", "at_least = 5\nhold = {}\n", "hold-on-flow"},
      {"trained", "at_least = 5\nhold = \"2020\"\n", "wrong-type"},
      {"trained", "at_least = 5\nhold = { from = \"../2020\" }\n", "open-date"},
      {"trained", "at_least = 5\nhold = { until = \"2020/..\" }\n", "open-date"},
      {"trained", "at_least = 5\nhold = { from = 2020-01-02, until = 2020-01-02 }\n", nullptr},
      {"trained", "at_least = 5\nhold = { from = 2020-01-02, until = 2020-01-01 }\n",
       "reversed-bounds"},
      {"trained", "at_least = 5\nhold = { since = \"2020\" }\n", "unknown-key"},
      {"trained", "at_least = 5\nhold = {}\nstart = \"2020\"\n", "misplaced-key"},
      {"trained", "at_least = 5\nhold = {}\nexpect = \"linear\"\n", "no-path"},
      {"trained", "at_least = 5\nhold = {}\nby = \"2020\"\n", "one-time-clause"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("a tolerance is a number or a percentage") {
  const Programme percent =
      sound_with(promise("trained", "at_least = 5\nby = \"2025\"\ntolerance = \"10%\"\n"));
  CHECK(target(percent, "t").tolerance->percent);
  CHECK(target(percent, "t").tolerance->value == Decimal{10});
  const Programme plain =
      sound_with(promise("trained", "between = [5, 6]\nby = \"2025\"\ntolerance = 0.5\n"));
  CHECK_FALSE(target(plain, "t").tolerance->percent);
  CHECK(target(plain, "t").tolerance->value == number("0.5"));
  const Row rows[] = {
      {"trained", "at_least = 5\nby = \"2025\"\ntolerance = -1\n", "out-of-range"},
      {"trained", "at_least = 5\nby = \"2025\"\ntolerance = \"100%\"\n", "out-of-range"},
      {"trained", "at_least = 5\nby = \"2025\"\ntolerance = \"10\"\n", "bad-number"},
      {"trained", "at_least = 5\nby = \"2025\"\ntolerance = true\n", "wrong-type"},
      {"trained", "trend = \"increase\"\nby = \"2025\"\nbaseline = { value = 1 }\ntolerance = 1\n",
       "misplaced-key"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("the tolerance of the whole is not that of its parts") {
  const Programme programme = sound_with(
      promise("budget",
              "at_least = 5\nby = \"2025\"\ntolerance = 1\n"
              "split = { dimension = \"pillar\", parts = { research = 2, use = 3 } }\n"));
  CHECK(target(programme, "t").tolerance);
  CHECK_FALSE(target(programme, "t[pillar=use]").tolerance);
}

TEST_CASE("a trend goes up or down from a baseline") {
  const Programme programme = sound_with(
      promise("trained", "trend = \"decrease\"\nby = \"2025\"\nbaseline = { value = 7 }\n"));
  CHECK_FALSE(std::get<Trend>(target(programme, "t").comparison).increase);
  const Row rows[] = {
      {"trained", "trend = \"increase\"\nby = \"2025\"\n", "no-baseline"},
      {"trained", "trend = \"increse\"\nby = \"2025\"\nbaseline = { value = 7 }\n",
       "unknown-choice"},
      {"budget",
       "trend = \"increase\"\nper = \"year\"\nfirst = \"2020\"\nbaseline = { value = 7 }\n",
       "baseline-on-period"},
      {"trained",
       "trend = \"increase\"\nby = \"2025\"\nstart = \"2020\"\nbaseline = { value = 7 }\nexpect = "
       "\"linear\"\n",
       "no-path"},
      {"budget",
       "trend = \"increase\"\nby = \"2025\"\nbaseline = { value = 7 }\nsplit = { dimension = "
       "\"pillar\", parts = { use = 1 } }\n",
       "unsplittable"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("a goal relative to the baseline is worked out exactly") {
  struct Case {
    const char* baseline;
    const char* change;
    const char* goal;
  };
  const Case cases[] = {{"100", "-65%", "35"},        {"40.3", "-65%", "14.105"},
                        {"40.3", "+0.1%", "40.3403"}, {"7", "-100%", "0"},
                        {"-20", "-50%", "-10"},       {"0", "+5%", "0"}};
  for (const Case& one : cases) {
    INFO(one.baseline << " " << one.change);
    const Programme programme = sound_with(
        promise("budget", std::string{"at_most = { baseline = \""} + one.change +
                              "\" }\nby = \"2030\"\nbaseline = { value = " + one.baseline +
                              ", on = 2005-12-31 }\n"));
    const auto& limit = std::get<AtMost>(target(programme, "t").comparison);
    CHECK(limit.goal.str() == one.goal);
    CHECK(limit.from.percent);
    CHECK_FALSE(limit.from.series);
  }
}

TEST_CASE("goals from a series or the baseline, and where they have no place") {
  const Programme programme =
      sound_with(promise("trained", "exactly = { series = \"population\" }\nby = \"2030\"\n"));
  const auto& point = std::get<Exactly>(target(programme, "t").comparison);
  CHECK(programme[*point.from.series].id == "population");
  const Row rows[] = {
      {"trained", "at_least = { series = \"poc\" }\nby = \"2030\"\n", "wrong-kind"},
      {"trained", "at_least = { series = \"populaton\" }\nby = \"2030\"\n", "unknown-reference"},
      {"budget", "at_least = { series = \"population\" }\nby = \"2030\"\n", "unit-mismatch"},
      {"trained", "at_least = {}\nby = \"2030\"\n", "one-comparison"},
      {"trained", "at_least = { series = \"population\", baseline = \"-1%\" }\nby = \"2030\"\n",
       "one-comparison"},
      {"trained", "between = [{ series = \"population\" }, 5]\nby = \"2030\"\n", "wrong-type"},
      {"trained", "between = { baseline = \"-65%\" }\nby = \"2030\"\n", "wrong-type"},
      {"trained", "at_most = { baseline = \"-65%\" }\nby = \"2030\"\n", "no-baseline"},
      {"trained", "at_most = { baseline = \"65%\" }\nby = \"2030\"\nbaseline = { value = 9 }\n",
       "bad-number"},
      {"trained", "at_most = { baseline = \"-101%\" }\nby = \"2030\"\nbaseline = { value = 9 }\n",
       "out-of-range"},
      {"trained", "at_most = { baseline = -65 }\nby = \"2030\"\nbaseline = { value = 9 }\n",
       "wrong-type"},
      {"trained",
       "at_most = { baseline = \"-65%\" }\nby = \"2030\"\nbaseline = { value = \"9\" }\n",
       "wrong-type"},
      {"poc",
       "at_least = { series = \"population\" }\nby = \"2030\"\nsplit = { dimension = "
       "\"kind\", parts = { individual = 1 } }\n",
       "unsplittable"},
  };
  for (const Row& row : rows) {
    if (std::string_view{row.code} == "unsplittable") {  // PoCs are not people either
      CHECK(codes(load_with(promise(row.indicator, row.lines))) ==
            std::vector<std::string>{"unit-mismatch", "unsplittable"});
    } else {
      check_row(row);
    }
  }
}

TEST_CASE("periods say which of them speaks for all, and how much of the first counts") {
  const auto per = [](const Programme& programme) {
    return std::get<Per>(target(programme, "t").time);
  };
  const std::string year = "at_least = 5\nper = \"year\"\nfirst = \"2019\"\n";
  CHECK(per(sound_with(promise("budget", year))).overall == Per::Overall::latest_closed);
  CHECK_FALSE(per(sound_with(promise("budget", year))).first_share);
  CHECK(per(sound_with(promise("budget", year + "overall = \"all\"\n"))).overall ==
        Per::Overall::all);
  CHECK(per(sound_with(promise("budget", year + "overall = \"current\"\n"))).overall ==
        Per::Overall::current);
  const auto half = per(sound_with(promise("budget", year + "first_share = 0.5\n"))).first_share;
  REQUIRE(half);
  CHECK(half->over == number("0.5"));
  CHECK(half->under == Decimal{1});
  // the initiative starts on 1 July 2019
  const auto rata =
      per(sound_with(promise("budget", year + "first_share = \"prorata\"\n"))).first_share;
  REQUIRE(rata);
  CHECK(rata->over == Decimal{184});
  CHECK(rata->under == Decimal{365});
  const Row rows[] = {
      {"budget", "at_least = 5\nper = \"year\"\nfirst = \"2019\"\nfirst_share = 1\n", nullptr},
      {"budget", "at_least = 5\nper = \"year\"\nfirst = \"2019\"\nfirst_share = 0\n",
       "out-of-range"},
      {"budget", "at_least = 5\nper = \"year\"\nfirst = \"2019\"\nfirst_share = 1.01\n",
       "out-of-range"},
      {"budget", "at_least = 5\nper = \"year\"\nfirst = \"2019\"\nfirst_share = \"half\"\n",
       "unknown-choice"},
      {"budget", "at_least = 5\nper = \"year\"\nfirst = \"2020\"\nfirst_share = \"prorata\"\n",
       "prorata-start"},
      {"budget", "at_least = 5\nper = \"half\"\nfirst = \"2019-H2\"\nfirst_share = \"prorata\"\n",
       nullptr},
      {"trained", "at_least = 5\nper = \"year\"\nfirst = \"2019\"\nfirst_share = \"prorata\"\n",
       "prorata-start"},
      {"budget", "at_least = 5\nby = \"2019\"\noverall = \"all\"\n", "misplaced-key"},
      {"trained",
       "trend = \"increase\"\nper = \"year\"\nfirst = \"2019\"\nfirst_share = 0.5\nbaseline = { "
       "value = 1 }\n",
       "misplaced-key"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("a list in `where` means any of its values") {
  const Programme programme = sound_with(
      promise("poc",
              "at_least = 5\nby = \"2025\"\nwhere = { kind = [\"individual\", \"collective\"], "
              "company = \"A\" }\n"));
  CHECK(target(programme, "t").where ==
        DimensionValues{{"company", "A"}, {"kind", "collective"}, {"kind", "individual"}});
  const Row rows[] = {
      {"poc", "at_least = 5\nby = \"2025\"\nwhere = { kind = [] }\n", "empty-list"},
      {"poc", "at_least = 5\nby = \"2025\"\nwhere = { kind = [\"individual\", \"individual\"] }\n",
       "duplicate-value"},
      {"poc", "at_least = 5\nby = \"2025\"\nwhere = { kind = [\"individual\", \"colective\"] }\n",
       "unknown-value"},
      {"poc", "at_least = 5\nby = \"2025\"\nwhere = { company = [\"A\", 3] }\n", "wrong-type"},
      {"poc",
       "at_least = 5\nfor_each = \"company\"\neach_within = \"9d\"\nwhere = { company = [\"A\", "
       "\"B\"] }\n",
       "fixed-dimension"},
      {"poc",
       "at_least = 2\nby = \"2025\"\nwhere = { company = [\"A\", \"B\"] }\nsplit = { dimension = "
       "\"company\", parts = { A = 1, B = 1 } }\n",
       "fixed-dimension"},
  };
  for (const Row& row : rows) check_row(row);
}

TEST_CASE("a level is one value of each dimension, not a list of them") {
  const std::string stock =
      "[[indicator]]\nid = \"pupils\"\ntitle = \"P\"\nunit = \"pupil\"\nmeasure = \"stock\"\n"
      "dimensions = { school = [\"north\", \"south\"] }\n"
      "[[indicator]]\nid = \"gap\"\ntitle = \"G\"\nunit = \"pupil\"\n"
      "difference = [\"pupils\", \"guests\"]\n"
      "[[indicator]]\nid = \"guests\"\ntitle = \"G\"\nunit = \"pupil\"\nmeasure = \"stock\"\n"
      "dimensions = { school = [\"south\", \"west\"] }\n";
  const auto with = [&](const std::string& indicator, const std::string& where) {
    return codes(load_with(
        stock +
        promise(indicator, "at_least = 5\nby = \"2025\"\nwhere = { school = " + where + " }\n")));
  };
  CHECK(with("pupils", "[\"north\", \"south\"]") == std::vector<std::string>{"open-dimension"});
  CHECK(with("pupils", "[\"north\"]").empty());
  CHECK(with("gap", "\"south\"").empty());
  CHECK(with("gap", "\"west\"") == std::vector<std::string>{"unknown-value"});
  CHECK(codes(load_with(stock + promise("gap", "at_least = 5\nby = \"2025\"\n"))) ==
        std::vector<std::string>{"open-dimension", "open-dimension"});
}

TEST_CASE("derived indicators are made of measured ones of one unit") {
  const Programme programme = sound_with(
      "[[indicator]]\nid = \"all\"\ntitle = \"A\"\nunit = \"EUR\"\nsum = [\"budget\", \"more\"]\n"
      "[[indicator]]\nid = \"left\"\ntitle = \"L\"\nunit = \"EUR\"\n"
      "difference = [\"budget\", \"more\"]\nfreshness = { stale_after = \"800d\" }\n"
      "[[indicator]]\nid = \"more\"\ntitle = \"M\"\nunit = \"EUR\"\nmeasure = \"flow\"\n"
      "[[indicator]]\nid = \"rate\"\ntitle = \"R\"\nunit = \"%\"\n"
      "ratio = { of = \"trained\", to = \"population\", pick = \"same-year\" }\n");
  const auto& sum = std::get<Sum>(programme.indicators.at(4).measure);
  REQUIRE(sum.parts.size() == 2);
  CHECK(programme[sum.parts[1]].id == "more");
  const auto& difference = std::get<Difference>(programme.indicators.at(5).measure);
  CHECK(programme[difference.from].id == "budget");
  CHECK(programme[difference.less].id == "more");
  CHECK(programme.indicators.at(5).freshness == Freshness{180, 800});
  CHECK(std::get<Ratio>(programme.indicators.at(7).measure).pick == Ratio::Pick::same_year);

  struct Mistake {
    const char* lines;
    const char* code;
  };
  const Mistake mistakes[] = {
      {"unit = \"EUR\"\nsum = [\"budget\"]\n", "out-of-range"},
      {"unit = \"EUR\"\nsum = [\"budget\", \"budget\"]\n", "duplicate-value"},
      {"unit = \"EUR\"\nsum = [\"budget\", \"poc\"]\n", "unit-mismatch"},
      {"unit = \"PoC\"\ndifference = [\"budget\", \"budget2\"]\n", "unknown-reference"},
      {"unit = \"EUR\"\ndifference = [\"budget\"]\n", "out-of-range"},
      {"unit = \"%\"\nsum = [\"trained-share\", \"x\"]\n", "derived-part"},
      {"unit = \"person\"\nsum = [\"trained\", \"x\"]\nwhole = true\n", "misplaced-key"},
      {"unit = \"person\"\nsum = [\"trained\", \"x\"]\nmonotone = true\n", "misplaced-key"},
      {"unit = \"person\"\nsum = [\"trained\", \"x\"]\nmeasure = \"flow\"\n", "one-measure"},
      {"unit = \"PoC\"\nmeasure = \"flow\"\nmonotone = true\n", "misplaced-key"},
      {"unit = \"x\"\nratio = { of = \"trained\", to = \"poc\", pick = \"same-year\" }\n",
       "misplaced-key"},
      {"unit = \"x\"\nratio = { of = \"poc\", to = \"trained\", pick = \"same-year\" }\n", nullptr},
      {"unit = \"x\"\nratio = { of = \"poc\", to = \"poc\", pick = \"latest\" }\n", nullptr},
      {"unit = \"x\"\nmeasure = \"stock\"\nfreshness = { warn_after = \"401d\" }\n",
       "reversed-bounds"},
      {"unit = \"x\"\nmeasure = \"stock\"\nfreshness = { warn_after = \"400d\" }\n", nullptr},
      {"unit = \"x\"\nmeasure = \"stock\"\nfreshness = { warn_after = 30 }\n", "wrong-type"},
      {"unit = \"x\"\nmeasure = \"stock\"\nfreshness = { warn_after = \"1 month\" }\n",
       "bad-duration"},
  };
  const std::string other =
      "[[indicator]]\nid = \"x\"\ntitle = \"X\"\nunit = \"person\"\nmeasure = \"stock\"\n";
  for (const Mistake& mistake : mistakes) {
    INFO(mistake.lines);
    auto found =
        codes(load_with(other + "[[indicator]]\nid = \"d\"\ntitle = \"D\"\n" + mistake.lines));
    if (std::string_view{mistake.lines}.find("trained-share") != std::string_view::npos) {
      CHECK(found == std::vector<std::string>{"derived-part", "unit-mismatch"});
      continue;
    }
    CHECK(found == (mistake.code == nullptr ? std::vector<std::string>{}
                                            : std::vector<std::string>{mistake.code}));
  }
}

TEST_CASE("ages of readings come from the defaults where an indicator has none") {
  definitions::File workspace = tests::sample_workspace();
  const std::string usual = R"(warn_after = "180d", stale_after = "400d")";
  workspace.text.replace(workspace.text.find(usual), usual.size(),
                         R"(warn_after = "20d", stale_after = "40d")");
  auto files = tests::sample_files();
  files.push_back({"more.toml",
                   "format = 1\n[[indicator]]\nid = \"own\"\ntitle = \"O\"\nunit = \"x\"\n"
                   "measure = \"stock\"\nmonotone = true\n"
                   "freshness = { warn_after = \"7d\", stale_after = \"14d\" }\n"});
  const auto programme = definitions::load(workspace, files);
  if (!programme) FAIL(render(programme.error()));
  CHECK(programme.value().defaults.freshness == Freshness{20, 40});
  CHECK(programme.value().indicators.at(2).freshness == Freshness{20, 40});
  CHECK(programme.value().indicators.at(4).freshness == Freshness{7, 14});
  CHECK(programme.value().indicators.at(4).monotone);
  CHECK_FALSE(programme.value().indicators.at(2).monotone);
}

TEST_CASE("an id of before is nobody else's") {
  const auto source = [](const std::string& id, const std::string& was) {
    return "[[indicator]]\nid = \"" + id +
           "\"\ntitle = \"S\"\nunit = \"x\"\nmeasure = \"flow\"\nwas = " + was + "\n";
  };
  const Programme programme = sound_with(source("new", "[\"old\", \"older\"]"));
  CHECK(programme.indicators.at(4).was == std::vector<std::string>{"old", "older"});
  CHECK(codes(load_with(source("new", "[\"poc\"]"))) == std::vector<std::string>{"duplicate-id"});
  CHECK(codes(load_with(source("new", "[\"new\"]"))) == std::vector<std::string>{"duplicate-id"});
  CHECK(codes(load_with(source("new", "[\"old\"]") + source("newer", "[\"old\"]"))) ==
        std::vector<std::string>{"duplicate-id"});
  CHECK(codes(load_with(source("new", "[\"old\", \"old\"]"))) ==
        std::vector<std::string>{"duplicate-value"});
  CHECK(codes(load_with(source("new", "[\"Old\"]"))) == std::vector<std::string>{"bad-id"});
  CHECK(codes(load_with(source("new", "\"old\""))) == std::vector<std::string>{"wrong-type"});
}

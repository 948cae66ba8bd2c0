#include "reports/chart_axis.hpp"
#include "reports/chart_svg.hpp"
#include "reports/formats.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::reports;

namespace {

Date on(const char* text) { return parse_date(text).value(); }
Decimal of(const char* text) { return Decimal::parse(text).value(); }

std::vector<Decimal> numbers(const std::vector<const char*>& texts) {
  std::vector<Decimal> all;
  for (const char* text : texts) all.push_back(of(text));
  return all;
}

std::string texts(const std::vector<Tick>& ticks) {
  std::string all;
  for (const Tick& tick : ticks) all += (all.empty() ? "" : " ") + tick.text;
  return all;
}

std::string drawn(const PathChart& drawing) {
  return chart_svg({"Caption", "Summary", {}, drawing}, "c", tests::english());
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("an axis of numbers ends in round numbers and holds all of them") {
  struct Row {
    std::vector<const char*> numbers;
    const char* ticks;
  };
  const auto row = GENERATE(values<Row>({
      {{}, "0 0.2 0.4 0.6 0.8 1"},
      {{"0"}, "0 0.2 0.4 0.6 0.8 1"},
      {{"10"}, "0 2 4 6 8 10"},
      {{"7", "7", "7"}, "0 2 4 6 8"},
      {{"3", "47"}, "0 10 20 30 40 50"},
      {{"990", "1000"}, "990 992 994 996 998 1000"},
      {{"-5", "20"}, "-5 0 5 10 15 20"},
      {{"-30", "-1"}, "-30 -20 -10 0"},
      {{"0.003"}, "0 0.001 0.002 0.003"},
  }));
  CHECK(texts(NumberAxis{numbers(row.numbers), 100, 0}.ticks(tests::english())) == row.ticks);
}

TEST_CASE("numbers stand between bottom and top in proportion, huge ones too") {
  const NumberAxis axis{numbers({"0", "10"}), 100, 0};
  CHECK(axis.at(of("0")) == Approx(100));
  CHECK(axis.at(of("5")) == Approx(50));
  CHECK(axis.at(of("10")) == Approx(0));
  CHECK(axis.at(of("99")) == Approx(0));
  const Decimal huge = of("999999999999999999");
  const NumberAxis large{{huge * huge, Decimal{}}, 100, 0};
  CHECK(large.at(huge * huge) == Approx(0).margin(0.1));
  CHECK(large.ticks(tests::english()).size() == 6);
}

TEST_CASE("zero stands where it is, or at the end that is nearest to it") {
  CHECK(NumberAxis{numbers({"-10", "10"}), 100, 0}.zero() == Approx(50));
  CHECK(NumberAxis{numbers({"990", "1000"}), 100, 0}.zero() == Approx(100));
}

TEST_CASE("an axis of days has ticks at the beginnings of calendar periods") {
  struct Row {
    const char* first;
    const char* last;
    const char* ticks;
  };
  const auto row = GENERATE(values<Row>({
      {"2020-01-01", "2020-06-30", "2020-01 2020-02 2020-03 2020-04 2020-05 2020-06"},
      {"2019-05-01", "2020-12-31", "2019-07 2019-10 2020-01 2020-04 2020-07 2020-10"},
      {"2019-01-01", "2025-12-31", "2019 2020 2021 2022 2023 2024 2025"},
      {"2020-03-01", "2020-03-05", "2020-03-01 2020-03-02 2020-03-03 2020-03-04 2020-03-05"},
      {"2020-03-01", "2020-03-01", "2020-02-29 2020-03-01 2020-03-02"},
  }));
  CHECK(texts(DayAxis{on(row.first), on(row.last), 0, 100}.ticks()) == row.ticks);
}

TEST_CASE("days outside of an axis stand at its end") {
  const DayAxis axis{on("2020-01-01"), on("2020-01-11"), 0, 100};
  CHECK(axis.at(on("2020-01-06")) == Approx(50));
  CHECK(axis.at(on("1400-01-01")) == Approx(0));
  CHECK(axis.at(on("9999-12-31")) == Approx(100));
}

TEST_CASE("a drawing is named and described, and its texts are harmless") {
  const std::string svg =
      chart_svg({"<script>\"", "a & b", {}, StatusBars{{{"<b>", {{engine::Status::met, 2}}}}}}, "x",
                tests::english());
  CHECK(contains(svg, "role=\"img\" aria-labelledby=\"x-title x-desc\""));
  CHECK(contains(svg, "<title id=\"x-title\">&lt;script&gt;"));
  CHECK(contains(svg, "<desc id=\"x-desc\">a &amp; b</desc>"));
  CHECK_FALSE(contains(svg, "<script"));
  CHECK_FALSE(contains(svg, "<b>"));
}

TEST_CASE("a path chart without points draws axes alone") {
  const std::string svg = drawn({.actual = {}, .as_of = on("2020-06-30")});
  CHECK(contains(svg, "class=\"axis\""));
  CHECK_FALSE(contains(svg, "class=\"actual\""));
}

TEST_CASE("one point lasts until the as-of day") {
  const std::string svg =
      drawn({.actual = {{on("2020-01-01"), of("5"), of("5"), of("5")}}, .as_of = on("2020-12-31")});
  CHECK(contains(svg, "<path class=\"actual\" d=\"M86.0,34.0H560.0\"/>"));
  CHECK_FALSE(contains(svg, "class=\"band\""));
}

TEST_CASE("what a value may be is a band beside its line, to the edge where it has no end") {
  const PathChart chart{.actual = {{on("2020-01-01"), of("0"), of("0"), of("10")},
                                   {on("2020-07-01"), of("10"), of("10"), {}},
                                   {on("2020-10-01"), of("10"), of("10"), of("10")}},
                        .as_of = on("2020-12-31")};
  CHECK(count(drawn(chart), "<rect class=\"band\"") == 1);
  PathChart higher = chart;
  higher.at_least = of("20");
  CHECK(count(drawn(higher), "<rect class=\"band\"") == 2);
}

TEST_CASE("an unknown value interrupts the line") {
  const std::string svg = drawn({.actual = {{on("2020-01-01"), of("1"), of("1"), of("1")},
                                            {on("2020-03-01"), {}, {}, {}},
                                            {on("2020-06-01"), of("2"), of("2"), of("2")}},
                                 .as_of = on("2020-12-31")});
  const auto path = svg.substr(svg.find("class=\"actual\""));
  CHECK(count(path.substr(0, path.find("/>")), "M") == 2);
}

TEST_CASE("actual, required path and goal each have a line and a label of their own") {
  const std::string svg =
      drawn({.actual = {{on("2020-01-01"), of("1"), of("1"), of("1")}},
             .required = {{on("2020-01-01"), of("0")}, {on("2020-12-31"), of("10")}},
             .at_least = of("10"),
             .due = on("2020-12-31"),
             .as_of = on("2020-06-30")});
  for (const char* kind : {"actual", "required", "goal", "due", "as-of"}) {
    CHECK(contains(svg, "class=\"" + std::string{kind} + "\""));
  }
  CHECK(contains(svg, ">at least 10<"));
  CHECK(contains(svg, ">required<"));
  CHECK(contains(svg, ">on record<"));
}

TEST_CASE("a negative bar hangs from zero") {
  const BarChart chart{{},
                       {{.period = "2019", .value = of("-10"), .lo = of("-10"), .hi = of("-10")},
                        {.period = "2020", .value = of("10"), .lo = of("10"), .hi = of("10")}}};
  const std::string body = draw_bars(chart, tests::english()).body;
  CHECK(contains(body, "y=\"145.0\" width=\"70.0\" height=\"105.0\""));
  CHECK(contains(body, "y=\"40.0\" width=\"70.0\" height=\"105.0\""));
}

TEST_CASE("bars that are closed, running and without data look different") {
  const BarChart chart{{},
                       {{.period = "2018", .state = Bar::State::closed, .value = of("1")},
                        {.period = "2019", .state = Bar::State::unknown},
                        {.period = "2020", .state = Bar::State::running, .value = of("1")}}};
  const std::string body = draw_bars(chart, tests::english()).body;
  CHECK(count(body, "class=\"bar running\"") == 2);  // the key and the bar
  CHECK(count(body, "class=\"none\"") == 1);
}

TEST_CASE("an empty cell of a matrix says so") {
  const Matrix chart{{"a", "b"}, {"x"}, {"one", "two"}, {{{1, 0}}, {{0, 0}}}};
  const std::string body = draw_matrix(chart, tests::english()).body;
  CHECK(contains(body, ">1 / 0<"));
  CHECK(contains(body, "class=\"cell empty\""));
  CHECK(contains(body, ">nothing<"));
}

TEST_CASE("a deadline that leaves days has a window, a reached one a ring") {
  const Timeline chart{
      {{"a", "A", engine::Status::met, on("2020-01-31"), on("2020-01-31"), on("2020-01-15")},
       {"b", "B", engine::Status::pending, on("2020-06-30"), on("2020-07-31"), {}}},
      on("2020-03-01")};
  const std::string body = draw_timeline(chart, tests::english()).body;
  CHECK(count(body, "class=\"window\"") == 2);   // one and the key
  CHECK(count(body, "class=\"reached\"") == 2);  // one and the key
}

TEST_CASE("a long text is cut between characters") {
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("éàü", 2) == "éà…");
}

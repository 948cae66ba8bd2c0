#include "reports/period.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;
using reports::last_closed_quarter;
using reports::parse_report_period;
using reports::period_words;

TEST_CASE("a period is read with its first and last day, and said in words") {
  struct Row {
    const char* text;
    Date first;
    Date last;
    const char* words;
  };
  const std::vector<Row> rows{
      {"2020", {2020, 1, 1}, {2020, 12, 31}, "2020"},
      {"2020-H1", {2020, 1, 1}, {2020, 6, 30}, "first half of 2020"},
      {"2020-H2", {2020, 7, 1}, {2020, 12, 31}, "second half of 2020"},
      {"2020-Q1", {2020, 1, 1}, {2020, 3, 31}, "first quarter of 2020"},
      {"2020-Q2", {2020, 4, 1}, {2020, 6, 30}, "second quarter of 2020"},
      {"2020-Q4", {2020, 10, 1}, {2020, 12, 31}, "fourth quarter of 2020"},
      {"2020-02", {2020, 2, 1}, {2020, 2, 29}, "February 2020"},
      {"2021-02", {2021, 2, 1}, {2021, 2, 28}, "February 2021"},
      {"2020-12", {2020, 12, 1}, {2020, 12, 31}, "December 2020"},
      {"2020-W01", {2019, 12, 30}, {2020, 1, 5}, "week 1 of 2020"},
      {"2020-W09", {2020, 2, 24}, {2020, 3, 1}, "week 9 of 2020"},
      {"2020-W53", {2020, 12, 28}, {2021, 1, 3}, "week 53 of 2020"},
      {"2021-W01", {2021, 1, 4}, {2021, 1, 10}, "week 1 of 2021"},
      {"2021-W52", {2021, 12, 27}, {2022, 1, 2}, "week 52 of 2021"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto period = parse_report_period(row.text);
    REQUIRE(period);
    CHECK(period.value().name == row.text);
    CHECK(period.value().days == Period{row.first, row.last});
    CHECK(period_words(period.value(), english()) == row.words);
  }
}

TEST_CASE("what is no period is refused with what was probably meant") {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"2020Q2", "write 2020-Q2"},
      {"2020q2", "write 2020-Q2"},
      {"2020-q2", "write 2020-Q2"},
      {"2020/Q2", "write 2020-Q2"},
      {"Q2 2020", "write 2020-Q2"},
      {"second quarter of 2020", "write 2020-Q2"},
      {"2020H1", "write 2020-H1"},
      {"2020W9", "write 2020-W09"},
      {"2020-W9", "write 2020-W09"},
      {"2020-6", "write 2020-06"},
      {"202006", "write 2020-06"},
      {"2020-Q5", "the quarters of a year are 2020-Q1 to 2020-Q4"},
      {"2020-Q0", "the quarters of a year are 2020-Q1 to 2020-Q4"},
      {"2020Q5", "the quarters of a year are 2020-Q1 to 2020-Q4"},
      {"2020-H3", "the halves of a year are 2020-H1 and 2020-H2"},
      {"2021-W53", "its weeks are 2021-W01 to 2021-W52"},
      {"2020-W54", "its weeks are 2020-W01 to 2020-W53"},
      {"2020-W00", "its weeks are 2020-W01 to 2020-W53"},
      {"2020-13", "write 2020-Q2, 2020-H1, 2020, 2020-06 or 2020-W09"},
      {"2020-06-30", "write 2020-Q2, 2020-H1, 2020, 2020-06 or 2020-W09"},
      {"mid-2020", "write 2020-Q2, 2020-H1, 2020, 2020-06 or 2020-W09"},
      {"", "write 2020-Q2, 2020-H1, 2020, 2020-06 or 2020-W09"},
      {"9999-W01", ""},
  };
  for (const auto& [text, hint] : rows) {
    INFO(text);
    const auto period = parse_report_period(text);
    REQUIRE_FALSE(period);
    CHECK_FALSE(period.error().reason.empty());
    CHECK(period.error().hint == hint);
  }
}

TEST_CASE("a quarter is closed at the end of its last day") {
  CHECK(last_closed_quarter({2020, 6, 30}).name == "2020-Q2");
  CHECK(last_closed_quarter({2020, 6, 29}).name == "2020-Q1");
  CHECK(last_closed_quarter({2020, 7, 1}).name == "2020-Q2");
  CHECK(last_closed_quarter({2020, 1, 15}).name == "2019-Q4");
  CHECK(last_closed_quarter({2019, 12, 31}).name == "2019-Q4");
}

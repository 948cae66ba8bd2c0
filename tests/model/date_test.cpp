#include "rules/model/date.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <vector>

using namespace jalon;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

}  // namespace

TEST_CASE("A day that exists is read and written back") {
  for (const std::string text : {"2020-06-30", "1400-01-01", "9999-12-31", "2020-02-29",
                                 "2000-02-29", "1999-12-31", "2021-02-28"}) {
    CAPTURE(text);
    REQUIRE(parse_date(text));
    CHECK(iso(parse_date(text).value()) == text);
  }
}

TEST_CASE("Days from one end of the calendar to the other are read and written back") {
  const Date last{9999, 12, 31};
  bool same = true;
  for (Date at{1400, 1, 1}; at < last && same; at += Days{11}) {
    const auto again = parse_date(iso(at));
    same = again && again.value() == at;
    if (!same) CHECK(iso(at).empty());
  }
  CHECK(same);
}

TEST_CASE("A text that is no day is refused with a hint") {
  struct Row {
    std::string_view text, reason, hint;
  };
  const std::string_view general = "write a day as 2020-06-30: year, month, day";
  const std::string_view two_ways = "write the year first, then the month: 2020-06-30";
  const std::vector<Row> rows{
      {"", "a day is missing", "write it as 2020-06-30"},
      {"2020-02-30", "30 February does not exist", "the last day of the month is 2020-02-29"},
      {"2021-02-29", "29 February 2021 does not exist", "the last day of the month is 2021-02-28"},
      {"1900-02-29", "29 February 1900 does not exist", "the last day of the month is 1900-02-28"},
      {"2020-06-31", "31 June does not exist", "the last day of the month is 2020-06-30"},
      {"2020-01-00", "0 January does not exist", "the last day of the month is 2020-01-31"},
      {"2020-13-01", "there is no month 13", "months go from 01 to 12"},
      {"2020-00-01", "there is no month 0", "months go from 01 to 12"},
      {"1399-12-31", "the year 1399 is outside the calendar",
       "years from 1400 to 9999 can be read"},
      {"0000-01-01", "the year 0 is outside the calendar", "years from 1400 to 9999 can be read"},
      {"2020-6-3", "`2020-6-3` is not a day", "write 2020-06-03"},
      {"2020/06/03", "`2020/06/03` is not a day", "write 2020-06-03"},
      {"06/07/2020", "`06/07/2020` can be read in two ways", two_ways},
      {"30.06.2020", "`30.06.2020` can be read in two ways", two_ways},
      {"06/07/20", "`06/07/20` is not a day", general},
      {"2020-6-31", "`2020-6-31` is not a day", general},
      {" 2020-06-30", "` 2020-06-30` is not a day", general},
      {"2020-06-30T12:00:00", "`2020-06-30T12:00:00` is not a day", general},
      {"-2020-01-01", "`-2020-01-01` is not a day", general},
      {"12020-01-01", "`12020-01-01` is not a day", general},
      {"2020-06", "`2020-06` is not a day", general},
      {"2020-06-3a", "`2020-06-3a` is not a day", general},
      {"today", "`today` is not a day", general},
      {"2020-06/30", "`2020-06/30` is not a day", general},
      {"\u0662\u0660\u0662\u0660-01-01", "`\u0662\u0660\u0662\u0660-01-01` is not a day", general},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto read = parse_date(row.text);
    REQUIRE_FALSE(read);
    CHECK(read.error().reason == row.reason);
    CHECK(read.error().hint == row.hint);
  }
}

TEST_CASE("Months are counted from the anchor and stop at the end of a shorter month") {
  struct Row {
    std::string_view anchor;
    int months;
    std::string_view result;
  };
  const std::vector<Row> rows{
      {"2020-01-31", 1, "2020-02-29"},
      {"2021-01-31", 1, "2021-02-28"},
      {"2020-01-31", 2, "2020-03-31"},
      {"2020-02-29", 12, "2021-02-28"},
      {"2020-02-29", 48, "2024-02-29"},
      {"2020-02-29", 1, "2020-03-29"},
      {"2020-03-31", -1, "2020-02-29"},
      {"2020-01-15", -1, "2019-12-15"},
      {"2020-12-31", 1, "2021-01-31"},
      {"2020-06-30", 0, "2020-06-30"},
      {"9999-12-01", 1, "9999-12-31"},
      {"1400-01-15", -1, "1400-01-01"},
      {"2020-01-01", 2'000'000'000, "9999-12-31"},
      {"2020-01-01", -2'000'000'000, "1400-01-01"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.anchor, row.months);
    CHECK(iso(add_months(day(row.anchor), row.months)) == row.result);
  }
}

TEST_CASE("Days are added up to the ends of the calendar and no further") {
  CHECK(iso(add_days(day("2020-02-28"), 2)) == "2020-03-01");
  CHECK(iso(add_days(day("2020-01-01"), -1)) == "2019-12-31");
  CHECK(iso(add_days(day("2020-01-01"), 1'000'000'000'000)) == "9999-12-31");
  CHECK(iso(add_days(day("2020-01-01"), -1'000'000'000'000)) == "1400-01-01");
  CHECK(days_between(day("2020-02-28"), day("2020-03-01")) == 2);
  CHECK(days_between(day("2020-03-01"), day("2020-02-28")) == -2);
}

TEST_CASE("The last day of a month respects leap years") {
  CHECK(iso(last_of_month(day("2020-02-01"))) == "2020-02-29");
  CHECK(iso(last_of_month(day("2100-02-28"))) == "2100-02-28");
  CHECK(iso(last_of_month(day("2000-02-01"))) == "2000-02-29");
  CHECK(iso(last_of_month(day("2020-04-30"))) == "2020-04-30");
  CHECK(iso(last_of_month(day("2020-12-31"))) == "2020-12-31");
}

TEST_CASE("A day lies in one calendar period of each kind, which has a name and a next one") {
  struct Row {
    std::string_view day;
    PeriodUnit unit;
    std::string_view first, last, name, next;
  };
  const std::vector<Row> rows{
      {"2020-01-01", PeriodUnit::month, "2020-01-01", "2020-01-31", "2020-01", "2020-02"},
      {"2020-02-29", PeriodUnit::month, "2020-02-01", "2020-02-29", "2020-02", "2020-03"},
      {"2020-12-31", PeriodUnit::month, "2020-12-01", "2020-12-31", "2020-12", "2021-01"},
      {"2020-03-31", PeriodUnit::quarter, "2020-01-01", "2020-03-31", "2020-Q1", "2020-Q2"},
      {"2020-04-01", PeriodUnit::quarter, "2020-04-01", "2020-06-30", "2020-Q2", "2020-Q3"},
      {"2020-12-31", PeriodUnit::quarter, "2020-10-01", "2020-12-31", "2020-Q4", "2021-Q1"},
      {"2020-06-30", PeriodUnit::half, "2020-01-01", "2020-06-30", "2020-H1", "2020-H2"},
      {"2020-07-01", PeriodUnit::half, "2020-07-01", "2020-12-31", "2020-H2", "2021-H1"},
      {"2020-01-01", PeriodUnit::year, "2020-01-01", "2020-12-31", "2020", "2021"},
      {"2020-12-31", PeriodUnit::year, "2020-01-01", "2020-12-31", "2020", "2021"},
      {"1400-01-01", PeriodUnit::year, "1400-01-01", "1400-12-31", "1400", "1401"},
      {"9998-12-31", PeriodUnit::half, "9998-07-01", "9998-12-31", "9998-H2", "9999-H1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.day, row.name);
    const Period period = period_of(day(row.day), row.unit);
    CHECK(period == Period{day(row.first), day(row.last)});
    CHECK(period_name(period, row.unit) == row.name);
    CHECK(period_name(next_period(period, row.unit), row.unit) == row.next);
    CHECK(period.contains(day(row.day)));
    CHECK_FALSE(period.contains(day(row.last) + Days{1}));
  }
}

TEST_CASE("After the last period of the calendar there is none") {
  for (const auto unit :
       {PeriodUnit::month, PeriodUnit::quarter, PeriodUnit::half, PeriodUnit::year})
    CHECK_THROWS_AS(next_period(period_of(day("9999-12-31"), unit), unit), std::out_of_range);
}

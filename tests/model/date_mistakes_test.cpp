#include "rules/model/date_expression.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace jalon;

namespace {

struct Mistake {
  std::string_view text, reason, hint;
};

void check(const std::vector<Mistake>& mistakes) {
  for (const auto& mistake : mistakes) {
    CAPTURE(mistake.text);
    const auto read = parse_date_expression(mistake.text);
    REQUIRE_FALSE(read);
    CHECK(read.error().reason == mistake.reason);
    CHECK(read.error().hint == mistake.hint);
  }
}

constexpr std::string_view kForms =
    "write 2020-06-30, 2020-06, 2020-Q2, 2020-H1, 2020, mid-2020 or 2018/2019";
constexpr std::string_view kFigures =
    "the ends of an interval are dates in figures: 2018/2019, 2020-01/2020-06-15";

}  // namespace

TEST_CASE("Days, months and years that do not exist are refused in every form") {
  const std::string_view years = "years from 1400 to 9999 can be read";
  check(
      {{"2020-02-30", "30 February does not exist", "the last day of the month is 2020-02-29"},
       {"2021-02-29", "29 February 2021 does not exist", "the last day of the month is 2021-02-28"},
       {"2020-06-31", "31 June does not exist", "the last day of the month is 2020-06-30"},
       {"2020-06-31~", "31 June does not exist", "the last day of the month is 2020-06-30"},
       {"2020/2020-06-31", "31 June does not exist", "the last day of the month is 2020-06-30"},
       {"2020-13", "there is no month 13", "months go from 01 to 12"},
       {"2020-00", "there is no month 0", "months go from 01 to 12"},
       {"2020-13-XX", "there is no month 13", "months go from 01 to 12"},
       {"1399", "the year 1399 is outside the calendar", years},
       {"1399-12-31", "the year 1399 is outside the calendar", years},
       {"mid-1200", "the year 1200 is outside the calendar", years},
       {"first half of 1399", "the year 1399 is outside the calendar", years},
       {"13XX", "the year 1300 is outside the calendar", years},
       {"139X", "the year 1390 is outside the calendar", years},
       {"0999-Q1", "the year 999 is outside the calendar", years},
       {"2020-Q5", "there is no quarter 5", "quarters go from Q1 to Q4"},
       {"2020-Q0", "there is no quarter 0", "quarters go from Q1 to Q4"},
       {"2020-H3", "there is no half 3 of a year", "halves are H1 and H2"},
       {"Q5 2020", "a year has no 5th quarter", "it has 4: 2020-Q1 to 2020-Q4"},
       {"third half of 2020", "a year has no 3rd half", "it has 2: 2020-H1 to 2020-H2"},
       {"12020", "`12020` is not a date", "years have four digits, from 1400 to 9999"},
       {"-0044", "`-0044` is not a date", "years have four digits, from 1400 to 9999"},
       {"20", "`20` is not a date", "years have four digits, from 1400 to 9999"}});
}

TEST_CASE("Seasons are refused with what to write instead") {
  for (const std::string_view text :
       {"summer 2020",    "Spring 2020",   "autumn of 2020", "fall 2020",      "winter 2020-2021",
        "printemps 2020", "été 2020",      "ÉTÉ 2020",       "l'été 2020",     "automne 2020",
        "hiver 2020",     "lente 2020",    "voorjaar 2020",  "zomer van 2020", "herfst 2020",
        "najaar 2020",    "Frühling 2020", "Frühjahr 2020",  "Sommer 2020",    "Herbst 2020"}) {
    CAPTURE(text);
    const auto read = parse_date_expression(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().reason == "`" + std::string{text} + "` names a season");
    CHECK(read.error().hint ==
          "seasons differ between hemispheres and readers: name the quarter or the months, "
          "2020-Q2 or 2020-03/2020-05");
  }
}

TEST_CASE("EDTF codes of seasons are refused because readers disagree") {
  for (const std::string_view text :
       {"2020-21", "2020-22", "2020-23", "2020-24", "2020-25", "2020-32", "2020-21~"}) {
    CAPTURE(text);
    const auto read = parse_date_expression(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().reason == "`" + std::string{text.substr(0, 7)} + "` names a season");
    CHECK(read.error().hint ==
          "2020-21 to 2020-32 are seasons in EDTF, which readers take differently: name the "
          "quarter (2020-Q2), the months (2020-03/2020-05) or the years (2020/2021)");
  }
  check({{"2020-37", "`2020-37` names a third of a year", "write its months: 2020-01/2020-04"}});
}

TEST_CASE("Dates that can be read in two ways or lack a digit are refused") {
  const std::string_view two_ways = "write the year first, then the month: 2020-06-30";
  check({{"06/07/2020", "`06/07/2020` can be read in two ways", two_ways},
         {"06-07-2020", "`06-07-2020` can be read in two ways", two_ways},
         {"06.07.2020", "`06.07.2020` can be read in two ways", two_ways},
         {"2020-6-3", "`2020-6-3` is not a day", "write 2020-06-03"},
         {"2020/06/03", "`2020/06/03` is not a day", "write 2020-06-03"},
         {"2020-6", "`2020-6` is not a date", "write 2020-06"},
         {"2020/6", "`2020/6` is not a date", "write 2020-06"},
         {"06/2020", "`06/2020` is not a date", "write 2020-06"},
         {"06.2020", "`06.2020` is not a date", "write 2020-06"},
         {"20200630", "`20200630` is not a date", "write 2020-06-30"},
         {"202006", "`202006` is not a date", "write 2020-06"},
         {"2020-06-30T10:00", "`2020-06-30T10:00` is not a date",
          "leave the time of day out: 2020-06-30"},
         {"2020-2021", "`2020-2021` is not a date",
          "for all the years from one to the other write 2020/2021"},
         {"2020/21", "`2020/21` is not a date", "write 2020/2021"},
         {"2020s", "`2020s` is not a date", "write 202X"}});
}

TEST_CASE("Names of months are answered with the figures") {
  check({{"June 2020", "`June 2020` is not a date", "write 2020-06"},
         {"30 June 2020", "`30 June 2020` is not a date", "write 2020-06-30"},
         {"juin 2020", "`juin 2020` is not a date", "write 2020-06"},
         {"août 2020", "`août 2020` is not a date", "write 2020-08"},
         {"3 maart 2020", "`3 maart 2020` is not a date", "write 2020-03-03"},
         {"März 2020", "`März 2020` is not a date", "write 2020-03"},
         {"31 June 2020", "`31 June 2020` is not a date", kForms}});
}

TEST_CASE("Intervals that name no stretch are refused") {
  check({{"2019/2018", "`2019/2018` runs backwards", "write the earlier date first"},
         {"2020-06-02/2020-06-01", "`2020-06-02/2020-06-01` runs backwards",
          "write the earlier date first"},
         {"2020-06~/2020-05", "`2020-06~/2020-05` runs backwards", "write the earlier date first"},
         {"../..", "`../..` is open at both ends and names no day", "give one end: ../2020"},
         {"/2020", "`/2020` leaves one end empty", "write `..` for an open end: ../2020"},
         {"2020/", "`2020/` leaves one end empty", "write `..` for an open end: ../2020"},
         {"early 2020/late 2020", "`early 2020/late 2020` is not a date", kFigures},
         {"2020 / 2021", "`2020 / 2021` is not a date", kFigures},
         {"2018/2019/2020", "`2018/2019/2020` is not a day",
          "write a day as 2020-06-30: year, month, day"},
         {"2020-06-30~?", "`2020-06-30~?` has more than one sign of doubt",
          "write one: `~` (about), `?` (uncertain) or `%` (both)"}});
}

TEST_CASE("Anything else is refused with the forms that can be read") {
  for (const std::string_view text : {"soon",
                                      "mid",
                                      "2020 mid",
                                      "in 2020",
                                      "year 2020",
                                      "mi of 2020",
                                      "milieu of 2020",
                                      "first 2020",
                                      "half of 2020",
                                      "first trimestre of 2020",
                                      "mid-2020 or so",
                                      "mid-2020-06",
                                      "end of June 2020",
                                      "mid 2020 2021",
                                      "early mid 2020",
                                      "Q2 Q3 2020",
                                      "mid-2020~",
                                      "XXXX",
                                      "2XXX",
                                      "20X0",
                                      "~2020",
                                      "?",
                                      "~",
                                      "2020-W10",
                                      "before 2020",
                                      "by 2020",
                                      "2020\u2013Q1"}) {
    CAPTURE(text);
    const auto read = parse_date_expression(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().reason == "`" + std::string{text} + "` is not a date");
    CHECK(read.error().hint == kForms);
  }
  check({{"", "a date is missing", ""}, {"   ", "a date is missing", ""}});
}

TEST_CASE("Hostile texts are refused in a short message that is safe to print") {
  check({{"mid\x1b[31m-2020", "`mid\\u{1b}[31m-2020` is not a date", kForms},
         {"2020-\u202e60", "`2020-\\u{202e}60` is not a date", kForms},
         {"\xff\xfe", "`\\x{ff}\\x{fe}` is not a date", kForms}});
  for (const std::string piece : {"9", "/", "mid ", "-", "X", "~", "\u0301"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const auto read = parse_date_expression(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().reason.size() < 200);
    CHECK(read.error().hint.size() < 200);
  }
  const auto nul = parse_date_expression(std::string_view{"2020\0", 5});
  REQUIRE_FALSE(nul);
  CHECK(nul.error().reason == "`2020\\u{0}` is not a date");
}

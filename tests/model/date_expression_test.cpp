#include "rules/model/date_expression.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace jalon;

namespace {

struct Reading {
  std::string_view text, from, nominal, latest;  ///< "": open
  bool vague = false;
  std::optional<PeriodUnit> unit = {};
};

std::string shown(const std::optional<Date>& day) { return day ? iso(*day) : std::string{}; }

void check(const std::vector<Reading>& readings, const DateMargins& margins = {}) {
  for (const auto& expected : readings) {
    CAPTURE(expected.text);
    const auto read = parse_date_expression(expected.text, margins);
    REQUIRE(read);
    CHECK(read.value().written == expected.text);
    CHECK(shown(read.value().from) == expected.from);
    CHECK(shown(read.value().nominal) == expected.nominal);
    CHECK(shown(read.value().latest) == expected.latest);
    CHECK(read.value().vague == expected.vague);
    CHECK(read.value().unit == expected.unit);
  }
}

/// Texts that say the same as a date in figures.
void check_same(std::string_view figures, const std::vector<std::string_view>& texts) {
  const auto same = parse_date_expression(figures);
  REQUIRE(same);
  for (const auto text : texts) {
    CAPTURE(text, figures);
    const auto read = parse_date_expression(text);
    REQUIRE(read);
    DateExpression other = read.value();
    CHECK(other.written == text);
    other.written = same.value().written;
    CHECK(other == same.value());
  }
}

}  // namespace

TEST_CASE("A day is itself three times") {
  check({{"2020-06-30", "2020-06-30", "2020-06-30", "2020-06-30"},
         {"2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29"},
         {"1400-01-01", "1400-01-01", "1400-01-01", "1400-01-01"},
         {"9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"}});
  CHECK(parse_date_expression("2020-06-30").value() == DateExpression::on(Date{2020, 6, 30}));
}

TEST_CASE("Calendar periods run from their first to their last day") {
  const auto month = PeriodUnit::month;
  const auto quarter = PeriodUnit::quarter;
  const auto half = PeriodUnit::half;
  const auto year = PeriodUnit::year;
  check({{"2020-02", "2020-02-01", "2020-02-29", "2020-02-29", false, month},
         {"2021-02", "2021-02-01", "2021-02-28", "2021-02-28", false, month},
         {"2000-02", "2000-02-01", "2000-02-29", "2000-02-29", false, month},
         {"2100-02", "2100-02-01", "2100-02-28", "2100-02-28", false, month},
         {"2020-06", "2020-06-01", "2020-06-30", "2020-06-30", false, month},
         {"2020-12", "2020-12-01", "2020-12-31", "2020-12-31", false, month},
         {"2020-Q1", "2020-01-01", "2020-03-31", "2020-03-31", false, quarter},
         {"2020-Q2", "2020-04-01", "2020-06-30", "2020-06-30", false, quarter},
         {"2020-Q3", "2020-07-01", "2020-09-30", "2020-09-30", false, quarter},
         {"2020-Q4", "2020-10-01", "2020-12-31", "2020-12-31", false, quarter},
         {"2020-q4", "2020-10-01", "2020-12-31", "2020-12-31", false, quarter},
         {"2020-H1", "2020-01-01", "2020-06-30", "2020-06-30", false, half},
         {"2020-H2", "2020-07-01", "2020-12-31", "2020-12-31", false, half},
         {"2020-h2", "2020-07-01", "2020-12-31", "2020-12-31", false, half},
         {"2020", "2020-01-01", "2020-12-31", "2020-12-31", false, year},
         {"9999", "9999-01-01", "9999-12-31", "9999-12-31", false, year},
         {"1400", "1400-01-01", "1400-12-31", "1400-12-31", false, year}});
}

TEST_CASE("EDTF codes of quarters and semesters are calendar periods") {
  check_same("2020-Q1", {"2020-33"});
  check_same("2020-Q2", {"2020-34"});
  check_same("2020-Q3", {"2020-35"});
  check_same("2020-Q4", {"2020-36"});
  check_same("2020-H1", {"2020-40"});
  check_same("2020-H2", {"2020-41"});
}

TEST_CASE("Digits left open stretch a date over all that they may be") {
  check({{"202X", "2020-01-01", "2029-12-31", "2029-12-31"},
         {"20XX", "2000-01-01", "2099-12-31", "2099-12-31"},
         {"14XX", "1400-01-01", "1499-12-31", "1499-12-31"},
         {"99XX", "9900-01-01", "9999-12-31", "9999-12-31"},
         {"140X", "1400-01-01", "1409-12-31", "1409-12-31"},
         {"2020-XX", "2020-01-01", "2020-12-31", "2020-12-31"},
         {"2020-XX-XX", "2020-01-01", "2020-12-31", "2020-12-31"},
         {"2020-02-XX", "2020-02-01", "2020-02-29", "2020-02-29"},
         {"2021-02-XX", "2021-02-01", "2021-02-28", "2021-02-28"},
         {"202x", "2020-01-01", "2029-12-31", "2029-12-31"}});
}

TEST_CASE("Signs of doubt widen a date by one unit of its precision and leave the nominal day") {
  check({{"2020-06-30~", "2020-06-29", "2020-06-30", "2020-07-01", true},
         {"2020-03-01?", "2020-02-29", "2020-03-01", "2020-03-02", true},
         {"2021-03-01%", "2021-02-28", "2021-03-01", "2021-03-02", true},
         {"2020-06~", "2020-05-01", "2020-06-30", "2020-07-31", true},
         {"2020-06?", "2020-05-01", "2020-06-30", "2020-07-31", true},
         {"2020-06%", "2020-05-01", "2020-06-30", "2020-07-31", true},
         {"2020-01~", "2019-12-01", "2020-01-31", "2020-02-29", true},
         {"2020-03~", "2020-02-01", "2020-03-31", "2020-04-30", true},
         {"2020-02~", "2020-01-01", "2020-02-29", "2020-03-31", true},
         {"2020-Q2~", "2020-01-01", "2020-06-30", "2020-09-30", true},
         {"2020-34~", "2020-01-01", "2020-06-30", "2020-09-30", true},
         {"2020-H1?", "2019-07-01", "2020-06-30", "2020-12-31", true},
         {"2020-41?", "2020-01-01", "2020-12-31", "2021-06-30", true},
         {"2020~", "2019-01-01", "2020-12-31", "2021-12-31", true},
         {"202X?", "2010-01-01", "2029-12-31", "2039-12-31", true},
         {"2020-XX~", "2019-01-01", "2020-12-31", "2021-12-31", true},
         {"1400~", "1400-01-01", "1400-12-31", "1401-12-31", true},
         {"1400-01-01~", "1400-01-01", "1400-01-01", "1400-01-02", true},
         {"9999~", "9998-01-01", "9999-12-31", "9999-12-31", true},
         {"9999-12-31?", "9999-12-30", "9999-12-31", "9999-12-31", true}});
}

TEST_CASE("An interval runs from the first day of its start to the last day of its end") {
  check({{"2018/2019", "2018-01-01", "2019-12-31", "2019-12-31"},
         {"2018-03/2020-02", "2018-03-01", "2020-02-29", "2020-02-29"},
         {"2018-03-15/2018-03-15", "2018-03-15", "2018-03-15", "2018-03-15"},
         {"2018-Q1/2019-H1", "2018-01-01", "2019-06-30", "2019-06-30"},
         {"2020/2020-06", "2020-01-01", "2020-06-30", "2020-06-30"},
         {"2018~/2019?", "2017-01-01", "2019-12-31", "2020-12-31", true},
         {"2018/2019~", "2018-01-01", "2019-12-31", "2020-12-31", true},
         {"2018~/2019", "2017-01-01", "2019-12-31", "2019-12-31", true},
         {"201X/202X", "2010-01-01", "2029-12-31", "2029-12-31"},
         {"../2020-02-25", "", "2020-02-25", "2020-02-25"},
         {"../2020", "", "2020-12-31", "2020-12-31"},
         {"../2020-06~", "", "2020-06-30", "2020-07-31", true},
         {"2020-02-25/..", "2020-02-25", "", ""},
         {"2020-06?/..", "2020-05-01", "", "", true}});
}

TEST_CASE("Early, mid and late leave a margin that is the same in every language") {
  check({{"early 2020", "2020-01-01", "2020-03-31", "2020-04-30", true},
         {"mid-2020", "2020-06-01", "2020-06-30", "2020-07-31", true},
         {"late 2020", "2020-10-01", "2020-12-31", "2020-12-31", true},
         {"end of 2020", "2020-10-01", "2020-12-31", "2020-12-31", true}});
  check_same("early 2020",
             {"Early 2020", "early-2020", "early in 2020", "beginning of 2020", "the start of 2020",
              "début 2020", "Début de 2020", "DÉBUT 2020", "debut 2020", "au début de l'année 2020",
              "de\u0301but 2020", "begin 2020", "begin van 2020", "Anfang 2020",
              "Beginn des Jahres 2020"});
  check_same("mid-2020", {"mid 2020", "MID-2020", "the middle of 2020", "mi-2020", "mi 2020",
                          "au milieu de 2020", "medio 2020", "midden 2020", "midden van 2020",
                          "Mitte 2020", "mitte des jahres 2020", "mid\u20112020"});
  check_same("late 2020",
             {"Late 2020", "late in 2020", "the end of the year 2020", "end 2020", "fin 2020",
              "fin de 2020", "à la fin de 2020", "fin de l\u2019année 2020", "eind 2020",
              "einde 2020", "einde van het jaar 2020", "Ende 2020", "Ende des Jahres 2020"});
}

TEST_CASE("Halves and quarters may be written in words in every language") {
  check_same("2020-H1", {"first half of 2020",
                         "First Half of 2020",
                         "1st half of 2020",
                         "1st half 2020",
                         "the first half of the year 2020",
                         "first half-year 2020",
                         "H1 2020",
                         "2020 H1",
                         "premier semestre 2020",
                         "premier semestre de 2020",
                         "1er semestre 2020",
                         "au premier semestre de l'année 2020",
                         "première moitié de 2020",
                         "S1 2020",
                         "eerste helft van 2020",
                         "eerste jaarhelft 2020",
                         "eerste halfjaar van 2020",
                         "1e helft 2020",
                         "1ste semester 2020",
                         "erstes Halbjahr 2020",
                         "1. Halbjahr 2020",
                         "im ersten Halbjahr 2020",
                         "erste Hälfte 2020",
                         "in der ersten Jahreshälfte 2020",
                         "erste Haelfte 2020"});
  check_same("2020-H2", {"second half of 2020", "2nd half of 2020", "last half of 2020",
                         "second semestre 2020", "deuxième semestre 2020", "2e semestre 2020",
                         "seconde moitié de 2020", "tweede helft van 2020", "2de helft van 2020",
                         "zweites Halbjahr 2020", "2. Halbjahr 2020", "zweite Hälfte 2020"});
  check_same("2020-Q1",
             {"first quarter of 2020", "Q1 2020", "premier trimestre 2020", "T1 2020",
              "eerste kwartaal 2020", "K1 2020", "erstes Quartal 2020", "1. Vierteljahr 2020"});
  check_same("2020-Q2", {"second quarter of 2020", "2nd quarter of 2020", "deuxième trimestre 2020",
                         "DEUXIÈME TRIMESTRE 2020", "2e trimestre de 2020", "tweede kwartaal 2020",
                         "tweede kwartaal van 2020", "zweites Quartal 2020", "2. Quartal 2020",
                         "im zweiten Quartal 2020"});
  check_same("2020-Q3", {"third quarter of 2020", "3rd quarter of 2020", "troisième trimestre 2020",
                         "derde kwartaal 2020", "3e kwartaal 2020", "drittes Quartal 2020"});
  check_same("2020-Q4",
             {"fourth quarter of 2020", "last quarter of 2020", "4th quarter of 2020",
              "quatrième trimestre 2020", "dernier trimestre 2020", "vierde kwartaal 2020",
              "laatste kwartaal van 2020", "viertes Quartal 2020", "letztes Quartal 2020"});
}

TEST_CASE("A workspace may set its own margins of vague words") {
  DateMargins margins;
  margins.early = {{1, 1}, {2, 29}, {3, 31}};
  margins.mid = {{5, 1}, {6, 15}, {8, 31}};
  check({{"early 2020", "2020-01-01", "2020-02-29", "2020-03-31", true},
         {"early 2021", "2021-01-01", "2021-02-28", "2021-03-31", true},
         {"mi-2020", "2020-05-01", "2020-06-15", "2020-08-31", true},
         {"late 2020", "2020-10-01", "2020-12-31", "2020-12-31", true}},
        margins);
}

TEST_CASE("Blanks around a date expression are no part of it") {
  const auto read = parse_date_expression("  mid-2020\n");
  REQUIRE(read);
  CHECK(read.value().written == "mid-2020");
}

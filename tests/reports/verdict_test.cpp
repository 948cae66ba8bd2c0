#include "reports/renderers.hpp"
#include "reports/text.hpp"
#include "reports/wording.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace jalon;
using namespace jalon::tests;
using engine::Outlook;
using engine::Reason;
using engine::Status;
using engine::Verdict;

namespace {

/// The sample's individual proofs, with another status: due 2020-06-30, at least 2 PoC.
Verdict proofs(Status status, Reason reason) {
  Verdict one{"proofs.individual", engine::VerdictKind::target, Ref<Target>{0}};
  one.status = status;
  one.reason = reason;
  one.goal = Decimal{2};
  one.due = {"before 2020-H2", Date{2019, 7, 1}, Date{2020, 6, 30}, Date{2020, 6, 30}};
  return one;
}

const Verdict& found(const Sample& sample, std::string_view id) {
  const Verdict* verdict = sample.evaluation.find(id);
  REQUIRE(verdict != nullptr);
  return *verdict;
}

std::string rendered(std::string_view format, const reports::Report& report,
                     const reports::Labels& words, int width = 80) {
  return reports::find_renderer(format)->render(report, {words, width});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a pending promise says what is on record and how long it has") {
  const Sample one = sample();
  Verdict verdict = proofs(Status::pending, Reason::no_data);
  verdict.days_left = 126;
  CHECK(reports::sentence(one.programme, verdict, one.words) ==
        "nothing on record yet, at least 2 PoC promised, 126 days left, due 2020-06-30 (before "
        "2020-H2)");
  CHECK(reports::verdict_line(one.programme, verdict, one.words) ==
        "nothing on record   pending, due 2020-06-30 (before 2020-H2)");
  verdict.value = Decimal{1};
  verdict.reason = Reason::on_record;
  verdict.days_left = 0;
  CHECK(reports::value_of_goal(one.programme, verdict, one.words) == "1 of 2");
  CHECK(reports::sentence(one.programme, verdict, one.words) ==
        "1 of at least 2 PoC, due today, due 2020-06-30 (before 2020-H2)");
}

TEST_CASE("a promise whose time has not begun says when it begins") {
  const Sample one = sample();
  Verdict verdict = proofs(Status::pending, Reason::no_data);
  verdict.days_left = 366;
  CHECK(reports::why_words(one.programme, verdict, one.words) == "begins on 2019-07-01");
}

TEST_CASE("an overdue promise says what nobody has said") {
  struct Row {
    Reason reason;
    const char* why;
  };
  const auto row = GENERATE(
      Row{Reason::no_data, "15 days overdue: nobody has said that there is nothing"},
      Row{Reason::incomplete, "15 days overdue: nobody has said that the list is complete"},
      Row{Reason::unverified, "15 days overdue: a record that could decide it has no evidence"},
      Row{Reason::stale, "15 days overdue: the last reading is too old"},
      Row{Reason::vague_date, "15 days overdue: a date on record is too vague to tell"},
      Row{Reason::vague_value, "15 days overdue: a value on record is too vague to tell"},
      Row{Reason::no_denominator, "15 days overdue: the figure to divide by is missing"},
      Row{Reason::vague_due, "15 days overdue: the wording leaves time until 2020-06-30"},
      Row{Reason::on_record, "15 days overdue"});
  const Sample one = sample();
  Verdict verdict = proofs(Status::overdue, row.reason);
  verdict.days_overdue = 15;
  CHECK(reports::why_words(one.programme, verdict, one.words) == row.why);
}

TEST_CASE("a kept promise says when it was reached") {
  struct Row {
    Date day;
    std::optional<long> late;
    const char* why;
  };
  const auto row = GENERATE(
      Row{Date{2020, 5, 4}, {}, "reached 2020-05-04 (57 days early)"},
      Row{Date{2020, 6, 29}, {}, "reached 2020-06-29 (1 day early)"},
      Row{Date{2020, 6, 30}, {}, "reached 2020-06-30, on the last day"},
      Row{Date{2020, 7, 1}, {}, "reached 2020-07-01, within the days that the wording leaves"},
      Row{Date{2020, 8, 1}, 32, "reached 2020-08-01, 32 days late"});
  const Sample one = sample();
  Verdict verdict = proofs(row.late ? Status::met_late : Status::met, Reason::on_record);
  verdict.reached_on = row.day;
  verdict.days_late = row.late;
  CHECK(reports::why_words(one.programme, verdict, one.words) == row.why);
}

TEST_CASE("findings are overall verdicts of the statuses asked for, from a severity on") {
  const Sample one = sample();
  const auto finds = [&](std::string_view id, const reports::FindingRule& rule = {}) {
    return reports::is_finding(one.programme, found(one, id), rule);
  };
  CHECK(finds("proofs.collective"));
  CHECK(finds("proofs.all"));
  CHECK(finds("money.yearly"));
  CHECK_FALSE(finds("money.yearly[2019]"));
  CHECK_FALSE(finds("coaching.days[company=Beta]"));
  CHECK_FALSE(finds("proofs.individual"));
  CHECK_FALSE(finds("partners.network"));
  CHECK(finds("partners.network", {.min_severity = Severity::low}));
  CHECK_FALSE(finds("strategy.draft", {.statuses = {Status::missed}}));
  CHECK(finds("partners.network", {.statuses = {}, .stale = true, .min_severity = Severity::low}));
  CHECK_FALSE(finds("money.yearly[2020]", {.outlooks = {Outlook::State::off_track}}));
}

TEST_CASE("what cannot be judged is unknown, stale, or overdue where that is no finding") {
  const Sample one = sample();
  const auto open = [&](std::string_view id, const reports::FindingRule& rule = {}) {
    return reports::cannot_be_judged(one.programme, found(one, id), rule);
  };
  CHECK(open("course.share"));
  CHECK_FALSE(open("money.yearly"));
  CHECK(open("money.yearly", {.statuses = {Status::missed}}));
  CHECK_FALSE(open("proofs.collective"));
  CHECK_FALSE(open("partners.network"));
  CHECK(open("partners.network", {.statuses = {Status::missed}, .min_severity = Severity::low}));
}

TEST_CASE("no line on a terminal is wider than it") {
  const Sample one = sample();
  const int width = GENERATE(40, 60, 80, 100, 132);
  for (const auto& kind : reports::report_kinds()) {
    for (const std::string& line :
         lines_of(rendered("terminal", kind.build(one.input()), one.words, width))) {
      INFO(kind.name << ": " << line);
      if (width >= 80) CHECK(reports::display_width(line) <= width);
    }
  }
  for (const std::string& line :
       lines_of(rendered("terminal", reports::status_view(one.input()), one.words, width))) {
    INFO(line);
    CHECK(reports::display_width(line) <= width);
  }
}

TEST_CASE("colour is only on a terminal that asks for it, and the words stay the same") {
  const Sample one = sample();
  const auto report = reports::status_view(one.input());
  const std::string plain = rendered("terminal", report, one.words);
  CHECK(plain.find('\x1b') == std::string::npos);
  reports::RenderOptions options{one.words};
  options.color = true;
  std::string colored = reports::find_renderer("terminal")->render(report, options);
  CHECK(colored.find("\x1b[31mx missed") != std::string::npos);
  for (auto at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == plain);
}

TEST_CASE("the same inputs make the same bytes") {
  const Sample one = sample();
  const Sample other = sample();
  for (const auto& renderer : reports::renderers()) {
    const auto report = reports::find_report("gap");
    CHECK(renderer.render(report->build(one.input()), {one.words}) ==
          renderer.render(report->build(other.input()), {other.words}));
  }
}

TEST_CASE("a hostile text runs nowhere") {
  const Sample one = sample();
  const auto report = reports::find_report("progress")->build(one.input());
  CHECK(rendered("html", report, one.words).find("<script") == std::string::npos);
  CHECK(rendered("html", report, one.words).find("<b>Zo") == std::string::npos);
  CHECK(rendered("md", report, one.words).find("<script") == std::string::npos);
  CHECK(rendered("terminal", report, one.words).find("\u202e") == std::string::npos);
}

TEST_CASE("numbers in JSON have all their digits and what is not known is null") {
  const Sample one = sample();
  Verdict verdict = proofs(Status::pending, Reason::no_data);
  verdict.value = Decimal::parse("999999999999999999").value();
  verdict.gap = Decimal::parse("0.0000001").value();
  verdict.bounds = {Decimal{500}, {}, true, false};
  const std::string text = reports::verdict_json(one.programme, verdict, one.evaluation.moment);
  CHECK_THAT(text, Catch::Contains("\"value\":999999999999999999,"));
  CHECK_THAT(text, Catch::Contains("\"gap\":0.0000001,"));
  CHECK_THAT(text, Catch::Contains("\"bounds\":{\"lo\":500,\"lo_open\":true,\"hi\":null}"));
  CHECK_THAT(text, Catch::Contains("\"progress\":null,"));
  CHECK_THAT(text, Catch::Contains("\"source\":null,\"judgement\":null}"));
}

TEST_CASE("in JSON a waiver, the first promise and a judgement are said, or null") {
  const Sample one = sample();
  Verdict verdict = proofs(Status::missed, Reason::on_record);
  const auto text = [&] {
    return reports::verdict_json(one.programme, verdict, one.evaluation.moment);
  };
  CHECK_THAT(text(), Catch::Contains("\"waived\":null,\"original\":null,\"severity\""));
  verdict.waived = engine::Waived{"W-2020-01", Date{2020, 12, 31}};
  verdict.original = Status::met_late;
  verdict.judgement = engine::Judgement{engine::Judgement::Colour::amber, "J. \"D\"",
                                        Date{2020, 7, 1}, Date{2020, 9, 30}, 12};
  CHECK_THAT(text(), Catch::Contains("\"waived\":{\"id\":\"W-2020-01\",\"expires\":\"2020-12-31\"},"
                                     "\"original\":\"met-late\","));
  CHECK_THAT(text(),
             Catch::EndsWith("\"judgement\":{\"colour\":\"amber\",\"by\":\"J. \\\"D\\\"\","
                             "\"on\":\"2020-07-01\",\"expires\":\"2020-09-30\",\"record\":12}}"));
}

TEST_CASE("a table of a report's own is what programs get") {
  const Sample one = sample();
  reports::Report report = reports::status_view(one.input());
  reports::Table table;
  table.columns = {{"record", "Record"}, {"on.from", "From"}, {"on.to", "To"}, {"text", "Text"}};
  table.rows = {{{reports::NumberCell{Decimal::parse("0.1").value(), "EUR"}, Date{2020, 2, 29},
                  reports::UnknownCell{}, std::string{"=1+1, \"x\""}}},
                {{reports::NumberCell{Decimal{-3}}, std::monostate{}, Status::met_late,
                  std::string{"-\xff"}}}};
  report.table = table;
  report.schema = "jalon.history/1";
  CHECK(rendered("csv", report, one.words) ==
        "record,on.from,on.to,text\r\n0.1,2020-02-29,,\"'=1+1, \"\"x\"\"\"\r\n"
        "-3,,met-late,'-\\x{ff}\r\n");
  CHECK(rendered("jsonl", report, one.words) ==
        "{\"record\":0.1,\"on\":{\"from\":\"2020-02-29\",\"to\":null},\"text\":\"=1+1, "
        "\\\"x\\\"\"}\n{\"record\":-3,\"on\":{\"from\":null,\"to\":\"met-late\"},\"text\":\"-"
        "\xef\xbf\xbd\"}\n");
  CHECK_THAT(
      rendered("json", report, one.words),
      Catch::StartsWith("{\"schema\":\"jalon.history/1\",") && Catch::Contains("\"rows\":["));
}

TEST_CASE("reports and formats are found by name, formats by extension too") {
  CHECK(reports::find_report("gap") != nullptr);
  CHECK(reports::find_report("gaps") == nullptr);
  CHECK(reports::find_renderer("md") != nullptr);
  CHECK(reports::find_renderer("xls") == nullptr);
  CHECK(reports::renderer_for_extension("html") == reports::find_renderer("html"));
  CHECK(reports::renderer_for_extension("exe") == nullptr);
}

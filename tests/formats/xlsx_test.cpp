#include "reports/cell_text.hpp"
#include "reports/formats.hpp"
#include "reports/sheets.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace jalon;
using namespace jalon::tests;

namespace {

using reports::Column;
using reports::Document;
using reports::Heading;
using reports::Row;
using reports::Sheet;
using reports::Table;

Table one_row(std::string first_label, std::vector<std::string> more = {}) {
  Table one;
  one.columns = {{"what", std::move(first_label)}};
  for (std::string& label : more) one.columns.push_back({label, label});
  one.rows.resize(1);
  one.rows[0].cells.resize(one.columns.size());
  return one;
}

std::vector<std::string> names_of(const reports::Sheets& sheets) {
  std::vector<std::string> names;
  for (const Sheet& sheet : sheets.sheets) names.push_back(sheet.name);
  return names;
}

std::vector<std::string> keys_of(const Sheet& sheet) {
  std::vector<std::string> keys;
  for (const Column& column : sheet.columns) keys.push_back(column.key);
  return keys;
}

using Texts = std::vector<std::string>;

std::string times(int n, std::string_view text) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("sheets have names that a spreadsheet takes") {
  const std::string smile = "\U0001F600";
  const auto [wanted, name] = GENERATE_COPY(table<std::string, std::string>({
      {"Progress", "Progress"},
      {"", "1"},
      {"  ", "1"},
      {"'quoted'", "quoted"},
      {"it's", "it's"},
      {"a[b]:c*d?e/f\\g", "a-b-,c-d-e-f-g"},
      {"History", "History 2"},
      {"history", "history 2"},
      {times(31, "x"), times(31, "x")},
      {times(32, "x"), times(30, "x") + "\u2026"},
      {"\u00c9ch\u00e9ances\u202f: pr\u00e9vues", "\u00c9ch\u00e9ances, pr\u00e9vues"},
      {"Deadlines: when due, when reached", "Deadlines, when due, when\u2026"},
      {times(16, smile), times(15, smile) + "\u2026"},
      {times(15, smile), times(15, smile)},
      {"a\u202eb", "a-u{202e}b"},
      {"a\nb", "a-nb"},
  }));
  std::vector<std::string> taken;
  CHECK(reports::sheet_name(wanted, taken) == name);
  CHECK(taken == Texts{name});
}

TEST_CASE("no two sheets have names that a spreadsheet takes for the same") {
  std::vector<std::string> taken;
  CHECK(reports::sheet_name("Data", taken) == "Data");
  CHECK(reports::sheet_name("DATA", taken) == "DATA 2");
  CHECK(reports::sheet_name("data", taken) == "data 3");
  CHECK(reports::sheet_name("\u00c9tat", taken) == "\u00c9tat");
  CHECK(reports::sheet_name("\u00e9tat", taken) == "\u00e9tat 2");
  CHECK(reports::sheet_name(times(40, "x"), taken) == times(30, "x") + "\u2026");
  CHECK(reports::sheet_name(times(41, "x"), taken) == times(29, "x") + " 2");
}

TEST_CASE("a text in a cell is what it was, without anything that steers") {
  const auto [text, shown] = GENERATE_COPY(table<std::string, std::string>({
      {"", ""},
      {"=1+1", "=1+1"},
      {"a\nb", "a\nb"},
      {"a\r\nb\t", "a\\r\nb\\t"},
      {"\x1b[31m\u202e\uffff\xff", "\\u{1b}[31m\\u{202e}\\u{ffff}\\x{ff}"},
      {"_x0041_", "_x005F_x0041_"},
      {"_x004_ _x00411_ _X0041_ _x004g_", "_x004_ _x00411_ _X0041_ _x004g_"},
      {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
      {"_x0041__x0042_", "_x005F_x0041__x005F_x0042_"},
      {times(32'768, "x"), times(32'767, "x")},
      {times(16'384, "\U0001F600"), times(16'383, "\U0001F600")},
  }));
  CHECK(reports::cell_text(text) == shown);
}

TEST_CASE("like tables under one heading are one sheet that says where each row is from") {
  const Document document{"Title",
                          {},
                          {Heading{2, "Changes"}, Heading{3, "Worse"}, one_row("What", {"a", "c"}),
                           Heading{3, "Better"}, one_row("What", {"a", "b", "c"}),
                           Heading{2, "Gaps"}, one_row("What", {"a"})}};
  const auto sheets = reports::sheets_of(document, english());
  CHECK(names_of(sheets) == Texts{"Changes", "Gaps"});
  const Sheet& changes = sheets.sheets[0];
  CHECK(keys_of(changes) == Texts{"what", "a", "b", "c"});
  CHECK(changes.rows() == 2);
  CHECK(changes.tells_sections());
  CHECK(changes.section_of(changes.parts[1]) == "Better");
  CHECK(!sheets.sheets[1].tells_sections());
}

TEST_CASE("the same table about each initiative is one sheet") {
  const Document document{"Title",
                          {},
                          {Heading{2, "One"}, Heading{3, "Records"}, one_row("Record"),
                           Heading{2, "Two"}, Heading{3, "Records"}, one_row("Record")}};
  const auto sheets = reports::sheets_of(document, english());
  CHECK(names_of(sheets) == Texts{"Records"});
  const Sheet& records = sheets.sheets[0];
  CHECK(records.section_of(records.parts[1]) == "Two");
}

TEST_CASE("tables that differ in their first column or in two columns stay apart") {
  const Document document{"Title",
                          {},
                          {Heading{2, "Summary"}, one_row("Area", {"a"}), one_row("Level", {"a"}),
                           one_row("Area", {"b"})}};
  CHECK(names_of(reports::sheets_of(document, english())) ==
        Texts{"Summary", "Summary 2", "Summary 3"});
}

TEST_CASE("a tree is a sheet, and the tables in it are another") {
  reports::Tree tree;
  tree.roots = {{{}, "a", "first"}, {engine::Status::met, "b", "second"}};
  tree.roots[0].children = {{{}, "c", "third"}};
  tree.roots[0].table = one_row("Record");
  tree.roots[0].children[0].table = one_row("Record");
  const Document document{"Title", {}, {tree}};
  const auto sheets = reports::sheets_of(document, english());
  CHECK(names_of(sheets) == Texts{"Title", "Records"});
  const Table& flat = *sheets.sheets[0].parts[0].table;
  REQUIRE(flat.rows.size() == 3);
  CHECK(flat.rows[1].indent == 1);
  CHECK(sheets.sheets[1].parts.size() == 2);
}

TEST_CASE("a workbook is the same bytes each time, in every language and of every report") {
  const Sample one = sample();
  for (const reports::ReportKind& kind : reports::report_kinds()) {
    const auto report = kind.build(one.input());
    const std::string book = reports::render_xlsx(report, {one.words});
    INFO(kind.name);
    CHECK(book.starts_with("PK"));
    CHECK(book == reports::render_xlsx(report, {one.words}));
  }
}

TEST_CASE("the time of a workbook's making is that of the last record") {
  const Sample one = sample();
  auto report = reports::status_view(one.input());
  report.head.stamp = "2020-02-25T09:30:07.123456Z";
  const std::string first = reports::render_xlsx(report, {one.words});
  report.head.stamp = "2020-02-25T09:30:07.999999Z";
  CHECK(reports::render_xlsx(report, {one.words}) == first);
  report.head.stamp = "2020-02-25T09:30:08.000000Z";
  CHECK(reports::render_xlsx(report, {one.words}) != first);
}

TEST_CASE("a workbook can be made of nothing") {
  const Sample one = sample();
  CHECK(reports::render_xlsx(reports::status_view(nothing_selected(one)), {one.words})
            .starts_with("PK"));
}

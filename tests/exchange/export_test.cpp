// Export: what people open in a spreadsheet, and what restores.
#include "tracker/exchange/export.hpp"

#include "tests/exchange/programme.hpp"
#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"
#include "tracker/log/transfer.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace jalon;
using namespace jalon::tests;

namespace {

std::string csv_of(const std::vector<Record>& records) {
  std::ostringstream out;
  exchange::export_csv(records, out);
  return out.str();
}

/// The cell of the second line under a name; cells must be without commas and quotes.
std::string cell(const std::string& csv, const std::string& name) {
  std::istringstream lines{csv};
  std::string names;
  std::string values;
  std::getline(lines, names);
  std::getline(lines, values);
  std::istringstream header{names};
  std::istringstream row{values};
  std::string key;
  std::string value;
  while (std::getline(header, key, ',') && std::getline(row, value, ',')) {
    if (key == name) return value;
  }
  return "no such column";
}

}  // namespace

TEST_CASE("the CSV export of the log", "[exchange][golden]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  log::Entry vague = full_entry("vague");
  vague.note = "";
  append(store, {entry("plain"), vague});
  check_golden("exchange/export.txt", csv_of(log::read(store).records));
}

TEST_CASE("an empty log exports its header", "[exchange]") {
  CHECK(csv_of({}) ==
        "number,uid,record,subject,on,from,to,value,lower,lower_end,upper,upper_end,stage,key,"
        "evidence,kind,replaces,learned,recorded_at,recorded_by,on_behalf_of,tool_version\r\n");
}

TEST_CASE("no cell runs as a formula", "[exchange]") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"=1+1", "'=1+1"},
      {"+a", "'+a"},
      {"-a", "'-a"},
      {"@a", "'@a"},
      {"-1", "-1"},
      {"+1", "+1"},
      {"a=1", "a=1"},
      {"'a", "'a"},
  }));
  Record record = entry("a").record;
  record.number = 1;
  record.key = text;
  CHECK(cell(csv_of({record}), "key") == shown);
}

TEST_CASE("cells with separators, quotes and line ends are quoted", "[exchange]") {
  Record record = entry("a").record;
  record.key = "a,b;c\t\"d\"\r\ne";
  CHECK_THAT(csv_of({record}), Catch::Contains(",\"a,b;c\t\"\"d\"\"\r\ne\","));
  record.key = "\tx";
  CHECK_THAT(csv_of({record}), Catch::Contains(",\"'\tx\","));
}

TEST_CASE("an export of JSON lines restores", "[exchange]") {
  const Folder folder;
  const auto store = store_with(folder, 7);
  std::ostringstream out;
  exchange::export_json_lines(store, out);
  CHECK(log::restore_lines(out.str(), folder / "copy.db") == log::read(store).head);
}

TEST_CASE("an imported file is stored once, however often it is imported", "[exchange]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  auto options = sample_options();
  const std::string text =
      "indicator,on,add,note\nvisits,2020,1,n\nvisits,2020,1,n\nvisits,2019,~5,\n";
  for (const int day : {15, 16, 17}) {
    options.today = Date{2020, 6, static_cast<unsigned short>(day)};
    log::Writer writer{store};
    for (log::Entry one : rows_of("a.csv", text, options).entries) {
      one.record.recorded_at = "2020-06-15T09:30:00.000000Z";
      one.record.recorded_by = "made-up-account";
      one.record.tool_version = "0.1.0";
      CHECK(writer.append(one).already_there == (day != 15));
    }
    writer.commit();
  }
  CHECK(log::read(store).records.size() == 3);
  CHECK(log::verify(store).sound);
}

#include "data/files.hpp"
#include "tests/programme/belgium.hpp"
#include "tracker/exchange/import.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {

std::vector<Record> belgian_records(const Programme& programme, std::string_view name) {
  exchange::ImportOptions options{.today = kEntryDay, .day_in_zone = {}};
  options.day_in_zone = [](std::int64_t) { return kEntryDay; };  // no instants in these files
  const std::string path = std::string{"records/"}.append(name);
  const auto text = data::find("programmes/belgium-ai/" + path);
  INFO(path);
  REQUIRE(text);
  auto rows = exchange::read_csv(programme, path, *text, options);
  INFO((rows ? std::string{} : render(rows.error())));
  REQUIRE(rows);
  std::vector<Record> records;
  for (log::Entry& entry : std::move(rows).value().entries) {
    entry.record.number = static_cast<std::int64_t>(records.size()) + 1;
    records.push_back(std::move(entry.record));
  }
  return records;
}

std::vector<Record> belgian_log(const Programme& programme, bool with_later) {
  std::vector<Record> log = belgian_records(programme, "report-2020-02-25.csv");
  if (!with_later) return log;
  for (Record& record : belgian_records(programme, "later.csv")) {
    record.number = static_cast<std::int64_t>(log.size()) + 1;
    log.push_back(std::move(record));
  }
  return log;
}

}  // namespace jalon::tests

#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/progress_parts.hpp"
#include "reports/renderers.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace jalon;
using namespace jalon::reports;
using tests::Sample;

namespace {

std::vector<const Table*> tables_of(const Report& report) {
  std::vector<const Table*> tables;
  for (const Block& block : report.document.blocks) {
    if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
  }
  return tables;
}

std::string shown(const Report& report, std::string_view format) {
  return find_renderer(format)->render(report, {tests::english(), 100});
}

Input limited(const Sample& sample, std::size_t rows) {
  Input input = sample.input();
  input.rows = rows;
  return input;
}

}  // namespace

TEST_CASE("what a short table leaves out is counted in it") {
  const Sample sample = tests::sample();
  const Report whole = find_report("gap")->build(limited(sample, 0));
  const Report cut = find_report("gap")->build(limited(sample, 2));
  const auto all = tables_of(whole);
  const auto few = tables_of(cut);
  REQUIRE(all.size() == few.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i]->more == 0);
    if (few[i]->more > 0) CHECK(few[i]->rows.size() == 2);
    CHECK(few[i]->rows.size() + few[i]->more == all[i]->rows.size());
  }
}

TEST_CASE(
    "no table of any report is longer than asked, and a limit that is not reached changes "
    "nothing") {
  const Sample sample = tests::sample();
  for (const ReportKind& kind : report_kinds()) {
    INFO(kind.name);
    const Report report = kind.build(limited(sample, 3));
    for (const Table* table : tables_of(report)) {
      if (table->columns.front().key == "status") continue;  // one row a status
      // Counts have a last row that the others add up to, a whole brings its parts with it.
      CHECK(table->rows.size() <= 5);
    }
    CHECK(shown(kind.build(limited(sample, 1000)), "html") ==
          shown(kind.build(limited(sample, 0)), "html"));
  }
}

TEST_CASE("every format for people says how many rows are missing, and CSV has them all") {
  const Sample sample = tests::sample();
  const Report cut = find_report("gap")->build(limited(sample, 2));
  for (const std::string_view format : {"html", "md", "terminal"}) {
    INFO(format);
    CHECK_THAT(shown(cut, format), Catch::Contains("more rows are not shown here"));
  }
  CHECK(shown(cut, "csv") == shown(find_report("gap")->build(limited(sample, 0)), "csv"));
}

TEST_CASE("a progress report with little room tells of the worst and counts the others") {
  const Sample sample = tests::sample();
  const Input input = limited(sample, 6);
  const auto all = by_initiative(sample.input());
  const Room room = with_room(input, by_initiative(input));
  REQUIRE(!room.counted.empty());
  CHECK(room.whole.size() + room.counted.size() == all.size());
  std::size_t rows = 0;
  for (const Group& group : room.whole) {
    for (const Branch& branch : group.branches) rows += rows_of(branch);
  }
  CHECK(rows <= 6);
  const Report report = find_report("progress")->build(input);
  const std::string page = shown(report, "md");
  CHECK_THAT(page, Catch::Contains("Further initiatives"));
  CHECK_THAT(page, Catch::Contains("no room for"));
}

TEST_CASE("an initiative that is too large by itself shows its worst promises") {
  const Sample sample = tests::sample();
  const Room room = with_room(limited(sample, 1), by_initiative(limited(sample, 1)));
  REQUIRE(!room.whole.empty());
  const Group& first = room.whole.front();
  REQUIRE(first.branches.size() == 1);
  CHECK(first.more > 0);
  for (const Group& group : by_initiative(sample.input())) {
    if (group.initiative != first.initiative) continue;
    for (const Branch& branch : group.branches) {
      CHECK(place_of(first.branches.front().verdict->status) <= place_of(branch.verdict->status));
    }
  }
}

TEST_CASE("those that fit keep their order, and are the worst") {
  const Sample sample = tests::sample();
  const Input input = limited(sample, 4);
  const Fitting fit = fitting(input, input.selected);
  REQUIRE(fit.verdicts.size() == 4);
  CHECK(fit.more == input.selected.size() - 4);
  CHECK(std::ranges::is_sorted(fit.verdicts));
  const auto worst = worst_first(input.selected);
  for (const auto* one : fit.verdicts) {
    CHECK(std::ranges::count(worst.begin(), worst.begin() + 4, one) == 1);
  }
  CHECK(fitting(limited(sample, 0), input.selected).verdicts == input.selected);
}

// Counts in reports add up, whatever the programme.
#include "reports/reports.hpp"
#include "rules/engine/rollup.hpp"
#include "tests/reference/generate.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace jalon;
using namespace jalon::tests;
using reports::NumberCell;
using reports::Table;

namespace {

/// The number of targets, parts and milestones that stand, counted without the help of the reports.
int standing(const engine::Evaluation& evaluation) {
  using engine::VerdictKind;
  return static_cast<int>(
      std::ranges::count_if(evaluation.verdicts, [](const engine::Verdict& one) {
        const bool overall = one.kind == VerdictKind::target || one.kind == VerdictKind::part ||
                             one.kind == VerdictKind::milestone;
        return overall && one.status != engine::Status::voided;
      }));
}

std::int64_t number(const reports::Cell& cell) {
  return static_cast<std::int64_t>(std::get<NumberCell>(cell).value.mantissa());
}

/// Does every row before the one of all, and every column before the total, add up?
void check_sums(const Table& table, int expected) {
  INFO(table.columns.front().label);
  const auto& all = table.rows.back();
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    std::int64_t sum = 0;
    for (std::size_t row = 0; row + 1 < table.rows.size(); ++row) {
      sum += number(table.rows[row].cells[column]);
    }
    CHECK(sum == number(all.cells[column]));
  }
  for (const auto& row : table.rows) {
    std::int64_t sum = 0;
    for (std::size_t column = 1; column + 1 < table.columns.size(); ++column) {
      sum += number(row.cells[column]);
    }
    CHECK(sum == number(row.cells.back()));
  }
  CHECK(number(all.cells.back()) == expected);
}

void check_statuses(const Table& table, int expected) {
  std::int64_t sum = 0;
  for (const auto& row : table.rows) {
    const bool status = std::holds_alternative<engine::Status>(row.cells.front());
    if (status) sum += number(row.cells[1]);
    const auto* name = std::get_if<std::string>(&row.cells.front());
    if (name != nullptr && *name == "All") CHECK(number(row.cells[1]) == sum);
  }
  CHECK(sum == expected);
}

}  // namespace

TEST_CASE("counts by status, area, level and owner each add up to the number selected") {
  const reports::Labels words = english();
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    INFO(seed);
    const reference::Case made = reference::generate(seed);
    const auto evaluation = engine::evaluate(made.programme, made.log, made.moment, made.instances);
    reports::Head head{"p", "P", made.moment.as_of, made.moment.known};
    reports::Input input{made.programme, made.log, evaluation, {}, head, {}, words};
    for (const auto& one : evaluation.verdicts) input.selected.push_back(&one);
    const int expected = standing(evaluation);
    if (expected == 0) continue;
    for (const char* kind : {"progress", "periodic"}) {
      const auto report = reports::find_report(kind)->build(input);
      int seen = 0;
      for (const auto& block : report.document.blocks) {
        const auto* chart = std::get_if<reports::Chart>(&block);
        const Table* table = chart != nullptr ? &chart->data : std::get_if<Table>(&block);
        if (table == nullptr || table->columns.size() < 2) continue;
        if (table->columns[1].key == "promises") {
          check_statuses(*table, expected);
          ++seen;
        } else if (table->columns.back().key == "total") {
          check_sums(*table, expected);
          ++seen;
        }
      }
      CHECK(seen == 4);
    }
  }
}

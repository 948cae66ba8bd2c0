// How many promises have which status.
#include "reports/chart_data.hpp"
#include "reports/limit.hpp"
#include "reports/progress_parts.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <array>

namespace jalon::reports {
namespace {

using engine::Status;

constexpr std::array kColumns{Status::met,     Status::met_late, Status::pending,
                              Status::unknown, Status::overdue,  Status::missed};

/// The statuses that occur: a column of zeros says nothing.
std::vector<Status> occurring(const engine::Group& all) {
  std::vector<Status> statuses;
  for (const Status status : kColumns) {
    if (count_of(all.counts, status) > 0) statuses.push_back(status);
  }
  return statuses;
}

Row counts_row(std::string name, const std::vector<Status>& statuses, const engine::Group& group) {
  Row row{{std::move(name)}};
  for (const Status status : statuses) {
    row.cells.push_back(NumberCell{Decimal{count_of(group.counts, status)}});
  }
  row.cells.push_back(NumberCell{Decimal{counted(group.counts)}});
  return row;
}

std::string owner_name(const Programme& programme, const std::string& id) {
  for (const Party& party : programme.parties) {
    if (party.id == id) return party.name;
  }
  return id;
}

StatusBars::Group bars_of(const Row& row, const engine::Group& group) {
  StatusBars::Group bars{std::get<std::string>(row.cells.front())};
  for (const Status status : kColumns)
    bars.counts.emplace_back(status, count_of(group.counts, status));
  return bars;
}

/// The table drawn, without its last row, which has all in it.
Chart counts_chart(const Input& input, std::string_view key,
                   const std::vector<engine::Group>& groups, const engine::Group& all) {
  Table table = counts_table(input, key, groups, all);
  std::vector<StatusBars::Group> bars;
  const std::size_t drawn = table.rows.size() - 1;
  for (const engine::Group& group : groups) {
    if (bars.size() == drawn) break;
    if (counted(group.counts) > 0) bars.push_back(bars_of(table.rows[bars.size()], group));
  }
  std::string caption = input.words("progress.by", {{"group", input.words(key)}});
  return status_chart(input.words, std::move(caption), bars, std::move(table));
}

/// Counts by status, of promises and of commitments; withdrawn ones behind the total.
Table status_table(const Labels& words, const engine::Rollup& rollup) {
  Table table;
  table.columns = {{"status", words("column.status"), Align::left, 0},
                   {"promises", words("progress.promises"), Align::right, 0}};
  const bool commitments = rollup.commitments.counts != engine::Counts{};
  if (commitments) {
    table.columns.push_back({"commitments", words("tree.commitments"), Align::right, 0});
  }
  const auto add = [&](Cell name, int promises, int made_of_them) {
    Row row{{std::move(name), NumberCell{Decimal{promises}}}};
    if (commitments) row.cells.push_back(NumberCell{Decimal{made_of_them}});
    table.rows.push_back(std::move(row));
  };
  const auto both = [&](Status status) {
    return std::pair{count_of(rollup.all.counts, status),
                     count_of(rollup.commitments.counts, status)};
  };
  for (const Status status : kWorstFirst) {
    if (status == Status::voided) continue;
    const auto counts = both(status);
    if (counts.first + counts.second > 0) add(status, counts.first, counts.second);
  }
  add(words("progress.all"), counted(rollup.all.counts), counted(rollup.commitments.counts));
  const auto withdrawn = both(Status::voided);
  if (withdrawn.first + withdrawn.second > 0) {
    add(words("progress.withdrawn"), withdrawn.first, withdrawn.second);
  }
  return table;
}

}  // namespace

Table counts_table(const Input& input, std::string_view key,
                   const std::vector<engine::Group>& groups, const engine::Group& all) {
  const Labels& words = input.words;
  Table table;
  const std::vector<Status> statuses = occurring(all);
  table.columns.push_back({"name", words(key), Align::left, 0});
  for (const Status status : statuses) {
    table.columns.push_back(
        {std::string{engine::name(status)}, status_word(status, words), Align::right, 0});
  }
  table.columns.push_back({"total", words("column.total"), Align::right, 0});
  for (const engine::Group& group : groups) {
    if (counted(group.counts) == 0) continue;
    if (is_full(table, input)) {
      ++table.more;
      continue;
    }
    const std::string name =
        key == "column.owner" ? owner_name(input.programme, group.name) : group.name;
    table.rows.push_back(counts_row(name.empty() ? words("progress.none") : name, statuses, group));
  }
  table.rows.push_back(counts_row(words("progress.all"), statuses, all));
  return table;
}

void add_summary(Document& document, const Input& input) {
  const engine::Rollup rollup = engine::roll_up(input.programme, input.selected);
  if (counted(rollup.all.counts) == 0) return;
  document.blocks.emplace_back(Heading{2, input.words("progress.summary")});
  document.blocks.emplace_back(status_table(input.words, rollup));
  const auto add = [&](std::string_view key, const std::vector<engine::Group>& groups) {
    document.blocks.emplace_back(counts_chart(input, key, groups, rollup.all));
  };
  add("column.area", rollup.by_area);
  add("column.level", rollup.by_level);
  add("column.owner", rollup.by_owner);
}

}  // namespace jalon::reports

// Which initiatives a progress report has room for.
#include "reports/progress_parts.hpp"
#include "rules/engine/rollup.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace jalon::reports {
namespace {

using engine::Status;
using engine::VerdictKind;

std::size_t rows_in(const Group& group) {
  std::size_t rows = 0;
  for (const Branch& branch : group.branches) rows += rows_of(branch);
  return rows;
}

/// Leaves the worst, if they are more than so many; parts stay with their whole.
void cut(Group& group, std::size_t rows) {
  if (rows_in(group) <= rows) return;
  std::ranges::stable_sort(group.branches, {},
                           [](const Branch& branch) { return place_of(branch.verdict->status); });
  std::size_t used = 0;
  std::size_t kept = 0;
  for (const Branch& branch : group.branches) {
    used += rows_of(branch);
    if (used > rows && kept > 0) break;
    ++kept;
  }
  const std::size_t all = rows_in(group);
  group.branches.resize(kept, Branch{nullptr});
  group.more = all - rows_in(group);
}

void count(engine::Counts& counts, const Branch& branch) {
  ++counts.at(static_cast<std::size_t>(branch.verdict->status));
  for (const Branch& child : branch.children) {
    if (child.verdict->kind == VerdictKind::part) count(counts, child);
  }
}
engine::Group counts_of(const Input& input, const Group& group) {
  engine::Group counts;
  counts.name = group.initiative == nullptr ? input.words("tree.no-initiative")
                                            : group.initiative->title.in(input.words.language());
  for (const Branch& branch : group.branches) count(counts.counts, branch);
  return counts;
}

}  // namespace

std::size_t rows_of(const Branch& branch) {
  std::size_t rows = 1;
  for (const Branch& child : branch.children) {
    if (child.verdict->kind == VerdictKind::part) rows += rows_of(child);
  }
  return rows;
}
Room with_room(const Input& input, std::vector<Group> groups) {
  std::size_t all = 0;
  for (const Group& group : groups) all += rows_in(group);
  if (input.rows == 0 || all <= input.rows) return {std::move(groups)};
  std::ranges::stable_sort(groups, std::ranges::greater{}, [&](const Group& group) {
    const engine::Counts counts = counts_of(input, group).counts;
    std::array<int, kWorstFirst.size()> worst{};
    std::ranges::transform(kWorstFirst, worst.begin(),
                           [&](Status status) { return count_of(counts, status); });
    return worst;
  });
  Room room;
  std::size_t used = 0;
  for (Group& group : groups) {
    if (used == 0) cut(group, input.rows);
    const std::size_t rows = rows_in(group);
    const bool fits = used == 0 || used + rows <= input.rows;
    if (fits) used += rows;
    (fits ? room.whole : room.counted).push_back(std::move(group));
  }
  return room;
}

void add_counted(Document& document, const Input& input, const std::vector<Group>& counted) {
  if (counted.empty()) return;
  std::vector<engine::Group> groups;
  engine::Group all;
  for (const Group& group : counted) {
    groups.push_back(counts_of(input, group));
    std::ranges::transform(all.counts, groups.back().counts, all.counts.begin(), std::plus{});
  }
  document.blocks.emplace_back(Heading{3, input.words("progress.further")});
  document.blocks.emplace_back(
      Paragraph{input.words("progress.counted", {{"n", std::to_string(counted.size())}})});
  document.blocks.emplace_back(counts_table(input, "column.initiative", groups, all));
}

}  // namespace jalon::reports

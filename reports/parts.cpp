#include "reports/parts.hpp"

#include "reports/figures.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace jalon::reports {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

/// Is `child` a period, a member or a part of `parent`?
bool belongs_to(const Input& input, const Verdict& child, const Verdict& parent) {
  if (child.parent) return &input.evaluation.verdicts[*child.parent] == &parent;
  const auto* part = std::get_if<Ref<Target>>(&child.subject);
  const auto* whole = std::get_if<Ref<Target>>(&parent.subject);
  if (part == nullptr || whole == nullptr || child.kind != VerdictKind::part) return false;
  return parent.kind == VerdictKind::target && input.programme[*part].whole == *whole;
}

/// Puts a verdict where it belongs: below the last branch, below one of its children, or beside.
void place(const Input& input, std::vector<Branch>& branches, const Verdict& verdict) {
  if (!branches.empty()) {
    Branch& last = branches.back();
    if (belongs_to(input, verdict, *last.verdict)) {
      last.children.push_back({&verdict});
      return;
    }
    if (verdict.parent && !last.children.empty() &&
        belongs_to(input, verdict, *last.children.back().verdict)) {
      last.children.back().children.push_back({&verdict});
      return;
    }
  }
  branches.push_back({&verdict});
}

Fields foot_of(const Head& head, const Labels& words) {
  Fields foot;
  const auto add = [&](std::string_view key, Cell cell) {
    foot.items.emplace_back(words(key), std::move(cell));
  };
  add("foot.programme", IdCell{head.programme});
  if (head.period) add("foot.period", head.period->name);
  if (head.since) add("foot.since", *head.since);
  add("foot.definitions", IdCell{head.definitions_hash});
  add("foot.definitions-kept", words(head.definitions_kept ? "foot.kept" : "foot.not-kept"));
  add("foot.last-record", words("foot.record", {{"n", std::to_string(head.last_record)}}));
  add("foot.log-head", head.log_head.empty() ? Cell{} : Cell{IdCell{head.log_head}});
  add("foot.version", fmt::format("jalon {}", head.version));
  add("foot.command", IdCell{head.command});
  return foot;
}

}  // namespace

std::vector<Group> by_initiative(const Input& input) {
  std::vector<Group> groups(input.programme.initiatives.size() + 1);
  for (std::size_t i = 0; i + 1 < groups.size(); ++i) {
    groups[i].initiative = &input.programme.initiatives[i];
  }
  for (const Verdict* verdict : input.selected) {
    if (verdict->kind == VerdictKind::commitment) continue;
    const Initiative* initiative = engine::initiative_of(input.programme, *verdict);
    const auto index = initiative == nullptr
                           ? groups.size() - 1
                           : static_cast<std::size_t>(initiative - &input.programme.initiatives[0]);
    place(input, groups[index].branches, *verdict);
  }
  return groups;
}

std::vector<const Verdict*> commitments_of(const Input& input) {
  std::vector<const Verdict*> commitments;
  for (const Verdict* verdict : input.selected) {
    if (verdict->kind == VerdictKind::commitment) commitments.push_back(verdict);
  }
  return commitments;
}

std::vector<const Verdict*> waived_of(const Input& input) {
  std::vector<const Verdict*> waived;
  for (const Verdict* verdict : input.selected) {
    const bool overall =
        verdict->kind != VerdictKind::period && verdict->kind != VerdictKind::member;
    if (overall && verdict->waived &&
        engine::would_be_finding(input.programme, *verdict, input.rule)) {
      waived.push_back(verdict);
    }
  }
  return waived;
}

std::ptrdiff_t place_of(Status status) {
  return std::ranges::find(kWorstFirst, status) - kWorstFirst.begin();
}

std::vector<const Verdict*> worst_first(std::vector<const Verdict*> verdicts) {
  std::ranges::stable_sort(verdicts, {},
                           [](const Verdict* verdict) { return place_of(verdict->status); });
  return verdicts;
}

bool everything_selected(const Input& input) {
  return input.selected.size() == input.evaluation.verdicts.size();
}

int counted(const engine::Counts& counts) noexcept {
  int total = 0;
  for (const int count : counts) total += count;
  return total - count_of(counts, Status::voided);
}

std::string subtitle(const Head& head, const Labels& words) {
  const std::string moment =
      words("head.moment", {{"as-of", iso(head.as_of)}, {"known", iso(head.known)}});
  if (!head.period) return moment;
  const std::string first = iso(head.period->days.first);
  const std::string last = iso(head.period->days.last);
  return words(head.period->running ? "head.running" : "head.period",
               {{"moment", moment}, {"first", first}, {"last", last}});
}

Report report_on(const Input& input, std::string title) {
  Report report{
      {std::move(title), subtitle(input.head, input.words), {}, foot_of(input.head, input.words)},
      input.head,
      &input.programme,
      input.selected,
      {},
      engine::roll_up(input.programme, input.selected),
      {},
      "jalon.report/1"};
  for (const Verdict* verdict : input.selected) {
    if (is_finding(input.programme, *verdict, input.rule)) report.findings.push_back(verdict);
  }
  return report;
}

std::vector<Block> overview(const Input& input) {
  const engine::Rollup rollup = engine::roll_up(input.programme, input.selected);
  Tally tally;
  for (const Status status : kWorstFirst) {
    const int count = count_of(rollup.all.counts, status);
    if (count > 0) tally.counts.emplace_back(status, count);
  }
  std::vector<Block> blocks;
  if (!tally.counts.empty()) blocks.emplace_back(std::move(tally));
  const auto sentence = [&](std::string_view key, int n) {
    return input.words(key, {{"n", figure(Decimal{n}, input.words)}});
  };
  std::string text = sentence("overview.counted", counted(rollup.all.counts));
  if (const int voided = count_of(rollup.all.counts, Status::voided); voided > 0) {
    text += " " + sentence("overview.void", voided);
  }
  if (const int commitments = rollup.commitments.total(); commitments > 0) {
    text += " " + sentence("overview.commitments", commitments);
  }
  blocks.emplace_back(Paragraph{std::move(text)});
  return blocks;
}

std::string initiative_line(const Programme& programme, const Initiative& initiative,
                            const Labels& words) {
  std::string line;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) line += line.empty() ? text : ", " + text;
  };
  if (initiative.owner) add(programme[*initiative.owner].name);
  add(initiative.area);
  add(initiative.level);
  return line.empty() ? words("initiative.no-owner") : line;
}

Cell owner_cell(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const Party* owner = engine::owner_of(programme, verdict);
  return owner == nullptr ? words("initiative.no-owner") : owner->name;
}

std::string name_with_id(const Programme& programme, const Verdict& verdict, const Labels& words) {
  const std::string title = title_of(programme, verdict, words.language());
  if (title == verdict.id) return title;
  return words("name.with-id", {{"title", title}, {"id", verdict.id}});
}

Table without_empty_columns(Table table) {
  const auto is_empty = [](const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return std::holds_alternative<std::monostate>(cell) || (text != nullptr && text->empty());
  };
  for (std::size_t i = table.columns.size(); i-- > 1;) {
    const bool all =
        std::ranges::all_of(table.rows, [&](const Row& row) { return is_empty(row.cells[i]); });
    if (!all) continue;
    table.columns.erase(table.columns.begin() + static_cast<long>(i));
    for (Row& row : table.rows) row.cells.erase(row.cells.begin() + static_cast<long>(i));
  }
  return table;
}

Cell day_cell(const std::optional<Date>& day) { return day ? Cell{*day} : Cell{}; }

Cell count_cell(const std::optional<long>& count) {
  return count ? Cell{NumberCell{Decimal{*count}}} : Cell{};
}

}  // namespace jalon::reports

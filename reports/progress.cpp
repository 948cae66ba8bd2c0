// How far are we?
#include "reports/chart_data.hpp"
#include "reports/explain_notes.hpp"
#include "reports/figures.hpp"
#include "reports/kinds.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/period.hpp"
#include "reports/progress_parts.hpp"
#include "reports/promise.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

namespace jalon::reports {
namespace {

using engine::Verdict;
using engine::VerdictKind;

Table verdict_table(const Labels& words) {
  Table table;
  table.columns = {{"title", words("column.what"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 0},
                   {"value", words("column.value"), Align::left, 0},
                   {"gap", words("column.gap"), Align::left, 3},
                   {"due", words("column.due"), Align::left, 2}};
  return table;
}

void add_row(Table& table, const Input& input, const Branch& branch, int indent) {
  const Verdict& verdict = *branch.verdict;
  const Labels& words = input.words;
  Row row{{name_with_id(input.programme, verdict, words), verdict.status,
           value_and_goal(input.programme, verdict, words)},
          indent};
  const auto gap = gap_words(input.programme, verdict, words);
  row.cells.push_back(gap ? Cell{*gap} : Cell{});
  row.cells.push_back(due_words(input.programme, verdict, words));
  const auto note = [&](std::string text) {
    if (!text.empty()) row.notes.push_back(std::move(text));
  };
  if (verdict.kind != VerdictKind::commitment) note(why_words(input.programme, verdict, words));
  note(outlook_words(input.programme, verdict, words));
  note(waived_words(verdict, words));
  for (std::string& one : aside_words(input.programme, verdict, input.notes, words)) {
    note(std::move(one));
  }
  note(strip(input, branch));
  table.rows.push_back(std::move(row));
  for (const Branch& child : branch.children) {
    if (child.verdict->kind == VerdictKind::part) add_row(table, input, child, indent + 1);
  }
}

/// "20 000 000", "more than 500", "~20": as written, but for the groups of digits and for signs
/// that need words.
std::string amount_figure(const Amount& amount, const Labels& words) {
  const std::string_view written = amount.written;
  if (written.starts_with('<') || written.starts_with('>')) return amount_reading(amount, words);
  if (!amount.number) return amount.written;
  const std::string sign{written.starts_with('~') ? "~" : ""};
  return sign + figure(*amount.number, words);
}

std::string fact_text(const Programme& programme, const Fact& fact, const Labels& words) {
  std::string text = fact.title.in(words.language());
  const auto add = [&](std::string_view key, const std::string& what) {
    text = words(key, {{"text", text}, {"what", what}});
  };
  if (fact.value) {
    const std::string value = amount_figure(*fact.value, words);
    add("fact.value", fact.unit.empty() ? value : value + " " + fact.unit);
  }
  if (fact.on) add("fact.on", fact.on->written);
  if (!fact.initiative && fact.owner) add("fact.owner", programme[*fact.owner].name);
  return text;
}

using Charts = std::map<std::string, Chart>;

/// Those of a verdict and of the parts below it.
void add_charts(Document& document, const Branch& branch, Charts& charts) {
  if (auto found = charts.extract(branch.verdict->id)) {
    document.blocks.emplace_back(std::move(found.mapped()));
  }
  for (const Branch& child : branch.children) add_charts(document, child, charts);
}

void add_initiative(Document& document, const Input& input, const Group& group, List facts,
                    Charts& charts) {
  const Labels& words = input.words;
  if (group.initiative == nullptr) {
    document.blocks.emplace_back(Heading{3, words("tree.no-initiative")});
  } else {
    document.blocks.emplace_back(Heading{3, group.initiative->title.in(words.language())});
    document.blocks.emplace_back(
        Paragraph{initiative_line(input.programme, *group.initiative, words)});
  }
  if (!group.branches.empty()) {
    Table table = promises_table(input, group.branches);
    table.more += group.more;
    document.blocks.emplace_back(std::move(table));
    for (const Branch& branch : group.branches) add_charts(document, branch, charts);
  }
  if (!facts.items.empty()) {
    document.blocks.emplace_back(Paragraph{words("progress.facts")});
    document.blocks.emplace_back(std::move(facts));
  }
}

/// Initiatives with anything to say; those without are named together.
void add_initiatives(Document& document, const Input& input) {
  const bool all = everything_selected(input);
  Charts charts = target_charts(input);
  List silent;
  document.blocks.emplace_back(Heading{2, input.words("progress.initiatives")});
  const Room room = with_room(input, by_initiative(input));
  for (const Group& group : room.whole) {
    std::optional<std::uint32_t> index;
    if (group.initiative != nullptr) {
      index = static_cast<std::uint32_t>(group.initiative - &input.programme.initiatives[0]);
    }
    List facts = all || !group.branches.empty() ? facts_of(input, index) : List{};
    if (!group.branches.empty() || !facts.items.empty()) {
      if (index || !group.branches.empty()) {
        add_initiative(document, input, group, std::move(facts), charts);
      } else if (all) {
        document.blocks.emplace_back(Heading{3, input.words("progress.other-facts")});
        document.blocks.emplace_back(std::move(facts));
      }
    } else if (all && index) {
      silent.items.push_back(group.initiative->title.in(input.words.language()));
    }
  }
  add_counted(document, input, room.counted);
  if (silent.items.empty()) return;
  document.blocks.emplace_back(Heading{3, input.words("progress.silent")});
  document.blocks.emplace_back(std::move(silent));
}

void add_commitments(Document& document, const Input& input) {
  std::vector<Branch> commitments;
  for (const Verdict* verdict : commitments_of(input)) commitments.push_back({verdict});
  if (commitments.empty()) return;
  document.blocks.emplace_back(Heading{2, input.words("tree.commitments")});
  document.blocks.emplace_back(promises_table(input, commitments));
}

}  // namespace

List facts_of(const Input& input, std::optional<std::uint32_t> initiative) {
  List list;
  for (const Fact& fact : input.programme.facts) {
    const bool same =
        initiative ? fact.initiative && fact.initiative->index == *initiative : !fact.initiative;
    if (same) list.items.push_back(fact_text(input.programme, fact, input.words));
  }
  return list;
}

Table promises_table(const Input& input, const std::vector<Branch>& branches) {
  Table table = verdict_table(input.words);
  for (const Branch& branch : branches) {
    if (is_full(table, input)) {
      table.more += rows_of(branch);
    } else {
      add_row(table, input, branch, 0);
    }
  }
  return without_empty_columns(std::move(table));
}

void add_promises(Document& document, const Input& input) {
  if (auto timeline = timeline_chart(input)) {
    document.blocks.emplace_back(Heading{2, input.words("progress.timeline")});
    document.blocks.emplace_back(*std::move(timeline));
  }
  add_commitments(document, input);
  add_initiatives(document, input);
}

Report progress_report(const Input& input) {
  const std::string title = input.words("progress.title", {{"title", input.head.title}});
  Report report = report_on(input, with_period(title, input.head, input.words));
  report.document.blocks = overview(input);
  add_summary(report.document, input);
  if (input.selected.empty()) {
    report.document.blocks.emplace_back(Paragraph{input.words("status.empty")});
    return report;
  }
  add_changes(report, input);
  add_promises(report.document, input);
  return report;
}

}  // namespace jalon::reports

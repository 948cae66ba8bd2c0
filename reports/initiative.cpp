// Everything about each initiative that is selected.
#include "reports/chart_data.hpp"
#include "reports/explain_notes.hpp"
#include "reports/kinds.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/period.hpp"
#include "reports/progress_parts.hpp"
#include "reports/promise.hpp"
#include "reports/record_words.hpp"
#include "reports/wording.hpp"
#include "rules/engine/excerpt.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/record_index.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <unordered_set>

namespace jalon::reports {
namespace {

using engine::Standing;
using engine::Verdict;
using engine::VerdictKind;

/// Each fills pages; who wants others names them.
constexpr std::size_t kInitiativesAtMost = 50;

/// What the definitions say of the initiative itself.
Fields about(const Programme& programme, const Initiative& one, const Labels& words) {
  Fields fields;
  const auto add = [&](std::string_view key, std::string text) {
    if (!text.empty()) fields.items.emplace_back(words(key), std::move(text));
  };
  fields.items.emplace_back(words("column.id"), IdCell{one.id});
  add("column.owner", one.owner ? programme[*one.owner].name : words("initiative.no-owner"));
  std::string partners;
  for (const auto ref : one.partners) partners = and_also(partners, programme[ref].name, words);
  add("initiative.partners", partners);
  add("column.area", one.area);
  add("column.level", one.level);
  add("initiative.start", one.start ? one.start->written : "");
  add("initiative.end", one.end ? one.end->written : "");
  for (const SourceRef& ref : one.sources) {
    add("initiative.source",
        and_also(source_words(programme, ref, words), programme[ref.source].url, words));
  }
  add("history.note", one.note);
  return fields;
}

/// The recommendations that it answers.
List recommended(const Programme& programme, const Initiative& initiative, const Labels& words) {
  List list;
  for (const Recommendation& one : programme.recommendations) {
    if (one.initiative && &programme[*one.initiative] == &initiative) {
      list.items.push_back(one.title.in(words.language()));
    }
  }
  return list;
}

/// What was promised, how it was changed, where it is written.
Node promise_node(const Input& input, const Verdict& verdict) {
  const Programme& programme = input.programme;
  const Labels& words = input.words;
  Node node{verdict.status, verdict.id, sentence(programme, verdict, words)};
  if (input.explain) node.notes = explain_notes(input, input.explain(verdict));
  return node;
}

/// Overall verdicts, which the initiative's records are read for.
std::vector<const Verdict*> overall_of(const Group& group) {
  std::vector<const Verdict*> verdicts;
  for (const Branch& branch : group.branches) {
    verdicts.push_back(branch.verdict);
    for (const Branch& child : branch.children) {
      if (child.verdict->kind == VerdictKind::part) verdicts.push_back(child.verdict);
    }
  }
  return verdicts;
}

std::string standing_text(Standing standing, const Labels& words) {
  switch (standing) {
    case Standing::in_force:
      return words("standing.in-force");
    case Standing::learned_later:
      return words("standing.learned-later");
    case Standing::superseded:
      return words("standing.superseded");
    case Standing::retracted:
      return words("standing.retracted");
    case Standing::in_advance:
      return words("standing.in-advance");
    case Standing::administrative:
      return words("standing.administrative");
  }
  return {};  // not reached: -Wswitch keeps the list complete
}

/// The log, to be read for one initiative after the other.
struct Journal {
  explicit Journal(const Input& input)
      : first{input.log.data()},
        facts{engine::facts_at(input.log, input.evaluation.moment)},
        index{input.programme, engine::pointers_to(input.log)} {}

  [[nodiscard]] Standing standing(const Record& record) const {
    return facts.standing[static_cast<std::size_t>(&record - first)];
  }

  const Record* first;
  engine::Facts facts;
  engine::RecordIndex index;
};

/// The records under any name that the promises read, as the log stood.
Table records_of(const Input& input, const Journal& journal,
                 const std::vector<const Verdict*>& verdicts) {
  const Labels& words = input.words;
  std::unordered_set<std::string_view> names;
  for (const Verdict* verdict : verdicts) {
    names.merge(engine::names_touching(input.programme, verdict->subject));
  }
  Table table;
  table.columns = {{"record", words("column.record"), Align::right, 0},
                   {"learned", words("column.learned"), Align::left, 1},
                   {"said", words("column.said"), Align::left, 0},
                   {"standing", words("history.standing"), Align::left, 2},
                   {"evidence", words("column.evidence"), Align::left, 3}};
  std::vector<const Record*> seen = journal.index.under(names);
  std::erase_if(seen, [&](const Record* record) {
    return journal.standing(*record) == Standing::learned_later ||
           record->kind == RecordKind::redaction;
  });
  fill(table, input, seen, [&](const Record* record) {
    return Row{{IdCell{fmt::format("#{}", record->number)}, record->learned,
                record_words(input.programme, *record, words),
                standing_text(journal.standing(*record), words), evidence_words(*record, words)}};
  });
  return without_empty_columns(std::move(table));
}

/// How the verdicts changed, in time, with the cause of each change.
Table lives_of(const Input& input, const std::vector<const Verdict*>& verdicts) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"day", words("column.day"), Align::left, 0},
                   {"id", words("column.id"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 0},
                   {"value", words("column.value"), Align::left, 1},
                   {"cause", words("column.because"), Align::left, 0}};
  std::vector<engine::Transition> life;
  for (const Verdict* verdict : verdicts) {
    for (engine::Transition& one : input.life(verdict->id)) life.push_back(std::move(one));
  }
  std::ranges::stable_sort(life, {}, &engine::Transition::day);
  fill(table, input, life, [&](const engine::Transition& one) {
    const std::string cause = one.before ? cause_words(input.programme, input.log, one.cause, words,
                                                       own_subject(input.programme, one.after))
                                         : words("initiative.begins");
    return Row{{one.day, IdCell{one.after.id}, one.after.status,
                value_and_goal(input.programme, one.after, words), cause}};
  });
  return table;
}

void add_table(Document& document, const Labels& words, std::string_view heading, Table table,
               std::string_view none) {
  document.blocks.emplace_back(Heading{3, words(heading)});
  if (table.rows.empty()) {
    document.blocks.emplace_back(Paragraph{words(none)});
  } else {
    document.blocks.emplace_back(std::move(table));
  }
}

void add_verdicts(Document& document, const Input& input, const Journal& journal,
                  const Group& group, std::map<std::string, Chart>& charts) {
  const Labels& words = input.words;
  const auto verdicts = overall_of(group);
  document.blocks.emplace_back(Heading{3, words("initiative.state")});
  document.blocks.emplace_back(promises_table(input, group.branches));
  for (const Verdict* verdict : verdicts) {
    if (auto found = charts.extract(verdict->id)) {
      document.blocks.emplace_back(std::move(found.mapped()));
    }
  }
  document.blocks.emplace_back(Heading{3, words("initiative.promises")});
  Tree tree;
  for (const Verdict* verdict : verdicts) tree.roots.push_back(promise_node(input, *verdict));
  document.blocks.emplace_back(std::move(tree));
  add_table(document, words, "initiative.records", records_of(input, journal, verdicts),
            "initiative.no-records");
  if (input.life) {
    add_table(document, words, "initiative.history", lives_of(input, verdicts),
              "initiative.no-history");
  }
}

void add_list(Document& document, const Labels& words, std::string_view key, List list) {
  if (list.items.empty()) return;
  document.blocks.emplace_back(Heading{3, words(key)});
  document.blocks.emplace_back(std::move(list));
}

void add_group(Document& document, const Input& input, const Journal& journal, const Group& group,
               std::map<std::string, Chart>& charts) {
  const Labels& words = input.words;
  if (group.initiative == nullptr) {
    document.blocks.emplace_back(Heading{2, words("tree.no-initiative")});
  } else {
    document.blocks.emplace_back(Heading{2, group.initiative->title.in(words.language())});
    document.blocks.emplace_back(about(input.programme, *group.initiative, words));
    add_list(document, words, "initiative.recommended",
             recommended(input.programme, *group.initiative, words));
  }
  if (!group.branches.empty()) {
    add_verdicts(document, input, journal, group, charts);
  } else if (group.initiative != nullptr) {
    document.blocks.emplace_back(Paragraph{words("initiative.no-promise")});
  }
  if (group.initiative != nullptr) {
    const auto index =
        static_cast<std::uint32_t>(group.initiative - &input.programme.initiatives[0]);
    add_list(document, words, "initiative.facts", facts_of(input, index));
  }
}

}  // namespace

Report initiative_report(const Input& input) {
  const Labels& words = input.words;
  const std::string title = words("initiative.title", {{"title", input.head.title}});
  Report report = report_on(input, with_period(title, input.head, words));
  std::map<std::string, Chart> charts = target_charts(input);
  const Journal journal{input};
  std::size_t shown = 0;
  std::size_t more = 0;
  for (const Group& group : by_initiative(input)) {
    const bool named =
        std::ranges::find(input.initiatives, group.initiative) != input.initiatives.end();
    if (group.branches.empty() && (group.initiative == nullptr || !named)) continue;
    if (input.rows != 0 && shown == kInitiativesAtMost) {
      ++more;
      continue;
    }
    ++shown;
    add_group(report.document, input, journal, group, charts);
  }
  if (more > 0) {
    report.document.blocks.emplace_back(Heading{2, words("progress.further")});
    report.document.blocks.emplace_back(
        Paragraph{words("initiative.more", {{"n", std::to_string(more)}})});
  }
  if (shown == 0) report.document.blocks.emplace_back(Paragraph{words("initiative.none")});
  return report;
}

}  // namespace jalon::reports

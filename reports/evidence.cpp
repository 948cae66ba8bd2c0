// How do we know?
#include "reports/kinds.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/period.hpp"
#include "reports/record_words.hpp"
#include "reports/wording.hpp"
#include "rules/engine/facts.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace jalon::reports {
namespace {

using engine::Confidence;
using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

using Numbers = std::set<std::int64_t>;

/// Targets, parts and milestones that stand; of those that are judged period by period or member by
/// member the whole.
std::vector<const Verdict*> promises_of(const Input& input) {
  std::vector<const Verdict*> promises;
  for (const Verdict* verdict : input.selected) {
    const bool overall = verdict->kind == VerdictKind::target ||
                         verdict->kind == VerdictKind::part ||
                         verdict->kind == VerdictKind::milestone;
    if (overall && verdict->status != Status::voided) promises.push_back(verdict);
  }
  return promises;
}

/// The records that each overall verdict rests on, those of its periods and members with them.
class Bases {
 public:
  explicit Bases(const Input& input) : first_{input.evaluation.verdicts.data()} {
    for (const Verdict& one : input.evaluation.verdicts) {
      Numbers& numbers = numbers_[one.parent ? first_ + *one.parent : &one];
      numbers.insert(one.records.begin(), one.records.end());
    }
  }
  [[nodiscard]] const Numbers& of(const Verdict& verdict) const { return numbers_.at(&verdict); }

 private:
  const Verdict* first_;
  std::map<const Verdict*, Numbers> numbers_ = {};
};

std::string evidence_word(const Verdict& verdict, const Labels& words) {
  return words(fmt::format("evidence.{}", engine::name(verdict.confidence.evidence)));
}
std::string age_word(const Verdict& verdict, const Labels& words) {
  const auto& age = verdict.confidence.freshness;
  return age ? words(fmt::format("freshness.{}", engine::name(*age))) : words("freshness.none");
}

/// Reads records by their numbers as they stand at the moment: a correction in place of what it
/// corrects.
class Book {
 public:
  explicit Book(const Input& input) {
    const engine::Facts facts = engine::facts_at(input.log, input.evaluation.moment);
    for (const engine::Fact& fact : facts.records) {
      current_[fact.record->number] = fact.record;
      current_[fact.order] = fact.record;
    }
  }
  [[nodiscard]] const Record* find(std::int64_t number) const {
    const auto found = current_.find(number);
    return found == current_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::int64_t, const Record*> current_ = {};
};

/// One line a record that has evidence: "#5: contract, contract-9.pdf".
void add_pieces(Row& row, const Numbers& numbers, const Book& book, const Labels& words) {
  constexpr std::size_t kAtMost = 12;
  std::size_t shown = 0;
  std::size_t more = 0;
  for (const std::int64_t number : numbers) {
    const Record* record = book.find(number);
    if (record == nullptr || record->evidence.empty()) continue;
    if (shown == kAtMost) {
      ++more;
      continue;
    }
    ++shown;
    row.notes.push_back(words("evidence.of-record", {{"n", std::to_string(record->number)},
                                                     {"text", evidence_words(*record, words)}}));
  }
  if (more > 0) row.notes.push_back(words("evidence.more", {{"n", std::to_string(more)}}));
}

std::string sources_of(const Programme& programme, const Common& definition, const Labels& words) {
  std::string text;
  for (const SourceRef& ref : definition.sources) {
    text = and_also(text, source_words(programme, ref, words), words);
  }
  return text;
}

Table evidence_table(const Input& input, const std::vector<const Verdict*>& promises,
                     const Bases& bases, const Book& book) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"title", words("column.what"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 1},
                   {"records", words("column.records"), Align::right, 2},
                   {"confidence.evidence", words("column.evidence"), Align::left, 0},
                   {"confidence.freshness", words("column.freshness"), Align::left, 0},
                   {"confidence.complete_through", words("column.complete"), Align::left, 3}};
  const Fitting fit = fitting(input, promises);
  for (const Verdict* verdict : fit.verdicts) {
    const Numbers& numbers = bases.of(*verdict);
    Row row{{name_with_id(input.programme, *verdict, words), verdict->status,
             NumberCell{Decimal{static_cast<std::int64_t>(numbers.size())}},
             evidence_word(*verdict, words), age_word(*verdict, words),
             day_cell(verdict->confidence.complete_through)}};
    const Common& definition = engine::definition_of(input.programme, *verdict);
    const std::string sources = sources_of(input.programme, definition, words);
    row.notes.push_back(sources.empty() ? words("evidence.no-source")
                                        : words("evidence.promised-in", {{"source", sources}}));
    add_pieces(row, numbers, book, words);
    table.rows.push_back(std::move(row));
  }
  table.more = fit.more;
  return without_empty_columns(std::move(table));
}

/// Counts that add up to the number of promises.
Table counts_by(const Labels& words, std::string_view column, std::string_view unit,
                const std::vector<std::pair<std::string, int>>& counts) {
  Table table;
  table.columns = {{"name", words(column), Align::left, 0},
                   {"total", words(unit), Align::right, 0}};
  int all = 0;
  for (const auto& [name, count] : counts) {
    all += count;
    if (count > 0) table.rows.push_back({{name, NumberCell{Decimal{count}}}});
  }
  table.rows.push_back({{words("progress.all"), NumberCell{Decimal{all}}}});
  return table;
}

template <class Say>
Table grouped(const Labels& words, std::string_view column,
              const std::vector<const Verdict*>& promises, const std::vector<std::string>& names,
              Say say) {
  std::vector<std::pair<std::string, int>> counts;
  for (const std::string& name : names) {
    counts.emplace_back(name,
                        static_cast<int>(std::ranges::count_if(
                            promises, [&](const Verdict* one) { return say(*one) == name; })));
  }
  return counts_by(words, column, "progress.promises", counts);
}

void add_counts(Document& document, const Input& input,
                const std::vector<const Verdict*>& promises) {
  const Labels& words = input.words;
  document.blocks.emplace_back(Heading{2, words("progress.summary")});
  document.blocks.emplace_back(
      grouped(words, "column.evidence", promises,
              {words("evidence.confirmed"), words("evidence.reported"), words("evidence.none")},
              [&](const Verdict& one) { return evidence_word(one, words); }));
  document.blocks.emplace_back(grouped(words, "column.freshness", promises,
                                       {words("freshness.fresh"), words("freshness.ageing"),
                                        words("freshness.stale"), words("freshness.none")},
                                       [&](const Verdict& one) { return age_word(one, words); }));
}

/// Records that count for something selected, though nothing supports them.
void add_bare_claims(Document& document, const Input& input,
                     const std::vector<const Verdict*>& promises, const Bases& bases,
                     const Book& book) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"record", words("column.record"), Align::right, 0},
                   {"claim", words("column.claim"), Align::left, 0},
                   {"learned", words("column.learned"), Align::left, 2},
                   {"for", words("column.counts-for"), Align::left, 0}};
  std::map<std::int64_t, std::string> used;
  bool any = false;
  for (const Verdict* verdict : promises) {
    for (const std::int64_t number : bases.of(*verdict)) {
      const Record* record = book.find(number);
      any = any || record != nullptr;
      if (record == nullptr || !record->evidence.empty()) continue;
      std::string& names = used[record->number];
      if (names.find(verdict->id) == std::string::npos) names = and_also(names, verdict->id, words);
    }
  }
  fill(table, input, used, [&](const auto& claim) {
    const Record& record = *book.find(claim.first);
    return Row{{IdCell{fmt::format("#{}", claim.first)},
                record_words(input.programme, record, words), record.learned, claim.second}};
  });
  document.blocks.emplace_back(Heading{2, words("evidence.claimed")});
  if (table.rows.empty()) {
    document.blocks.emplace_back(
        Paragraph{words(any ? "evidence.all-supported" : "initiative.no-records")});
  } else {
    document.blocks.emplace_back(std::move(table));
  }
}

}  // namespace

Report evidence_report(const Input& input) {
  const Labels& words = input.words;
  const std::string title = words("evidence.title", {{"title", input.head.title}});
  Report report = report_on(input, with_period(title, input.head, words));
  const auto promises = promises_of(input);
  report.document.blocks = overview(input);
  if (promises.empty()) {
    report.document.blocks.emplace_back(Paragraph{words("status.empty")});
    return report;
  }
  const Bases bases{input};
  const Book book{input};
  add_counts(report.document, input, promises);
  add_bare_claims(report.document, input, promises, bases, book);
  report.document.blocks.emplace_back(Heading{2, words("evidence.per-promise")});
  report.document.blocks.emplace_back(evidence_table(input, promises, bases, book));
  return report;
}

}  // namespace jalon::reports

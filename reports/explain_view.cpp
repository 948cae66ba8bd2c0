// One verdict with everything behind it: records, attestations, readings, rule and source.
#include "reports/explain_notes.hpp"
#include "reports/figures.hpp"
#include "reports/json_writer.hpp"
#include "reports/parts.hpp"
#include "reports/record_words.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::definition_of;
using engine::Explanation;
using engine::Part;
using engine::RecordPart;
using engine::Verdict;

std::string joined(const std::string& first, std::string_view between, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return fmt::format("{}{}{}", first, between, second);
}

/// Does a filter ask for this value of its dimension, and for no other?
bool asks_for(const DimensionValues& where, const DimensionValue& one) {
  const bool only = std::ranges::count(where, one.dimension, &DimensionValue::dimension) == 1;
  return only && std::ranges::find(where, one) != where.end();
}

/// The id that a record was logged under, where it is not the one that a reader expects.
std::string other_subject(const Programme& programme, const Verdict& verdict,
                          const Record& record) {
  const auto* target = std::get_if<Ref<Target>>(&verdict.subject);
  const std::string& expected = target != nullptr ? programme[programme[*target].indicator].id
                                                  : definition_of(programme, verdict).id;
  return record.subject == expected ? std::string{} : record.subject;
}

/// The key, and the dimensions that are not those that the target asks for anyway.
std::string object_text(const Programme& programme, const Verdict& verdict, const Record& record) {
  const auto* target = std::get_if<Ref<Target>>(&verdict.subject);
  std::string text = joined(other_subject(programme, verdict, record), " ", record.key);
  for (const DimensionValue& one : record.dimensions) {
    if (target != nullptr && asks_for(programme[*target].where, one)) continue;
    text = joined(text, " ", fmt::format("{}={}", one.dimension, one.value));
  }
  return text;
}

/// The day, or the words where it is none or a vague one.
Cell happened_cell(const DateExpression& happened, const Labels& words) {
  if (happened.from && happened.from == happened.latest) return *happened.from;
  return words("due.written",
               {{"day", happened.written}, {"words", date_reading(happened, words)}});
}

/// What became of it, and by which record or when.
std::string part_text(const RecordPart& one, const Labels& words) {
  const std::string text = words(fmt::format("part.{}", engine::name(one.part)));
  if (one.by == nullptr) return text;
  return words("part.by", {{"part", text},
                           {"record", fmt::format("#{}", one.by->number)},
                           {"day", iso(one.by->learned)}});
}

std::string evidence_kinds(const Record& record, const Labels& words) {
  if (record.evidence.empty()) return words("record.no-evidence");
  std::string text;
  for (const Evidence& one : record.evidence) {
    text = joined(text, ", ", one.kind.empty() ? words("record.evidence") : one.kind);
  }
  return text;
}

std::string evidence_texts(const Record& record) {
  std::string text;
  for (const Evidence& one : record.evidence) text = joined(text, ", ", one.text);
  return text;
}

Table records_table(const Programme& programme, const Explanation& explanation,
                    const Labels& words) {
  Table table;
  table.columns = {{"record", words("column.record"), Align::right, 0},
                   {"on", words("column.on"), Align::left, 0},
                   {"amount", words("column.amount"), Align::left, 0},
                   {"object", words("column.object"), Align::left, 2},
                   {"evidence", words("column.evidence"), Align::left, 3},
                   {"learned", words("column.learned"), Align::left, 4},
                   {"part", words("column.part"), Align::left, 0},
                   {"evidence_text", words("column.evidence-text"), Align::left, 5}};
  const auto add = [&](const RecordPart& one) {
    const Record& record = *one.record;
    table.rows.push_back(
        {{IdCell{fmt::format("#{}", record.number)}, happened_cell(record.happened, words),
          amount_text(programme, record, words),
          object_text(programme, *explanation.verdict, record), evidence_kinds(record, words),
          words("record.learned", {{"day", iso(record.learned)}}), part_text(one, words),
          evidence_texts(record)}});
  };
  const auto counts = [](const RecordPart& one) {
    return one.part == Part::counted || one.part == Part::possible || one.part == Part::unevidenced;
  };
  for (const RecordPart& one : explanation.records) {
    if (counts(one)) add(one);
  }
  for (const RecordPart& one : explanation.records) {
    if (!counts(one)) add(one);
  }
  return table;
}

Node node_of(const Input& input, const Explanation& explanation) {
  const Verdict& verdict = *explanation.verdict;
  Node node{verdict.status, verdict.id, sentence(input.programme, verdict, input.words)};
  if (!explanation.records.empty()) {
    node.table = without_empty_columns(records_table(input.programme, explanation, input.words));
    node.table->caption = input.words("explain.records", {{"id", verdict.id}});
  }
  node.notes = explain_notes(input, explanation);
  for (const Explanation& child : explanation.children) {
    node.children.push_back(node_of(input, child));
  }
  return node;
}

void collect(std::vector<const Verdict*>& verdicts, const Explanation& explanation) {
  verdicts.push_back(explanation.verdict);
  for (const Explanation& child : explanation.children) collect(verdicts, child);
}

}  // namespace

Report explain_view(const Input& input, const Explanation& explanation) {
  const std::string title = title_of(input.programme, *explanation.verdict, input.words.language());
  Report report = report_on(input, title);
  report.verdicts.clear();
  collect(report.verdicts, explanation);
  report.findings.clear();
  for (const Verdict* one : report.verdicts) {
    if (is_finding(input.programme, *one, input.rule)) report.findings.push_back(one);
  }
  report.document.blocks.emplace_back(Tree{{node_of(input, explanation)}});
  report.schema = "jalon.explain/1";
  report.explanation = explanation_json(input, explanation);
  return report;
}

}  // namespace jalon::reports

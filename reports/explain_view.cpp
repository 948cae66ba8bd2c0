// One verdict with everything behind it: records, attestations, readings, rule and source.
#include "reports/figures.hpp"
#include "reports/parts.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jalon::reports {
namespace {

using engine::Explanation;
using engine::Part;
using engine::RecordPart;
using engine::Verdict;
using engine::VerdictKind;

std::string joined(const std::string& first, std::string_view between, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return fmt::format("{}{}{}", first, between, second);
}

bool among(const DimensionValues& all, const DimensionValue& one) {
  return std::ranges::find(all, one) != all.end();
}

/// "+1", "~20", "draft": what was recorded, an addition with its sign.
std::string amount_text(const Programme& programme, const Verdict& verdict, const Record& record) {
  if (!record.amount) return record.stage;
  const std::string& written = record.amount->written;
  const auto* target = std::get_if<Ref<Target>>(&verdict.subject);
  const bool level = target != nullptr &&
                     std::holds_alternative<Stock>(programme[programme[*target].indicator].measure);
  const bool bare = written.find_first_of("+-0") != 0;
  return bare && !level ? "+" + written : written;
}

/// The key, and the dimensions that are not those that the target asks for anyway.
std::string object_text(const Programme& programme, const Verdict& verdict, const Record& record) {
  const auto* target = std::get_if<Ref<Target>>(&verdict.subject);
  std::string text = record.key;
  for (const DimensionValue& one : record.dimensions) {
    if (target != nullptr && among(programme[*target].where, one)) continue;
    text = joined(text, " ", fmt::format("{}={}", one.dimension, one.value));
  }
  return text;
}

/// The day, or the words where it is none or a vague one.
Cell happened_cell(const DateExpression& happened) {
  if (happened.from && happened.from == happened.latest) return *happened.from;
  return happened.written;
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
        {{IdCell{fmt::format("#{}", record.number)}, happened_cell(record.happened),
          amount_text(programme, *explanation.verdict, record),
          object_text(programme, *explanation.verdict, record), evidence_kinds(record, words),
          words("record.learned", {{"day", iso(record.learned)}}),
          words(fmt::format("part.{}", engine::name(one.part))), evidence_texts(record)}});
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

std::string quantity_text(const engine::Quantity& quantity, const Labels& words) {
  if (const auto* number = std::get_if<Decimal>(&quantity)) return figure(*number, words);
  if (const auto* stage = std::get_if<std::string>(&quantity)) return *stage;
  return {};
}

/// All that the value may be, where that is more than one number.
std::string bounds_note(const Verdict& verdict, const Labels& words) {
  const auto& bounds = verdict.bounds;
  if (verdict.records.empty() || bounds.lo == bounds.hi) return {};
  const std::string lo = quantity_text(bounds.lo, words);
  const std::string hi = quantity_text(bounds.hi, words);
  if (!lo.empty() && !hi.empty()) return words("explain.between", {{"lo", lo}, {"hi", hi}});
  if (!lo.empty())
    return words(bounds.lo_open ? "explain.above" : "explain.at-least", {{"lo", lo}});
  if (!hi.empty()) return words(bounds.hi_open ? "explain.below" : "explain.at-most", {{"hi", hi}});
  return {};
}

/// How the words of a date are read: the window and its days.
std::string reading_note(const Verdict& verdict, const Labels& words) {
  const engine::Due& due = verdict.due;
  if (!due.nominal || !due.latest) return {};
  std::string days = iso(*due.nominal);
  if (*due.latest != *due.nominal) {
    days = words("due.latest", {{"day", days}, {"latest", iso(*due.latest)}});
  }
  if (due.from) days = words("explain.window", {{"from", iso(*due.from)}, {"days", days}});
  if (due.written.empty() || due.written == days) return {};
  return words("explain.reading", {{"words", due.written}, {"days", days}});
}

std::string completeness_note(const Explanation& explanation, const Labels& words) {
  const auto& through = explanation.verdict->confidence.complete_through;
  if (!through) return {};
  std::string numbers;
  for (const Record* one : explanation.attestations) {
    numbers = joined(numbers, ", ", fmt::format("#{}", one->number));
  }
  if (numbers.empty()) return words("explain.complete", {{"day", iso(*through)}});
  return words("explain.complete-attested", {{"day", iso(*through)}, {"records", numbers}});
}

std::string source_text(const Programme& programme, const Common& definition) {
  std::string text;
  for (const SourceRef& one : definition.sources) {
    text = joined(text, "; ", joined(programme[one.source].id, ", ", one.locator));
  }
  return text;
}

void add_notes(Node& node, const Programme& programme, const Explanation& explanation,
               const Labels& words) {
  const Verdict& verdict = *explanation.verdict;
  const auto add = [&](std::string note) {
    if (!note.empty()) node.notes.push_back(std::move(note));
  };
  add(bounds_note(verdict, words));
  if (const std::string outlook = outlook_words(programme, verdict, words); !outlook.empty()) {
    add(words("explain.outlook", {{"outlook", outlook}}));
  }
  add(completeness_note(explanation, words));
  if (verdict.decided_by.empty()) add(reading_note(verdict, words));
  if (verdict.kind == VerdictKind::period || verdict.kind == VerdictKind::member) return;
  const Common& definition = engine::definition_of(programme, verdict);
  if (!definition.place.file.empty()) {
    add(words("explain.rule", {{"place", definition.place.str()}}));
  }
  if (const std::string source = source_text(programme, definition); !source.empty()) {
    add(words("explain.source", {{"source", source}}));
  }
  if (!definition.note.empty()) add(words("explain.note", {{"note", definition.note}}));
}

Node node_of(const Programme& programme, const Explanation& explanation, const Labels& words) {
  const Verdict& verdict = *explanation.verdict;
  Node node{verdict.status, verdict.id, sentence(programme, verdict, words)};
  if (!explanation.records.empty()) {
    node.table = records_table(programme, explanation, words);
    node.table->caption = words("explain.records", {{"id", verdict.id}});
  }
  add_notes(node, programme, explanation, words);
  for (const Explanation& child : explanation.children) {
    node.children.push_back(node_of(programme, child, words));
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
  report.document.blocks.emplace_back(Tree{{node_of(input.programme, explanation, input.words)}});
  return report;
}

}  // namespace jalon::reports

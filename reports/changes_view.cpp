// What changed between two looks, and because of what.
#include "reports/changes_view.hpp"

#include "reports/parts.hpp"
#include "reports/wording.hpp"

#include <fmt/format.h>

namespace jalon::reports {
namespace {

using engine::Changed;
using engine::Verdict;

Cell status_cell(const std::optional<Verdict>& verdict) {
  if (!verdict) return std::monostate{};
  return verdict->status;
}

Cell value_cell(const Input& input, const std::optional<Verdict>& verdict) {
  if (!verdict) return std::monostate{};
  return value_and_goal(input.programme, *verdict, input.words);
}

std::string causes_of(const Changed& changed, const CauseText& told) {
  std::string text;
  for (const engine::Cause& cause : changed.causes) {
    if (!text.empty()) text += "; ";
    text += told(cause);
  }
  return text;
}

std::string status_word(const Input& input, const Verdict& verdict) {
  return input.words(fmt::format("status.{}", engine::name(verdict.status)));
}

/// "pending, 1 of 2 PoC"
std::string side(const Input& input, const std::optional<Verdict>& verdict) {
  if (!verdict) return input.words("changes.not-there");
  return fmt::format("{}, {}", status_word(input, *verdict),
                     value_and_goal(input.programme, *verdict, input.words));
}

/// "pending -> overdue, 1 of 2 PoC" where the value stayed, else both sides whole.
std::string move_of(const Input& input, const Changed& changed) {
  const auto value = [&](const Verdict& verdict) {
    return value_and_goal(input.programme, verdict, input.words);
  };
  if (changed.before && changed.after && value(*changed.before) == value(*changed.after)) {
    return fmt::format("{} -> {}", status_word(input, *changed.before), side(input, changed.after));
  }
  return fmt::format("{} -> {}", side(input, changed.before), side(input, changed.after));
}

Node node_of(const Input& input, const Changed& changed, const CauseText& told) {
  const Verdict& named = changed.after ? *changed.after : *changed.before;
  Node node;
  node.mark = named.status;
  node.id = named.id;
  node.text = move_of(input, changed);
  for (const engine::Cause& cause : changed.causes) {
    node.notes.push_back(input.words("changes.because", {{"cause", told(cause)}}));
  }
  return node;
}

}  // namespace

Table changes_rows(const Input& input, std::span<const Changed> changes, const CauseText& told) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"id", words("column.id"), Align::left, 0},
                   {"status.before", words("column.before"), Align::left, 0},
                   {"status.after", words("column.after"), Align::left, 0},
                   {"value.before", words("column.value-before"), Align::left, 2},
                   {"value.after", words("column.value-after"), Align::left, 1},
                   {"causes", words("column.because"), Align::left, 1}};
  for (const Changed& changed : changes) {
    const Verdict& named = changed.after ? *changed.after : *changed.before;
    table.rows.push_back({{IdCell{named.id}, status_cell(changed.before),
                           status_cell(changed.after), value_cell(input, changed.before),
                           value_cell(input, changed.after), causes_of(changed, told)}});
  }
  return table;
}

Report changes_view(const Input& input, std::string title, std::string subtitle,
                    std::span<const Changed> changes, const CauseText& told) {
  Report report = report_on(input, std::move(title));
  report.programme = nullptr;  // changes, not verdicts
  report.verdicts.clear();
  report.schema = "jalon.diff/1";
  report.document.subtitle = std::move(subtitle);
  report.table = changes_rows(input, changes, told);
  if (changes.empty()) {
    report.document.blocks = {Paragraph{input.words("changes.none")}};
    return report;
  }
  Tree tree;
  for (const Changed& changed : changes) tree.roots.push_back(node_of(input, changed, told));
  report.document.blocks = {tree};
  return report;
}

std::string cause_text(const engine::Cause& cause, const Labels& words) {
  using Kind = engine::Cause::Kind;
  const std::string key = fmt::format("cause.{}", engine::name(cause.kind));
  if (cause.kind == Kind::time) return words(key);
  if (cause.record != 0) return words(key, {{"n", std::to_string(cause.record)}});
  if (cause.definition.empty()) return words(key + ".unnamed");
  return words(key, {{"id", cause.definition}});
}

}  // namespace jalon::reports

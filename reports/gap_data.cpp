// Where data are missing, old, unproven or too vague, and what would help.
#include "reports/gap_parts.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/wording.hpp"
#include "rules/engine/rollup.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <functional>

namespace jalon::reports {
namespace {

using engine::Confidence;
using engine::Reason;
using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

/// What is wrong with the data behind a verdict; nothing if it can be judged well.
std::optional<Reason> data_gap(const Verdict& verdict) {
  const bool settled = verdict.status == Status::met || verdict.status == Status::met_late ||
                       verdict.status == Status::missed || verdict.status == Status::voided;
  if (settled) return std::nullopt;
  if (verdict.reason != Reason::on_record && verdict.reason != Reason::vague_due) {
    return verdict.reason;
  }
  if (verdict.confidence.evidence == Confidence::Evidence::none) return Reason::no_data;
  if (verdict.confidence.freshness == Confidence::Age::stale) return Reason::stale;
  return std::nullopt;
}

/// The id to log under: of the indicator, or of the milestone.
std::string subject_id(const Programme& programme, const Verdict& verdict) {
  const auto* target = std::get_if<Ref<Target>>(&verdict.subject);
  if (target == nullptr) return engine::definition_of(programme, verdict).id;
  const Indicator& indicator = programme[programme[*target].indicator];
  if (const auto* ratio = std::get_if<Ratio>(&indicator.measure)) return programme[ratio->of].id;
  return indicator.id;
}

/// As a shell wants it: brackets and the like in single quotes.
std::string quoted(const std::string& text) {
  const bool plain = text.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789.-_=") == std::string::npos;
  return plain ? text : "'" + text + "'";
}

std::string denominator_id(const Programme& programme, const Verdict& verdict) {
  const auto* target = std::get_if<Ref<Target>>(&verdict.subject);
  if (target == nullptr) return {};
  const auto* ratio = std::get_if<Ratio>(&programme[programme[*target].indicator].measure);
  if (ratio == nullptr) return {};
  if (const auto* series = std::get_if<Ref<Series>>(&ratio->to)) return programme[*series].id;
  return programme[std::get<Ref<Indicator>>(ratio->to)].id;
}

/// What "the list is complete" is said of: a target by its own id, a member by its dimension.
std::string list_name(const Programme& programme, const Verdict& verdict) {
  const auto* ref = std::get_if<Ref<Target>>(&verdict.subject);
  const auto* each = ref == nullptr ? nullptr : std::get_if<ForEach>(&programme[*ref].time);
  std::string id = engine::definition_of(programme, verdict).id;
  if (each == nullptr || verdict.kind != VerdictKind::member) return quoted(id);
  id = subject_id(programme, verdict);
  const std::string start = "[" + each->dimension + "=";
  const auto at = verdict.id.rfind(start);
  if (at == std::string::npos) return id;
  const std::string member = verdict.id.substr(at + 1, verdict.id.size() - at - 2);
  return fmt::format("{} --set {}", id, quoted(member));
}

std::string what_to_do(const Input& input, const Verdict& verdict, Reason reason) {
  std::string id = subject_id(input.programme, verdict);
  if (reason == Reason::no_denominator) id = denominator_id(input.programme, verdict);
  if (reason == Reason::incomplete) id = list_name(input.programme, verdict);
  const std::string key = fmt::format("todo.{}", engine::name(reason));
  std::string through = iso(input.head.as_of);
  if (verdict.due.latest && *verdict.due.latest < input.head.as_of) {
    through = iso(*verdict.due.latest);
  }
  return input.words(key, {{"id", id}, {"day", through}});
}

}  // namespace

void add_data_gaps(Document& document, const Input& input) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"id", words("column.id"), Align::left, 0},
                   {"status", words("column.status"), Align::left, 1},
                   {"reason", words("column.data-gap"), Align::left, 0},
                   {"owner", words("column.owner"), Align::left, 2},
                   {"todo", words("column.todo"), Align::left, 0}};
  for (const Verdict* verdict : worst_first(input.selected)) {
    // A commitment and the overall verdict of periods only repeat what their deciding child says.
    if (!verdict->decided_by.empty() || verdict->kind == VerdictKind::commitment) continue;
    const auto reason = data_gap(*verdict);
    if (!reason) continue;
    if (is_full(table, input)) {
      ++table.more;
      continue;
    }
    table.rows.push_back(
        {{IdCell{verdict->id}, verdict->status, words(fmt::format("gap.{}", engine::name(*reason))),
          owner_cell(input.programme, *verdict, input.words),
          what_to_do(input, *verdict, *reason)}});
  }
  document.blocks.emplace_back(Heading{2, words("gap.data")});
  if (table.rows.empty()) {
    document.blocks.emplace_back(Paragraph{words("gap.no-data-gaps")});
  } else {
    document.blocks.emplace_back(std::move(table));
  }
}

}  // namespace jalon::reports

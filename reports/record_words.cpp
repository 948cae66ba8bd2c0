#include "reports/record_words.hpp"

#include "reports/changes_view.hpp"
#include "reports/explain_notes.hpp"
#include "reports/wording.hpp"
#include "rules/engine/facts.hpp"

#include <algorithm>

namespace jalon::reports {
namespace {

bool is_called(const Common& definition, const std::string& id) {
  return definition.id == id || std::ranges::find(definition.was, id) != definition.was.end();
}

template <class Definitions>
auto called(const Definitions& definitions, const std::string& id) {
  const auto found =
      std::ranges::find_if(definitions, [&](const Common& one) { return is_called(one, id); });
  return found == definitions.end() ? nullptr : &*found;
}

/// The title of what a record is about, or its id where it has none.
std::string subject_text(const Programme& programme, const Record& record, const Labels& words) {
  const auto title = [&](const auto* one) {
    return one == nullptr ? std::string{} : one->title.in(words.language());
  };
  std::string text = title(called(programme.indicators, record.subject));
  if (text.empty()) text = title(called(programme.milestones, record.subject));
  if (text.empty()) text = title(called(programme.targets, record.subject));
  return text.empty() ? record.subject : text;
}

/// "+1 PoC", "draft"
std::string amount_with_unit(const Programme& programme, const Record& record,
                             const Labels& words) {
  std::string text = amount_text(programme, record, words);
  const Indicator* indicator = called(programme.indicators, record.subject);
  if (indicator == nullptr || indicator->unit.empty() || !record.amount) return text;
  return words("record.amount", {{"n", text}, {"unit", indicator->unit}});
}

std::string details_of(const Record& record, const Labels& words) {
  std::string text = record.key;
  for (const DimensionValue& one : record.dimensions) {
    text = and_also(text, one.dimension + "=" + one.value, words);
  }
  return text;
}

std::string happened_text(const DateExpression& happened, const Labels& words) {
  const std::string reading = date_reading(happened, words);
  if (reading.empty() || !happened.vague) return happened.written;  // dates speak for themselves
  return words("due.written", {{"day", happened.written}, {"words", reading}});
}

/// Why a revision or waiver was decided.
template <class Decision>
std::string reason_of(const std::vector<Decision>& decisions, const std::string& id) {
  const auto found = std::ranges::find(decisions, id, &Decision::id);
  return found == decisions.end() ? std::string{} : found->reason;
}

}  // namespace

std::string amount_text(const Programme& programme, const Record& record, const Labels& words) {
  if (!record.amount) return record.stage;
  std::string written = record.amount->written;
  const bool bare = written.find_first_of("+-0") != 0;
  const Indicator* indicator = called(programme.indicators, record.subject);
  const bool level = indicator != nullptr && std::holds_alternative<Stock>(indicator->measure);
  if (bare && !level) written.insert(0, "+");
  const std::string reading = amount_reading(*record.amount, words);
  if (reading.empty()) return written;
  return words("due.written", {{"day", written}, {"words", reading}});
}

std::string record_words(const Programme& programme, const Record& record, const Labels& words,
                         std::string_view own) {
  const std::string subject = subject_text(programme, record, words);
  const std::string last = record.happened.latest ? iso(*record.happened.latest) : "";
  if (record.kind == RecordKind::attestation) {
    return words("record.complete", {{"subject", subject}, {"day", last}});
  }
  if (record.kind == RecordKind::judgement) {
    return words("record.judged", {{"subject", subject}, {"colour", record.stage}, {"day", last}});
  }
  if (record.kind == RecordKind::retraction) {
    return words("record.takes-out", {{"n", std::to_string(record.replaces.value_or(0))}});
  }
  std::string text = and_also(amount_with_unit(programme, record, words),
                              happened_text(record.happened, words), words);
  if (record.subject != own) {
    text = words("record.says", {{"subject", subject}, {"what", text}});
  }
  const std::string details = details_of(record, words);
  if (details.empty()) return text;
  return words("record.details", {{"text", text}, {"details", details}});
}

std::string evidence_words(const Record& record, const Labels& words) {
  std::string text;
  for (const Evidence& one : record.evidence) {
    text = and_also(text,
                    one.kind.empty()
                        ? one.text
                        : words("evidence.piece", {{"kind", one.kind}, {"text", one.text}}),
                    words);
  }
  return text;
}

std::string source_words(const Programme& programme, const SourceRef& ref, const Labels& words) {
  const std::string& title = programme[ref.source].title.in(words.language());
  if (ref.locator.empty()) return title;
  return words("evidence.source", {{"title", title}, {"where", ref.locator}});
}

std::string cause_words(const Programme& programme, std::span<const Record> log,
                        const engine::Cause& cause, const Labels& words, std::string_view own) {
  const std::string text = cause_text(cause, words);
  std::string more;
  if (const Record* record = engine::find_record(log, cause.record)) {
    more = record_words(programme, *record, words, own);
  } else if (!cause.definition.empty()) {
    more = cause.kind == engine::Cause::Kind::waiver
               ? reason_of(programme.waivers, cause.definition)
               : reason_of(programme.revisions, cause.definition);
  }
  return more.empty() ? text : words("cause.more", {{"cause", text}, {"more", more}});
}

std::string_view own_subject(const Programme& programme, const engine::Verdict& verdict) {
  if (const auto* target = std::get_if<Ref<Target>>(&verdict.subject)) {
    return programme[programme[*target].indicator].id;
  }
  if (const auto* milestone = std::get_if<Ref<Milestone>>(&verdict.subject)) {
    return programme[*milestone].id;
  }
  return {};
}

}  // namespace jalon::reports

#include "tracker/commands/causes.hpp"

#include "reports/changes_view.hpp"
#include "rules/model/diagnostic.hpp"
#include "tracker/commands/record_line.hpp"
#include "tracker/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace jalon::commands {
namespace {

/// Why a revision or waiver was made, found by its id.
template <class Decision>
std::string reason_of(const std::vector<Decision>& decisions, const std::string& id) {
  const auto found = std::ranges::find(decisions, id, &Decision::id);
  return found == decisions.end() ? std::string{} : printable(found->reason);
}

}  // namespace

std::string Causes::operator()(const engine::Cause& cause) const {
  const std::string text = reports::cause_text(cause, *words_);
  const std::string more = detail(cause);
  return more.empty() ? text : fmt::format("{}: {}", text, more);
}

std::string Causes::detail(const engine::Cause& cause) const {
  if (cause.record != 0) {
    const auto record = std::ranges::lower_bound(log_, cause.record, {}, &Record::number);
    if (record == log_.end() || record->number != cause.record) return {};
    if (record->kind == RecordKind::retraction)
      return fmt::format("takes out #{}", record->replaces.value_or(0));
    return record_line(*programme_, *record);
  }
  if (cause.definition.empty()) return {};
  return cause.kind == engine::Cause::Kind::waiver
             ? reason_of(programme_->waivers, cause.definition)
             : reason_of(programme_->revisions, cause.definition);
}

std::vector<engine::Changed> choose(const Programme& programme,
                                    std::vector<engine::Changed> changes,
                                    const engine::Evaluation& after,
                                    const cli::Arguments& arguments) {
  const auto& words = arguments.all("SEL");
  if (words.empty()) return changes;
  std::unordered_set<std::string_view> ids;
  for (const auto* verdict : select(programme, after, words, arguments.has("allow-empty")))
    ids.insert(verdict->id);
  std::erase_if(changes, [&](const engine::Changed& changed) {
    return !changed.after || !ids.contains(changed.after->id);
  });
  return changes;
}

}  // namespace jalon::commands

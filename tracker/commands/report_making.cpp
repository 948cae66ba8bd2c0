#include "tracker/commands/report_making.hpp"

#include "reports/changes_view.hpp"
#include "tracker/commands/causes.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/refused.hpp"
#include "tracker/selection.hpp"
#include "tracker/wildcard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace jalon::commands {
namespace {

/// The initiatives that words name; all without words.
std::vector<const Initiative*> named_initiatives(const Programme& programme,
                                                 const std::vector<std::string>& words) {
  std::vector<const Initiative*> named;
  for (const Initiative& one : programme.initiatives) {
    const bool wanted =
        std::ranges::any_of(words, [&](const std::string& word) { return matches(word, one.id); });
    if (words.empty() || wanted) named.push_back(&one);
  }
  return named;
}

/// What the records after number `record` changed in the verdicts selected, for people.
std::vector<reports::Block> changed_after(std::int64_t record, const Judged& judged) {
  const Programme& programme = judged.workspace.programme;
  const auto& log = judged.log.records;
  engine::Moment then = judged.look.moment;
  then.upto = record;
  auto changes = engine::diff(programme, log, then, judged.look.moment).changes;
  std::unordered_set<std::string_view> ids;
  for (const engine::Verdict* verdict : judged.selected) ids.insert(verdict->id);
  std::erase_if(changes, [&](const engine::Changed& changed) {
    return !changed.after || !ids.contains(changed.after->id);
  });
  const reports::Labels& words = judged.words;
  reports::Report view =
      reports::changes_view(judged.input(), "", "", changes, Causes{programme, log, words});
  std::vector<reports::Block> blocks{
      reports::Heading{2, words("edition.title", {{"n", std::to_string(record)}})}};
  std::move(view.document.blocks.begin(), view.document.blocks.end(), std::back_inserter(blocks));
  return blocks;
}

reports::Report built(const reports::ReportKind& kind, const Judged& judged) {
  reports::Input input = judged.input();
  if (!kind.retells) return kind.build(input);
  const auto& log = judged.log.records;
  const engine::Evaluation& evaluation = judged.evaluation;
  const engine::Lives lives{judged.workspace.programme, log, evaluation.moment};
  const engine::Explainer explainer{judged.workspace.programme, log, evaluation};
  input.life = [&](const std::string& id) { return lives.of(id); };
  input.explain = [&](const engine::Verdict& verdict) { return explainer.of(verdict); };
  return kind.build(input);
}

}  // namespace

Judged judge_for(const reports::ReportKind& kind, const cli::Arguments& arguments, Opened opened,
                 const World& world) {
  const auto& words = arguments.all("SEL");
  const bool initiatives = kind.name == "initiative";
  const auto instances = instances_in(words);
  Judged judged = judge(arguments, std::move(opened), world, words, instances, initiatives);
  if (initiatives) judged.initiatives = named_initiatives(judged.workspace.programme, words);
  if (judged.selected.empty() && judged.initiatives.empty() && !words.empty() &&
      !arguments.has("allow-empty"))
    refuse_nothing_selected();
  if (kind.compares && judged.look.since) compare(judged, instances);
  return judged;
}

reports::Report make_report(const reports::ReportKind& kind, const cli::Arguments& arguments,
                            const Judged& judged) {
  reports::Report report = built(kind, judged);
  const auto text = arguments.find("after-record");
  if (!text) return report;
  const std::int64_t record = read_number("--after-record", *text);
  if (record > judged.log.head.number)
    refuse_usage("unknown-record", fmt::format("--after-record {}: the log ends with record {}",
                                               record, judged.log.head.number));
  auto changed = changed_after(record, judged);
  auto& blocks = report.document.blocks;
  // What stands before the first heading are counts of the whole: they stay on top.
  const auto first = std::ranges::find_if(blocks, [](const reports::Block& block) {
    return std::holds_alternative<reports::Heading>(block);
  });
  blocks.insert(first, std::make_move_iterator(changed.begin()),
                std::make_move_iterator(changed.end()));
  return report;
}

}  // namespace jalon::commands

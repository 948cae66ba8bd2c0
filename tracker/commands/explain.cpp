#include "tracker/commands/commands.hpp"
#include "tracker/commands/showing.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/selection.hpp"

namespace jalon::commands {

ExitCode run_explain(const cli::Arguments& arguments, World& world) {
  const Showing showing = read_showing(arguments, world);
  const std::string& id = arguments.at("ID");
  const std::vector<std::string> instances{id};
  Judged judged = judge(arguments, world, {}, instances);
  const Programme& programme = judged.workspace.programme;
  const engine::Verdict* verdict = judged.evaluation.find(id);
  if (verdict == nullptr) refuse_unknown_verdict(programme, judged.evaluation, id);
  judged.selected = {verdict};
  if (judged.notes.empty()) judged.notes = notes_of(judged.workspace);
  tell_moment(arguments, judged.head, world);
  const auto explanation =
      engine::explain(programme, judged.log.records, judged.evaluation, *verdict);
  show(reports::explain_view(judged.input(), explanation), judged.words, showing, world);
  return ExitCode::done;
}

}  // namespace jalon::commands

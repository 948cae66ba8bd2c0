#include "tracker/commands/moved.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace jalon::commands {
namespace {

using engine::Verdict;

/// What a person would call a move: status and why, value, what it may be, when reached, outlook.
bool moved(const Verdict& a, const Verdict& b) {
  return a.status != b.status || a.reason != b.reason || a.value != b.value ||
         a.bounds != b.bounds || a.reached_on != b.reached_on || a.outlook.state != b.outlook.state;
}

std::string before_text(const Programme& programme, const Verdict* before, const Verdict& after,
                        const reports::Labels& words) {
  if (before == nullptr) return "new";
  std::string text = reports::value_of_goal(programme, *before, words);
  if (before->status != after.status) text += fmt::format(", {}", engine::name(before->status));
  return text;
}

}  // namespace

std::vector<std::string> moved_lines(const Programme& programme, const engine::Evaluation& before,
                                     const engine::Evaluation& after,
                                     const reports::Labels& words) {
  std::map<std::string_view, const Verdict*> earlier;
  for (const Verdict& verdict : before.verdicts) earlier[verdict.id] = &verdict;

  struct Move {
    const Verdict* before;
    const Verdict* after;
  };
  std::vector<Move> moves;
  std::size_t width = 0;
  for (const Verdict& verdict : after.verdicts) {
    const auto found = earlier.find(verdict.id);
    const Verdict* was = found == earlier.end() ? nullptr : found->second;
    if (was != nullptr && !moved(*was, verdict)) continue;
    moves.push_back({was, &verdict});
    width = std::max(width, verdict.id.size());
  }
  std::vector<std::string> lines;
  for (const Move& move : moves)
    lines.push_back(fmt::format("  {:<{}}   {} -> {}", printable(move.after->id), width,
                                before_text(programme, move.before, *move.after, words),
                                reports::verdict_line(programme, *move.after, words)));
  return lines;
}

}  // namespace jalon::commands

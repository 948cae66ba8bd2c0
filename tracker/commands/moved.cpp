#include "tracker/commands/moved.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace jalon::commands {
namespace {

using engine::Verdict;

/// What a person would call a move. A commitment has its numbers from the member that decides it,
/// which is shown for itself.
bool moved(const Verdict& a, const Verdict& b) {
  if (a.status != b.status || a.reached_on != b.reached_on) return true;
  if (a.kind == engine::VerdictKind::commitment) return false;
  return a.reason != b.reason || a.value != b.value || a.outlook.state != b.outlook.state;
}

bool has_outlook(const Verdict& verdict) {
  return verdict.outlook.state != engine::Outlook::State::none;
}

/// The two sides of one line. Status, reason or outlook are named on both where they alone differ.
std::string move_text(const Programme& programme, const Verdict* before, const Verdict& after,
                      const reports::Labels& words) {
  std::string to = reports::verdict_line(programme, after, words);
  if (before == nullptr) return fmt::format("new -> {}", to);
  std::string from = after.kind == engine::VerdictKind::commitment
                         ? std::string{engine::name(before->status)}
                         : reports::value_of_goal(programme, *before, words);
  if (before->status != after.status) {
    if (after.kind != engine::VerdictKind::commitment)
      from += fmt::format(", {}", engine::name(before->status));
  } else if (before->value == after.value && before->reason != after.reason) {
    from += fmt::format(", {}", engine::name(before->reason));
    to += fmt::format(", {}", engine::name(after.reason));
  } else if (before->outlook.state != after.outlook.state && has_outlook(*before) &&
             has_outlook(after)) {
    from += fmt::format(", {}", engine::name(before->outlook.state));
    to += fmt::format(", {}", engine::name(after.outlook.state));
  }
  return fmt::format("{} -> {}", from, to);
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
    lines.push_back(fmt::format("  {:<{}}   {}", printable(move.after->id), width,
                                move_text(programme, move.before, *move.after, words)));
  return lines;
}

}  // namespace jalon::commands

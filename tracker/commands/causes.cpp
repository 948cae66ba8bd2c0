#include "tracker/commands/causes.hpp"

#include "reports/record_words.hpp"
#include "tracker/selection.hpp"

#include <unordered_set>

namespace jalon::commands {

std::string Causes::operator()(const engine::Cause& cause) const {
  return reports::cause_words(*programme_, log_, cause, *words_);
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

#include "tracker/commands/finding_rule.hpp"

#include "rules/model/suggest.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

using State = engine::Outlook::State;

void add_word(std::string_view word, reports::FindingRule& rule) {
  if (const auto status = engine::status_from(word)) {
    rule.statuses.push_back(*status);
  } else if (word == engine::name(State::off_track)) {
    rule.outlooks.push_back(State::off_track);
  } else if (word == engine::name(State::at_risk)) {
    rule.outlooks.push_back(State::at_risk);
  } else if (word == engine::name(engine::Confidence::Age::stale)) {
    rule.stale = true;
  } else {
    std::vector<std::string_view> names{"off-track", "at-risk", "stale"};
    for (int i = 0; i < engine::kStatusCount; ++i)
      names.push_back(engine::name(static_cast<engine::Status>(i)));
    std::string hint = did_you_mean(word, names);
    if (hint.empty()) hint = fmt::format("{}", fmt::join(names, ", "));
    refuse_usage("unknown-word",
                 fmt::format("--fail-on: `{}` is no status and no outlook", printable(word)), hint);
  }
}

}  // namespace

reports::FindingRule read_finding_rule(const cli::Arguments& arguments) {
  reports::FindingRule rule;
  if (const auto list = arguments.find("fail-on")) {
    rule.statuses.clear();
    std::string_view rest = *list;
    while (true) {
      const std::size_t comma = rest.find(',');
      add_word(rest.substr(0, comma), rule);
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  if (const auto word = arguments.find("min-severity")) {
    const auto severity = severity_from(*word);
    if (!severity)
      refuse_usage("unknown-word",
                   fmt::format("--min-severity: `{}` is no severity", printable(*word)),
                   "info, low, medium, high, critical");
    rule.min_severity = *severity;
  }
  return rule;
}

}  // namespace jalon::commands

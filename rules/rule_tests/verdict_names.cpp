#include "rules/rule_tests/verdict_names.hpp"

#include "rules/model/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace jalon::rule_tests {
namespace {

using Found = std::variant<VerdictNames::Named, VerdictNames::Unknown>;

/// The brackets of an id: "[2019][pillar=support]" is "2019" and "pillar=support". A quoted value
/// may hold brackets; nothing if they do not close.
std::optional<std::vector<std::string>> brackets_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    if (text.front() != '[') return std::nullopt;
    bool quoted = false;
    std::size_t end = 1;
    for (; end < text.size() && (quoted || text[end] != ']'); ++end) {
      if (quoted && text[end] == '\\')
        ++end;
      else if (text[end] == '"')
        quoted = !quoted;
    }
    if (end >= text.size()) return std::nullopt;
    out.emplace_back(text.substr(1, end - 1));
    text.remove_prefix(end + 1);
  }
  return out;
}

const TimeClause* first_of_kind(const Target& target, bool (*is)(const TimeClause&)) {
  if (is(target.time)) return &target.time;
  for (const Amendment& amendment : target.amendments) {
    if (is(amendment.promise.time)) return &amendment.promise.time;
  }
  return nullptr;
}

bool is_per(const TimeClause& time) { return std::holds_alternative<Per>(time); }
bool is_for_each(const TimeClause& time) { return std::holds_alternative<ForEach>(time); }

/// The periods that any version of the promise has; without an end: for ever.
bool has_period(const Target& target, std::string_view name) {
  const auto among = [name](const TimeClause& time) {
    const auto* per = std::get_if<Per>(&time);
    if (per == nullptr) return false;
    const auto period = parse_date_expression(name);
    if (!period || !period.value().unit || *period.value().unit != per->unit) return false;
    const DateExpression& read = period.value();
    if (!read.from || *read.from < per->first.first) return false;
    return !per->last || *read.from <= per->last->first;
  };
  return among(target.time) || std::ranges::any_of(target.amendments, [&](const Amendment& one) {
           return among(one.promise.time);
         });
}

std::string_view unit_word(PeriodUnit unit) {
  constexpr std::string_view kWords[] = {"\"2020-01\"", "\"2020-Q1\"", "\"2020-H1\"", "\"2020\""};
  return kWords[static_cast<std::size_t>(unit)];
}

/// Why the content of a bracket is no member of the target; nothing if it may be one.
std::optional<VerdictNames::Unknown> no_member(const Programme& programme, const Target& target,
                                               const std::string& dimension,
                                               const std::string& content) {
  const std::size_t equals = content.find('=');
  if (equals == std::string::npos || content.substr(0, equals) != dimension) {
    return VerdictNames::Unknown{fmt::format("is no member of {}", target.id),
                                 fmt::format("its members are written [{}=...]", dimension)};
  }
  const auto& dimensions = programme[target.indicator].dimensions;
  const auto found = std::ranges::find(dimensions, dimension, &Dimension::name);
  if (found == dimensions.end() || found->open) return std::nullopt;
  const bool known = std::ranges::any_of(found->values, [&](const std::string& value) {
    return bracket(DimensionValue{dimension, value}) == "[" + content + "]";
  });
  if (known) return std::nullopt;
  return VerdictNames::Unknown{fmt::format("names no value of {}", dimension),
                               fmt::format("{}", fmt::join(found->values, ", "))};
}

}  // namespace

VerdictNames::VerdictNames(const Programme& programme) : programme_{programme} {
  const auto add = [this](const auto& definitions, auto& by_id) {
    for (const auto& one : definitions) {
      by_id.emplace(one.id, &one);
      ids_.push_back(one.id);
    }
  };
  add(programme.targets, targets_);
  add(programme.milestones, milestones_);
  add(programme.commitments, commitments_);
}

Found VerdictNames::of_target(const Target& target) const {
  return Named{target.whole ? programme_[*target.whole].id : target.id};
}

Found VerdictNames::find(const std::string& id) const {
  if (const auto found = targets_.find(id); found != targets_.end())
    return of_target(*found->second);
  if (const auto found = milestones_.find(id); found != milestones_.end())
    return Named{id, found->second};
  if (commitments_.contains(id)) return Named{id, nullptr, true};
  const std::size_t at = id.find('[');
  if (at != std::string::npos) return find_instance(id, std::string_view{id}.substr(0, at));
  return Unknown{"names no target, milestone or commitment"};
}

Found VerdictNames::find_instance(const std::string& id, std::string_view base) const {
  const auto whole = targets_.find(std::string{base});
  if (whole == targets_.end())
    return Unknown{"is no instance of a target: nothing is called " + quoted(base)};
  auto brackets = brackets_of(std::string_view{id}.substr(base.size()));
  if (!brackets || brackets->empty()) return Unknown{"has brackets that do not fit together"};
  const Target* target = whole->second;
  if (brackets->size() == 2) {
    const auto part = targets_.find(fmt::format("{}[{}]", base, brackets->back()));
    if (part == targets_.end() || !part->second->whole)
      return Unknown{fmt::format("is no part of {}", base)};
    target = part->second;
  } else if (brackets->size() > 2) {
    return Unknown{"has too many brackets"};
  }
  if (const TimeClause* per = first_of_kind(*target, is_per)) {
    if (has_period(*target, brackets->front())) return of_target(*target);
    return Unknown{
        fmt::format("is no period of {}", base),
        fmt::format("its periods are written like {}", unit_word(std::get<Per>(*per).unit))};
  }
  if (const TimeClause* each = first_of_kind(*target, is_for_each)) {
    auto problem =
        no_member(programme_, *target, std::get<ForEach>(*each).dimension, brackets->front());
    if (problem) return *std::move(problem);
    return of_target(*target);
  }
  return Unknown{fmt::format("is no instance of {}, which has one verdict", base)};
}

}  // namespace jalon::rule_tests

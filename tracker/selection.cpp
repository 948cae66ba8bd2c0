#include "tracker/selection.hpp"

#include "rules/engine/rollup.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/refused.hpp"
#include "tracker/wildcard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace jalon {
namespace {

using engine::Evaluation;
using engine::Verdict;
using Test = std::function<bool(const Verdict&)>;
using Names = std::vector<std::string_view>;

constexpr std::string_view kFilters[] = {"owner",  "area",     "level", "tag",
                                         "status", "severity", "id"};

template <class Definitions>
void add_ids(const Definitions& definitions, Names& names) {
  for (const auto& definition : definitions) names.push_back(definition.id);
}

bool has_tag(const Common& definition, std::string_view tag) {
  return std::ranges::find(definition.tags, tag) != definition.tags.end();
}

/// Is a word "filter:value"? An id has no colon; the value of an instance's bracket may.
std::optional<std::pair<std::string_view, std::string_view>> split_filter(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos || word.substr(0, colon).find('[') != std::string_view::npos)
    return std::nullopt;
  return std::pair{word.substr(0, colon), word.substr(colon + 1)};
}

[[noreturn]] void refuse_value(std::string_view filter, std::string_view value,
                               const Names& names) {
  std::string hint = did_you_mean(value, names);
  if (hint.empty() && names.size() <= 12) hint = fmt::format("{}", fmt::join(names, ", "));
  refuse_usage("unknown-id", fmt::format("no {} is called `{}`", filter, printable(value)), hint);
}

void require(std::string_view filter, std::string_view value, const Names& names) {
  if (std::ranges::find(names, value) == names.end()) refuse_value(filter, value, names);
}

Names tags_in(const Programme& programme, const Evaluation& evaluation) {
  Names tags;
  for (const Verdict& verdict : evaluation.verdicts)
    for (const auto& tag : engine::definition_of(programme, verdict).tags) tags.push_back(tag);
  for (const Initiative& initiative : programme.initiatives)
    for (const auto& tag : initiative.tags) tags.push_back(tag);
  std::ranges::sort(tags);
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  return tags;
}

Test owner_test(const Programme& programme, std::string_view value) {
  Names names;
  add_ids(programme.parties, names);
  require("owner", value, names);
  return [&programme, value](const Verdict& verdict) {
    const Party* owner = engine::owner_of(programme, verdict);
    return owner != nullptr && owner->id == value;
  };
}

Test status_test(std::string_view value) {
  const auto status = engine::status_from(value);
  if (!status) {
    Names names;
    for (int i = 0; i < engine::kStatusCount; ++i)
      names.push_back(engine::name(static_cast<engine::Status>(i)));
    refuse_value("status", value, names);
  }
  return [status](const Verdict& verdict) { return verdict.status == *status; };
}

Test severity_test(const Programme& programme, std::string_view value) {
  const bool or_above = value.ends_with('+');
  const auto severity = severity_from(or_above ? value.substr(0, value.size() - 1) : value);
  if (!severity) {
    Names names;
    for (int i = 0; i <= static_cast<int>(Severity::critical); ++i)
      names.push_back(name(static_cast<Severity>(i)));
    refuse_value("severity", value, names);
  }
  return [&programme, severity, or_above](const Verdict& verdict) {
    const Severity own = engine::severity_of(programme, verdict);
    return or_above ? own >= *severity : own == *severity;
  };
}

Test tag_test(const Programme& programme, const Evaluation& evaluation, std::string_view value) {
  require("tag", value, tags_in(programme, evaluation));
  return [&programme, value](const Verdict& verdict) {
    const Initiative* initiative = engine::initiative_of(programme, verdict);
    return has_tag(engine::definition_of(programme, verdict), value) ||
           (initiative != nullptr && has_tag(*initiative, value));
  };
}

Test filter_test(const Programme& programme, const Evaluation& evaluation, std::string_view filter,
                 std::string_view value) {
  if (filter == "owner") return owner_test(programme, value);
  if (filter == "status") return status_test(value);
  if (filter == "severity") return severity_test(programme, value);
  if (filter == "tag") return tag_test(programme, evaluation, value);
  if (filter == "area") {
    require(filter, value, Names{programme.areas.begin(), programme.areas.end()});
    return [&programme, value](const Verdict& verdict) {
      return engine::area_of(programme, verdict) == value;
    };
  }
  if (filter == "level") {
    require(filter, value, Names{programme.levels.begin(), programme.levels.end()});
    return [&programme, value](const Verdict& verdict) {
      return engine::level_of(programme, verdict) == value;
    };
  }
  std::string hint = did_you_mean(filter, kFilters);
  if (hint.empty()) hint = "owner:, area:, level:, tag:, status:, severity:, or an id";
  refuse_usage("unknown-filter", fmt::format("`{}:` selects nothing", printable(filter)), hint);
}

/// A pattern holds for an id, or for the initiative that the verdict belongs to.
Test id_test(const Programme& programme, std::string_view pattern) {
  const bool glob = has_wildcard(pattern) && pattern.find('"') == std::string_view::npos;
  return [&programme, pattern, glob](const Verdict& verdict) {
    const auto named = [&](std::string_view id) {
      return glob ? matches(pattern, id) : id == pattern;
    };
    const Initiative* initiative = engine::initiative_of(programme, verdict);
    return named(verdict.id) || (initiative != nullptr && named(initiative->id));
  };
}

class Selector {
 public:
  Selector(const Programme& programme, const Evaluation& evaluation)
      : programme_{programme}, evaluation_{evaluation} {}

  void add(std::string_view word) {
    const auto filter = split_filter(word);
    if (filter && filter->first != "id") {
      by_kind_[filter->first].push_back(
          filter_test(programme_, evaluation_, filter->first, filter->second));
      return;
    }
    const std::string_view id = filter ? filter->second : word;
    Test test = id_test(programme_, id);
    if (std::ranges::none_of(evaluation_.verdicts, test) && !is_initiative(id))
      refuse_unknown_verdict(programme_, evaluation_, id);
    by_kind_["id"].push_back(std::move(test));
  }

  [[nodiscard]] bool takes(const Verdict& verdict) const {
    if (takes_itself(verdict)) return true;
    return verdict.parent && takes_itself(evaluation_.verdicts[*verdict.parent]);
  }

 private:
  [[nodiscard]] bool is_initiative(std::string_view id) const {
    return std::ranges::find(programme_.initiatives, id, &Initiative::id) !=
           programme_.initiatives.end();
  }

  /// A period or member is taken for itself only where its own id is named.
  [[nodiscard]] bool takes_itself(const Verdict& verdict) const {
    if (verdict.parent && by_kind_.find("id") == by_kind_.end()) return false;
    return std::ranges::all_of(by_kind_, [&](const auto& kind) {
      return std::ranges::any_of(kind.second, [&](const Test& test) { return test(verdict); });
    });
  }

  const Programme& programme_;
  const Evaluation& evaluation_;
  std::map<std::string_view, std::vector<Test>> by_kind_;
};

/// What an id stands for that nothing is judged by.
std::string other_meaning(const Programme& programme, std::string_view id) {
  const auto among = [id](const auto& definitions) {
    return std::ranges::any_of(definitions, [id](const auto& one) { return one.id == id; });
  };
  if (among(programme.indicators)) return "an indicator; ask for one of its targets";
  if (among(programme.recommendations)) return "a recommendation; nothing is judged by it";
  if (among(programme.facts)) return "a fact; nothing is judged by it";
  if (among(programme.parties)) return "a party; `owner:` selects by it";
  if (among(programme.initiatives)) return "an initiative; `jalon status` shows all below it";
  if (among(programme.series)) return "a series; nothing is judged by it";
  if (among(programme.sources)) return "a source; nothing is judged by it";
  return {};
}

std::string targets_of(const Programme& programme, std::string_view indicator) {
  std::vector<std::string_view> ids;
  for (const Target& target : programme.targets)
    if (programme[target.indicator].id == indicator && ids.size() < 5) ids.push_back(target.id);
  return ids.empty() ? "" : fmt::format("its targets: {}", fmt::join(ids, ", "));
}

}  // namespace

std::vector<std::string> instances_in(std::span<const std::string> words) {
  std::vector<std::string> instances;
  for (const std::string& word : words)
    if (word.find('[') != std::string::npos && !split_filter(word)) instances.push_back(word);
  return instances;
}

std::vector<const Verdict*> select(const Programme& programme, const Evaluation& evaluation,
                                   std::span<const std::string> words, bool allow_empty) {
  Selector selector{programme, evaluation};
  for (const std::string& word : words) selector.add(word);
  std::vector<const Verdict*> selected;
  for (const Verdict& verdict : evaluation.verdicts)
    if (words.empty() || selector.takes(verdict)) selected.push_back(&verdict);
  if (selected.empty() && !words.empty() && !allow_empty) refuse_nothing_selected();
  return selected;
}

void refuse_nothing_selected() {
  refuse_usage("nothing-selected", "nothing is selected", "--allow-empty accepts that");
}

void refuse_unknown_verdict(const Programme& programme, const Evaluation& evaluation,
                            std::string_view id) {
  if (const std::string meaning = other_meaning(programme, id); !meaning.empty())
    refuse_usage("unknown-id", fmt::format("`{}` is {}", printable(id), meaning),
                 targets_of(programme, id));
  Names names;
  for (const Verdict& verdict : evaluation.verdicts) names.push_back(verdict.id);
  add_ids(programme.initiatives, names);
  refuse_usage(
      "unknown-id",
      fmt::format("no target, milestone, commitment or initiative is called `{}`", printable(id)),
      did_you_mean(id, names));
}

}  // namespace jalon

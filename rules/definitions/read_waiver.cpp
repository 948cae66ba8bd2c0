#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr int kLongestMonths = 18;

/// The first promise of a target and what revisions made of it.
template <class Holds>
bool any_time(const Target& target, const Holds& holds) {
  if (holds(target.time)) return true;
  return std::any_of(target.amendments.begin(), target.amendments.end(),
                     [&](const Amendment& one) { return holds(one.promise.time); });
}

/// "2020" of "[2020]": a period that any version of the promise has.
bool is_period(const Target& target, std::string_view name) {
  return any_time(target, [name](const TimeClause& time) {
    const auto* per = std::get_if<Per>(&time);
    if (per == nullptr) return false;
    const auto date = parse_date_expression(name);
    if (!date || date.value().unit != per->unit || date.value().vague) return false;
    const Period period{*date.value().from, *date.value().nominal};
    return period_name(period, per->unit) == name && period.first >= per->first.first &&
           (!per->last || period.first <= per->last->first);
  });
}

/// "company=Beta" of "[company=Beta]": a member that there can be.
bool is_member(const Programme& programme, const Target& target, std::string_view text) {
  return any_time(target, [&](const TimeClause& time) {
    const auto* each = std::get_if<ForEach>(&time);
    if (each == nullptr || !text.starts_with(each->dimension + "=")) return false;
    const std::vector<Dimension>& dimensions = programme[target.indicator].dimensions;
    const auto dimension =
        std::find_if(dimensions.begin(), dimensions.end(),
                     [&](const Dimension& one) { return one.name == each->dimension; });
    if (dimension == dimensions.end()) return false;
    if (dimension->open) return text.size() > each->dimension.size() + 1;
    return std::any_of(
        dimension->values.begin(), dimension->values.end(), [&](const std::string& value) {
          return bracket(DimensionValue{dimension->name, value}) == fmt::format("[{}]", text);
        });
  });
}

/// The bracket that `text` begins with, up to its end; 0 if it is none. Quoted values may hold
/// brackets of their own.
std::size_t bracket_length(std::string_view text) {
  if (!text.starts_with('[')) return 0;
  bool inside_quotes = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (inside_quotes && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      inside_quotes = !inside_quotes;
    } else if (text[i] == ']' && !inside_quotes) {
      return i + 1;
    }
  }
  return 0;
}

const Target* find_target(const Reading& reading, const std::string& id) {
  const auto found = reading.targets.find(id);
  return found == reading.targets.end() ? nullptr : &reading.programme.targets[found->second];
}

/// The period or member of a target, and of a part ("x[2020][pillar=use]").
bool is_instance(const Reading& reading, const std::string& id) {
  const std::string base = id.substr(0, id.find('['));
  const std::string_view rest = std::string_view{id}.substr(base.size());
  const std::size_t length = bracket_length(rest);
  if (length < 3) return false;
  const std::string_view first = rest.substr(1, length - 2);
  const std::string_view second = rest.substr(length);
  if (!second.empty() && bracket_length(second) != second.size()) return false;
  const Target* target = find_target(reading, base + std::string{second});
  return target != nullptr &&
         (is_period(*target, first) || is_member(reading.programme, *target, first));
}

void check_target_id(TableReader& reader, const Entry& entry, const std::string& id) {
  Reading& reading = reader.reading();
  if (find_target(reading, id) != nullptr) return;
  const Names::Named* named = reading.names.find(id);
  if (named != nullptr) {
    const bool judged = named->kind == Kind::target || named->kind == Kind::milestone ||
                        named->kind == Kind::commitment;
    if (judged) return;
    reading.problems.add(
        Code::wrong_kind, entry.value.spot,
        fmt::format("{} is {}: nothing judges it", quoted(id), with_article(named->kind)),
        "a waiver covers a target, milestone or commitment");
    return;
  }
  const std::string whole = id.substr(0, id.find('['));
  if (!reading.names.complete() || is_instance(reading, id) ||
      reading.broken_splits.contains(whole)) {
    return;
  }
  const Target* base = whole.size() < id.size() ? find_target(reading, whole) : nullptr;
  if (base != nullptr) {
    if (!reading.sound_targets[reading.targets.at(whole)]) return;
    reading.problems.add(Code::unknown_reference, entry.value.spot,
                         fmt::format("target {} has no instance {}", quoted(whole), quoted(id)),
                         fmt::format("to cover all of it write \"{}\"", whole));
    return;
  }
  std::vector<std::string_view> candidates;
  for (const auto& [known, index] : reading.targets) candidates.push_back(known);
  std::sort(candidates.begin(), candidates.end());
  for (const Kind kind : {Kind::milestone, Kind::commitment}) {
    for (const std::string_view known : reading.names.of(kind)) candidates.push_back(known);
  }
  reading.problems.add(Code::unknown_reference, entry.value.spot,
                       fmt::format("no target, milestone or commitment is called {}", quoted(id)),
                       reading.problems.suggest(id, candidates));
}

void check_days(TableReader& reader, Spot spot, Date granted, Date expires) {
  const Date latest = add_months(granted, kLongestMonths);
  if (expires < granted) {
    reader.problems().add(Code::reversed_bounds, spot, "`expires` lies before `granted`");
  } else if (expires > latest) {
    reader.problems().add(Code::waiver_too_long, spot,
                          fmt::format("a waiver holds for {} months at most, here through {}",
                                      kLongestMonths, iso(latest)),
                          "grant it again when it runs out, or revise the promise");
  }
}

std::optional<Date> read_date_of(TableReader& reader, std::string_view key) {
  const Entry* entry = reader.require(key);
  if (entry == nullptr) return std::nullopt;
  return read_day(reader.problems(), key, entry->value, reader.reading().programme.margins);
}

}  // namespace

void read_waiver(TableReader& reader, const std::string& id) {
  Common common;
  read_common(reader, id, false, common);
  const Entry* target = reader.require("target");
  std::string target_id;
  if (target != nullptr) {
    target_id = read_text(reader.problems(), "target", target->value).value_or("");
    if (!target_id.empty()) check_target_id(reader, *target, target_id);
  }
  const std::string reason = reader.required_text("reason").value_or("");
  const std::string approved_by = reader.required_text("approved_by").value_or("");
  const auto granted = read_date_of(reader, "granted");
  const auto expires = read_date_of(reader, "expires");
  if (!granted || !expires) return;
  check_days(reader, reader.take("expires")->value.spot, *granted, *expires);
  reader.reading().programme.waivers.push_back(
      Waiver{std::move(common), target_id, reason, approved_by, *granted, *expires});
}

}  // namespace jalon::definitions

#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 5> kSeverities{"info", "low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 2> kCompletenesses{"assumed", "attested"};

void add_source(Reading& reading, const Node& node, std::vector<SourceRef>& out) {
  if (node.kind != Node::Kind::table) {
    wrong_type(reading.problems, "source", node, "a table",
               node.kind == Node::Kind::text
                   ? fmt::format("write source = {{ ref = \"{}\" }}", node.text)
                   : "");
    return;
  }
  TableReader reader{reading, node, "`source`"};
  const auto index = reader.index_of(reader.require("ref"), Kind::source);
  const auto locator = reader.text("locator");
  reader.finish();
  if (index) out.push_back({.source = {*index}, .locator = locator.value_or("")});
}

std::vector<SourceRef> read_sources(TableReader& reader) {
  std::vector<SourceRef> out;
  const Entry* entry = reader.take("source");
  if (entry == nullptr) return out;
  if (entry->value.kind != Node::Kind::list) {
    add_source(reader.reading(), entry->value, out);
    return out;
  }
  const std::vector<Node>* items = read_list(reader.problems(), "source", entry->value);
  if (items == nullptr) return out;
  for (const Node& item : *items) add_source(reader.reading(), item, out);
  return out;
}

std::string read_axis(TableReader& reader, std::string_view key, Code code,
                      const std::vector<std::string>& words) {
  const Entry* entry = reader.take(key);
  if (entry == nullptr) return {};
  auto text = read_text(reader.problems(), key, entry->value);
  if (!text || !reader.reading().axes_known) return {};
  if (std::find(words.begin(), words.end(), *text) != words.end()) return std::move(*text);
  const std::vector<std::string_view> candidates{words.begin(), words.end()};
  std::string hint = reader.problems().suggest(*text, candidates);
  if (hint.empty()) hint = fmt::format("{}s are listed in [programme]", key);
  reader.problems().add(code, entry->value.spot,
                        fmt::format("{} is not {} {} of the programme", quoted(*text),
                                    key == "area" ? "an" : "a", key),
                        std::move(hint));
  return {};
}

void read_former_ids(TableReader& reader, Common& out) {
  const Entry* entry = reader.take("was");
  if (entry == nullptr || !read_texts(reader.problems(), "was", entry->value)) return;
  for (const Node& item : entry->value.items) {
    const auto id = parse_id(item.text);
    if (!id) {
      reader.problems().add(Code::bad_id, item.spot, fmt::format("`was`: {}", id.error().reason),
                            id.error().hint);
      continue;
    }
    out.was.push_back(item.text);
    reader.reading().former_ids.push_back({item.text, item.spot});
  }
}

}  // namespace

void check_former_ids(Reading& reading) {
  std::unordered_map<std::string_view, Spot> listed;
  for (const FormerId& former : reading.former_ids) {
    if (const Names::Named* now = reading.names.find(former.id)) {
      reading.problems.add(
          Code::duplicate_id, former.spot,
          fmt::format("{} is taken: {} is called so at {}:{}", quoted(former.id),
                      with_article(now->kind), reading.files[now->spot.file], now->spot.line),
          "`was` lists ids that nothing has any more");
    }
    const auto [first, added] = listed.emplace(former.id, former.spot);
    if (added) continue;
    reading.problems.add(Code::duplicate_id, former.spot,
                         fmt::format("{} is listed under `was` at {}:{} already", quoted(former.id),
                                     reading.files[first->second.file], first->second.line),
                         "records under an old id count for one thing only");
  }
}

void read_common(TableReader& reader, const std::string& id, bool title_required, Common& out) {
  static_cast<void>(reader.take("id"));
  out.id = id;
  out.place = reader.place();
  const Entry* title = title_required ? reader.require("title") : reader.take("title");
  if (title != nullptr) {
    auto text =
        read_title(reader.problems(), "title", title->value, reader.reading().programme.language);
    if (text) out.title = std::move(*text);
  }
  out.note = reader.text("note").value_or("");
  if (const Entry* tags = reader.take("tags")) {
    out.tags = read_texts(reader.problems(), "tags", tags->value).value_or(out.tags);
  }
  out.sources = read_sources(reader);
  read_former_ids(reader, out);
}

std::string read_area(TableReader& reader) {
  return read_axis(reader, "area", Code::unknown_area, reader.reading().programme.areas);
}

std::string read_level(TableReader& reader) {
  return read_axis(reader, "level", Code::unknown_level, reader.reading().programme.levels);
}

std::optional<Ref<Party>> read_owner(TableReader& reader, std::string_view key) {
  return reader.reference<Party>(key, Kind::party);
}

Severity read_severity(TableReader& reader) {
  const auto choice = reader.choice("severity", kSeverities);
  return choice ? static_cast<Severity>(*choice) : reader.reading().programme.defaults.severity;
}

Completeness read_completeness(TableReader& reader) {
  const auto choice = reader.choice("completeness", kCompletenesses);
  return choice ? static_cast<Completeness>(*choice)
                : reader.reading().programme.defaults.completeness;
}

EvidenceRule read_evidence(TableReader& reader) {
  EvidenceRule rule;
  const Entry* entry = reader.take("evidence");
  if (entry == nullptr) return rule;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "evidence", entry->value, "a table",
               "write evidence = { required = true }");
    return rule;
  }
  TableReader table{reader.reading(), entry->value, "`evidence`"};
  rule.required = table.truth("required").value_or(false);
  if (const Entry* min = table.take("min")) {
    rule.min = read_whole(table.problems(), "min", min->value, 1, 1000).value_or(1);
  }
  if (const Entry* kinds = table.take("kinds")) {
    rule.kinds = read_texts(table.problems(), "kinds", kinds->value).value_or(rule.kinds);
  }
  table.finish();
  return rule;
}

Freshness read_freshness(TableReader& reader, const Freshness& usual) {
  Freshness out = usual;
  const Entry* entry = reader.take("freshness");
  if (entry == nullptr) return out;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "freshness", entry->value, "a table",
               "write freshness = { warn_after = \"180d\", stale_after = \"400d\" }");
    return out;
  }
  TableReader table{reader.reading(), entry->value, "`freshness`"};
  const auto age = [&](std::string_view key, int& days) {
    const Entry* given = table.take(key);
    if (given == nullptr) return;
    days = read_days(table.problems(), key, given->value).value_or(days);
  };
  const std::size_t before = table.problems().size();
  age("warn_after", out.warn_after);
  age("stale_after", out.stale_after);
  table.finish();
  if (out.warn_after > out.stale_after && table.problems().size() == before) {
    table.problems().add(Code::reversed_bounds, entry->value.spot,
                         fmt::format("`warn_after` ({}d) must not be longer than `stale_after` "
                                     "({}d)",
                                     out.warn_after, out.stale_after),
                         "write both: freshness = { warn_after = \"30d\", stale_after = \"60d\" }");
  }
  return out;
}

}  // namespace jalon::definitions

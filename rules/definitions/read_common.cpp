#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

}  // namespace

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
  reader.not_supported("was");
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

void read_freshness(TableReader& reader) {
  const Entry* entry = reader.take("freshness");
  if (entry == nullptr) return;
  if (entry->value.kind != Node::Kind::table) {
    wrong_type(reader.problems(), "freshness", entry->value, "a table");
    return;
  }
  TableReader table{reader.reading(), entry->value, "`freshness`"};
  const auto expect = [&](std::string_view key, int usual) {
    const Entry* age = table.take(key);
    if (age == nullptr) return;
    const auto days = read_days(table.problems(), key, age->value);
    if (!days || *days == usual) return;
    table.problems().add(Code::not_supported, age->value.spot,
                         fmt::format("`{}` other than \"{}d\" is not supported yet", key, usual));
  };
  expect("warn_after", Freshness{}.warn_after);
  expect("stale_after", Freshness{}.stale_after);
  table.finish();
}

}  // namespace jalon::definitions

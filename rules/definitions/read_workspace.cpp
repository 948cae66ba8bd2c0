#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

bool is_zone_word(std::string_view word) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '+';
  };
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z' &&
         std::all_of(word.begin(), word.end(), allowed);
}

/// `UTC` or `Area/City`, perhaps with a region between: America/Argentina/Salta.
bool is_timezone(std::string_view text) {
  if (text == "UTC") return true;
  std::size_t words = 0;
  for (;;) {
    const std::size_t slash = text.find('/');
    if (!is_zone_word(text.substr(0, slash))) return false;
    ++words;
    if (slash == std::string_view::npos) break;
    text.remove_prefix(slash + 1);
  }
  return words == 2 || words == 3;
}

void read_timezone(TableReader& table, Programme& out) {
  const Entry* entry = table.require("timezone");
  if (entry == nullptr) return;
  const auto text = read_text(table.problems(), "timezone", entry->value);
  if (!text) return;
  out.timezone = *text;
  if (is_timezone(*text)) return;
  table.problems().add(Code::bad_timezone, entry->value.spot,
                       fmt::format("{} is not the name of a time zone", quoted(*text)),
                       "write \"UTC\" or an area and a city: \"Europe/Brussels\"");
}

void read_language(TableReader& table, Programme& out) {
  const Entry* entry = table.take("language");
  if (entry == nullptr) return;
  const auto text = read_text(table.problems(), "language", entry->value);
  if (!text) return;
  const auto known = languages();
  if (std::find(known.begin(), known.end(), *text) != known.end()) {
    out.language = *text;
    return;
  }
  table.problems().add(Code::unknown_language, entry->value.spot,
                       fmt::format("{} is not a language of texts", quoted(*text)),
                       fmt::format("write {}", one_of(known)));
}

std::vector<std::string> read_axis(TableReader& table, std::string_view key) {
  const Entry* entry = table.take(key);
  if (entry == nullptr) return {};
  auto words = read_texts(table.problems(), key, entry->value);
  if (!words) {
    table.reading().axes_known = false;
    return {};
  }
  for (std::size_t i = 0; i < words->size(); ++i) {
    const auto id = parse_id((*words)[i]);
    if (id) continue;
    table.problems().add(Code::bad_id, entry->value.items[i].spot,
                         fmt::format("`{}`: {}", key, id.error().reason), id.error().hint);
  }
  return std::move(*words);
}

void read_programme(Reading& reading, const Node& node) {
  TableReader table{reading, node, "[programme]"};
  reading.axes_known = true;
  Programme& out = reading.programme;
  read_language(table, out);
  if (const Entry* entry = table.require("id")) {
    const auto text = read_text(reading.problems, "id", entry->value);
    const auto id = text ? parse_id(*text) : Parsed<std::string>{std::string{}};
    if (id) {
      out.id = id.value();
    } else {
      reading.problems.add(Code::bad_id, entry->value.spot,
                           fmt::format("`id`: {}", id.error().reason), id.error().hint);
    }
  }
  if (const Entry* entry = table.require("title")) {
    auto title = read_title(reading.problems, "title", entry->value, out.language);
    if (title) out.title = std::move(*title);
  }
  read_timezone(table, out);
  out.areas = read_axis(table, "areas");
  out.levels = read_axis(table, "levels");
  table.finish();
}

/// Inside the workspace: relative, and not up and out of it.
void check_path(Problems& problems, std::string_view key, const std::string& path, Spot spot) {
  const bool up = path == ".." || path.starts_with("../") || path.ends_with("/..") ||
                  path.find("/../") != std::string::npos;
  const bool hidden = path.find('\0') != std::string::npos;
  if (path.front() != '/' && !up && !hidden) return;
  problems.add(Code::bad_path, spot,
               fmt::format("`{}`: {} leads out of the workspace", key, quoted(path)),
               "name files relative to the workspace's folder");
}

void read_patterns(TableReader& table, std::string_view key) {
  const Entry* entry = table.take(key);
  if (entry == nullptr) return;
  const auto patterns = read_texts(table.problems(), key, entry->value);
  if (!patterns) return;
  for (std::size_t i = 0; i < patterns->size(); ++i) {
    check_path(table.problems(), key, (*patterns)[i], entry->value.items[i].spot);
  }
}

void read_definitions(Reading& reading, const Node& node) {
  TableReader table{reading, node, "[definitions]"};
  read_patterns(table, "include");
  read_patterns(table, "tests");
  table.finish();
}

void read_store(Reading& reading, const Node& node) {
  TableReader table{reading, node, "[store]"};
  if (const Entry* entry = table.take("path")) {
    const auto path = read_text(reading.problems, "path", entry->value);
    if (path) {
      check_path(reading.problems, "path", *path, entry->value.spot);
      reading.programme.store_path = *path;
    }
  }
  table.finish();
}

struct WorkspaceTable {
  std::string_view name;
  void (*read)(Reading&, const Node&);
};
constexpr std::array<WorkspaceTable, 5> kTables{{{"programme", read_programme},
                                                 {"definitions", read_definitions},
                                                 {"store", read_store},
                                                 {"dates", read_margins},
                                                 {"defaults", read_defaults}}};

}  // namespace

bool is_workspace_table(std::string_view name) {
  return std::any_of(kTables.begin(), kTables.end(),
                     [name](const WorkspaceTable& table) { return table.name == name; });
}

std::span<const std::string_view> workspace_tables() {
  static constexpr std::array<std::string_view, kTables.size()> kNames{
      kTables[0].name, kTables[1].name, kTables[2].name, kTables[3].name, kTables[4].name};
  return kNames;
}

void read_workspace(Reading& reading, const Node& file) {
  for (const WorkspaceTable& table : kTables) {
    const Entry* entry = file.find(table.name);
    if (entry == nullptr) {
      if (table.name != "programme") continue;
      reading.problems.add(Code::missing_key, {file.spot.file, 1, 1, 1},
                           "the workspace file has no [programme]",
                           "start with [programme], its id, title and timezone");
      continue;
    }
    if (entry->value.kind == Node::Kind::list && entry->value.header) {
      reading.problems.add(Code::double_bracket, entry->spot,
                           fmt::format("there is one {} only", table.name),
                           fmt::format("write [{}] with one bracket", table.name));
    } else if (entry->value.kind != Node::Kind::table) {
      wrong_type(reading.problems, table.name, entry->value, "a table",
                 fmt::format("write [{}] on a line of its own", table.name));
    } else {
      table.read(reading, entry->value);
    }
  }
}

}  // namespace jalon::definitions

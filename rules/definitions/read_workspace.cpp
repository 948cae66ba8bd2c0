#include "rules/definitions/readers.hpp"
#include "rules/definitions/schedule_reading.hpp"

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

void read_patterns(TableReader& table, std::string_view key) {
  const Entry* entry = table.take(key);
  if (entry == nullptr) return;
  const auto patterns = read_texts(table.problems(), key, entry->value);
  if (!patterns) return;
  for (std::size_t i = 0; i < patterns->size(); ++i) {
    check_inside(table.problems(), key, (*patterns)[i], entry->value.items[i].spot);
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
      check_inside(reading.problems, "path", *path, entry->value.spot);
      reading.programme.store_path = *path;
    }
  }
  table.finish();
}

struct WorkspaceTable {
  std::string_view name;
  void (*read)(Reading&, const Node&, Schedule&);
  bool several = false;  ///< [[name]]: the reader gets the list
  bool of_job = false;   ///< about the scheduled job
};

template <void (*read)(Reading&, const Node&)>
void read_plain(Reading& reading, const Node& node, Schedule& /*schedule*/) {
  read(reading, node);
}

constexpr std::array<WorkspaceTable, 8> kTables{{{"programme", read_plain<read_programme>},
                                                 {"definitions", read_plain<read_definitions>},
                                                 {"store", read_plain<read_store>},
                                                 {"dates", read_plain<read_margins>},
                                                 {"defaults", read_plain<read_defaults>},
                                                 {"report", read_reports, true, true},
                                                 {"notify", read_notify, false, true},
                                                 {"metrics", read_metrics, false, true}}};

bool is_list_of_tables(const Node& node) {
  return node.kind == Node::Kind::list &&
         std::all_of(node.items.begin(), node.items.end(),
                     [](const Node& item) { return item.kind == Node::Kind::table; });
}

/// Whether the entry is written as the table is, or says how it should be.
bool is_well_written(Reading& reading, const WorkspaceTable& table, const Entry& entry) {
  const Node& node = entry.value;
  if (table.several ? is_list_of_tables(node) : node.kind == Node::Kind::table) return true;
  if (table.several && node.kind == Node::Kind::table && node.header) {
    reading.problems.add(Code::single_bracket, entry.spot,
                         fmt::format("there may be several of {}", table.name),
                         fmt::format("write [[{}]] with two brackets", table.name));
  } else if (!table.several && node.kind == Node::Kind::list && node.header) {
    reading.problems.add(Code::double_bracket, entry.spot,
                         fmt::format("there is one {} only", table.name),
                         fmt::format("write [{}] with one bracket", table.name));
  } else {
    const std::string header =
        table.several ? fmt::format("[[{}]]", table.name) : fmt::format("[{}]", table.name);
    wrong_type(reading.problems, table.name, node, table.several ? "a list of tables" : "a table",
               fmt::format("write {} on a line of its own", header));
  }
  return false;
}

void read_table(Reading& reading, const WorkspaceTable& table, const Node& file,
                Schedule& schedule) {
  const Entry* entry = file.find(table.name);
  if (entry == nullptr || !is_well_written(reading, table, *entry)) return;
  table.read(reading, entry->value, schedule);
}

}  // namespace

bool is_workspace_table(std::string_view name) {
  return std::any_of(kTables.begin(), kTables.end(),
                     [name](const WorkspaceTable& table) { return table.name == name; });
}

std::span<const std::string_view> workspace_tables() {
  static constexpr std::array<std::string_view, kTables.size()> kNames{
      kTables[0].name, kTables[1].name, kTables[2].name, kTables[3].name,
      kTables[4].name, kTables[5].name, kTables[6].name, kTables[7].name};
  return kNames;
}

void read_workspace(Reading& reading, const Node& file) {
  if (file.find("programme") == nullptr) {
    reading.problems.add(Code::missing_key, {file.spot.file, 1, 1, 1},
                         "the workspace file has no [programme]",
                         "start with [programme], its id, title and timezone");
  }
  Schedule schedule;  // read for its mistakes
  for (const WorkspaceTable& table : kTables) read_table(reading, table, file, schedule);
}

void read_job_tables(Reading& reading, const Node& file, Schedule& schedule) {
  for (const WorkspaceTable& table : kTables)
    if (table.of_job) read_table(reading, table, file, schedule);
}

}  // namespace jalon::definitions

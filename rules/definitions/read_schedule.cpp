#include "rules/definitions/schedule.hpp"

#include "rules/definitions/readers.hpp"
#include "rules/definitions/schedule_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 5> kEvery{"week", "month", "quarter", "half", "year"};
constexpr std::array<std::string_view, 2> kKnown{"run", "period-end"};
constexpr std::array<std::string_view, 6> kToldOn{"missed",   "overdue", "met",
                                                  "met-late", "unknown", "run-failed"};
constexpr int kMostPeriods = 1000;

std::string read_report_id(TableReader& table, const Schedule& schedule) {
  const Entry* entry = table.require("id");
  const auto text = entry ? read_text(table.problems(), "id", entry->value) : std::nullopt;
  if (!text) return {};
  if (const auto id = parse_id(*text); !id) {
    table.problems().add(Code::bad_id, entry->value.spot,
                         fmt::format("`id`: {}", id.error().reason), id.error().hint);
  } else if (std::ranges::find(schedule.reports, *text, &ScheduledReport::id) !=
             schedule.reports.end()) {
    table.problems().add(Code::duplicate_id, entry->value.spot,
                         fmt::format("another [[report]] is called {}", quoted(*text)),
                         "give each its own id");
  }
  return *text;
}

/// The path with {id} and {period} filled in must be another one for each report and period.
void check_output(TableReader& table, const ScheduledReport& report, const Schedule& schedule,
                  const std::string& path, Spot spot) {
  check_inside(table.problems(), "output", path, spot);
  if (path.find("{period}") == std::string::npos) {
    table.problems().add(Code::bad_path, spot,
                         fmt::format("`output`: {} is the same for every period", quoted(path)),
                         "write {period} where the period's name goes: "
                         "\"reports/{id}-{period}.html\"");
  }
  if (path.find("{id}") != std::string::npos) return;
  for (const ScheduledReport& other : schedule.reports) {
    if (other.id == report.id || std::ranges::find(other.output, path) == other.output.end())
      continue;
    table.problems().add(
        Code::bad_path, spot,
        fmt::format("`output`: {} is written by the report {} too", quoted(path), quoted(other.id)),
        "write {id} where the report's id goes");
  }
}

void read_output(TableReader& table, const Schedule& schedule, ScheduledReport& report) {
  const Entry* entry = table.require("output");
  if (entry == nullptr) return;
  auto paths = read_texts(table.problems(), "output", entry->value);
  if (!paths) return;
  for (std::size_t i = 0; i < paths->size(); ++i)
    check_output(table, report, schedule, (*paths)[i], entry->value.items[i].spot);
  report.output = std::move(*paths);
}

int read_count(TableReader& table, std::string_view key, int least, int otherwise) {
  const Entry* entry = table.take(key);
  if (entry == nullptr) return otherwise;
  return read_whole(table.problems(), key, entry->value, least, kMostPeriods).value_or(otherwise);
}

void read_report(Reading& reading, const Node& node, Schedule& schedule) {
  TableReader table{reading, node, "[[report]]"};
  ScheduledReport report;
  report.id = read_report_id(table, schedule);
  report.kind = table.required_text("kind").value_or("");
  if (table.require("every") != nullptr) {
    if (const auto every = table.choice("every", kEvery)) report.every = static_cast<Every>(*every);
  }
  if (const Entry* after = table.take("after"))
    report.after = read_days(reading.problems, "after", after->value).value_or(0);
  read_output(table, schedule, report);
  report.catch_up = read_count(table, "catch_up", 1, report.catch_up);
  report.revise = read_count(table, "revise", 0, report.revise);
  report.known_at_period_end = table.choice("known", kKnown) == std::size_t{1};
  table.finish();
  schedule.reports.push_back(std::move(report));
}

/// A program and its words. A word may come twice.
std::vector<std::string> read_command(TableReader& table) {
  std::vector<std::string> command;
  const Entry* entry = table.require("command");
  const auto* words =
      entry == nullptr ? nullptr : read_list(table.problems(), "command", entry->value);
  if (words == nullptr) return command;
  for (const Node& word : *words) {
    auto text = read_text(table.problems(), "command", word);
    if (text) command.push_back(*std::move(text));
  }
  return command;
}

std::vector<std::string> read_occasions(TableReader& table) {
  std::vector<std::string> occasions;
  const Entry* entry = table.require("on");
  const auto* words = entry == nullptr ? nullptr : read_list(table.problems(), "on", entry->value);
  if (words == nullptr) return occasions;
  for (const Node& word : *words) {
    const auto place = read_choice(table.problems(), "on", word, kToldOn);
    if (place) occasions.emplace_back(kToldOn[*place]);
  }
  return occasions;
}

}  // namespace

void check_inside(Problems& problems, std::string_view key, const std::string& path, Spot spot) {
  const bool up = path == ".." || path.starts_with("../") || path.ends_with("/..") ||
                  path.find("/../") != std::string::npos;
  const bool hidden = path.find('\0') != std::string::npos;
  if (path.front() != '/' && !up && !hidden) return;
  problems.add(Code::bad_path, spot,
               fmt::format("`{}`: {} leads out of the workspace", key, quoted(path)),
               "name files relative to the workspace's folder");
}

void read_reports(Reading& reading, const Node& list, Schedule& schedule) {
  for (const Node& node : list.items) read_report(reading, node, schedule);
}

void read_notify(Reading& reading, const Node& node, Schedule& schedule) {
  TableReader table{reading, node, "[notify]"};
  Notify notify{.command = read_command(table), .on = read_occasions(table)};
  if (const Entry* entry = table.take("repeat_every"))
    notify.repeat_every = read_days(reading.problems, "repeat_every", entry->value).value_or(30);
  table.finish();
  schedule.notify = std::move(notify);
}

void read_metrics(Reading& reading, const Node& node, Schedule& schedule) {
  TableReader table{reading, node, "[metrics]"};
  if (const Entry* entry = table.require("textfile")) {
    if (const auto path = read_text(reading.problems, "textfile", entry->value)) {
      check_inside(reading.problems, "textfile", *path, entry->value.spot);
      schedule.metrics = *path;
    }
  }
  table.finish();
}

}  // namespace jalon::definitions

#include "tracker/job/making.hpp"

#include "reports/renderers.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/commands/report_making.hpp"
#include "tracker/commands/showing.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::job {
namespace {

/// The flags of `jalon report` that make it.
cli::Arguments arguments_of(const Making& making) {
  const Source& source = making.source;
  cli::Arguments arguments;
  arguments.command = "report";
  arguments.values = {{"KIND", {making.report.kind}},
                      {"period", {making.period.name}},
                      {"known", {iso(source.known)}},
                      {"upto", {std::to_string(source.last_record)}},
                      {"definitions", {source.definitions}},
                      {"workspace", {source.root.string()}},
                      {"quiet", {""}}};
  if (source.language != "en") arguments.values["lang"] = {source.language};
  if (making.after_record)
    arguments.values["after-record"] = {std::to_string(*making.after_record)};
  return arguments;
}

commands::Judged judged_of(const Making& making, const cli::Arguments& arguments,
                           const World& world) {
  const auto& kind = *reports::find_report(making.report.kind);
  return commands::judge_for(kind, arguments, commands::open(arguments, world), world);
}

const reports::Renderer* renderer_of(const std::string& path) {
  const std::string extension = std::filesystem::path{path}.extension().string();
  return extension.empty() ? nullptr : reports::renderer_for_extension(extension.substr(1));
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

Diagnostic in_report(const ScheduledReport& report, std::string_view code,
                     const std::string& message, std::string hint) {
  Diagnostic one =
      problem(std::string{code},
              fmt::format("[[report]] {}: {}", jalon::quoted(report.id), message), std::move(hint));
  one.where.file = "jalon.toml";
  return one;
}

/// Nothing of when and from what it was made.
reports::Head without_origin(const reports::Head& head) {
  reports::Head neutral{.programme = head.programme,
                        .title = head.title,
                        .as_of = head.as_of,
                        .known = head.as_of,
                        .period = head.period,
                        .since = head.since};
  if (neutral.period) neutral.period->running = false;
  return neutral;
}

}  // namespace

void check_schedule(const Schedule& schedule) {
  Diagnostics problems;
  for (const ScheduledReport& report : schedule.reports) {
    if (reports::find_report(report.kind) == nullptr) {
      std::vector<std::string_view> names;
      for (const auto& kind : reports::report_kinds()) names.push_back(kind.name);
      std::string hint = did_you_mean(report.kind, names);
      if (hint.empty()) hint = fmt::format("{}", fmt::join(names, ", "));
      problems.push_back(in_report(report, "unknown-report",
                                   jalon::quoted(report.kind) + " is no kind of report",
                                   std::move(hint)));
    }
    for (const std::string& path : report.output)
      if (renderer_of(path) == nullptr)
        problems.push_back(in_report(report, "unknown-format",
                                     jalon::quoted(path) + " ends with the name of no format",
                                     "`jalon help report` lists the formats"));
  }
  if (!problems.empty()) throw Refused{ExitCode::invalid_input, std::move(problems)};
}

Date known_day(const ScheduledReport& report, const reports::ReportPeriod& period, Date today) {
  return report.known_at_period_end ? std::min(period.days.last, today) : today;
}

std::vector<std::string> paths_of(const ScheduledReport& report, std::string_view period) {
  std::vector<std::string> paths;
  for (const std::string& pattern : report.output)
    paths.push_back(replaced(replaced(pattern, "{id}", report.id), "{period}", period));
  return paths;
}

std::string edition_name(const std::string& period, int edition) {
  return edition == 1 ? period : fmt::format("{}-r{}", period, edition);
}

std::vector<std::string> render(const Making& making, const World& world) {
  const cli::Arguments arguments = arguments_of(making);
  const auto judged = judged_of(making, arguments, world);
  const auto& kind = *reports::find_report(making.report.kind);
  const reports::Report report = commands::make_report(kind, arguments, judged);
  std::vector<std::string> texts;
  for (const std::string& path : making.report.output)
    texts.push_back(commands::file_text(report, *renderer_of(path), judged.words));
  return texts;
}

std::string content_of(const Making& making, const World& world) {
  Making plain = making;
  plain.after_record.reset();
  const cli::Arguments arguments = arguments_of(plain);
  auto judged = judged_of(plain, arguments, world);
  judged.head = without_origin(judged.head);
  const auto& kind = *reports::find_report(making.report.kind);
  reports::Report report = commands::make_report(kind, arguments, judged);
  report.document.foot = {};
  std::string all;
  for (const std::string_view format : {"md", "jsonl"})
    all += commands::file_text(report, *reports::find_renderer(format), judged.words);
  return log::blake2b(all);
}

}  // namespace jalon::job

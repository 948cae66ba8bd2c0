#include "tracker/job/publisher.hpp"

#include "reports/period.hpp"
#include "tracker/job/tell.hpp"
#include "tracker/log/ledger.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::job {
namespace {

namespace fs = std::filesystem;

/// No later period of the report was ever made.
bool is_newest(const Making& making, const History& history) {
  return std::ranges::none_of(history.published, [&](const Published& one) {
    const auto period = reports::parse_report_period(one.period);
    return one.report == making.report.id && period &&
           period.value().days.last > making.period.days.last;
  });
}

/// Where each link leads: from its own folder to the file.
std::vector<std::string> link_targets(const std::vector<std::string>& links,
                                      const std::vector<std::string>& paths) {
  std::vector<std::string> targets;
  for (std::size_t i = 0; i < links.size(); ++i)
    targets.push_back(
        fs::path{paths[i]}.lexically_relative(fs::path{links[i]}.parent_path()).string());
  return targets;
}

}  // namespace

void Publisher::guarded(const ScheduledReport& report, const reports::ReportPeriod& period,
                        Entry& entry, const std::function<void()>& action) {
  std::string reason;
  try {
    return action();
  } catch (const Refused& refused) {
    reason = refused.problems().front().message;
  } catch (const std::exception& error) {
    reason = error.what();
  }
  entry.failed.push_back({report.id, period.name, printable(reason)});
  tell(world_, "error", "failed",
       {{"report", report.id}, {"period", period.name}, {"reason", reason}});
}

void Publisher::publish(const Making& making, int edition, History& history, Entry& entry) {
  const ScheduledReport& report = making.report;
  const std::string& period = making.period.name;
  Publication made{report.id,
                   period,
                   edition,
                   making.source.definitions,
                   iso(making.source.known),
                   making.source.last_record,
                   paths_of(report, edition_name(period, edition))};
  if (!manner_.dry_run) write(making, made.files, history, entry);
  for (const std::string& file : made.files) tell_file(made, file);
  entry.published.push_back(std::move(made));
}

void Publisher::tell_file(const Publication& made, const std::string& file) {
  if (manner_.dry_run) {
    world_.out << fmt::format("would make {} ({} of {})\n", printable(file), made.report,
                              made.period);
  } else if (!manner_.quiet) {
    tell(world_, "info", "published",
         {{"report", made.report},
          {"period", made.period},
          {"edition", std::to_string(made.edition)},
          {"file", file}});
  }
}

void Publisher::write(const Making& making, const std::vector<std::string>& paths, History& history,
                      const Entry& entry) {
  const std::vector<std::string> texts = render(making, world_);
  std::vector<std::string> links;
  if (is_newest(making, history)) links = paths_of(making.report, "latest");
  const std::vector<std::string> targets = link_targets(links, paths);
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < paths.size(); ++i) files.push_back({paths[i], texts[i]});
  for (std::size_t i = 0; i < links.size(); ++i) files.push_back({links[i], targets[i], true});
  std::vector<std::string> names;
  for (const OutputFile& file : files) {
    check_own(making.source.root, file.path, history);
    names.push_back(file.path.string());
  }
  announce(std::move(names), history, entry);
  write_output_files(files, {making.source.root, true, world_.before_write});
}

/// What is there must be the job's own: nobody's file is lost to it.
void Publisher::check_own(const fs::path& root, const fs::path& file,
                          const History& history) const {
  const auto type = fs::symlink_status(root / file).type();
  if (type == fs::file_type::not_found || type == fs::file_type::none || manner_.replace) return;
  if (std::ranges::find(history.files, file.string()) != history.files.end()) return;
  throw OutputError{
      fmt::format("{} is there, and the job did not make it: move it away, or run with --replace",
                  printable(file.string()))};
}

/// Before the first of them is written, so that a run that is killed leaves no stranger.
void Publisher::announce(std::vector<std::string> files, History& history, const Entry& entry) {
  Entry writing;
  writing.kind = Entry::Kind::writing;
  writing.at = entry.at;
  writing.day = entry.day;
  writing.files = files;
  log::append_to_ledger(store_, to_line(writing));
  history.files.insert(history.files.end(), files.begin(), files.end());
}

}  // namespace jalon::job

#include "tracker/job/run.hpp"

#include "reports/period.hpp"
#include "reports/renderers.hpp"
#include "rules/definitions/schedule.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/exchange/instant.hpp"
#include "tracker/include_files.hpp"
#include "tracker/job/making.hpp"
#include "tracker/job/metrics.hpp"
#include "tracker/log/ledger.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"
#include "tracker/version.hpp"
#include "tracker/zone.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::job {
namespace {

namespace fs = std::filesystem;

/// A value of a line of the log: quoted where it must be.
std::string logged(std::string_view value) {
  const std::string shown = printable(value);
  if (!shown.empty() && shown.find_first_of(" \"=\\") == std::string::npos) return shown;
  std::string text = "\"";
  for (const char c : shown) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

/// The newest period of a report that was ever made.
std::optional<Date> newest_made(const History& history, const ScheduledReport& report) {
  std::optional<Date> newest;
  for (const Published& one : history.published) {
    const auto period = reports::parse_report_period(one.period);
    if (one.report == report.id && period)
      newest = std::max(newest, std::optional{period.value().days.last});
  }
  return newest;
}

class Run {
 public:
  Run(const Order& order, const cli::Arguments& arguments, World& world)
      : order_{order}, arguments_{arguments}, world_{world}, place_{find_store(arguments, world)} {
    entry_.at = utc_timestamp(world.now);
    entry_.day = iso(place_.today);
    entry_.version = version();
  }

  ExitCode go() {
    history_ = history_of(read_entries(place_.store));
    try {
      open();
      make_all();
    } catch (const Refused& refused) {
      fail(refused.code(), refused.problems().front().message);
      throw;
    } catch (const std::exception& error) {
      fail(ExitCode::store_failed, error.what());
      throw;
    }
    if (order_.dry_run) return ExitCode::done;
    return finish();
  }

 private:
  void open() {
    cli::Arguments arguments = arguments_;
    arguments.values["keep"] = {""};
    Workspace workspace = open_workspace(arguments, world_);
    auto schedule = definitions::read_schedule({workspace.files[0].name, workspace.files[0].text});
    if (!schedule) throw Refused{ExitCode::invalid_input, schedule.error()};
    schedule_ = std::move(schedule).value();
    check_schedule(schedule_);
    today_ = workspace.today;
    entry_.day = iso(today_);
    files_ = std::move(workspace.files);
    source_ = {workspace.root, workspace.definitions_hash, log::read(workspace.store).head.number,
               today_, workspace.programme.language};
    entry_.last_record = source_.last_record;
  }

  void make_all() {
    if (history_.last_day && today_ < *history_.last_day)
      throw Refused{ExitCode::store_failed,
                    {problem("clock-went-back",
                             fmt::format("today is {}, but the ledger has a run on {}: nothing is "
                                         "made",
                                         iso(today_), iso(*history_.last_day)),
                             "set the clock right")}};
    const Plan plan =
        job::plan(schedule_, history_.published, {today_, order_.since, source_.last_record});
    entry_.behind = plan.behind;
    if (!order_.dry_run && (!plan.due.empty() || order_.revise))
      log::keep_definitions(place_.store, files_);
    for (const Due& due : plan.due) make_first(due);
    for (const Revisit& revisit : plan.revisits)
      if (revisit.period.name != order_.revise) look_again(revisit);
    if (order_.revise) revise(*order_.revise);
  }

  // ---- what is due ------------------------------------------------------------------------------

  void make_first(const Due& due) {
    const ScheduledReport& report = schedule_.reports[due.report];
    Source source = source_;
    source.known = known_day(report, due.period, today_);
    guarded(report, due.period, [&] { publish({report, due.period, source}, 1); });
  }

  void look_again(const Revisit& revisit) {
    const ScheduledReport& report = schedule_.reports[revisit.report];
    const Publication before = history_.latest[revisit.published];
    Source source = source_;
    source.definitions = before.definitions;
    source.known = known_day(report, revisit.period, today_);
    guarded(report, revisit.period, [&] {
      Making now{report, revisit.period, source, before.last_record};
      Making then = now;
      then.source.last_record = before.last_record;
      then.source.known = parse_date(before.known).value();
      if (content_of(now, world_) == content_of(then, world_))
        entry_.unchanged.push_back({report.id, revisit.period.name});
      else
        publish(now, order_.replace ? before.edition : before.edition + 1);
    });
  }

  /// On request: with the definitions as they are now.
  void revise(const std::string& text) {
    const auto period = reports::parse_report_period(text);
    if (std::ranges::find(history_.latest, text, &Publication::period) == history_.latest.end())
      refuse_usage("unknown-period",
                   fmt::format("--revise {}: no report was made of that period", text));
    for (const ScheduledReport& report : schedule_.reports) {
      const auto before = std::ranges::find_if(history_.latest, [&](const Publication& one) {
        return one.report == report.id && one.period == text;
      });
      if (before == history_.latest.end()) continue;
      Source source = source_;
      source.known = known_day(report, period.value(), today_);
      guarded(report, period.value(), [&] {
        publish({report, period.value(), source, before->last_record},
                order_.replace ? before->edition : before->edition + 1);
      });
    }
  }

  // ---- making one -------------------------------------------------------------------------------

  /// The failure of one report is told and remembered; the others go on.
  template <class Action>
  void guarded(const ScheduledReport& report, const reports::ReportPeriod& period, Action action) {
    std::string reason;
    try {
      return action();
    } catch (const Refused& refused) {
      reason = refused.problems().front().message;
    } catch (const std::exception& error) {
      reason = error.what();
    }
    entry_.failed.push_back({report.id, period.name, printable(reason)});
    tell(world_, "error", "failed",
         {{"report", report.id}, {"period", period.name}, {"reason", reason}});
  }

  void publish(const Making& making, int edition) {
    const ScheduledReport& report = making.report;
    const std::string& period = making.period.name;
    Publication made{report.id,
                     period,
                     edition,
                     making.source.definitions,
                     iso(making.source.known),
                     making.source.last_record,
                     paths_of(report, edition_name(period, edition))};
    if (!order_.dry_run) write(making, made.files);
    for (const std::string& file : made.files) tell_file(made, file);
    entry_.published.push_back(std::move(made));
  }

  void tell_file(const Publication& made, const std::string& file) {
    if (order_.dry_run) {
      world_.out << fmt::format("would make {} ({} of {})\n", printable(file), made.report,
                                made.period);
    } else if (!arguments_.has("quiet")) {
      tell(world_, "info", "published",
           {{"report", made.report},
            {"period", made.period},
            {"edition", std::to_string(made.edition)},
            {"file", file}});
    }
  }

  void write(const Making& making, const std::vector<std::string>& paths) {
    const std::vector<std::string> texts = render(making, world_);
    std::vector<std::string> links;
    std::vector<std::string> targets;
    if (is_newest(making)) links = paths_of(making.report, "latest");
    for (std::size_t i = 0; i < links.size(); ++i)
      targets.push_back(
          fs::path{paths[i]}.lexically_relative(fs::path{links[i]}.parent_path()).string());
    std::vector<OutputFile> files;
    for (std::size_t i = 0; i < paths.size(); ++i) files.push_back({paths[i], texts[i]});
    for (std::size_t i = 0; i < links.size(); ++i) files.push_back({links[i], targets[i], true});
    for (const OutputFile& file : files) check_own(file);
    announce(files);
    write_output_files(files, {source_.root, world_.before_write});
  }

  [[nodiscard]] bool is_newest(const Making& making) const {
    const auto newest = newest_made(history_, making.report);
    return !newest || making.period.days.last >= *newest;
  }

  /// What is there must be the job's own: nobody's file is lost to it.
  void check_own(const OutputFile& file) const {
    const auto type = fs::symlink_status(source_.root / file.path).type();
    if (type == fs::file_type::not_found || type == fs::file_type::none || order_.replace) return;
    const auto& own = history_.files;
    if (std::ranges::find(own, file.path.string()) != own.end()) return;
    throw OutputError{
        fmt::format("{} is there, and the job did not make it: move it away, or run with --replace",
                    printable(file.path.string()))};
  }

  /// Before the first of them is written, so that a run that is killed leaves no stranger.
  void announce(const std::vector<OutputFile>& files) {
    Entry writing{.kind = Entry::Kind::writing, .at = entry_.at, .day = entry_.day};
    for (const OutputFile& file : files) writing.files.push_back(file.path.string());
    log::append_to_ledger(place_.store, to_line(writing));
    history_.files.insert(history_.files.end(), writing.files.begin(), writing.files.end());
  }

  // ---- the end ----------------------------------------------------------------------------------

  ExitCode finish() {
    ExitCode code = entry_.failed.empty() ? ExitCode::done : ExitCode::store_failed;
    entry_.exit_code = static_cast<int>(code);
    log::append_to_ledger(place_.store, to_line(entry_));
    if (code == ExitCode::done) history_.last_success = entry_.at;
    if (schedule_.metrics || arguments_.has("fail-on")) code = judge_today(code);
    return code;
  }

  /// What monitoring and --fail-on want to know: the verdicts of today.
  ExitCode judge_today(ExitCode code) {
    cli::Arguments arguments = arguments_;
    arguments.command = "status";
    const commands::Judged judged = commands::judge(arguments, world_, {}, {});
    if (schedule_.metrics) {
      const auto& prom = *reports::find_renderer("prom");
      write_metrics(prom.render(reports::status_view(judged.input()), {.words = judged.words}),
                    static_cast<int>(code));
    }
    if (code == ExitCode::done) return commands::gate_if_asked(judged, arguments);
    return code;
  }

  void write_metrics(const std::string& verdicts, int exit_code) const {
    JobMetrics job{.last_exit_code = exit_code, .periods_behind = entry_.behind};
    if (history_.last_success) {
      const auto instant = exchange::parse_instant(*history_.last_success);
      if (instant) job.last_success = instant.value();
    }
    const std::string text = verdicts + job::render(job);
    const OutputFile file{*schedule_.metrics, text};
    write_output_files({&file, 1}, {place_.root, world_.before_write});
  }

  /// Nothing was made at all: what can still be written says so.
  void fail(ExitCode code, const std::string& reason) {
    if (order_.dry_run) return;
    entry_.exit_code = static_cast<int>(code);
    entry_.reason = printable(reason);
    try {
      log::append_to_ledger(place_.store, to_line(entry_));
    } catch (const std::exception&) {  // the first failure is the one to tell
    }
    try {
      if (!schedule_.metrics) schedule_ = schedule_alone();
      if (schedule_.metrics) write_metrics("", entry_.exit_code);
    } catch (const std::exception&) {  // the first failure is the one to tell
    }
  }

  /// What jalon.toml says about the job, if the other definitions are broken.
  [[nodiscard]] Schedule schedule_alone() const {
    const auto file = read_workspace_file(place_.root, std::string{kWorkspaceFile});
    if (!file) return {};
    auto schedule = definitions::read_schedule(file.value());
    return schedule ? std::move(schedule).value() : Schedule{};
  }

  const Order& order_;
  const cli::Arguments& arguments_;
  World& world_;
  StorePlace place_;
  Entry entry_ = {};
  History history_ = {};
  Schedule schedule_ = {};
  Date today_ = place_.today;
  std::vector<log::DefinitionFile> files_ = {};
  Source source_{{}, {}, 0, place_.today};
};

}  // namespace

void tell(const World& world, std::string_view level, std::string_view event,
          const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string line = fmt::format("level={} event={}", level, event);
  for (const auto& [name, value] : values) line += fmt::format(" {}={}", name, logged(value));
  world.err << line << '\n';
}

ExitCode run(const Order& order, const cli::Arguments& arguments, World& world) {
  return Run{order, arguments, world}.go();
}

}  // namespace jalon::job

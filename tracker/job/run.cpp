#include "tracker/job/run.hpp"

#include "reports/period.hpp"
#include "reports/renderers.hpp"
#include "rules/definitions/schedule.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/exchange/instant.hpp"
#include "tracker/include_files.hpp"
#include "tracker/job/metrics.hpp"
#include "tracker/job/notifying.hpp"
#include "tracker/job/publisher.hpp"
#include "tracker/log/ledger.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"
#include "tracker/version.hpp"
#include "tracker/zone.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::job {
namespace {

class Run {
 public:
  Run(const Order& order, const cli::Arguments& arguments, World& world)
      : order_{order},
        arguments_{arguments},
        world_{world},
        place_{find_store(arguments, world)},
        publisher_{place_.store, {order.replace, order.dry_run, arguments.has("quiet")}, world} {
    entry_.at = utc_timestamp(world.now);
    entry_.day = iso(place_.today);
    entry_.version = version();
  }

  ExitCode go() {
    ledger_ = read_entries(place_.store);
    history_ = history_of(ledger_);
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
    files_ = std::move(workspace.files);
    source_ = {workspace.root, workspace.definitions_hash, log::read(workspace.store).head.number,
               today_, workspace.programme.language};
    entry_.day = iso(today_);
    entry_.last_record = source_.last_record;
    entry_.definitions = source_.definitions;
  }

  void make_all() {
    refuse_if_clock_went_back();
    const Plan plan =
        job::plan(schedule_, history_.published, {today_, order_.since, source_.last_record});
    entry_.behind = plan.behind;
    const bool needed = !plan.due.empty() || order_.revise || schedule_.notify;
    if (needed && !order_.dry_run) log::keep_definitions(place_.store, files_);
    for (const Due& due : plan.due) make_first(due);
    for (const Revisit& revisit : plan.revisits)
      if (revisit.period.name != order_.revise) look_again(revisit);
    if (order_.revise) revise(*order_.revise);
  }

  void refuse_if_clock_went_back() const {
    if (!history_.last_day || today_ >= *history_.last_day) return;
    throw Refused{
        ExitCode::store_failed,
        {problem("clock-went-back",
                 fmt::format("today is {}, but the ledger has a run on {}: nothing is made",
                             iso(today_), iso(*history_.last_day)),
                 "set the clock right")}};
  }

  [[nodiscard]] Source source_for(const ScheduledReport& report,
                                  const reports::ReportPeriod& period) const {
    Source source = source_;
    source.known = known_day(report, period, today_);
    return source;
  }

  void make_first(const Due& due) {
    const ScheduledReport& report = schedule_.reports[due.report];
    publisher_.guarded(report, due.period, entry_, [&] {
      publisher_.publish({report, due.period, source_for(report, due.period)}, 1, history_, entry_);
    });
  }

  /// Both times with the program of today: what only looks different is no other content.
  void look_again(const Revisit& revisit) {
    const ScheduledReport& report = schedule_.reports[revisit.report];
    const Publication before = history_.latest[revisit.published];
    publisher_.guarded(report, revisit.period, entry_, [&] {
      Making now{report, revisit.period, source_for(report, revisit.period), before.last_record};
      now.source.definitions = before.definitions;
      Making then = now;
      then.source.last_record = before.last_record;
      then.source.known = parse_date(before.known).value();
      if (content_of(now, world_) == content_of(then, world_))
        entry_.unchanged.push_back({report.id, revisit.period.name});
      else
        publisher_.publish(now, next_edition(before), history_, entry_);
    });
  }

  /// On request: with the definitions as they are now.
  void revise(const std::string& name) {
    const auto period = reports::parse_report_period(name);
    if (std::ranges::find(history_.latest, name, &Publication::period) == history_.latest.end())
      refuse_usage("unknown-period",
                   fmt::format("--revise {}: no report was made of that period", name));
    for (const ScheduledReport& report : schedule_.reports) {
      const auto before = std::ranges::find_if(history_.latest, [&](const Publication& one) {
        return one.report == report.id && one.period == name;
      });
      if (before == history_.latest.end()) continue;
      const Publication earlier = *before;
      publisher_.guarded(report, period.value(), entry_, [&] {
        publisher_.publish(
            {report, period.value(), source_for(report, period.value()), earlier.last_record},
            next_edition(earlier), history_, entry_);
      });
    }
  }

  [[nodiscard]] int next_edition(const Publication& before) const {
    return order_.replace ? before.edition : before.edition + 1;
  }

  // ---- the end ----------------------------------------------------------------------------------

  ExitCode finish() {
    cli::Arguments arguments = arguments_;
    arguments.command = "status";
    std::optional<commands::Judged> judged;
    if (schedule_.metrics || schedule_.notify || arguments.has("fail-on"))
      judged = commands::judge(arguments, world_, {}, {});
    if (judged && schedule_.notify)
      notify(*schedule_.notify, place_, *judged, ledger_, entry_, world_);
    const bool worked = entry_.failed.empty() && !starts_failed(entry_.notice);
    const ExitCode code = worked ? ExitCode::done : ExitCode::store_failed;
    entry_.exit_code = static_cast<int>(code);
    log::append_to_ledger(place_.store, to_line(entry_));
    if (worked) history_.last_success = entry_.at;
    if (judged && schedule_.metrics) {
      const auto& prom = *reports::find_renderer("prom");
      write_metrics(prom.render(reports::status_view(judged->input()), {.words = judged->words}));
    }
    return judged && worked ? commands::gate_if_asked(*judged, arguments) : code;
  }

  void write_metrics(const std::string& verdicts) const {
    JobMetrics job{.last_exit_code = entry_.exit_code, .periods_behind = entry_.behind};
    if (history_.last_success) {
      const auto instant = exchange::parse_instant(*history_.last_success);
      if (instant) job.last_success = instant.value();
    }
    const std::string text = verdicts + job::render(job);
    const OutputFile file{*schedule_.metrics, text};
    write_output_files({&file, 1}, {place_.root, true, world_.before_write});
  }

  /// Nothing was made at all: what can still be said and written says so. The failure itself is
  /// thrown on, so what fails here as well is not told.
  void fail(ExitCode code, const std::string& reason) {
    if (order_.dry_run) return;
    entry_.exit_code = static_cast<int>(code);
    entry_.reason = printable(reason);
    const auto try_to = [](const auto& action) {
      try {
        action();
      } catch (const std::exception&) {  // see above
      }
    };
    try_to([&] {
      if (schedule_.reports.empty()) schedule_ = schedule_alone();
      if (schedule_.notify) notify_failure(*schedule_.notify, place_, ledger_, entry_, world_);
    });
    try_to([&] { log::append_to_ledger(place_.store, to_line(entry_)); });
    try_to([&] {
      if (schedule_.metrics) write_metrics("");
    });
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
  Publisher publisher_;
  Entry entry_ = {};
  std::vector<Entry> ledger_ = {};
  History history_ = {};
  Schedule schedule_ = {};
  Date today_ = place_.today;
  std::vector<log::DefinitionFile> files_ = {};
  Source source_{{}, {}, 0, place_.today};
};

}  // namespace

ExitCode run(const Order& order, const cli::Arguments& arguments, World& world) {
  return Run{order, arguments, world}.go();
}

}  // namespace jalon::job

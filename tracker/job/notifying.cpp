#include "tracker/job/notifying.hpp"

#include "tracker/job/notice.hpp"
#include "tracker/job/tell.hpp"

#include <algorithm>
#include <ranges>

namespace jalon::job {
namespace {

constexpr int kMostSeconds = 60;
constexpr std::string_view kFailed = "failed: ";

/// The last run after which people knew all there was to know.
const Entry* last_told(const std::vector<Entry>& ledger) {
  const auto found = std::ranges::find_if(ledger.rbegin(), ledger.rend(), [](const Entry& entry) {
    return entry.kind == Entry::Kind::run && entry.reason.empty() &&
           (entry.notice == kSent || entry.notice == kNothing);
  });
  return found == ledger.rend() ? nullptr : &*found;
}

/// What was to be seen then, with the definitions and the log of then.
engine::Evaluation seen_at(const Entry& entry, const StorePlace& place, const World& world) {
  cli::Arguments arguments;
  arguments.command = "status";
  arguments.values = {{"workspace", {place.root.string()}},
                      {"at", {entry.day}},
                      {"upto", {std::to_string(entry.last_record)}},
                      {"definitions", {entry.definitions}},
                      {"quiet", {""}}};
  return commands::judge(arguments, world, {}, {}).evaluation;
}

bool wants_failures(const Notify& notify) {
  return std::ranges::find(notify.on, "run-failed") != notify.on.end();
}

/// Failures that the run before did not have.
std::vector<Failure> new_failures(const Entry& entry, const Entry* before) {
  std::vector<Failure> failures = entry.failed;
  if (before == nullptr) return failures;
  std::erase_if(failures, [&](const Failure& one) {
    return std::ranges::any_of(before->failed, [&](const Failure& old) {
      return old.report == one.report && old.period == one.period;
    });
  });
  return failures;
}

void deliver(const Notify& notify, const StorePlace& place, const std::string& message,
             Entry& entry, const World& world) {
  const auto why = world.run_program
                       ? world.run_program(notify.command, place.root, message, kMostSeconds)
                       : std::optional<std::string>{"no program can be run here"};
  entry.notice = why ? std::string{kFailed} + *why : std::string{kSent};
  if (why) tell(world, "error", "notify-failed", {{"reason", *why}});
}

/// Was the same failure told less than `repeat_every` days ago?
bool told_lately(const Notify& notify, const std::vector<Entry>& ledger, const Entry& entry) {
  const auto today = parse_date(entry.day);
  return std::ranges::any_of(ledger, [&](const Entry& old) {
    const auto day = parse_date(old.day);
    return old.reason == entry.reason && old.notice == kSent && day && today &&
           add_days(day.value(), notify.repeat_every) > today.value();
  });
}

}  // namespace

bool starts_failed(const std::string& notice) { return notice.starts_with(kFailed); }

void notify(const Notify& notify, const StorePlace& place, const commands::Judged& today,
            const std::vector<Entry>& ledger, Entry& entry, const World& world) {
  const Entry* before = last_told(ledger);
  const Programme& programme = today.workspace.programme;
  std::optional<engine::Evaluation> then;
  if (before != nullptr) then = seen_at(*before, place, world);
  Notice notice =
      notice_of(notify, programme, today.evaluation, then, ledger, today.workspace.today);
  if (wants_failures(notify)) notice.failed = new_failures(entry, before);
  entry.notice = kNothing;
  if (notice.empty()) return;
  entry.mentioned = mentions_of(notice, today.evaluation);
  deliver(notify, place, to_json(notice, programme, today.evaluation, entry), entry, world);
}

void notify_failure(const Notify& notify, const StorePlace& place, const std::vector<Entry>& ledger,
                    Entry& entry, const World& world) {
  if (!wants_failures(notify) || told_lately(notify, ledger, entry)) return;
  deliver(notify, place, failure_json(place.root.filename().string(), entry), entry, world);
}

}  // namespace jalon::job

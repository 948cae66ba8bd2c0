#include "tracker/commands/change.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/record_flags.hpp"
#include "tracker/commands/versions.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

namespace jalon::commands {

ExitCode run_redact(const cli::Arguments& arguments, World& world) {
  const std::int64_t number = read_number("N", arguments.at("N"));
  const std::string reason = read_note(arguments, "reason");
  if (reason.empty()) refuse_usage("missing-reason", "a redaction says why", "add --reason 'TEXT'");
  const StorePlace place = find_store(arguments, world);  // works with broken definitions

  log::Writer writer{place.store};
  log::Entry entry{.record = {}, .note = reason};
  entry.record.kind = RecordKind::redaction;
  entry.record.subject = Versions{writer.before()}.find(number).subject;
  entry.record.replaces = number;
  entry.record.learned = place.today;
  stamp(entry, arguments, world);
  const auto appended = writer.redact(number, std::move(entry));
  if (!appended)
    refuse_usage("no-note", fmt::format("record #{} has no note, or none any more", number));
  const bool dry_run = arguments.has("dry-run");
  if (!dry_run) writer.commit();
  world.out << fmt::format("{} #{}; the note of #{} {}\n", dry_run ? "would record" : "recorded",
                           appended->number, number, dry_run ? "would be erased" : "is erased");
  return ExitCode::done;
}

}  // namespace jalon::commands

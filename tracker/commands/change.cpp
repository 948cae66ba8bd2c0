#include "tracker/commands/change.hpp"

#include "tracker/commands/judging.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/moved.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/refused.hpp"
#include "tracker/version.hpp"
#include "tracker/zone.hpp"

#include <fmt/format.h>

namespace jalon::commands {
namespace {

constexpr std::size_t kMostLines = 40;  // of verdicts that moved, unless -v
constexpr std::size_t kUidBytes = 10;
constexpr std::size_t kSaltBytes = 16;

std::string in_hex(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return hex;
}

engine::Moment moment_of(const Workspace& workspace, const cli::Arguments& arguments) {
  const auto as_of = arguments.find("as-of");
  return {
      as_of ? read_day("as-of", *as_of, workspace.today) : workspace.today, workspace.today, {}};
}

}  // namespace

void stamp(log::Entry& entry, const cli::Arguments& arguments, const World& world) {
  Record& record = entry.record;
  if (record.uid.empty())
    record.uid = log::make_uid(world.now / 1000, world.random_bytes(kUidBytes));
  if (record.on_behalf_of.empty())
    record.on_behalf_of =
        arguments.find("on-behalf-of").value_or(std::string{world.variable("JALON_USER")});
  record.recorded_at = utc_timestamp(world.now);
  record.recorded_by = world.system_account;
  record.tool_version = version();
  if (!entry.note.empty() && entry.note_salt.empty())
    entry.note_salt = in_hex(world.random_bytes(kSaltBytes));
}

Change::Change(const Workspace& workspace, const cli::Arguments& arguments, World& world)
    : workspace_{workspace},
      arguments_{arguments},
      world_{world},
      dry_run_{arguments.has("dry-run")},
      moment_{moment_of(workspace, arguments)},
      writer_{workspace.store} {}

log::Appended Change::append(log::Entry entry) {
  stamp(entry, arguments_, world_);
  if (const auto why = log::why_not_storable(entry.record))
    refuse_usage("not-storable", fmt::format("the record cannot be stored: {}", printable(*why)));
  return writer_.append(std::move(entry));
}

log::Appended Change::append_or_refuse(log::Entry entry) {
  try {
    return append(std::move(entry));
  } catch (const log::Conflict& conflict) {
    refuse_usage(
        "uid-conflict", printable(conflict.what()),
        fmt::format("record #{} has this uid and says something else", conflict.existing()));
  }
}

std::string_view Change::done_word(const log::Appended& appended) const {
  if (appended.already_there) return "already there:";
  return dry_run_ ? "would record" : "recorded";
}

void Change::finish() {
  before_ = engine::evaluate(workspace_.programme, writer_.before(), moment_);
  try {
    after_ = engine::evaluate(workspace_.programme, writer_.records(), moment_);
  } catch (const engine::EvaluationError& error) {
    refuse_usage("overflow", error.what(), "nothing was stored");
  }
  if (!dry_run_ && writer_.records().size() != writer_.before().size()) writer_.commit();
}

void Change::print_moved() const {
  if (arguments_.has("quiet")) return;
  const auto lines = moved_lines(workspace_.programme, *before_, *after_, read_labels(arguments_));
  const std::size_t shown =
      arguments_.has("verbose") ? lines.size() : std::min(lines.size(), kMostLines);
  for (std::size_t i = 0; i < shown; ++i) world_.out << lines[i] << '\n';
  if (shown < lines.size())
    world_.out << fmt::format("  and {} more verdicts (-v shows them all)\n", lines.size() - shown);
  if (lines.empty())
    world_.out << fmt::format("  no verdict moved (as of {})\n", iso(moment_.as_of));
}

}  // namespace jalon::commands

#include "tracker/commands/commands.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/log/definitions.hpp"
#include "tracker/log/log.hpp"
#include "tracker/refused.hpp"
#include "tracker/workspace.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

/// 64 hex digits, perhaps after the record's number as reports print it.
std::optional<std::string> read_head(const cli::Arguments& arguments) {
  auto given = arguments.find("head");
  if (!given) return std::nullopt;
  const std::string hash = given->substr(std::min(given->rfind(' ') + 1, given->size()));
  if (!log::is_hash(hash))
    refuse_usage("bad-hash", fmt::format("--head: `{}` is no head", printable(*given)),
                 "64 hex digits, as reports and `jalon verify` print them");
  return hash;
}

}  // namespace

ExitCode run_verify(const cli::Arguments& arguments, World& world) {
  const auto expected = read_head(arguments);
  const StorePlace place = find_store(arguments, world);  // works with broken definitions
  if (arguments.has("write-head")) {
    log::write_head(place.store);
    world.err << "the head file is written anew\n";
  }
  const log::Verification found = log::verify(place.store, expected);
  if (!found.sound) {
    world.err << render(problem(
        "damaged",
        found.first_bad ? fmt::format("record #{}: {}", *found.first_bad, printable(found.reason))
                        : printable(found.reason),
        "keep the file as it is, and compare with a backup or an export"));
    return ExitCode::store_failed;
  }
  world.out << fmt::format("sound: {} record{}, head {}\n", found.head.number,
                           found.head.number == 1 ? "" : "s", found.head.hash);
  for (const log::KeptSet& set : log::list_kept_definitions(place.store))
    world.out << fmt::format("kept definitions {}: {} file{}, {} bytes\n", set.hash, set.files,
                             set.files == 1 ? "" : "s", set.bytes);
  if (found.head_lag > 0)
    world.err << fmt::format("the head file is {} behind, as after a crash; all is on the chain\n",
                             found.head_lag);
  return ExitCode::done;
}

}  // namespace jalon::commands

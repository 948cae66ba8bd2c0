#include "tracker/log/beside.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/log/files.hpp"
#include "tracker/log/kept.hpp"
#include "tracker/log/ledger.hpp"
#include "tracker/log/log.hpp"
#include "tracker/log/store.hpp"

#include <fmt/format.h>

namespace jalon::log {
namespace {

/// What is wrong, and with which record if one can be named.
struct Problem {
  std::string reason;
  std::optional<std::int64_t> record = {};
};

/// What the walk along the chain remembers.
struct Walk {
  Head head = {};
  std::string hash_at_head_file = {};
  bool met_expected = false;

  void see(const Head& at, const std::optional<Head>& file,
           const std::optional<std::string>& expected) {
    head = at;
    if (file && file->number == at.number) hash_at_head_file = at.hash;
    if (expected && *expected == at.hash) met_expected = true;
  }
};

std::optional<Problem> walk_chain(const Store& store, const std::optional<Head>& file,
                                  const std::optional<std::string>& expected, Walk& walk) {
  try {
    ChainReader chain{store};
    walk.see(chain.head(), file, expected);
    while (chain.next()) walk.see(chain.head(), file, expected);
  } catch (const StoreError& error) {
    if (error.kind() != StoreError::Kind::damaged) throw;
    return Problem{error.what(), walk.head.number + 1};
  }
  return std::nullopt;
}

std::optional<Problem> check_notes(const Store& store) {
  std::int64_t number = 0;
  const auto why = why_notes_unsound(store, &number);
  if (!why) return std::nullopt;
  return Problem{*why, number};
}

std::optional<Problem> check_file(const Store& store) {
  if (schema_of(store.database) != expected_schema(has_beside(store.database))) {
    return Problem{"the tables or the triggers that keep the log append-only were changed"};
  }
  const std::string said = store.database.text("PRAGMA integrity_check(1)");
  if (said != "ok") return Problem{fmt::format("SQLite says: {}", said)};
  Statement violations = store.database.prepare("PRAGMA foreign_key_check");
  if (violations.with().step()) return Problem{"a row names a record that is not there"};
  return std::nullopt;
}

std::optional<Problem> check_beside(const Store& store) {
  if (const auto why = why_kept_unsound(store)) return Problem{*why};
  if (const auto why = why_ledger_unsound(store)) return Problem{*why};
  return std::nullopt;
}

std::optional<Problem> check_head(const Store& store, const std::optional<Head>& file,
                                  const Walk& walk) {
  if (!file) {
    return Problem{fmt::format(
        "the head file {} is missing; after a look at the log, `jalon verify --write-head` makes "
        "it anew",
        head_path(store.path).string())};
  }
  const auto why = why_not_together(*file, walk.head, walk.hash_at_head_file);
  if (!why) return std::nullopt;
  return Problem{*why, file->number > walk.head.number ? walk.head.number + 1 : file->number};
}

std::optional<Problem> check_expected(const std::optional<std::string>& expected,
                                      const Walk& walk) {
  if (!expected || walk.met_expected) return std::nullopt;
  return Problem{fmt::format("the head {} is not on this chain, which ends at {} ({})", *expected,
                             walk.head.hash, walk.head.number)};
}

/// The head file; one that cannot be read counts as a problem, not as an end.
std::optional<Head> look_at_head_file(const std::filesystem::path& store,
                                      std::optional<Problem>& problem) {
  try {
    return read_head_file(store);
  } catch (const StoreError& error) {
    if (error.kind() != StoreError::Kind::damaged) throw;
    problem = Problem{error.what()};
    return std::nullopt;
  }
}

/// Everything in order of weight: the first problem found is the one that is told.
std::optional<Problem> examine(const Store& store, const std::optional<std::string>& expected,
                               Verification& result) {
  std::optional<Problem> head_unreadable;
  const auto file = look_at_head_file(store.path, head_unreadable);
  Walk walk;
  auto problem = walk_chain(store, file, expected, walk);
  result.head = walk.head;
  if (!problem) problem = check_notes(store);
  if (!problem) problem = check_file(store);
  if (!problem) problem = check_beside(store);
  if (!problem) problem = head_unreadable;
  if (!problem) problem = check_head(store, file, walk);
  if (!problem) problem = check_expected(expected, walk);
  if (file && !problem) result.head_lag = walk.head.number - file->number;
  return problem;
}

}  // namespace

Verification verify(const std::filesystem::path& path, const std::optional<std::string>& expected) {
  Verification result;
  std::optional<Problem> problem;
  try {
    Store store = open_store(path, Access::read);
    store.database.run("BEGIN");
    problem = examine(store, expected, result);
  } catch (const StoreError& error) {
    if (error.kind() != StoreError::Kind::damaged) throw;
    problem = Problem{error.what()};
  }
  if (problem) {
    result.sound = false;
    result.reason = problem->reason;
    result.first_bad = problem->record;
  }
  return result;
}

void write_head(const std::filesystem::path& path) {
  Store store = open_store(path, Access::write);
  store.database.run("BEGIN IMMEDIATE");
  ChainReader chain{store};
  while (chain.next()) {
  }
  write_head_file(store.path, chain.head());
  store.database.run("ROLLBACK");
}

}  // namespace jalon::log

// Killed writers, many writers, full disks: the old state or the new one, and nothing to repair.
#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"

#include <catch2/catch.hpp>

#include <sched.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <ctime>
#include <new>
#include <random>
#include <set>

using namespace jalon;
using namespace jalon::tests;

namespace {

/// A number that parent and child see.
class Shared {
 public:
  Shared() {
    void* memory = ::mmap(nullptr, sizeof(std::atomic<std::int64_t>), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(memory != MAP_FAILED);
    number_ = new (memory) std::atomic<std::int64_t>{0};
  }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  ~Shared() { ::munmap(number_, sizeof *number_); }
  std::atomic<std::int64_t>& operator*() { return *number_; }

 private:
  std::atomic<std::int64_t>* number_;
};

void sleep_microseconds(long microseconds) {
  const timespec pause{microseconds / 1'000'000, microseconds % 1'000'000 * 1'000};
  ::nanosleep(&pause, nullptr);
}

/// Appends one record after the other, a third of them in transactions of twenty, until it is
/// killed; `acknowledged` is the last number whose commit came back.
[[noreturn]] void append_for_ever(const std::filesystem::path& store, int round,
                                  Shared& acknowledged) {
  try {
    for (int i = 0;; ++i) {
      log::Writer writer{store};
      for (int k = 0; k < (i % 3 == 0 ? 20 : 1); ++k) {
        const std::string uid =
            std::to_string(round) + "/" + std::to_string(i) + "/" + std::to_string(k);
        writer.append(entry(uid, std::string(2000, 'n')));
      }
      (*acknowledged) = writer.commit().number;
    }
  } catch (const std::exception&) {
    ::_exit(99);
  }
}

/// A process that leaves a change half written: its journal is on disk and so is part of the new
/// content, as after a power cut in the middle of a commit.
void leave_half_a_change(const std::filesystem::path& store) {
  const int ended = in_child([&] {
    sqlite3* database = nullptr;
    sqlite3_open_v2(store.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
    const char* change =
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
        "DROP TRIGGER note_is_never_changed; UPDATE note SET text = replace (text, 'n', 'x');";
    if (sqlite3_exec(database, change, nullptr, nullptr, nullptr) != SQLITE_OK) return 1;
    ::raise(SIGKILL);
    return 2;
  });
  REQUIRE(ended == 128 + SIGKILL);
  REQUIRE(std::filesystem::file_size(store.string() + "-journal") > 512);
}

// Exit codes of children.
constexpr int kStored = 10;
constexpr int kFull = 11;
constexpr int kFailed = 12;
constexpr int kSkipped = 13;

int failure_of(const std::function<void()>& action) {
  const std::string error = store_error(action);
  return error == "none" ? kStored : error == "full" ? kFull : error == "failed" ? kFailed : 1;
}

}  // namespace

TEST_CASE("a writer killed at any moment leaves the old state or the new one", "[log][crash]") {
  const Folder folder;
  const auto store = store_with(folder, 1);
  std::mt19937 random{std::random_device{}()};
  for (int round = 0; round < 25; ++round) {
    Shared acknowledged;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) append_for_ever(store, round, acknowledged);
    while (*acknowledged == 0) sleep_microseconds(100);
    sleep_microseconds(static_cast<long>(random() % 20'000));
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));

    const auto snapshot = log::read(store);
    CHECK(snapshot.head.number >= *acknowledged);
    const auto result = log::verify(store);
    CAPTURE(round, result.reason);
    CHECK(result.sound);
    CHECK(result.head_lag <= snapshot.head.number - *acknowledged + 20);
    CHECK(append(store, {entry("after " + std::to_string(round))}).number ==
          snapshot.head.number + 1);
  }
  CHECK(log::verify(store).head_lag == 0);
}

TEST_CASE("a reader undoes what a killed writer left half done", "[log][crash]") {
  const Folder folder;
  const auto store = store_with(folder, 1);
  append(store, {entry("a", std::string(50'000, 'n'))});
  const auto before = log::read(store);
  leave_half_a_change(store);
  CHECK(log::read(store).head == before.head);
  CHECK(log::verify(store).sound);
  CHECK(log::read_notes(store).back().text == std::string(50'000, 'n'));
}

TEST_CASE("who may not write is told why a half-done change cannot be undone", "[log][crash]") {
  const Folder folder;
  const auto store = store_with(folder, 1);
  append(store, {entry("a", std::string(50'000, 'n'))});
  leave_half_a_change(store);
  for (const char* file : {"", ".head", "-journal"}) ::chmod((store.string() + file).c_str(), 0444);
  ::chmod(folder.path().c_str(), 0555);
  const int ended = in_child(
      [&] {
        try {
          (void)log::read(store);
        } catch (const log::StoreError& error) {
          const bool told = std::string{error.what()}.find("interrupted") != std::string::npos;
          return error.kind() == log::StoreError::Kind::not_writable && told ? 0 : 1;
        }
        return 2;
      },
      true);
  CHECK(ended == 0);
  ::chmod(folder.path().c_str(), 0755);
  for (const char* file : {"", ".head", "-journal"}) ::chmod((store.string() + file).c_str(), 0644);
  CHECK(log::read(store).records.size() == 2);
}

TEST_CASE("two writers at once lose nothing and refuse nothing", "[log][crash]") {
  const Folder folder;
  const auto store = store_with(folder, 0);
  const auto append_many = [&](const std::string& who) {
    return [&store, who] {
      for (int i = 0; i < 200; ++i) append(store, {entry(who + std::to_string(i))});
      return 0;
    };
  };
  const pid_t other = ::fork();
  REQUIRE(other >= 0);
  if (other == 0) ::_exit(in_child(append_many("b")));
  CHECK(in_child(append_many("a")) == 0);
  int status = 0;
  REQUIRE(::waitpid(other, &status, 0) == other);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));

  const auto snapshot = log::read(store);
  CHECK(snapshot.records.size() == 400);
  std::set<std::string> uids;
  for (const Record& record : snapshot.records) uids.insert(record.uid);
  CHECK(uids.size() == 400);
  CHECK(log::verify(store).sound);
  CHECK(log::verify(store).head_lag == 0);
}

TEST_CASE("a reader sees the old state while a writer is at work", "[log][crash]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  log::Writer writer{store};
  writer.append(entry("new"));
  CHECK(in_child([&] { return log::read(store).records.size() == 2 ? 0 : 1; }) == 0);
  writer.commit();
  CHECK(in_child([&] { return log::read(store).records.size() == 3 ? 0 : 1; }) == 0);
}

TEST_CASE("a write that fails stores nothing, says so, and all works again afterwards",
          "[log][crash]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  const auto before = log::read(store);
  const int ended = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100'000, 100'000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 3;
    return failure_of([&] { append(store, {entry("large", std::string(300'000, 'n'))}); });
  });
  CHECK(ended == kFailed);
  CHECK(log::read(store).head == before.head);
  CHECK(log::verify(store).sound);
  CHECK(append(store, {entry("large", std::string(300'000, 'n'))}).number == 3);
}

TEST_CASE("a full disk stores nothing, says so, and all works again with room", "[log][crash]") {
  const Folder folder;
  // A small file system of its own, seen by the child alone, where that is allowed.
  const int ended = in_child([&] {
    const char* options = "size=256k,mode=0700";
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("none", folder.path().c_str(), "tmpfs", 0, options) != 0) {
      return kSkipped;
    }
    const auto store = store_with(folder, 2);
    const auto before = log::read(store);
    const int failure =
        failure_of([&] { append(store, {entry("large", std::string(400'000, 'n'))}); });
    if (failure != kFull) return failure;
    if (log::read(store).head != before.head || !log::verify(store).sound) return 4;
    return append(store, {entry("small")}).number == 3 ? kFull : 5;
  });
  if (ended == kSkipped) {
    WARN("skipped: a file system of its own needs root");
  } else {
    CHECK(ended == kFull);
  }
}

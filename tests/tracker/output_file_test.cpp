// Files are written whole or not at all, several together or none, and nowhere else.
#include "tracker/output_file.hpp"

#include "tests/child.hpp"
#include "tests/golden.hpp"
#include "tests/tracker/desk.hpp"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace jalon::tests {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

constexpr int kSkipped = 77;

/// Every name in a folder, sorted.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{folder})
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

/// Three files, one of which is there already, and a link.
struct Set {
  Set() { desk.write("a.txt", "old a"); }

  void write(const std::function<void(std::string_view)>& before = {}) const {
    const std::vector<OutputFile> files{{"a.txt", "new a"},
                                        {"below/b.txt", "new b"},
                                        {"c.txt", "new c"},
                                        {"latest.txt", "c.txt", true}};
    write_output_files(files, {desk.folder(), true, before});
  }
  [[nodiscard]] bool is_old() const {
    return desk.read("a.txt") == "old a" && !desk.has("below/b.txt") && !desk.has("c.txt") &&
           !fs::is_symlink(desk.folder() / "latest.txt");
  }
  [[nodiscard]] bool is_new() const {
    return desk.read("a.txt") == "new a" && desk.read("below/b.txt") == "new b" &&
           desk.read("c.txt") == "new c" && desk.read("latest.txt") == "new c";
  }

  Desk desk;
};

/// What OutputError says, or nothing.
std::string failure(const std::function<void()>& action) {
  try {
    action();
  } catch (const OutputError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("several files are written together, folders and links with them") {
  const Set set;
  std::vector<std::string> operations;
  set.write([&](std::string_view operation) { operations.emplace_back(operation); });
  CHECK(set.is_new());
  CHECK(names_in(set.desk.folder()) ==
        std::vector<std::string>{"a.txt", "below", "c.txt", "latest.txt"});
  CHECK(names_in(set.desk.folder() / "below") == std::vector<std::string>{"b.txt"});
  CHECK(operations == std::vector<std::string>{"make", "write", "sync", "make", "write", "sync",
                                               "make", "write", "sync", "make", "rename", "rename",
                                               "rename", "rename", "sync-folder", "sync-folder",
                                               "sync-folder", "sync-folder"});
  set.write();
  CHECK(set.is_new());
}

TEST_CASE("whatever operation fails, no file is written and no other name stays") {
  const int failing = GENERATE(range(0, 18));
  CAPTURE(failing);
  const Set set;
  int operation = 0;
  CHECK(failure([&] {
          set.write([&](std::string_view name) {
            if (operation++ == failing) throw OutputError{std::string{name} + " failed"};
          });
        }) != "");
  CHECK(set.is_old());
  for (const std::string& name : names_in(set.desk.folder()))
    CHECK((name == "a.txt" || name == "below"));
  if (set.desk.has("below")) CHECK(names_in(set.desk.folder() / "below").empty());
  set.write();
  CHECK(set.is_new());
}

TEST_CASE("killed at any operation each file is the old or the new one, and the next run ends it") {
  const int killed = GENERATE(range(0, 18));
  CAPTURE(killed);
  const Set set;
  const int ended = in_child([&] {
    int operation = 0;
    set.write([&](std::string_view) {
      if (operation++ == killed) ::_exit(9);
    });
    return 0;
  });
  CHECK(ended == 9);
  const std::string a = set.desk.read("a.txt");
  CHECK((a == "old a" || a == "new a"));
  for (const char* name : {"below/b.txt", "c.txt"})
    if (set.desk.has(name)) CHECK_THAT(set.desk.read(name), Catch::StartsWith("new "));
  set.write();
  CHECK(set.is_new());
  CHECK(names_in(set.desk.folder()) ==
        std::vector<std::string>{"a.txt", "below", "c.txt", "latest.txt"});
  CHECK(names_in(set.desk.folder() / "below") == std::vector<std::string>{"b.txt"});
}

TEST_CASE("a link in a file's place is replaced, and what it led to stays as it was") {
  Desk desk;
  desk.write("elsewhere/secret.txt", "untouched");
  const std::string target = GENERATE("elsewhere/secret.txt", "elsewhere", "nowhere");
  CAPTURE(target);
  fs::create_symlink(target, desk.folder() / "report.md");
  write_output_file(desk.folder() / "report.md", "new");
  CHECK_FALSE(fs::is_symlink(desk.folder() / "report.md"));
  CHECK(desk.read("report.md") == "new");
  CHECK(desk.read("elsewhere/secret.txt") == "untouched");
  CHECK(names_in(desk.folder()) == std::vector<std::string>{"elsewhere", "report.md"});
}

TEST_CASE("below a root no link is followed and nothing leads out") {
  Desk desk;
  fs::create_directories(desk.folder() / "root");
  fs::create_directories(desk.folder() / "elsewhere");
  fs::create_directory_symlink(desk.folder() / "elsewhere", desk.folder() / "root" / "linked");
  fs::create_directory_symlink("../elsewhere", desk.folder() / "root" / "also");
  desk.write("root/file", "");
  const auto [path, told] = GENERATE(table<std::string, std::string>({
      {"linked/x.md", "cannot write"},
      {"also/deeper/x.md", "cannot write"},
      {"../elsewhere/x.md", "leads out of the workspace"},
      {"a/../../elsewhere/x.md", "leads out of the workspace"},
      {"/etc/x.md", "leads out of the workspace"},
      {"file/x.md", "Not a directory"},
  }));
  CAPTURE(path);
  const OutputFile file{path, "text"};
  CHECK_THAT(failure([&] {
               write_output_files({&file, 1}, {.root = desk.folder() / "root"});
             }),
             Contains(told));
  CHECK(names_in(desk.folder() / "elsewhere").empty());
}

TEST_CASE("a folder or a device in a file's place stays, and the reason is told") {
  Desk desk;
  fs::create_directories(desk.folder() / "folder.md");
  REQUIRE(::mkfifo((desk.folder() / "pipe.md").c_str(), 0600) == 0);
  write_small_programme(desk);
  const Outcome folder = desk("report gap -o gap.csv -o folder.md");
  CHECK(folder.code == 5);
  CHECK_THAT(folder.err, Contains("cannot write DESK/folder.md: Is a directory"));
  const Outcome pipe = desk("report gap -o gap.csv -o pipe.md");
  CHECK(pipe.code == 5);
  CHECK_THAT(pipe.err, Contains("pipe.md: it is no ordinary file"));
  CHECK_FALSE(desk.has("gap.csv"));
  CHECK(fs::is_fifo(desk.folder() / "pipe.md"));
  CHECK(desk("report gap -o none/gap.md").code == 5);
}

TEST_CASE("a folder that may not be written to is told, and the old file stays whole") {
  Desk desk;
  desk.write("a.txt", "old");
  fs::permissions(desk.folder(), fs::perms{0755});
  fs::permissions(desk.folder() / "a.txt", fs::perms{0666});
  const int ended = in_child(
      [&] {
        const std::string told =
            failure([&] { write_output_file(desk.folder() / "a.txt", "new"); });
        return told.find("Permission denied") == std::string::npos ? 1 : 0;
      },
      true);
  if (::geteuid() == 0) CHECK(ended == 0);
  if (::geteuid() != 0) WARN("skipped: an account that may not write needs root");
  if (::geteuid() == 0) CHECK(desk.read("a.txt") == "old");
}

TEST_CASE("a full disk is told, the old files stay whole and no half file stays") {
  const Desk desk;
  const fs::path folder = desk.folder();
  const int ended = in_child([&] {
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("none", folder.c_str(), "tmpfs", 0, "size=64k,mode=0700") != 0)
      return kSkipped;
    write_output_file(folder / "a.txt", "old");
    const std::string large(100'000, 'x');
    const std::vector<OutputFile> files{{folder / "a.txt", "new"}, {folder / "b.txt", large}};
    const std::string told = failure([&] { write_output_files(files); });
    if (told.find("b.txt: No space left on device") == std::string::npos) return 1;
    if (read_file(folder / "a.txt") != "old") return 2;
    if (names_in(folder) != std::vector<std::string>{"a.txt"}) return 3;
    write_output_file(folder / "a.txt", "new");
    return read_file(folder / "a.txt") == "new" ? 0 : 4;
  });
  if (ended == kSkipped) {
    WARN("skipped: a file system of its own needs root");
  } else {
    CHECK(ended == 0);
  }
}

TEST_CASE("files follow the umask, and names that a killed run left do not stand in the way") {
  Desk desk;
  const mode_t mask = ::umask(027);
  write_output_file(desk.folder() / "a.txt", "text");
  ::umask(mask);
  struct stat status {};
  REQUIRE(::stat((desk.folder() / "a.txt").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
  const std::string left = ".a.txt." + std::to_string(::getpid()) + "-0.part";
  desk.write(left, "half");
  write_output_file(desk.folder() / "a.txt", "again");
  CHECK(desk.read("a.txt") == "again");
  CHECK(desk.read(left) == "half");
}

TEST_CASE("a report to several files writes none of them if one cannot be") {
  Desk desk;
  write_small_programme(desk);
  desk.write("gap.md", "old");
  fs::create_directories(desk.folder() / "gap.html");
  const Outcome outcome = desk("report gap -o gap.md -o gap.csv -o gap.html");
  CHECK(outcome.code == 5);
  CHECK(desk.read("gap.md") == "old");
  CHECK_FALSE(desk.has("gap.csv"));
}

}  // namespace jalon::tests

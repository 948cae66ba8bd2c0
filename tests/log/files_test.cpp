// Who may read and write the files, and what a user without permission is told.
#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

using namespace jalon;
using namespace jalon::tests;

namespace {

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

/// 0 if store, head and journal have this mode while and after writing.
int check_modes(const std::filesystem::path& store, mode_t mode, mode_t mask) {
  ::umask(mask);
  log::create(store, "uid");
  if (mode_of(store) != mode || mode_of(store.string() + ".head") != mode) return 1;
  log::Writer writer{store};
  writer.append(entry("a"));
  if (mode_of(store.string() + "-journal") != mode) return 2;
  writer.commit();
  return mode_of(store) == mode && mode_of(store.string() + ".head") == mode ? 0 : 3;
}

}  // namespace

TEST_CASE("files are the owner's alone whatever the umask", "[log][files]") {
  const mode_t mask = GENERATE(as<mode_t>{}, 0, 022, 0777);
  const Folder folder;
  CHECK(in_child([&] { return check_modes(folder / "jalon.db", 0600, mask); }) == 0);
}

TEST_CASE("in a group's folder files are the group's whatever the umask", "[log][files]") {
  const mode_t mask = GENERATE(as<mode_t>{}, 0, 077, 0777);
  const Folder folder;
  ::chmod(folder.path().c_str(), 02770);
  CHECK(in_child([&] { return check_modes(folder / "jalon.db", 0660, mask); }) == 0);
}

TEST_CASE("a folder that is only setgid or only group-writable is no group's", "[log][files]") {
  const mode_t mode = GENERATE(as<mode_t>{}, 02750, 0770);
  const Folder folder;
  ::chmod(folder.path().c_str(), mode);
  CHECK(in_child([&] { return check_modes(folder / "jalon.db", 0600, 022); }) == 0);
}

TEST_CASE("who may only read can read and is told that writing is not allowed", "[log][files]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  ::chmod(store.c_str(), 0444);
  ::chmod((store.string() + ".head").c_str(), 0444);
  ::chmod(folder.path().c_str(), 0555);
  const auto as_reader = [](const std::function<void()>& action) {
    return in_child(
        [&] {
          const std::string error = store_error(action);
          return error == "none" ? 0 : error == "not writable" ? 1 : 2;
        },
        true);
  };
  CHECK(as_reader([&] { (void)log::read(store); }) == 0);
  CHECK(as_reader([&] { (void)log::read_notes(store); }) == 0);
  CHECK(as_reader([&] { (void)log::verify(store); }) == 0);
  CHECK(as_reader([&] { append(store, {entry("new")}); }) == 1);
  CHECK(as_reader([&] { log::create(folder / "new.db", "uid"); }) == 1);
  CHECK(as_reader([&] { log::write_head(store); }) == 1);
  ::chmod(folder.path().c_str(), 0755);
  CHECK(log::verify(store).sound);
}

TEST_CASE("who may not read is told so", "[log][files]") {
  const Folder folder;
  const auto store = store_with(folder, 2);
  ::chmod(store.c_str(), 0);
  ::chmod(folder.path().c_str(), 0755);
  const auto as_stranger = [&] { return store_error([&] { (void)log::read(store); }); };
  CHECK(in_child([&] { return as_stranger() == "not writable" ? 0 : 1; }, true) == 0);
}

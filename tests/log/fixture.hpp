#pragma once

#include "tests/child.hpp"
#include "tracker/log/log.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What the tests of the log share: a folder of their own, made-up records, and a second, raw way
// into the file that knows nothing of the log's promises.

namespace jalon::tests {

/// A new folder that goes away with its object.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

/// A made-up record: "+1 visits on 2020-01-15"; `uid` keeps them apart.
[[nodiscard]] log::Entry entry(const std::string& uid, std::string note = {});
/// One that fills every field.
[[nodiscard]] log::Entry full_entry(const std::string& uid);
/// The erasure of a note.
[[nodiscard]] log::Entry redaction(std::int64_t number, const std::string& uid);

/// Makes a store with `count` records (uids "uid-1" and so on; every third has a note).
std::filesystem::path store_with(const Folder& folder, int count);
/// Appends in one transaction.
log::Head append(const std::filesystem::path& store, std::vector<log::Entry> entries);

/// Runs SQL on the file through the C interface, without triggers of ours if `unprotected`.
/// Fails the test if SQLite refuses.
void edit(const std::filesystem::path& store, const std::string& sql, bool unprotected = true);
/// The same; what SQLite said, or empty if it did what it was told.
[[nodiscard]] std::string refusal(const std::filesystem::path& store, const std::string& sql);
/// The one text that a query gives.
[[nodiscard]] std::string ask(const std::filesystem::path& store, const std::string& sql);

/// Copies the store and its head file.
void copy_store(const std::filesystem::path& from, const std::filesystem::path& to);
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// What kind of StoreError an action throws, in words, or "none".
[[nodiscard]] std::string store_error(const std::function<void()>& action);

}  // namespace jalon::tests

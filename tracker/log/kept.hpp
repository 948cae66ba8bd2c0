#pragma once

#include "tracker/log/definitions.hpp"
#include "tracker/log/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Kept definitions as rows: what keeping, verifying, exporting and restoring share.

namespace jalon::log {

/// A file of a set: its name there, the hash of its bytes.
struct KeptName {
  std::string name;
  std::string file;
};

/// The caller has seen to the tables (has_beside).
[[nodiscard]] bool is_kept(const Database& database, std::string_view hash);
[[nodiscard]] std::vector<std::string> kept_hashes(const Database& database);
[[nodiscard]] std::vector<KeptName> names_of_set(const Database& database, std::string_view hash);
[[nodiscard]] std::vector<DefinitionFile> read_set(const Database& database, std::string_view hash);

/// Adds rows as they are.
class KeptInserter {
 public:
  explicit KeptInserter(const Database& database);
  [[nodiscard]] bool has_file(std::string_view hash);
  void add_file(std::string_view hash, std::string_view text);
  void add_set(std::string_view hash, const std::vector<KeptName>& names);

 private:
  Statement find_file_;
  Statement file_;
  Statement name_;
};

/// What is wrong with the kept definitions, in words: bytes that do not have their hash, a file
/// that is missing.
[[nodiscard]] std::optional<std::string> why_kept_unsound(const Store& store);

}  // namespace jalon::log

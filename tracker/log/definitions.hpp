#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The bytes of the definitions that reports were made from, by their hash, so that a report can be
// made again whatever the files hold by then. What the bytes mean is nothing to the log.

namespace jalon::log {

/// A file as it was read: its name relative to the workspace, its bytes.
struct DefinitionFile {
  std::string name;
  std::string text;
  friend bool operator==(const DefinitionFile&, const DefinitionFile&) = default;
};

/// The hash of a set: BLAKE2b of the names, lengths and bytes of its files, in their order.
[[nodiscard]] std::string definitions_hash(std::span<const DefinitionFile> files);

/// Keeps a set, durably, and returns its hash. One that is there already is not kept twice.
/// std::invalid_argument for a file without a name or with bytes that are not UTF-8.
std::string keep_definitions(const std::filesystem::path& store,
                             std::span<const DefinitionFile> files);

/// The files of a set; nothing if it was not kept. StoreError damaged if they are not those that
/// were kept.
[[nodiscard]] std::optional<std::vector<DefinitionFile>> kept_definitions(
    const std::filesystem::path& store, std::string_view hash);

/// What is kept, in the order in which it was.
struct KeptSet {
  std::string hash;
  std::size_t files;
  std::size_t bytes;
};
[[nodiscard]] std::vector<KeptSet> list_kept_definitions(const std::filesystem::path& store);

}  // namespace jalon::log

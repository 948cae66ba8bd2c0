#pragma once

#include "tracker/log/log.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// The store and its head file as files: paths, modes, replacing one in a way that survives a power
// cut. POSIX.

namespace jalon::log {

/// A StoreError for a system error number: full, not_writable or failed.
[[nodiscard]] StoreError system_error(int error_number, const std::string& what);

/// The path with its folder's links followed once, so that nothing below is a link any more.
/// StoreError missing if there is no such folder.
[[nodiscard]] std::filesystem::path resolved(const std::filesystem::path& path);

/// Throws unless a regular file that is not empty and may be read is there (missing, foreign,
/// not_writable). Does not open it: closing would drop the locks that this process has on it.
void check_store_file(const std::filesystem::path& path);

/// 0660 in a folder that is setgid and group-writable, else 0600.
[[nodiscard]] mode_t mode_in(const std::filesystem::path& folder);

/// Makes an empty file with exactly this mode and a name that nobody has, beside `path`.
[[nodiscard]] std::filesystem::path make_temporary(const std::filesystem::path& path, mode_t mode);
/// Gives a file its final name unless that is taken (false), and makes that durable.
[[nodiscard]] bool rename_without_replacing(const std::filesystem::path& from,
                                            const std::filesystem::path& to);

/// Where the head of a store is kept: "jalon.db.head".
[[nodiscard]] std::filesystem::path head_path(const std::filesystem::path& store);
/// The head file's content; nothing if it is missing; StoreError damaged if it is no head.
[[nodiscard]] std::optional<Head> read_head_file(const std::filesystem::path& store);
/// Replaces the head file durably, with the mode of new files. The caller holds the writers' lock.
void write_head_file(const std::filesystem::path& store, const Head& head);

}  // namespace jalon::log

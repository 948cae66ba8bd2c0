#pragma once

#include "tracker/log/store.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The ledger of the scheduled job: lines of text that are only ever added, chained as records are
// but beside their chain, so that a run never changes the log's head. What a line says is the
// job's affair.

namespace jalon::log {

/// All lines in their order. StoreError damaged if one is not as it was written. A store without a
/// ledger has none.
[[nodiscard]] std::vector<std::string> read_ledger(const std::filesystem::path& store);

/// Adds a line, durably; its number from 1. std::invalid_argument if it is empty, not UTF-8 or
/// holds a newline.
std::int64_t append_to_ledger(const std::filesystem::path& store, std::string_view line);

/// What is wrong with the ledger, in words.
[[nodiscard]] std::optional<std::string> why_ledger_unsound(const Store& store);

}  // namespace jalon::log

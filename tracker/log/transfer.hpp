#pragma once

#include "tracker/log/log.hpp"

#include <filesystem>
#include <ostream>
#include <string_view>

// The whole log as text, and back. One JSON object a line; kinds are told apart by their first
// key (README.md shows them): `export` once at the start, then for each record its canonical line
// (`number`) and its hash (`hash`), then the notes (`note_of`), then what is kept beside the log
// (`definition_file`, `definitions`, `run`), then `head` once at the end.

namespace jalon::log {

/// Writes a consistent look at the log, verified on the way. StoreError damaged if the chain is
/// not whole (what was written before stays incomplete: the last line is missing).
void export_lines(const std::filesystem::path& store, std::ostream& out);

/// Makes a new store from what export_lines() wrote, with the same head. Never overwrites
/// (StoreError exists). Refuses every text that is not exactly an export, naming the line
/// (StoreError damaged), and leaves nothing then.
Head restore_lines(std::string_view text, const std::filesystem::path& path);

}  // namespace jalon::log

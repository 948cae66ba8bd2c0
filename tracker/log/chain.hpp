#pragma once

#include "rules/model/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jalon::log {

/// BLAKE2b-256 in 64 hex digits, as `b2sum -l 256` prints it.
[[nodiscard]] std::string blake2b(std::string_view bytes);

/// 64 hex digits in lower case?
[[nodiscard]] bool is_hash(std::string_view text) noexcept;

/// The canonical line of a record: JSON without spaces, keys in the fixed order from number to tool
/// version, absent ones left out, plain decimals, only the escapes that JSON requires; no newline.
/// What `jalon export` prints and the chain is made of. Final: a change breaks every old head.
[[nodiscard]] std::string canonical_line(const Record& record);

/// The hash of a record on the chain: of the previous hash, a newline and its canonical line.
[[nodiscard]] std::string chain_hash(std::string_view previous, const Record& record);

/// The same of a canonical line that is there already.
[[nodiscard]] std::string line_hash(std::string_view previous, std::string_view line);

/// The hash of a note on the chain: of its salt (32 hex digits as text) and the note.
[[nodiscard]] std::string note_hash(std::string_view salt, std::string_view note);
/// 16 random bytes of the system in hex.
[[nodiscard]] std::string random_salt();

/// A time-ordered uid (the layout of UUID version 7): milliseconds since 1970 and ten random bytes.
[[nodiscard]] std::string make_uid(std::int64_t unix_milliseconds,
                                   std::string_view ten_random_bytes);

}  // namespace jalon::log

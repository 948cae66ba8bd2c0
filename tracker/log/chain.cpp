#include "tracker/log/chain.hpp"

#include "tracker/log/json.hpp"
#include "tracker/log/names.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace jalon::log {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

std::string hex(std::string_view bytes) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += kHex[byte >> 4];
    text += kHex[byte & 0xf];
  }
  return text;
}

/// libsodium picks its fastest code for this machine, once.
void start_sodium() {
  static const int started = sodium_init();
  if (started < 0) throw std::runtime_error{"libsodium does not start"};
}

/// BLAKE2b-256 of texts one after the other.
class Hasher {
 public:
  Hasher() {
    start_sodium();
    crypto_generichash_init(&state_, nullptr, 0, kBytes);
  }
  Hasher& add(std::string_view text) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
    return *this;
  }
  [[nodiscard]] std::string finish() {
    std::array<unsigned char, kBytes> bytes{};
    crypto_generichash_final(&state_, bytes.data(), bytes.size());
    return hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }

 private:
  static constexpr std::size_t kBytes = 32;
  crypto_generichash_state state_;
};

/// A JSON object that grows key by key; what is absent is not written.
class Line {
 public:
  void number(std::string_view key, const std::string& plain) {
    start(key);
    line_ += plain;
  }
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    start(key);
    append_json(line_, value);
  }
  void flag(std::string_view key, bool value) {
    if (value) number(key, "true");
  }
  void day(std::string_view key, const std::optional<Date>& day) {
    if (day) text(key, iso(*day));
  }
  void end(std::string_view key, std::string_view open_key, const End& end) {
    if (!end.at) return;
    number(key, end.at->str());
    flag(open_key, end.open);
  }
  [[nodiscard]] std::string finish() && { return std::move(line_) + '}'; }

 private:
  void start(std::string_view key) {
    line_ += line_.empty() ? '{' : ',';
    append_json(line_, key);
    line_ += ':';
  }
  std::string line_;
};

void add_happened(Line& line, const DateExpression& happened) {
  line.day("from", happened.from);
  line.day("nominal", happened.nominal);
  line.day("to", happened.latest);
  line.text("on", happened.written);
  line.flag("vague", happened.vague);
  if (happened.unit) line.text("unit", name(*happened.unit));
}

void add_amount(Line& line, const Amount& amount) {
  line.end("lower", "lower_open", amount.range.lo);
  line.end("upper", "upper_open", amount.range.hi);
  if (amount.number) line.number("number_written", amount.number->str());
  line.text("value", amount.written);
}

void add_content(Line& line, const Record& record) {
  line.text("kind", name(record.kind));
  line.text("subject", record.subject);
  add_happened(line, record.happened);
  if (record.amount) add_amount(line, *record.amount);
  line.text("stage", record.stage);
  if (!record.dimensions.empty()) line.number("dimensions", json(record.dimensions));
  line.text("key", record.key);
  if (!record.evidence.empty()) line.number("evidence", json(record.evidence));
  line.text("note_hash", record.note_hash);
  if (record.replaces) line.number("replaces", std::to_string(*record.replaces));
}

}  // namespace

bool is_hash(std::string_view text) noexcept {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string blake2b(std::string_view bytes) { return Hasher{}.add(bytes).finish(); }

std::string canonical_line(const Record& record) {
  Line line;
  line.number("number", std::to_string(record.number));
  line.text("uid", record.uid);
  add_content(line, record);
  line.day("learned", record.learned);
  line.text("recorded_at", record.recorded_at);
  line.text("recorded_by", record.recorded_by);
  line.text("on_behalf_of", record.on_behalf_of);
  line.text("tool_version", record.tool_version);
  return std::move(line).finish();
}

std::string line_hash(std::string_view previous, std::string_view line) {
  return Hasher{}.add(previous).add("\n").add(line).finish();
}

std::string chain_hash(std::string_view previous, const Record& record) {
  return line_hash(previous, canonical_line(record));
}

std::string note_hash(std::string_view salt, std::string_view note) {
  return Hasher{}.add(salt).add(note).finish();
}

std::string random_salt() {
  start_sodium();
  std::array<char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return hex({bytes.data(), bytes.size()});
}

std::string make_uid(std::int64_t unix_milliseconds, std::string_view ten_random_bytes) {
  if (ten_random_bytes.size() != 10 || unix_milliseconds < 0 || unix_milliseconds >> 48 != 0) {
    throw std::invalid_argument{"a uid is made of 48 bits of time and ten random bytes"};
  }
  std::string bytes;
  for (int shift = 40; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((unix_milliseconds >> shift) & 0xff);
  }
  bytes += ten_random_bytes;
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);  // version 7
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);  // variant of RFC 9562
  std::string uid = hex(bytes);
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) uid.insert(dash, 1, '-');
  return uid;
}

}  // namespace jalon::log

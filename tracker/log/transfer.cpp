#include "tracker/log/transfer.hpp"

#include "tracker/log/chain.hpp"
#include "tracker/log/json.hpp"
#include "tracker/log/line_reader.hpp"
#include "tracker/log/store.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <charconv>

namespace jalon::log {
namespace {

// The lines besides the records. Each is read by writing it again and comparing: so there is one
// spelling, and the writer of a line is also its description.

std::string first_line(std::string_view workspace) {
  std::string line = R"({"export":"jalon","schema":1,"workspace":)";
  append_json(line, workspace);
  return line + '}';
}

std::string hash_line(std::string_view hash) { return fmt::format(R"({{"hash":"{}"}})", hash); }

std::string note_line(std::int64_t record, std::string_view salt, std::string_view note) {
  std::string line = fmt::format(R"({{"note_of":{},"salt":"{}","note":)", record, salt);
  append_json(line, note);
  return line + '}';
}

std::string last_line(const Head& head, std::int64_t notes) {
  return fmt::format(R"({{"head":{{"number":{},"hash":"{}"}},"notes":{}}})", head.number, head.hash,
                     notes);
}

/// Lines with their numbers. The last one ends with a newline too.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_{text} {}

  /// The next line; StoreError damaged at the end.
  std::string_view next() {
    ++number_;
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) fail("the export ends too early");
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  [[nodiscard]] std::string_view peek() const { return rest_.substr(0, rest_.find('\n')); }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[noreturn]] void fail(std::string_view why) const {
    throw StoreError{StoreError::Kind::damaged, fmt::format("line {}: {}", number_, why)};
  }

 private:
  std::string_view rest_;
  std::int64_t number_ = 0;
};

/// A text member of a line, or empty.
std::string member(std::string_view line, const char* key) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
      line.data(), line.size());
  if (document.HasParseError() || !document.IsObject()) return {};
  const rapidjson::Value& object = document;
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

std::string read_first_line(Lines& lines) {
  const std::string_view line = lines.next();
  std::string workspace = member(line, "workspace");
  if (workspace.empty() || line != first_line(workspace)) {
    lines.fail("not the start of an export that this version of jalon can read");
  }
  return workspace;
}

/// Reads everything after the first line into a new store.
class Restorer {
 public:
  Restorer(Lines& lines, Store& store)
      : lines_{lines}, store_{store}, inserter_{store.database}, head_{0, store.first_hash} {}

  void restore() {
    while (lines_.peek().starts_with(R"({"number":)")) restore_record();
    while (lines_.peek().starts_with(R"({"note_of":)")) restore_note();
    if (lines_.next() != last_line(head_, notes_)) {
      lines_.fail("neither a record, a note, nor the head that belongs to what came before");
    }
    if (!lines_.at_end()) lines_.fail("something follows the end of the export");
    if (const auto why = why_notes_unsound(store_)) lines_.fail(*why);
  }

 private:
  void restore_record() {
    const std::string_view line = lines_.next();
    auto record = record_from_line(line);
    if (!record || why_not_storable(*record)) {
      lines_.fail("not a record as jalon writes them");
    }
    if (record->number != head_.number + 1) lines_.fail("records do not follow one another");
    std::string hash = line_hash(head_.hash, line);
    if (lines_.next() != hash_line(hash)) {
      lines_.fail(fmt::format("record {} does not have this hash", record->number));
    }
    inserter_.add({std::move(*record), head_.hash, hash});
    head_ = {head_.number + 1, std::move(hash)};
  }

  void restore_note() {
    const std::string_view line = lines_.next();
    const std::string_view digits = line.substr(line.find(':') + 1);
    std::int64_t record = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), record);
    const std::string salt = member(line, "salt");
    const std::string note = member(line, "note");
    if (record > head_.number || line != note_line(record, salt, note)) {
      lines_.fail("not a note as jalon writes them");
    }
    if (record <= last_note_) lines_.fail("notes do not follow one another");
    inserter_.add_note(record, salt, note);
    last_note_ = record;
    ++notes_;
  }

  Lines& lines_;
  Store& store_;
  Inserter inserter_;
  Head head_;
  std::int64_t notes_ = 0;
  std::int64_t last_note_ = 0;
};

}  // namespace

void export_lines(const std::filesystem::path& path, std::ostream& out) {
  Store store = open_store(path, Access::read);
  store.database.run("BEGIN");  // one look at records and notes
  out << first_line(workspace_uid(store.database)) << '\n';
  ChainReader chain{store};
  while (chain.next()) out << chain.line() << '\n' << hash_line(chain.head().hash) << '\n';
  if (const auto why = why_notes_unsound(store)) {
    throw StoreError{StoreError::Kind::damaged, *why};
  }
  std::int64_t notes = 0;
  Statement select = store.database.prepare("SELECT record, salt, text FROM note ORDER BY record");
  for (select.restart(); select.step(); ++notes) {
    out << note_line(select.integer(0), select.text(1), select.text(2)) << '\n';
  }
  out << last_line(chain.head(), notes) << '\n';
}

Head restore_lines(std::string_view text, const std::filesystem::path& path) {
  Lines lines{text};
  const std::string workspace = read_first_line(lines);
  return make_store(path, workspace, [&](Store& store) { Restorer{lines, store}.restore(); });
}

}  // namespace jalon::log

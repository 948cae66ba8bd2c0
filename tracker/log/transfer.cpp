#include "tracker/log/transfer.hpp"

#include "tracker/log/beside.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/log/json.hpp"
#include "tracker/log/kept.hpp"
#include "tracker/log/ledger.hpp"
#include "tracker/log/line_reader.hpp"
#include "tracker/log/store.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
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

std::string file_line(std::string_view hash, std::string_view text) {
  std::string line = fmt::format(R"({{"definition_file":"{}","text":)", hash);
  append_json(line, text);
  return line + '}';
}

std::string set_line(std::string_view hash, const std::vector<KeptName>& names) {
  std::string line = fmt::format(R"({{"definitions":"{}","files":[)", hash);
  for (std::size_t i = 0; i < names.size(); ++i) {
    line += i == 0 ? R"({"name":)" : R"(,{"name":)";
    append_json(line, names[i].name);
    line += fmt::format(R"(,"file":"{}"}})", names[i].file);
  }
  return line + "]}";
}

std::string run_line(std::int64_t number, std::string_view text, std::string_view hash) {
  std::string line = fmt::format(R"({{"run":{},"hash":"{}","line":)", number, hash);
  append_json(line, text);
  return line + '}';
}

/// How many lines of each kind stand outside the chain: one that is missing would not show else.
struct Counts {
  std::int64_t notes = 0;
  std::int64_t definitions = 0;
  std::int64_t runs = 0;
};

std::string last_line(const Head& head, const Counts& counts) {
  std::string line = fmt::format(R"({{"head":{{"number":{},"hash":"{}"}},"notes":{})", head.number,
                                 head.hash, counts.notes);
  if (counts.definitions > 0) line += fmt::format(R"(,"definitions":{})", counts.definitions);
  if (counts.runs > 0) line += fmt::format(R"(,"runs":{})", counts.runs);
  return line + '}';
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

void parse(std::string_view line, rapidjson::Document& document) {
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
      line.data(), line.size());
}

/// A text member of an object, or empty.
std::string member(const rapidjson::Value& object, const char* key) {
  if (!object.IsObject()) return {};
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

std::string member(std::string_view line, const char* key) {
  rapidjson::Document document;
  parse(line, document);
  return document.HasParseError() ? std::string{} : member(document, key);
}

/// The files of a set_line(); what does not fit shows when the line is written again.
std::vector<KeptName> names_in(std::string_view line) {
  rapidjson::Document document;
  parse(line, document);
  std::vector<KeptName> names;
  if (document.HasParseError() || !document.IsObject()) return names;
  const rapidjson::Value& object = document;
  const auto files = object.FindMember("files");
  if (files == object.MemberEnd() || !files->value.IsArray()) return names;
  for (const auto& file : files->value.GetArray())
    names.push_back({member(file, "name"), member(file, "file")});
  return names;
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
    while (lines_.peek().starts_with(R"({"definition_file":)")) restore_file();
    while (lines_.peek().starts_with(R"({"definitions":)")) restore_set();
    while (lines_.peek().starts_with(R"({"run":)")) restore_run();
    if (lines_.next() != last_line(head_, counts_)) {
      lines_.fail("neither a record, a note, nor the head that belongs to what came before");
    }
    if (!lines_.at_end()) lines_.fail("something follows the end of the export");
    if (const auto why = why_notes_unsound(store_)) lines_.fail(*why);
    if (const auto why = why_kept_unsound(store_)) lines_.fail(*why);
    if (const auto why = why_ledger_unsound(store_)) lines_.fail(*why);
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
    ++counts_.notes;
  }

  void restore_file() {
    const std::string_view line = lines_.next();
    const std::string text = member(line, "text");
    const std::string hash = blake2b(text);
    if (line != file_line(hash, text)) lines_.fail("not a kept file as jalon writes them");
    if (kept_.has_file(hash)) lines_.fail("this kept file is there already");
    kept_.add_file(hash, text);
  }

  void restore_set() {
    const std::string_view line = lines_.next();
    const std::string hash = member(line, "definitions");
    const std::vector<KeptName> names = names_in(line);
    const auto is_there = [this](const KeptName& name) {
      return !name.name.empty() && kept_.has_file(name.file);
    };
    if (names.empty() || line != set_line(hash, names) || !std::ranges::all_of(names, is_there))
      lines_.fail("not kept definitions as jalon writes them");
    if (is_kept(store_.database, hash)) lines_.fail("these definitions are there already");
    kept_.add_set(hash, names);
    ++counts_.definitions;
  }

  void restore_run() {
    const std::string_view line = lines_.next();
    const std::string text = member(line, "line");
    const std::string hash = member(line, "hash");
    ++counts_.runs;
    if (line != run_line(counts_.runs, text, hash))
      lines_.fail("not a line of the job's ledger as jalon writes them");
    store_.database.prepare("INSERT INTO run (number, line, hash) VALUES (?, ?, ?)")
        .with(counts_.runs, text, hash)
        .run();
  }

  Lines& lines_;
  Store& store_;
  Inserter inserter_;
  KeptInserter kept_{store_.database};
  Head head_;
  Counts counts_ = {};
  std::int64_t last_note_ = 0;
};

std::int64_t export_notes(const Database& database, std::ostream& out) {
  std::int64_t notes = 0;
  Statement select = database.prepare("SELECT record, salt, text FROM note ORDER BY record");
  for (select.restart(); select.step(); ++notes) {
    out << note_line(select.integer(0), select.text(1), select.text(2)) << '\n';
  }
  return notes;
}

/// The kept definitions: files by their hash, then the sets in the order in which they were kept.
std::int64_t export_kept(const Store& store, std::ostream& out) {
  if (!has_beside(store.database)) return 0;
  if (const auto why = why_kept_unsound(store)) {
    throw StoreError{StoreError::Kind::damaged, *why};
  }
  Statement files = store.database.prepare("SELECT hash, text FROM definition_file ORDER BY hash");
  for (files.restart(); files.step();) out << file_line(files.text(0), files.text(1)) << '\n';
  const auto hashes = kept_hashes(store.database);
  for (const std::string& hash : hashes)
    out << set_line(hash, names_of_set(store.database, hash)) << '\n';
  return static_cast<std::int64_t>(hashes.size());
}

std::int64_t export_runs(const Store& store, std::ostream& out) {
  if (!has_beside(store.database)) return 0;
  if (const auto why = why_ledger_unsound(store)) {
    throw StoreError{StoreError::Kind::damaged, *why};
  }
  std::int64_t runs = 0;
  Statement select = store.database.prepare("SELECT number, line, hash FROM run ORDER BY number");
  for (select.restart(); select.step(); ++runs)
    out << run_line(select.integer(0), select.text(1), select.text(2)) << '\n';
  return runs;
}

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
  const Counts counts{export_notes(store.database, out), export_kept(store, out),
                      export_runs(store, out)};
  out << last_line(chain.head(), counts) << '\n';
}

Head restore_lines(std::string_view text, const std::filesystem::path& path) {
  Lines lines{text};
  const std::string workspace = read_first_line(lines);
  return make_store(path, workspace, [&](Store& store) { Restorer{lines, store}.restore(); });
}

}  // namespace jalon::log

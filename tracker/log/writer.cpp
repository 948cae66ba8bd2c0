#include "tracker/log/chain.hpp"
#include "tracker/log/files.hpp"
#include "tracker/log/log.hpp"
#include "tracker/log/store.hpp"

#include "rules/model/utf8.hpp"

#include <fmt/format.h>

namespace jalon::log {
namespace {

/// The log must be the one that the head file knows; else an old copy that grew past the head
/// would hide what it lost. Only an empty log may be without (a crash of `init`).
void check_head_file(const Store& store, const Head& last) {
  const auto damaged = [&store](const std::string& what) {
    return StoreError{StoreError::Kind::damaged,
                      fmt::format("{}: {}", store.database.name(), what)};
  };
  const auto file = read_head_file(store.path);
  if (!file && last.number == 0) return;
  if (!file) {
    throw damaged(
        "its head file is missing, so nothing is written; if `jalon verify` finds the log as it "
        "should be, `jalon verify --write-head` makes it anew");
  }
  const std::string hash = file->number <= last.number ? hash_of(store, file->number) : "";
  if (const auto why = why_not_together(*file, last, hash)) throw damaged(*why);
}

/// Values and days as they were written: how they were read depends on the definitions of that day.
std::string_view written(const std::optional<Amount>& amount) {
  return amount ? std::string_view{amount->written} : std::string_view{};
}

/// The first part in which two records say something else; empty if none. Number, stamps of the
/// writing and the note's hash are no part of what a record says.
std::string_view first_difference(const Record& a, const Record& b, bool with_learned) {
  if (a.kind != b.kind) return "kind";
  if (a.subject != b.subject) return "subject";
  if (a.happened.written != b.happened.written) return "day";
  if (written(a.amount) != written(b.amount)) return "value";
  if (a.stage != b.stage) return "stage";
  if (a.dimensions != b.dimensions) return "dimensions";
  if (a.key != b.key) return "key";
  if (a.evidence != b.evidence) return "evidence";
  if (a.replaces != b.replaces) return "replaced record";
  if (with_learned && a.learned != b.learned) return "learned day";
  if (a.on_behalf_of != b.on_behalf_of) return "on behalf of";
  return {};
}

[[noreturn]] void refuse(const std::string& why) {
  throw std::invalid_argument{"a record that cannot be stored: " + why};
}

}  // namespace

struct Writer::State {
  explicit State(const std::filesystem::path& path) : store{open_store(path, Access::write)} {
    store.database.run("BEGIN IMMEDIATE");
    head = last_head(store);
    first_count = head.number;
    check_head_file(store, head);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (!open) return;
    try {
      store.database.run("ROLLBACK");
    } catch (const StoreError&) {  // closing the connection rolls back as well
    }
  }

  void load() {
    if (loaded) return;
    for (ChainReader chain{store}; chain.next();) records.push_back(chain.record());
    loaded = true;
  }

  std::optional<RecordRow> find(const std::string& uid) {
    find_uid.with(uid);
    if (!find_uid.step()) return std::nullopt;
    RecordRow row = read_row(find_uid);
    find_uid.restart();
    return row;
  }

  /// The note of a record: salt and text.
  std::optional<std::pair<std::string, std::string>> note_of(std::int64_t number) {
    find_note.with(number);
    if (!find_note.step()) return std::nullopt;
    std::pair note{find_note.text(0), find_note.text(1)};
    find_note.restart();
    return note;
  }

  Appended again(const Record& there, const Entry& entry);
  void link(Entry& entry);
  void insert(Entry entry);
  void bring_head_up_to_date();

  Store store;
  bool open = true;   ///< the transaction
  bool whole = true;  ///< no append failed half way
  Head head = {};     ///< with what was appended
  std::int64_t first_count = 0;
  bool loaded = false;
  std::vector<Record> records = {};
  std::optional<std::vector<Record>> before = {};
  Inserter inserter{store.database};
  Statement find_uid = store.database.prepare(select_records("WHERE uid = ?"));
  Statement find_note = store.database.prepare("SELECT salt, text FROM note WHERE record = ?");
};

/// The uid is known: the same content once more, or a conflict.
Appended Writer::State::again(const Record& there, const Entry& entry) {
  std::string_view difference = first_difference(there, entry.record, !entry.learned_by_default);
  if (difference.empty()) {
    const auto note = note_of(there.number);
    // A note that was erased cannot be compared any more, and must not come back.
    const bool same =
        note ? note->second == entry.note : there.note_hash.empty() == entry.note.empty();
    if (!same) difference = "note";
  }
  if (!difference.empty()) {
    throw Conflict{there.number, fmt::format("uid {} is that of record {}, which has another {}",
                                             entry.record.uid, there.number, difference)};
  }
  return {there.number, true};
}

/// Sets what makes it the next record of the chain, but for the hashes.
void Writer::State::link(Entry& entry) {
  Record& record = entry.record;
  record.number = head.number + 1;
  record.note_hash.clear();
  if (!entry.note.empty()) {
    if (!valid_utf8(entry.note)) refuse("a note that is not UTF-8");
    if (entry.note_salt.empty()) entry.note_salt = random_salt();
    record.note_hash = note_hash(entry.note_salt, entry.note);
  }
  if (record.replaces && (*record.replaces < 1 || *record.replaces >= record.number)) {
    refuse("it replaces a record that is not there");
  }
}

void Writer::State::insert(Entry entry) {
  link(entry);
  whole = false;  // until everything of it is in: a transaction with half a record never commits
  const std::string hash = chain_hash(head.hash, entry.record);
  inserter.add({entry.record, head.hash, hash});
  if (!entry.note.empty()) inserter.add_note(entry.record.number, entry.note_salt, entry.note);
  whole = true;
  head = {entry.record.number, hash};
  if (loaded) records.push_back(std::move(entry.record));
}

/// After the commit and under the writers' lock again: another writer may have come between, then
/// the head is the other's.
void Writer::State::bring_head_up_to_date() {
  try {
    if (read_head_file(store.path) == head) return;
    store.database.run("BEGIN IMMEDIATE");
    open = true;
    write_head_file(store.path, last_head(store));
    store.database.run("ROLLBACK");
    open = false;
  } catch (const StoreError& error) {
    // Others keep writing: the last of them replaces the head.
    if (error.kind() == StoreError::Kind::busy) return;
    throw StoreError{error.kind(),
                     fmt::format("{}; everything up to record {} is stored, only the head file "
                                 "could not be replaced",
                                 error.what(), head.number)};
  }
}

Writer::Writer(const std::filesystem::path& path) : state_{std::make_unique<State>(path)} {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

const std::vector<Record>& Writer::records() const {
  state_->load();
  return state_->records;
}

const std::vector<Record>& Writer::before() const {
  const auto& all = records();
  if (state_->head.number == state_->first_count) return all;
  if (!state_->before) {
    state_->before.emplace(all.begin(), all.begin() + state_->first_count);
  }
  return *state_->before;
}

Appended Writer::append(Entry entry) {
  if (!state_->open) throw std::logic_error{"append() after commit()"};
  if (const auto why = why_not_storable(entry.record)) refuse(*why);
  if (const auto there = state_->find(entry.record.uid)) {
    return state_->again(there->record, entry);
  }
  state_->insert(std::move(entry));
  return {state_->head.number};
}

std::optional<Appended> Writer::redact(std::int64_t number, Entry entry) {
  if (!state_->note_of(number)) return std::nullopt;
  if (entry.record.kind != RecordKind::redaction || entry.record.replaces != number) {
    throw std::invalid_argument{"a redaction names the record whose note it erases"};
  }
  const Appended redaction = append(std::move(entry));
  state_->store.database.prepare("DELETE FROM note WHERE record = ?").with(number).run();
  return redaction;
}

Head Writer::commit() {
  if (!state_->open || !state_->whole) throw std::logic_error{"nothing to commit()"};
  state_->store.database.run("COMMIT");
  state_->open = false;
  state_->bring_head_up_to_date();
  return state_->head;
}

}  // namespace jalon::log

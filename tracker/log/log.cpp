#include "tracker/log/log.hpp"

#include "tracker/log/beside.hpp"
#include "tracker/log/files.hpp"
#include "tracker/log/kept.hpp"
#include "tracker/log/store.hpp"

#include <fmt/format.h>

namespace jalon::log {
namespace {

/// Throws if the log does not hold what its head file knows. A missing head file is verify's
/// affair: a copy of the store alone can be read.
class HeadWitness {
 public:
  explicit HeadWitness(const std::filesystem::path& store) : file_{read_head_file(store)} {}

  void see(const Head& head) {
    if (file_ && head.number == file_->number) hash_ = head.hash;
  }
  void check(const Store& store, const Head& last) const {
    if (!file_) return;
    if (const auto why = why_not_together(*file_, last, hash_)) {
      throw StoreError{StoreError::Kind::damaged,
                       fmt::format("{}: {}", store.database.name(), *why)};
    }
  }

 private:
  std::optional<Head> file_;
  std::string hash_;
};

}  // namespace

void create(const std::filesystem::path& path, std::string_view workspace_uid) {
  make_store(path, workspace_uid, [](Store&) {});
}

Snapshot read(const std::filesystem::path& path, std::optional<std::int64_t> upto) {
  // The head file first: a writer that comes between only makes the log longer.
  HeadWitness witness{resolved(path)};
  const Store store = open_store(path, Access::read);
  Snapshot snapshot;
  ChainReader chain{store};
  witness.see(chain.head());
  snapshot.head = chain.head();
  while (chain.next()) {
    witness.see(chain.head());
    Record& record = chain.record();
    if (upto && record.number > *upto) {
      if (record.kind == RecordKind::redaction && record.replaces && *record.replaces <= *upto)
        snapshot.erased_since.push_back(*record.replaces);
      continue;
    }
    snapshot.head = chain.head();
    snapshot.records.push_back(std::move(record));
  }
  snapshot.last = chain.head().number;
  witness.check(store, chain.head());
  if (has_beside(store.database)) snapshot.kept_definitions = kept_hashes(store.database);
  return snapshot;
}

std::vector<Note> read_notes(const std::filesystem::path& path) {
  const Store store = open_store(path, Access::read);
  Statement select = store.database.prepare("SELECT record, text FROM note ORDER BY record");
  std::vector<Note> notes;
  for (select.restart(); select.step();) notes.push_back({select.integer(0), select.text(1)});
  return notes;
}

}  // namespace jalon::log

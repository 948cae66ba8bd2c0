#include "tracker/log/ledger.hpp"

#include "rules/model/utf8.hpp"
#include "tracker/log/beside.hpp"
#include "tracker/log/chain.hpp"

#include <fmt/format.h>

namespace jalon::log {
namespace {

/// Walks the lines and recomputes their chain. It begins where the records' does.
class LedgerReader {
 public:
  explicit LedgerReader(const Store& store)
      : store_{store},
        select_{store.database.prepare("SELECT number, line, hash FROM run ORDER BY number")},
        hash_{store.first_hash} {
    select_.restart();
  }

  [[nodiscard]] bool next() {
    if (!select_.step()) return false;
    ++number_;
    line_ = select_.text(1);
    hash_ = line_hash(hash_, line_);
    if (select_.integer(0) != number_ || select_.text(2) != hash_)
      throw StoreError{StoreError::Kind::damaged,
                       fmt::format("{}: line {} of the job's ledger is not as it was written",
                                   store_.database.name(), number_)};
    return true;
  }
  [[nodiscard]] const std::string& line() const { return line_; }
  [[nodiscard]] const std::string& hash() const { return hash_; }
  [[nodiscard]] std::int64_t number() const { return number_; }

 private:
  const Store& store_;
  Statement select_;
  std::string hash_;
  std::string line_ = {};
  std::int64_t number_ = 0;
};

}  // namespace

std::vector<std::string> read_ledger(const std::filesystem::path& path) {
  const Store store = open_store(path, Access::read);
  std::vector<std::string> lines;
  if (!has_beside(store.database)) return lines;
  for (LedgerReader reader{store}; reader.next();) lines.push_back(reader.line());
  return lines;
}

std::int64_t append_to_ledger(const std::filesystem::path& path, std::string_view line) {
  if (line.empty() || !valid_utf8(line) || line.find('\n') != std::string_view::npos)
    throw std::invalid_argument{"a line that the ledger cannot hold"};
  Store store = open_store(path, Access::write);
  store.database.run("BEGIN IMMEDIATE");
  make_beside(store.database);
  std::int64_t number = 0;
  std::string hash;
  {
    LedgerReader reader{store};
    while (reader.next()) {
    }
    number = reader.number() + 1;
    hash = line_hash(reader.hash(), line);
  }
  store.database.prepare("INSERT INTO run (number, line, hash) VALUES (?, ?, ?)")
      .with(number, line, hash)
      .run();
  store.database.run("COMMIT");
  return number;
}

std::optional<std::string> why_ledger_unsound(const Store& store) {
  if (!has_beside(store.database)) return std::nullopt;
  try {
    for (LedgerReader reader{store}; reader.next();) {
    }
  } catch (const StoreError& error) {
    if (error.kind() != StoreError::Kind::damaged) throw;
    return error.what();
  }
  return std::nullopt;
}

}  // namespace jalon::log

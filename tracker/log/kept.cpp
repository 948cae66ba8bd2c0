#include "tracker/log/kept.hpp"

#include "tracker/log/beside.hpp"
#include "tracker/log/chain.hpp"

#include <fmt/format.h>

namespace jalon::log {

bool is_kept(const Database& database, std::string_view hash) {
  return database.prepare("SELECT 1 FROM definitions WHERE hash = ? LIMIT 1").with(hash).step();
}

std::vector<std::string> kept_hashes(const Database& database) {
  std::vector<std::string> hashes;
  Statement select =
      database.prepare("SELECT hash FROM definitions WHERE position = 0 ORDER BY number");
  for (select.restart(); select.step();) hashes.push_back(select.text(0));
  return hashes;
}

std::vector<KeptName> names_of_set(const Database& database, std::string_view hash) {
  std::vector<KeptName> names;
  Statement select =
      database.prepare("SELECT name, file FROM definitions WHERE hash = ? ORDER BY position");
  for (select.with(hash); select.step();) names.push_back({select.text(0), select.text(1)});
  return names;
}

std::vector<DefinitionFile> read_set(const Database& database, std::string_view hash) {
  std::vector<DefinitionFile> files;
  Statement select = database.prepare(
      "SELECT name, text FROM definitions JOIN definition_file ON definition_file.hash = file "
      "WHERE definitions.hash = ? ORDER BY position");
  for (select.with(hash); select.step();) files.push_back({select.text(0), select.text(1)});
  return files;
}

KeptInserter::KeptInserter(const Database& database)
    : find_file_{database.prepare("SELECT 1 FROM definition_file WHERE hash = ?")},
      file_{database.prepare("INSERT INTO definition_file (hash, text) VALUES (?, ?)")},
      name_{database.prepare(
          "INSERT INTO definitions (number, hash, position, name, file) "
          "VALUES ((SELECT coalesce (max (number), 0) + 1 FROM definitions), ?, ?, ?, ?)")} {}

bool KeptInserter::has_file(std::string_view hash) {
  const bool found = find_file_.with(hash).step();
  find_file_.restart();
  return found;
}

void KeptInserter::add_file(std::string_view hash, std::string_view text) {
  file_.with(hash, text).run();
}

void KeptInserter::add_set(std::string_view hash, const std::vector<KeptName>& names) {
  for (std::size_t i = 0; i < names.size(); ++i)
    name_.with(hash, i, names[i].name, names[i].file).run();
}

std::optional<std::string> why_kept_unsound(const Store& store) {
  if (!has_beside(store.database)) return std::nullopt;
  Statement files = store.database.prepare("SELECT hash, text FROM definition_file");
  for (files.restart(); files.step();) {
    if (blake2b(files.text(1)) != files.text(0))
      return fmt::format("{}: the kept file {} is not as it was kept", store.database.name(),
                         files.text(0));
  }
  // Every set is named by its first file; rows without one belong to none.
  for (const std::string& hash : kept_hashes(store.database)) {
    if (definitions_hash(read_set(store.database, hash)) != hash)
      return fmt::format("{}: the definitions {} are not those that were kept",
                         store.database.name(), hash);
  }
  if (store.database.integer("SELECT count (*) FROM definitions WHERE hash NOT IN "
                             "(SELECT hash FROM definitions WHERE position = 0)") > 0)
    return fmt::format("{}: kept definitions without their first file", store.database.name());
  return std::nullopt;
}

}  // namespace jalon::log

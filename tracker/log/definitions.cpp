#include "tracker/log/definitions.hpp"

#include "rules/model/utf8.hpp"
#include "tracker/log/beside.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/log/kept.hpp"
#include "tracker/log/store.hpp"

#include <fmt/format.h>

namespace jalon::log {
namespace {

void check_storable(std::span<const DefinitionFile> files) {
  for (const DefinitionFile& file : files) {
    if (file.name.empty() || !valid_utf8(file.name) || !valid_utf8(file.text))
      throw std::invalid_argument{"definitions that cannot be kept: " + file.name};
  }
}

void insert(const Database& database, std::span<const DefinitionFile> files,
            const std::string& hash) {
  KeptInserter inserter{database};
  std::vector<KeptName> names;
  for (const DefinitionFile& file : files) {
    std::string file_hash = blake2b(file.text);
    if (!inserter.has_file(file_hash)) inserter.add_file(file_hash, file.text);
    names.push_back({file.name, std::move(file_hash)});
  }
  inserter.add_set(hash, names);
}

}  // namespace

std::string definitions_hash(std::span<const DefinitionFile> files) {
  std::string all;
  for (const DefinitionFile& file : files) {
    all += fmt::format("{} {}\n", file.name, file.text.size());
    all += file.text;
  }
  return blake2b(all);
}

std::string keep_definitions(const std::filesystem::path& path,
                             std::span<const DefinitionFile> files) {
  check_storable(files);
  std::string hash = definitions_hash(files);
  if (kept_definitions(path, hash)) return hash;
  Store store = open_store(path, Access::write);
  store.database.run("BEGIN IMMEDIATE");
  make_beside(store.database);
  // Another process may have kept it in between.
  if (!is_kept(store.database, hash)) insert(store.database, files, hash);
  store.database.run("COMMIT");
  return hash;
}

std::optional<std::vector<DefinitionFile>> kept_definitions(const std::filesystem::path& path,
                                                            std::string_view hash) {
  const Store store = open_store(path, Access::read);
  if (!has_beside(store.database) || !is_kept(store.database, hash)) return std::nullopt;
  std::vector<DefinitionFile> files = read_set(store.database, hash);
  if (definitions_hash(files) != hash)
    throw StoreError{StoreError::Kind::damaged,
                     fmt::format("{}: the definitions {} are not those that were kept",
                                 store.database.name(), hash)};
  return files;
}

std::vector<KeptSet> list_kept_definitions(const std::filesystem::path& path) {
  const Store store = open_store(path, Access::read);
  if (!has_beside(store.database)) return {};
  std::vector<KeptSet> sets;
  Statement select = store.database.prepare(
      "SELECT definitions.hash, count (*), sum (length (CAST (text AS BLOB))) "
      "FROM definitions JOIN definition_file ON definition_file.hash = file "
      "GROUP BY definitions.hash ORDER BY min (number)");
  for (select.restart(); select.step();)
    sets.push_back({select.text(0), static_cast<std::size_t>(select.integer(1)),
                    static_cast<std::size_t>(select.integer(2))});
  return sets;
}

}  // namespace jalon::log

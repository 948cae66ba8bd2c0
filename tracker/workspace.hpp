#pragma once

#include "rules/model/programme.hpp"
#include "tracker/cli/arguments.hpp"
#include "tracker/log/definitions.hpp"
#include "tracker/world.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace jalon {

/// A programme's folder, opened: definitions read and without a mistake, zone known.
struct Workspace {
  std::filesystem::path root;  ///< resolved once; nothing below it is reached through a link
  Programme programme;
  std::string definitions_hash;  ///< of the names and bytes of all definition files
  std::filesystem::path store;
  Date today;  ///< the World's instant in the programme's zone
  /// The definition files as they were read, jalon.toml first; only where --keep wants them.
  std::vector<log::DefinitionFile> files = {};
};

/// The workspace's folder: -C, else JALON_WORKSPACE, else the nearest one upwards from the current
/// folder. Refused (2) if there is none.
[[nodiscard]] std::filesystem::path find_workspace(const cli::Arguments& arguments,
                                                   const World& world);

/// Finds and opens the workspace. Refused (4) with everything that is wrong with the definitions.
/// With --definitions HASH they are those that the store keeps under that hash, whatever the files
/// hold now; refused (2) if it keeps none.
[[nodiscard]] Workspace open_workspace(const cli::Arguments& arguments, const World& world);

/// What can be told of a workspace even if its definitions are broken.
struct StorePlace {
  std::filesystem::path root;
  std::filesystem::path store;
  Date today;  ///< in the programme's zone, in UTC if that cannot be told
};
[[nodiscard]] StorePlace find_store(const cli::Arguments& arguments, const World& world);

}  // namespace jalon

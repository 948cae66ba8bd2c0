#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace jalon::data {

/// A file of data/, compiled into the program.
struct File {
  std::string_view name;  ///< path below data/: "programmes/belgium-ai/jalon.toml"
  std::string_view text;
};

/// The file's bytes, or nothing. Names are exact.
[[nodiscard]] std::optional<std::string_view> find(std::string_view name);

/// All files below a folder ("programmes/belgium-ai"), names sorted.
[[nodiscard]] std::vector<File> files_below(std::string_view folder);

}  // namespace jalon::data

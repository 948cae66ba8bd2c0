#pragma once

#include "tests/tracker/desk.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace jalon::tests {

/// A small programme whose job makes a monthly list of gaps and a quarterly report of progress.
inline void open_office(Desk& desk, const std::string& more = {}) {
  write_small_programme(desk);
  desk.write("jalon.toml", desk.read("jalon.toml") + R"(
[[report]]
id     = "gaps"
kind   = "gap"
every  = "month"
output = ["reports/{id}-{period}.csv", "reports/{id}-{period}.json"]

[[report]]
id     = "quarterly"
kind   = "periodic"
every  = "quarter"
after  = "10d"
output = ["reports/{id}-{period}.md"]

[metrics]
textfile = "metrics/jalon.prom"
)" + more);
}

/// Every file below a folder with its bytes; of a link where it leads.
inline std::map<std::string, std::string> files_below(const Desk& desk, const std::string& name) {
  namespace fs = std::filesystem;
  std::map<std::string, std::string> files;
  const fs::path folder = desk.folder() / name;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (entry.is_symlink())
      files[path] = "-> " + fs::read_symlink(entry.path()).string();
    else if (entry.is_regular_file())
      files[path] = desk.read((fs::path{name} / path).string());
  }
  return files;
}

inline std::vector<std::string> names_below(const Desk& desk, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& [path, text] : files_below(desk, name)) names.push_back(path);
  return names;
}

}  // namespace jalon::tests

#include "tracker/include_files.hpp"

#include "tracker/refused.hpp"
#include "tracker/wildcard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace jalon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReadAtMost = (std::size_t{4} << 20U) + 1;  // of one file
constexpr std::size_t kReadInAll = (std::size_t{64} << 20U) + 1;

Diagnostic at_workspace_file(std::string code, std::string message, std::string hint = {}) {
  Diagnostic diagnostic = problem(std::move(code), std::move(message), std::move(hint));
  diagnostic.where.file = kWorkspaceFile;
  return diagnostic;
}

std::vector<std::string> segments_of(std::string_view pattern) {
  std::vector<std::string> segments;
  while (true) {
    const std::size_t slash = pattern.find('/');
    segments.emplace_back(pattern.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    pattern.remove_prefix(slash + 1);
  }
}

bool leads_out(const std::string& pattern, const std::vector<std::string>& segments) {
  return pattern.empty() || pattern.front() == '/' || std::ranges::any_of(segments, [](auto& part) {
           return part.empty() || part == ".." || part == ".";
         });
}

/// Names in a folder that match, sorted; hidden ones only if the pattern says the dot.
std::vector<std::string> matching_names(const fs::path& folder, const std::string& pattern) {
  std::vector<std::string> names;
  if (!has_wildcard(pattern)) {
    if (fs::symlink_status(folder / pattern).type() != fs::file_type::not_found)
      names.push_back(pattern);
    return names;
  }
  for (const auto& entry : fs::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (name.front() == '.' && pattern.front() != '.') continue;
    if (matches(pattern, name)) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

class Expander {
 public:
  Expander(const fs::path& root, std::string_view key) : root_{root}, key_{key} {}

  void expand(const std::string& pattern) {
    const auto segments = segments_of(pattern);
    if (leads_out(pattern, segments)) {
      problems.push_back(at_workspace_file(
          "include-outside",
          fmt::format("`{}` in {} does not stay inside the workspace", printable(pattern), key_),
          "write it relative to jalon.toml, without `..`"));
      return;
    }
    const std::size_t before = seen_;
    walk("", segments, 0);
    if (seen_ == before)
      problems.push_back(at_workspace_file(
          "no-such-file", fmt::format("`{}` in {} matches no file", printable(pattern), key_),
          "check the spelling, or take it out"));
  }

  std::vector<std::string> names;
  Diagnostics problems;

 private:
  void walk(const std::string& prefix, const std::vector<std::string>& segments,
            std::size_t depth) {
    const bool last = depth + 1 == segments.size();
    for (const std::string& name : matching_names(root_ / prefix, segments[depth])) {
      const std::string path = prefix.empty() ? name : prefix + '/' + name;
      const auto type = fs::symlink_status(root_ / path).type();
      if (type == fs::file_type::symlink) {
        ++seen_;
        problems.push_back(at_workspace_file(
            "linked-file", fmt::format("{} is a link; links are not followed", printable(path)),
            "put the file itself into the workspace"));
      } else if (last) {
        add(path);
      } else if (type == fs::file_type::directory) {
        walk(path, segments, depth + 1);
      }
    }
  }

  void add(const std::string& path) {
    ++seen_;
    if (path == kWorkspaceFile || std::ranges::find(names, path) != names.end()) return;
    names.push_back(path);
  }

  const fs::path& root_;
  std::string_view key_;
  std::size_t seen_ = 0;
};

}  // namespace

Result<definitions::File> read_workspace_file(const fs::path& root, const std::string& name) {
  const auto type = fs::symlink_status(root / name).type();
  if (type != fs::file_type::regular) {
    return at_workspace_file(
        "not-a-file", fmt::format("{} is {}", printable(name),
                                  type == fs::file_type::symlink ? "a link; links are not followed"
                                                                 : "not a file"));
  }
  std::ifstream in{root / name, std::ios::binary};
  std::string text(std::min<std::size_t>(kReadAtMost, fs::file_size(root / name) + 1), '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad() || (!in.eof() && in.fail()))
    throw fs::filesystem_error{"cannot read", root / name,
                               std::make_error_code(std::errc::io_error)};
  return definitions::File{name, std::move(text)};
}

Result<std::vector<definitions::File>> read_included(const fs::path& root,
                                                     std::span<const std::string> patterns,
                                                     std::string_view key) {
  Expander expander{root, key};
  for (const std::string& pattern : patterns) expander.expand(pattern);
  Diagnostics problems = std::move(expander.problems);
  std::vector<definitions::File> files;
  std::size_t size = 0;
  for (const std::string& name : expander.names) {
    if (size > kReadInAll) break;  // the loader refuses so much
    auto file = read_workspace_file(root, name);
    if (!file) {
      problems.insert(problems.end(), file.error().begin(), file.error().end());
      continue;
    }
    files.push_back(std::move(file).value());
    size += files.back().text.size();
  }
  if (!problems.empty()) return problems;
  return files;
}

}  // namespace jalon

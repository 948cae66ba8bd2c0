#include "rules/model/suggest.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace jalon {
namespace {

/// Longer names are no slips of the hand; the limit keeps hostile input cheap.
constexpr std::size_t kLongest = 64;
constexpr int kFar = 1'000;

/// What remains of a name when case and joints are left out.
std::string bare(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == '.' || c == ' ') continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

/// How many slips a name of that length may have.
int slips_allowed(std::size_t length) {
  if (length <= 2) return length == 0 ? 0 : 1;
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

using Row = std::array<int, kLongest + 1>;

/// Letters inserted, left out, changed or swapped with their neighbour (each pair once); only the
/// band that can stay within `bound` is looked at. More than `bound`: any larger number.
int distance(std::string_view a, std::string_view b, int bound) {
  const auto width = static_cast<std::size_t>(bound);
  if (a.size() > b.size() + width || b.size() > a.size() + width) return kFar;
  std::array<Row, 3> rows;
  for (auto& row : rows) row.fill(kFar);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    Row& now = rows[i % 3];
    const Row& above = rows[(i + 2) % 3];
    const Row& two_above = rows[(i + 1) % 3];
    now.fill(kFar);
    if (i <= width) now[0] = static_cast<int>(i);
    const std::size_t last = std::min(b.size(), i + width);
    for (std::size_t j = i > width ? i - width : 1; j <= last; ++j) {
      const int change = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({above[j] + 1, now[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], two_above[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

/// How far a candidate is from the name, or nothing if it is too far.
std::optional<int> nearness(std::string_view name, std::string_view bare_name,
                            std::string_view candidate) {
  if (candidate.size() > 2 * kLongest) return std::nullopt;
  const std::string other = bare(candidate);
  if (other.size() <= kLongest) {
    const int bound = slips_allowed(std::min(bare_name.size(), other.size()));
    if (const int found = distance(bare_name, other, bound); found <= bound) return found;
  }
  // the last words of a dotted id: poc-collective for tremplin-ai.poc-collective
  const bool last_words = candidate.size() > name.size() && candidate.ends_with(name) &&
                          candidate[candidate.size() - name.size() - 1] == '.';
  if (last_words) return 1;
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> nearest(std::string_view name,
                                      std::span<const std::string_view> candidates,
                                      std::size_t most) {
  if (name.empty() || name.size() > kLongest) return {};
  const std::string bare_name = bare(name);
  std::vector<std::pair<int, std::string_view>> found;
  for (const auto candidate : candidates)
    if (const auto far = nearness(name, bare_name, candidate)) found.emplace_back(*far, candidate);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  found.resize(std::min(found.size(), most));
  std::vector<std::string_view> names;
  for (const auto& [far, candidate] : found) names.push_back(candidate);
  return names;
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates) {
  const auto names = nearest(name, candidates);
  if (names.empty()) return {};
  std::string text = "did you mean ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += '`' + std::string{names[i]} + '`';
  }
  return text + "?";
}

}  // namespace jalon

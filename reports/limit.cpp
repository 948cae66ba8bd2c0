#include "reports/limit.hpp"

#include "reports/figures.hpp"
#include "reports/parts.hpp"

#include <unordered_set>

namespace jalon::reports {

Fitting fitting(const Input& input, std::vector<const engine::Verdict*> verdicts) {
  if (input.rows == 0 || verdicts.size() <= input.rows) return {std::move(verdicts)};
  const auto worst = worst_first(verdicts);
  const auto end = worst.begin() + static_cast<std::ptrdiff_t>(input.rows);
  const std::unordered_set<const engine::Verdict*> chosen{worst.begin(), end};
  std::erase_if(verdicts, [&](const auto* one) { return !chosen.contains(one); });
  return {std::move(verdicts), worst.size() - input.rows};
}

std::string more_words(std::size_t rows, const Labels& words) {
  return words("table.more", {{"n", figure(Decimal{static_cast<std::int64_t>(rows)}, words)}});
}

std::string more_words(const Table& table, const Labels& words) {
  return table.more == 0 ? std::string{} : more_words(table.more, words);
}

}  // namespace jalon::reports

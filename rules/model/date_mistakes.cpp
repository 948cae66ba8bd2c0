#include "rules/model/date_mistakes.hpp"

#include "rules/model/calendar.hpp"
#include "rules/model/date_words.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jalon {
namespace {

constexpr std::string_view kForms =
    "write 2020-06-30, 2020-06, 2020-Q2, 2020-H1, 2020, mid-2020 or 2018/2019";

constexpr auto kSeasons = std::to_array<std::string_view>(
    {"spring",   "summer",    "autumn",   "fall",      "winter", "printemps", "ete",
     "automne",  "hiver",     "lente",    "voorjaar",  "zomer",  "herfst",    "najaar",
     "fruhling", "fruehling", "fruhjahr", "fruehjahr", "sommer", "herbst",    "winters"});

/// The months of the year in English, French, Dutch and German, without accents.
constexpr auto kMonths = std::to_array<std::array<std::string_view, 5>>({
    {"january", "janvier", "januari", "januar", "jan"},
    {"february", "fevrier", "februari", "februar", "feb"},
    {"march", "mars", "maart", "marz", "mar"},
    {"april", "avril", "avr", "apr", "apr."},
    {"may", "mai", "mei", "mai", "may"},
    {"june", "juin", "juni", "juni", "jun"},
    {"july", "juillet", "juli", "juli", "jul"},
    {"august", "aout", "augustus", "aug", "aug."},
    {"september", "septembre", "sept", "sep", "sept."},
    {"october", "octobre", "oktober", "oct", "okt"},
    {"november", "novembre", "nov", "nov.", "nov"},
    {"december", "decembre", "dezember", "dec", "dez"},
});

bool is_number(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}
int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

int month_named(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (std::find(kMonths[i].begin(), kMonths[i].end(), word) != kMonths[i].end())
      return static_cast<int>(i) + 1;
  return 0;
}

/// "June 2020" or "30 June 2020" in figures, or empty.
std::string with_month_name(const std::vector<std::string>& words) {
  int month = 0, day = 0, year = 0;
  for (const auto& word : words) {
    if (const int named = month_named(word); named != 0) {
      month = named;
    } else if (is_number(word) && word.size() == 4) {
      year = number(word);
    } else if (is_number(word) && word.size() <= 2) {
      day = number(word);
    } else {
      return {};
    }
  }
  if (month == 0 || day_refused(year, month, std::max(day, 1))) return {};
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// Runs of figures with other signs between them.
struct Figures {
  std::vector<std::string> runs;
  std::string signs;
  bool other = false;  ///< anything but figures and - / . between them
};
Figures figures_in(std::string_view text) {
  Figures figures;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) figures.runs.emplace_back();
    if (digit) figures.runs.back() += c;
    if (!digit) figures.signs += c;
    if (!digit && c != '-' && c != '/' && c != '.') figures.other = true;
    inside = digit;
  }
  return figures;
}

std::string two_figures(std::string_view text, const Figures& figures) {
  const auto& first = figures.runs[0];
  const auto& second = figures.runs[1];
  if (first.size() == 4 && second.size() == 4)
    return fmt::format("for all the years from one to the other write {}/{}", first, second);
  if (first.size() == 4 && second.size() <= 2 && number(second) >= 1 && number(second) <= 12)
    return fmt::format("write {}-{:02}", first, number(second));
  if (second.size() == 4 && first.size() <= 2 && number(first) >= 1 && number(first) <= 12)
    return fmt::format("write {}-{:02}", second, number(first));
  if (first.size() == 4 && second.size() == 2 && text.find('/') != std::string_view::npos)
    return fmt::format("write {}/{}{}", first, first.substr(0, 2), second);
  return {};
}

std::optional<Refusal> only_figures(std::string_view text) {
  const Figures figures = figures_in(text);
  if (figures.other || figures.runs.empty()) return std::nullopt;
  const std::string reason = quoted(text) + " is not a date";
  if (figures.runs.size() == 3 && figures.signs.size() == 2) {
    const auto day = parse_date(text);
    if (!day) return day.error();
  }
  if (figures.runs.size() == 2 && figures.signs.size() == 1)
    if (auto hint = two_figures(text, figures); !hint.empty()) return Refusal{reason, hint};
  const auto& run = figures.runs.front();
  if (figures.signs.empty() && run.size() == 8)
    return Refusal{
        reason, fmt::format("write {}-{}-{}", run.substr(0, 4), run.substr(4, 2), run.substr(6))};
  if (figures.signs.empty() && run.size() == 6)
    return Refusal{reason, fmt::format("write {}-{}", run.substr(0, 4), run.substr(4))};
  if (figures.runs.size() == 1 && figures.signs.size() <= 1)
    return Refusal{reason, "years have four digits, from 1400 to 9999"};
  return std::nullopt;
}

/// "2020s"
bool is_decade(std::string_view text) {
  return text.size() == 5 && is_number(text.substr(0, 4)) && text[3] == '0' && text[4] == 's';
}

bool has_time(std::string_view text) {
  return text.size() > 11 && (text[10] == 'T' || text[10] == 't' || text[10] == ' ') &&
         parse_date(text.substr(0, 10));
}

}  // namespace

Refusal season_refused(std::string_view text) {
  std::string hint =
      "seasons differ between hemispheres and readers: name the quarter or the "
      "months, 2020-Q2 or 2020-03/2020-05";
  if (text.size() == 7 && text[4] == '-')
    hint = fmt::format(
        "2020-21 to 2020-32 are seasons in EDTF, which readers take differently: "
        "name the quarter ({0}-Q2), the months ({0}-03/{0}-05) or the years ({0}/{1})",
        text.substr(0, 4), number(text.substr(0, 4)) + 1);
  return {quoted(text) + " names a season", std::move(hint)};
}

Refusal explain_bad_date(std::string_view text) {
  if (auto refusal = only_figures(text)) return *std::move(refusal);
  const auto words = words_of(text);
  const std::string reason = quoted(text) + " is not a date";
  for (const auto& word : words)
    if (std::find(kSeasons.begin(), kSeasons.end(), word) != kSeasons.end())
      return season_refused(text);
  if (auto figures = with_month_name(words); !figures.empty()) return {reason, "write " + figures};
  if (has_time(text))
    return {reason, "leave the time of day out: " + std::string{text.substr(0, 10)}};
  if (text.find('/') != std::string_view::npos)
    return {reason, "the ends of an interval are dates in figures: 2018/2019, 2020-01/2020-06-15"};
  if (is_decade(text)) return {reason, "write " + std::string{text.substr(0, 3)} + "X"};
  return {reason, std::string{kForms}};
}

}  // namespace jalon

#include "rules/model/date_words.hpp"

#include "rules/model/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon {
namespace {

using Languages = unsigned;
constexpr Languages kEn = 1, kFr = 2, kNl = 4, kDe = 8, kAll = 15;

enum class Vague { early, mid, late };

template <class Meaning>
struct Word {
  std::string_view word;
  Languages languages;
  Meaning meaning;
};

constexpr auto kVague = std::to_array<Word<Vague>>({
    {"early", kEn, Vague::early},  {"beginning", kEn, Vague::early},
    {"start", kEn, Vague::early},  {"begin", kEn | kNl, Vague::early},
    {"debut", kFr, Vague::early},  {"anfang", kDe, Vague::early},
    {"beginn", kDe, Vague::early}, {"mid", kEn, Vague::mid},
    {"middle", kEn, Vague::mid},   {"mi", kFr, Vague::mid},
    {"milieu", kFr, Vague::mid},   {"medio", kNl | kDe, Vague::mid},
    {"midden", kNl, Vague::mid},   {"mitte", kDe, Vague::mid},
    {"late", kEn, Vague::late},    {"end", kEn, Vague::late},
    {"fin", kFr, Vague::late},     {"eind", kNl, Vague::late},
    {"einde", kNl, Vague::late},   {"ende", kDe, Vague::late},
});

constexpr int kLast = 0;  // the last quarter, the last half
constexpr auto kOrdinals = std::to_array<Word<int>>({
    {"first", kEn, 1},        {"1st", kEn, 1},         {"second", kEn | kFr, 2},
    {"2nd", kEn | kFr, 2},    {"third", kEn, 3},       {"3rd", kEn, 3},
    {"fourth", kEn, 4},       {"4th", kEn, 4},         {"last", kEn, kLast},
    {"premier", kFr, 1},      {"premiere", kFr, 1},    {"1er", kFr, 1},
    {"1ere", kFr, 1},         {"1re", kFr, 1},         {"deuxieme", kFr, 2},
    {"seconde", kFr, 2},      {"2e", kFr | kNl, 2},    {"2eme", kFr, 2},
    {"2nde", kFr, 2},         {"2de", kNl, 2},         {"troisieme", kFr, 3},
    {"3e", kFr | kNl, 3},     {"3eme", kFr, 3},        {"quatrieme", kFr, 4},
    {"4e", kFr | kNl, 4},     {"4eme", kFr, 4},        {"dernier", kFr, kLast},
    {"derniere", kFr, kLast}, {"eerste", kNl, 1},      {"1e", kNl, 1},
    {"1ste", kNl, 1},         {"tweede", kNl, 2},      {"derde", kNl, 3},
    {"3de", kNl, 3},          {"vierde", kNl, 4},      {"4de", kNl, 4},
    {"laatste", kNl, kLast},  {"1.", kDe, 1},          {"2.", kDe, 2},
    {"3.", kDe, 3},           {"4.", kDe, 4},          {"erste", kDe, 1},
    {"erster", kDe, 1},       {"erstes", kDe, 1},      {"ersten", kDe, 1},
    {"zweite", kDe, 2},       {"zweiter", kDe, 2},     {"zweites", kDe, 2},
    {"zweiten", kDe, 2},      {"dritte", kDe, 3},      {"drittes", kDe, 3},
    {"dritten", kDe, 3},      {"vierte", kDe, 4},      {"viertes", kDe, 4},
    {"vierten", kDe, 4},      {"letzte", kDe, kLast},  {"letzter", kDe, kLast},
    {"letztes", kDe, kLast},  {"letzten", kDe, kLast},
});

constexpr auto kUnits = std::to_array<Word<PeriodUnit>>({
    {"half", kEn, PeriodUnit::half},
    {"semester", kEn | kNl | kDe, PeriodUnit::half},
    {"quarter", kEn, PeriodUnit::quarter},
    {"semestre", kFr, PeriodUnit::half},
    {"moitie", kFr, PeriodUnit::half},
    {"trimestre", kFr, PeriodUnit::quarter},
    {"helft", kNl, PeriodUnit::half},
    {"jaarhelft", kNl, PeriodUnit::half},
    {"halfjaar", kNl, PeriodUnit::half},
    {"kwartaal", kNl, PeriodUnit::quarter},
    {"halbjahr", kDe, PeriodUnit::half},
    {"halbjahres", kDe, PeriodUnit::half},
    {"halfte", kDe, PeriodUnit::half},
    {"haelfte", kDe, PeriodUnit::half},
    {"jahreshalfte", kDe, PeriodUnit::half},
    {"quartal", kDe, PeriodUnit::quarter},
    {"vierteljahr", kDe, PeriodUnit::quarter},
});

/// Words without a meaning of their own here.
struct Filler {
  std::string_view word;
  Languages languages;
};
constexpr auto kFillers = std::to_array<Filler>({
    {"of", kEn},       {"in", kEn | kNl | kDe},
    {"the", kEn},      {"year", kEn},
    {"de", kFr | kNl}, {"d", kFr},
    {"l", kFr},        {"la", kFr},
    {"le", kFr},       {"au", kFr},
    {"a", kFr},        {"en", kFr},
    {"annee", kFr},    {"van", kNl},
    {"het", kNl},      {"jaar", kNl},
    {"des", kDe},      {"der", kDe},
    {"dem", kDe},      {"von", kDe},
    {"im", kDe},       {"jahr", kDe},
    {"jahres", kDe},
});

/// Q2, H1 and their French and Dutch sisters.
constexpr auto kLetters = std::to_array<Word<PeriodUnit>>({
    {"q", kAll, PeriodUnit::quarter},
    {"t", kFr, PeriodUnit::quarter},
    {"k", kNl, PeriodUnit::quarter},
    {"h", kAll, PeriodUnit::half},
    {"s", kFr | kNl, PeriodUnit::half},
});

template <class Table>
const typename Table::value_type* find(const Table& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [word](const auto& known) { return known.word == word; });
  return found == table.end() ? nullptr : &*found;
}

/// What the words of a phrase say, each thing at most once.
struct Phrase {
  Languages languages = kAll;
  std::optional<int> year = {};
  std::optional<Vague> vague = {};
  std::optional<int> ordinal = {};
  std::optional<PeriodUnit> unit = {};
};

template <class Value>
bool say(std::optional<Value>& what, Value value) {
  const bool first_time = !what;
  what = value;
  return first_time;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> year_in(std::string_view word) {
  if (word.size() != 4 || !std::all_of(word.begin(), word.end(), is_digit)) return std::nullopt;
  int year = 0;
  for (const char digit : word) year = year * 10 + (digit - '0');
  return year;
}

/// Takes in one word; false if it does not belong into a date or comes twice.
bool take_in(Phrase& phrase, std::string_view word) {
  if (const auto year = year_in(word)) return say(phrase.year, *year);
  if (const auto* filler = find(kFillers, word)) {
    phrase.languages &= filler->languages;
    return true;
  }
  if (const auto* vague = find(kVague, word)) {
    phrase.languages &= vague->languages;
    return say(phrase.vague, vague->meaning);
  }
  if (const auto* ordinal = find(kOrdinals, word)) {
    phrase.languages &= ordinal->languages;
    return say(phrase.ordinal, ordinal->meaning);
  }
  if (const auto* unit = find(kUnits, word)) {
    phrase.languages &= unit->languages;
    return say(phrase.unit, unit->meaning);
  }
  if (word.size() != 2 || !is_digit(word[1])) return false;
  const auto* letter = find(kLetters, word.substr(0, 1));
  if (letter == nullptr || word[1] == '0') return false;
  phrase.languages &= letter->languages;
  return say(phrase.unit, letter->meaning) && say(phrase.ordinal, word[1] - '0');
}

Parsed<DateExpression> vague_date(std::string_view text, int year, const VagueWord& word) {
  const auto day_of = [year](const MonthDay& at) {
    return calendar_day(year, at.month, std::min(at.day, days_in_month(year, at.month)));
  };
  return DateExpression{
      std::string{text}, day_of(word.from), day_of(word.nominal), day_of(word.latest), true, {}};
}

Parsed<DateExpression> period(std::string_view text, int year, PeriodUnit unit, int ordinal) {
  const int most = unit == PeriodUnit::half ? 2 : 4;
  const int length = 12 / most;
  const int which = ordinal == kLast ? most : ordinal;
  const char letter = unit == PeriodUnit::half ? 'H' : 'Q';
  if (which > most)
    return Refusal{
        fmt::format("a year has no {}{} {}", which, which == 3 ? "rd" : "th",
                    unit == PeriodUnit::half ? "half" : "quarter"),
        fmt::format("it has {}: {:04}-{}1 to {:04}-{}{}", most, year, letter, year, letter, most)};
  const Period days = period_of(calendar_day(year, which * length, 1), unit);
  return DateExpression{std::string{text}, days.first, days.last, days.last, false, unit};
}

const VagueWord& margins_of(Vague word, const DateMargins& margins) {
  switch (word) {
    case Vague::early:
      return margins.early;
    case Vague::mid:
      return margins.mid;
    case Vague::late:
      break;
  }
  return margins.late;
}

/// Letters with accents and the letters that stand for them here.
constexpr auto kAccents = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"à", "a"}, {"á", "a"}, {"â", "a"},      {"ä", "a"},      {"ç", "c"},       {"è", "e"},
    {"é", "e"}, {"ê", "e"}, {"ë", "e"},      {"î", "i"},      {"ï", "i"},       {"ô", "o"},
    {"ö", "o"}, {"ù", "u"}, {"û", "u"},      {"ü", "u"},      {"À", "a"},       {"Á", "a"},
    {"Â", "a"}, {"Ä", "a"}, {"Ç", "c"},      {"È", "e"},      {"É", "e"},       {"Ê", "e"},
    {"Ë", "e"}, {"Î", "i"}, {"Ï", "i"},      {"Ô", "o"},      {"Ö", "o"},       {"Ù", "u"},
    {"Û", "u"}, {"Ü", "u"}, {"\u2019", " "}, {"\u00a0", " "}, {"e\u0301", "e"}, {"\u2011", " "},
});

/// One character of the text as words are compared; takes it away.
std::string plain_character(std::string_view& text) {
  for (const auto& [accented, plain] : kAccents)
    if (text.starts_with(accented)) {
      text.remove_prefix(accented.size());
      return std::string{plain};
    }
  const char c = text.front();
  text.remove_prefix(1);
  if (c == '-' || c == '\'' || c == '\t') return " ";
  return std::string(1, c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&words, &word] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  while (!text.empty()) {
    const std::string character = plain_character(text);
    if (character == " ")
      finish();
    else
      word += character;
  }
  finish();
  return words;
}

std::optional<Parsed<DateExpression>> read_words(std::string_view text,
                                                 const DateMargins& margins) {
  const auto words = words_of(text);
  Phrase phrase;
  for (const auto& word : words)
    if (!take_in(phrase, word)) return std::nullopt;
  const auto& [languages, year, vague, ordinal, unit] = phrase;
  if (languages == 0 || !year) return std::nullopt;
  const bool is_period = ordinal && unit && !vague;
  const bool is_vague = vague && !ordinal && !unit;
  const bool year_in_place = year_in(words.back()) || (is_period && year_in(words.front()));
  if ((!is_period && !is_vague) || !year_in_place) return std::nullopt;
  if (auto problem = day_refused(*year, 1, 1)) return *std::move(problem);
  if (is_vague) return vague_date(text, *year, margins_of(*vague, margins));
  return period(text, *year, *unit, *ordinal);
}

}  // namespace jalon

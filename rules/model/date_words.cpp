#include "rules/model/date_words.hpp"

#include "rules/model/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon {
namespace {

using Languages = unsigned;
constexpr Languages en = 1, fr = 2, nl = 4, de = 8, all = 15;

enum class Vague { early, mid, late };

template <class Meaning>
struct Word {
  std::string_view word;
  Languages languages;
  Meaning meaning;
};

constexpr auto kVague = std::to_array<Word<Vague>>({
    {"early", en, Vague::early},  {"beginning", en, Vague::early},
    {"start", en, Vague::early},  {"begin", en | nl, Vague::early},
    {"debut", fr, Vague::early},  {"anfang", de, Vague::early},
    {"beginn", de, Vague::early}, {"mid", en, Vague::mid},
    {"middle", en, Vague::mid},   {"mi", fr, Vague::mid},
    {"milieu", fr, Vague::mid},   {"medio", nl | de, Vague::mid},
    {"midden", nl, Vague::mid},   {"mitte", de, Vague::mid},
    {"late", en, Vague::late},    {"end", en, Vague::late},
    {"fin", fr, Vague::late},     {"eind", nl, Vague::late},
    {"einde", nl, Vague::late},   {"ende", de, Vague::late},
});

constexpr int kLast = 0;  // the last quarter, the last half
constexpr auto kOrdinals = std::to_array<Word<int>>({
    {"first", en, 1},       {"1st", en, 1},         {"second", en | fr, 2}, {"2nd", en | fr, 2},
    {"third", en, 3},       {"3rd", en, 3},         {"fourth", en, 4},      {"4th", en, 4},
    {"last", en, kLast},    {"premier", fr, 1},     {"premiere", fr, 1},    {"1er", fr, 1},
    {"1ere", fr, 1},        {"1re", fr, 1},         {"deuxieme", fr, 2},    {"seconde", fr, 2},
    {"2e", fr | nl, 2},     {"2eme", fr, 2},        {"2nde", fr, 2},        {"2de", nl, 2},
    {"troisieme", fr, 3},   {"3e", fr | nl, 3},     {"3eme", fr, 3},        {"quatrieme", fr, 4},
    {"4e", fr | nl, 4},     {"4eme", fr, 4},        {"dernier", fr, kLast}, {"derniere", fr, kLast},
    {"eerste", nl, 1},      {"1e", nl, 1},          {"1ste", nl, 1},        {"tweede", nl, 2},
    {"derde", nl, 3},       {"3de", nl, 3},         {"vierde", nl, 4},      {"4de", nl, 4},
    {"laatste", nl, kLast}, {"1.", de, 1},          {"2.", de, 2},          {"3.", de, 3},
    {"4.", de, 4},          {"erste", de, 1},       {"erster", de, 1},      {"erstes", de, 1},
    {"ersten", de, 1},      {"zweite", de, 2},      {"zweiter", de, 2},     {"zweites", de, 2},
    {"zweiten", de, 2},     {"dritte", de, 3},      {"drittes", de, 3},     {"dritten", de, 3},
    {"vierte", de, 4},      {"viertes", de, 4},     {"vierten", de, 4},     {"letzte", de, kLast},
    {"letzter", de, kLast}, {"letztes", de, kLast}, {"letzten", de, kLast},
});

constexpr auto kUnits = std::to_array<Word<PeriodUnit>>({
    {"half", en, PeriodUnit::half},
    {"semester", en | nl | de, PeriodUnit::half},
    {"quarter", en, PeriodUnit::quarter},
    {"semestre", fr, PeriodUnit::half},
    {"moitie", fr, PeriodUnit::half},
    {"trimestre", fr, PeriodUnit::quarter},
    {"helft", nl, PeriodUnit::half},
    {"jaarhelft", nl, PeriodUnit::half},
    {"halfjaar", nl, PeriodUnit::half},
    {"kwartaal", nl, PeriodUnit::quarter},
    {"halbjahr", de, PeriodUnit::half},
    {"halbjahres", de, PeriodUnit::half},
    {"halfte", de, PeriodUnit::half},
    {"haelfte", de, PeriodUnit::half},
    {"jahreshalfte", de, PeriodUnit::half},
    {"quartal", de, PeriodUnit::quarter},
    {"vierteljahr", de, PeriodUnit::quarter},
});

/// Words without a meaning of their own here.
struct Filler {
  std::string_view word;
  Languages languages;
};
constexpr auto kFillers = std::to_array<Filler>({
    {"of", en},    {"in", en | nl | de}, {"the", en}, {"year", en}, {"de", fr | nl}, {"d", fr},
    {"l", fr},     {"la", fr},           {"le", fr},  {"au", fr},   {"a", fr},       {"en", fr},
    {"annee", fr}, {"van", nl},          {"het", nl}, {"jaar", nl}, {"des", de},     {"der", de},
    {"dem", de},   {"von", de},          {"im", de},  {"jahr", de}, {"jahres", de},
});

/// Q2, H1 and their French and Dutch sisters.
constexpr auto kLetters = std::to_array<Word<PeriodUnit>>({
    {"q", all, PeriodUnit::quarter},
    {"t", fr, PeriodUnit::quarter},
    {"k", nl, PeriodUnit::quarter},
    {"h", en | de, PeriodUnit::half},
    {"s", fr | nl, PeriodUnit::half},
});

template <class Table>
const typename Table::value_type* find(const Table& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [word](const auto& known) { return known.word == word; });
  return found == table.end() ? nullptr : &*found;
}

/// What the words of a phrase say, each thing at most once.
struct Phrase {
  Languages languages = all;
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
  if (which > most)
    return Refusal{fmt::format("a year has no {}{} {}", which, which == 3 ? "rd" : "th",
                               unit == PeriodUnit::half ? "half" : "quarter")};
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
  return {1, c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c};
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
  Phrase phrase;
  for (const auto& word : words_of(text))
    if (!take_in(phrase, word)) return std::nullopt;
  const auto& [languages, year, vague, ordinal, unit] = phrase;
  if (languages == 0 || !year) return std::nullopt;
  const bool is_period = ordinal && unit && !vague;
  const bool is_vague = vague && !ordinal && !unit;
  if (!is_period && !is_vague) return std::nullopt;
  if (auto problem = day_problem(*year, 1, 1); !problem.empty()) return Refusal{std::move(problem)};
  if (is_vague) return vague_date(text, *year, margins_of(*vague, margins));
  return period(text, *year, *unit, *ordinal);
}

}  // namespace jalon

#include "tests/verdicts/table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <sstream>
#include <stdexcept>

namespace jalon::engine {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string{text}};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::vector<std::string> parts_of(std::string_view says) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= says.size();) {
    const std::size_t end = std::min(says.find("; ", at), says.size());
    parts.emplace_back(says.substr(at, end - at));
    at = end + 2;
  }
  return parts;
}

std::int64_t number_of(const std::string& word) { return std::stoll(word); }

/// The original of a record that may be a correction itself.
std::int64_t original_of(const Draft& draft, std::int64_t number) {
  const Record& record = draft.log[static_cast<std::size_t>(number) - 1];
  return record.kind == RecordKind::correction ? *record.replaces : number;
}

/// "key=A" and the like.
void set(Record& record, std::string_view option) {
  const std::size_t sign = option.find('=');
  if (sign == std::string_view::npos) throw std::runtime_error{"no option " + std::string{option}};
  const std::string_view name = option.substr(0, sign);
  const std::string value{option.substr(sign + 1)};
  if (name == "key") {
    record.key = value;
  } else if (name == "evidence") {
    record.evidence.push_back({"https://example.org/" + value, value, ""});
  } else if (name == "learned") {
    record.learned = day(value);
  } else {
    record.dimensions.push_back({std::string{name}, value});
    std::ranges::sort(record.dimensions);
  }
}

void set_all(Record& record, const std::vector<std::string>& words, std::size_t first) {
  for (std::size_t i = first; i < words.size(); ++i) set(record, words[i]);
}

void state(Draft& draft, const std::vector<std::string>& words) {
  const auto& milestones = draft.programme.milestones;
  const bool stage = std::ranges::count(milestones, words.at(1), &Milestone::id) > 0;
  Record& record = stage ? draft.reach(words[1], words[0], words.at(2))
                         : draft.add(words[1], words[0], words.at(2));
  set_all(record, words, 3);
}

std::string yes(bool truth) { return truth ? "yes" : "no"; }

std::string fresh(const Confidence& confidence) {
  return confidence.freshness ? std::string{name(*confidence.freshness)} : "null";
}

std::string person(const Verdict& verdict) {
  return verdict.judgement ? std::string{name(verdict.judgement->colour)} : "null";
}

std::string or_null(const std::string& text) { return text.empty() ? "null" : text; }

struct Field {
  std::string_view name;
  std::string (*read)(const Verdict&);
};

constexpr std::array kFields{
    Field{"since", [](const Verdict& v) { return text(v.since); }},
    Field{"reached_on", [](const Verdict& v) { return text(v.reached_on); }},
    Field{"days_late", [](const Verdict& v) { return text(v.days_late); }},
    Field{"days_overdue", [](const Verdict& v) { return text(v.days_overdue); }},
    Field{"days_left", [](const Verdict& v) { return text(v.days_left); }},
    Field{"within_tolerance", [](const Verdict& v) { return yes(v.within_tolerance); }},
    Field{"waived", [](const Verdict& v) { return waived(v); }},
    Field{"original", [](const Verdict& v) { return original(v); }},
    Field{"judgement", [](const Verdict& v) { return person(v); }},
    Field{"reason", [](const Verdict& v) { return std::string{name(v.reason)}; }},
    Field{"value", [](const Verdict& v) { return text(v.value); }},
    Field{"goal", [](const Verdict& v) { return text(v.goal); }},
    Field{"gap", [](const Verdict& v) { return text(v.gap); }},
    Field{"surplus", [](const Verdict& v) { return text(v.surplus); }},
    Field{"progress", [](const Verdict& v) { return text(v.progress); }},
    Field{"bounds", [](const Verdict& v) { return text(v.bounds); }},
    Field{"written", [](const Verdict& v) { return or_null(v.due.written); }},
    Field{"from", [](const Verdict& v) { return text(v.due.from); }},
    Field{"due", [](const Verdict& v) { return text(v.due.nominal); }},
    Field{"latest", [](const Verdict& v) { return text(v.due.latest); }},
    Field{"outlook", [](const Verdict& v) { return std::string{name(v.outlook.state)}; }},
    Field{"expected", [](const Verdict& v) { return text(v.outlook.expected); }},
    Field{"projected", [](const Verdict& v) { return text(v.outlook.projected); }},
    Field{"needed", [](const Verdict& v) { return text(v.outlook.needed_per_day); }},
    Field{"rate", [](const Verdict& v) { return text(v.outlook.rate_so_far); }},
    Field{"at_pace", [](const Verdict& v) { return text(v.outlook.reached_at_pace); }},
    Field{"behind", [](const Verdict& v) { return text(v.outlook.days_behind); }},
    Field{"method", [](const Verdict& v) { return or_null(v.outlook.method); }},
    Field{"evidence", [](const Verdict& v) { return std::string{name(v.confidence.evidence)}; }},
    Field{"freshness", [](const Verdict& v) { return fresh(v.confidence); }},
    Field{"complete_through", [](const Verdict& v) { return text(v.confidence.complete_through); }},
    Field{"decided_by", [](const Verdict& v) { return or_null(v.decided_by); }},
    Field{"records",
          [](const Verdict& v) { return or_null(fmt::format("{}", fmt::join(v.records, " "))); }},
};

std::string said_again(const Verdict& verdict, const std::string& part) {
  const std::size_t blank = part.find(' ');
  if (blank == std::string::npos) return status(verdict);
  if (part[blank + 1] == '(' && part.back() == ')' && part.find(',') == std::string::npos) {
    return reading(verdict);
  }
  const std::string_view wanted = std::string_view{part}.substr(0, blank);
  const auto* field = std::ranges::find(kFields, wanted, &Field::name);
  if (field == kFields.end()) throw std::runtime_error{"a verdict does not say: " + part};
  return fmt::format("{} {}", wanted, field->read(verdict));
}

/// "u[2020] on 2020-06-30 known 2020-06-29" in its three parts.
struct Question {
  std::string id = "t";
  std::string as_of = {};
  std::string known = "9999-12-31";
};

Question question(std::string_view when) {
  std::vector<std::string> words = words_of(when);
  Question asked;
  if (words.size() > 2 && words[1] == "on") {
    asked.id = words[0];
    words.erase(words.begin(), words.begin() + 2);
  }
  asked.as_of = words.at(0);
  if (words.size() == 3 && words[1] == "known") {
    asked.known = words[2];
  } else if (words.size() != 1) {
    throw std::runtime_error{"no day: " + std::string{when}};
  }
  return asked;
}

}  // namespace

void write(Draft& draft, std::string_view line) {
  const std::vector<std::string> words = words_of(line);
  if (words.at(0) == "correct") {
    const std::int64_t number = original_of(draft, number_of(words.at(1)));
    set_all(draft.correct(number, words.at(2), words.at(3)), words, 4);
  } else if (words[0] == "retract") {
    draft.retract(number_of(words.at(1)), words.at(2));
  } else if (words[0] == "attest") {
    set_all(draft.attest(words.at(1), words.at(2)), words, 3);
  } else {
    state(draft, words);
  }
}

std::string said(const Verdict& verdict, std::string_view says) {
  std::string all;
  for (const std::string& part : parts_of(says)) {
    if (!all.empty()) all += "; ";
    all += said_again(verdict, part);
  }
  return all;
}

void check(const Draft& promised, const Situation& situation) {
  Draft draft = promised;
  for (const std::string_view line : situation.log) write(draft, line);
  for (const Day& each : situation.days) {
    const Question asked = question(each.when);
    INFO(situation.sentence << "\n  " << each.when);
    CHECK(said(draft.judge(asked.id, asked.as_of, asked.known), each.says) == each.says);
  }
}

void check(const Draft& promised, const std::vector<Situation>& table) {
  for (const Situation& situation : table) check(promised, situation);
}

}  // namespace jalon::engine

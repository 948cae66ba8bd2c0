#include "tracker/commands/record_flags.hpp"

#include "rules/model/utf8.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace jalon::commands {
namespace {

constexpr std::size_t kLongestNote = 100'000;

/// The hash of a file that a piece of evidence names; empty if it names none.
std::string hash_of_file(const std::string& text, const World& world) {
  if (text.empty() || text.find("://") != std::string::npos || text.find('\0') != std::string::npos)
    return {};
  std::error_code ignored;  // a text that cannot be a path names no file
  const auto path = world.current_directory / text;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  std::ifstream in{path, std::ios::binary};
  std::ostringstream bytes;
  if (in.peek() != std::ifstream::traits_type::eof()) bytes << in.rdbuf();
  if (in.bad() || !in.is_open() || bytes.fail())
    refuse_usage("unreadable-file", fmt::format("--evidence {}: cannot read it", printable(text)));
  return log::blake2b(bytes.str());
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
}

/// Without case, blanks and punctuation.
std::string simplified(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (is_letter_or_digit(lower(c))) result += lower(c);
  return result;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

/// Does one change of a letter (another, one more, one less, two swapped) make one of the other?
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto differ = std::ranges::mismatch(a, b);
  const std::string_view rest_a{differ.in1, a.end()};
  const std::string_view rest_b{differ.in2, b.end()};
  if (rest_b.empty()) return true;
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

bool nearly_equal(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongEnough = 5;  // "A1" and "A2" are two things
  if (a == b) return false;
  const std::string simple_a = simplified(a);
  const std::string simple_b = simplified(b);
  if (simple_a == simple_b) return !simple_a.empty();
  return std::min(simple_a.size(), simple_b.size()) >= kLongEnough &&
         digits_of(a) == digits_of(b) && one_slip_apart(simple_a, simple_b);
}

bool is_open(const Programme& programme, std::string_view subject, std::string_view dimension) {
  const auto indicator = std::ranges::find(programme.indicators, subject, &Indicator::id);
  if (indicator == programme.indicators.end()) return false;
  return std::ranges::any_of(indicator->dimensions, [&](const Dimension& one) {
    return one.open && one.name == dimension;
  });
}

/// The values that an indicator's records have for a dimension.
std::set<std::string_view> values_seen(std::span<const Record> log, std::string_view subject,
                                       std::string_view dimension) {
  std::set<std::string_view> seen;
  for (const Record& record : log) {
    if (record.subject != subject) continue;
    for (const auto& given : record.dimensions)
      if (given.dimension == dimension) seen.insert(given.value);
  }
  return seen;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> read_set(const cli::Arguments& arguments) {
  std::vector<std::pair<std::string, std::string>> set;
  for (const std::string& given : arguments.all("set")) {
    const std::size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0)
      refuse_usage(
          "bad-set",
          fmt::format("--set {}: a dimension and its value are joined by `=`", printable(given)),
          "for example --set kind=individual");
    set.emplace_back(given.substr(0, equals), given.substr(equals + 1));
  }
  return set;
}

std::vector<Evidence> read_evidence(const cli::Arguments& arguments, const World& world) {
  const auto& texts = arguments.all("evidence");
  const auto& kinds = arguments.all("kind");
  if (kinds.size() > 1 && kinds.size() != texts.size())
    refuse_usage("bad-kinds",
                 fmt::format("{} kinds for {} pieces of evidence", kinds.size(), texts.size()),
                 "one --kind for all, or as many as --evidence, in order");
  if (kinds.size() == 1 && texts.empty())
    refuse_usage("bad-kinds", "--kind is the kind of --evidence, and there is none",
                 "add --evidence with a link, a reference or a file");
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string kind = kinds.empty() ? "" : kinds[kinds.size() == 1 ? 0 : i];
    evidence.push_back({texts[i], kind, hash_of_file(texts[i], world)});
  }
  return evidence;
}

void refuse_record(const std::vector<definitions::FieldProblem>& problems) {
  Diagnostics diagnostics;
  for (const auto& one : problems) diagnostics.push_back(problem(one.code, one.message, one.hint));
  throw Refused{ExitCode::usage, std::move(diagnostics)};
}

Diagnostics near_duplicates(const Programme& programme, std::span<const Record> log,
                            const Record& record) {
  Diagnostics warnings;
  for (const auto& [dimension, value] : record.dimensions) {
    if (!is_open(programme, record.subject, dimension)) continue;
    const auto seen = values_seen(log, record.subject, dimension);
    if (seen.contains(value)) continue;
    for (const std::string_view other : seen) {
      if (!nearly_equal(value, other)) continue;
      Diagnostic warning = problem("near-duplicate",
                                   fmt::format("{} `{}` is new, and the log has `{}`", dimension,
                                               printable(value), printable(other)),
                                   "if they are the same, correct this record");
      warning.severity = Diagnostic::Severity::warning;
      warnings.push_back(std::move(warning));
    }
  }
  return warnings;
}

std::string read_note(const cli::Arguments& arguments, std::string_view flag) {
  std::string note = arguments.find(flag).value_or("");
  if (!valid_utf8(note)) refuse_usage("bad-text", fmt::format("--{}: the text is not UTF-8", flag));
  if (note.size() > kLongestNote)
    refuse_usage("bad-text", fmt::format("--{}: longer than {} bytes", flag, kLongestNote),
                 "put it into a file and name that as evidence");
  return note;
}

Date read_learned(const cli::Arguments& arguments, Date today) {
  const auto given = arguments.find("learned");
  const Date learned = given ? read_day("learned", *given, today) : today;
  if (learned > today)
    refuse_usage(
        "learned-in-future",
        fmt::format("nothing can have been learned on {}: today is {}", iso(learned), iso(today)));
  return learned;
}

}  // namespace jalon::commands

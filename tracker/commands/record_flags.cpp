#include "tracker/commands/record_flags.hpp"

#include "rules/model/utf8.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/log/chain.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <fstream>
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

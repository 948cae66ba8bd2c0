#include "reports/rule_tests_view.hpp"
#include "rules/model/suggest.hpp"
#include "rules/rule_tests/run.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"
#include "tracker/rule_test_files.hpp"
#include "tracker/wildcard.hpp"
#include "tracker/workspace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace jalon::commands {
namespace {

using reports::RuleTestsFormat;
using rule_tests::Suite;
using rule_tests::Test;

[[noreturn]] void refuse_format(std::string_view said_by, std::string_view name) {
  refuse_usage("unknown-format",
               fmt::format("{}: test does not write `{}`", said_by, printable(name)),
               "terminal, json or junit; with -o .txt, .json or .xml");
}

const RuleTestsFormat& format_by(std::string_view said_by, std::string_view name,
                                 std::string_view RuleTestsFormat::*member) {
  const auto formats = reports::rule_tests_formats();
  const auto found = std::ranges::find(formats, name, member);
  if (found == formats.end()) refuse_format(said_by, name);
  return *found;
}

/// Where results go besides the standard output.
struct ResultsFile {
  std::filesystem::path path;
  const RuleTestsFormat* format;
};

std::vector<ResultsFile> results_files(const cli::Arguments& arguments, const World& world) {
  std::vector<ResultsFile> files;
  for (const std::string& name : arguments.all("output")) {
    std::string extension = std::filesystem::path{name}.extension().string();
    if (!extension.empty()) extension.erase(0, 1);
    files.push_back(
        {world.current_directory / name, &format_by(fmt::format("-o {}", printable(name)),
                                                    extension, &RuleTestsFormat::extension)});
  }
  return files;
}

void write_all(std::span<const ResultsFile> files, const reports::RuleTestsView& view,
               const World& world) {
  std::vector<std::string> texts;
  for (const ResultsFile& file : files) texts.push_back(file.format->render(view));
  std::vector<OutputFile> outputs;
  for (std::size_t i = 0; i < files.size(); ++i) outputs.push_back({files[i].path, texts[i]});
  write_output_files(outputs, {.before = world.before_write});
}

const RuleTestsFormat& wanted_format(const cli::Arguments& arguments) {
  const std::string name =
      arguments.find("format").value_or(arguments.has("json") ? "json" : "terminal");
  if (arguments.has("json") && name != "json")
    refuse_usage("bad-usage", "--format and --json say different things", "give one of them");
  return format_by("--format", name, &RuleTestsFormat::name);
}

/// A pattern stands for the whole name, another word for a part of it.
bool named_by(const Test& test, std::string_view word) {
  return test.name.find(word) != std::string::npos ||
         (has_wildcard(word) && matches(word, test.name));
}

/// The words of a sentence, without the marks around them.
void add_words(std::string_view sentence, std::vector<std::string_view>& words) {
  constexpr std::string_view kBetween = " ,;:.()\"'";
  while (!sentence.empty()) {
    const std::size_t end = std::min(sentence.find_first_of(kBetween), sentence.size());
    if (end > 0) words.push_back(sentence.substr(0, end));
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
  }
}

[[noreturn]] void refuse_name(const Suite& suite, std::string_view word) {
  std::vector<std::string_view> near;
  for (const Test& test : suite.tests) near.push_back(test.name);
  for (const Test& test : suite.tests) add_words(test.name, near);
  std::ranges::sort(near);
  near.erase(std::unique(near.begin(), near.end()), near.end());
  refuse_usage("unknown-test", fmt::format("no test has `{}` in its name", printable(word)),
               did_you_mean(word, near));
}

Suite chosen(Suite suite, std::span<const std::string> words) {
  if (words.empty()) return suite;
  for (const std::string& word : words) {
    const auto named = [&word](const Test& test) { return named_by(test, word); };
    if (std::ranges::none_of(suite.tests, named)) refuse_name(suite, word);
  }
  std::erase_if(suite.tests, [words](const Test& test) {
    return std::ranges::none_of(words,
                                [&test](const std::string& word) { return named_by(test, word); });
  });
  return suite;
}

Suite read_suite(const Workspace& workspace) {
  auto suite = read_rule_tests(workspace);
  if (!suite) throw Refused{ExitCode::invalid_input, suite.error()};
  return std::move(suite).value();
}

}  // namespace

ExitCode run_test(const cli::Arguments& arguments, World& world) {
  const RuleTestsFormat& format = wanted_format(arguments);
  const auto files = results_files(arguments, world);
  const Workspace workspace = open_workspace(arguments, world);
  const auto& words = arguments.all("NAME");
  const Suite suite = chosen(read_suite(workspace), words);
  const auto results = rule_tests::run(workspace.programme, suite);
  const auto labels = read_labels(arguments);
  reports::RuleTestsView view{.results = results,
                              .programme = workspace.programme.id,
                              .words = labels,
                              .verbose = arguments.has("verbose"),
                              .quiet = arguments.has("quiet"),
                              .partial = !words.empty()};
  write_all(files, view, world);
  const bool failed = results.failed() > 0;
  const bool silent = view.quiet && !failed && format.name == "terminal";
  if (!silent) world.out << format.render(view);
  return failed ? ExitCode::findings : ExitCode::done;
}

}  // namespace jalon::commands

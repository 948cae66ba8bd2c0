#include "tracker/cli/parse.hpp"

#include "rules/model/suggest.hpp"
#include "tracker/cli/words.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace jalon::cli {
namespace {

/// Stands before every value that CLI11 sees, so that it takes none for a flag, a list or an empty
/// one; taken off again when the values are read.
constexpr char kMark = '\x01';

void add_options(CLI::App& app, std::span<const Flag> flags) {
  for (const Flag& flag : flags) {
    const std::string name = fmt::format("--{}", flag.name);
    if (flag.value.empty())
      app.add_flag(name);
    else
      app.add_option(name)->expected(1)->multi_option_policy(
          flag.repeatable ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
  }
}

void add_positionals(CLI::App& app, std::span<const Positional> positionals) {
  for (const Positional& positional : positionals) {
    CLI::Option* option = app.add_option(std::string{positional.name});
    switch (positional.count) {
      case Positional::Count::one:
        option->required()->expected(1);
        break;
      case Positional::Count::optional:
        option->expected(1);
        break;
      case Positional::Count::any:
        option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args();
        break;
    }
  }
}

/// The words as CLI11 takes them from the back: long flags, marked values.
std::vector<std::string> marked(const std::vector<Word>& words) {
  std::vector<std::string> result;
  for (const Word& word : words) {
    if (const auto* given = std::get_if<GivenFlag>(&word)) {
      result.push_back(fmt::format("--{}", given->flag->name));
      if (given->value) result.push_back(kMark + *given->value);
    } else {
      result.push_back(kMark + std::get<std::string>(word));
    }
  }
  std::ranges::reverse(result);
  return result;
}

void take_results(const CLI::App& app, Arguments& arguments) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() == 0) continue;
    auto& values = arguments.values[option->get_single_name()];
    for (const std::string& value : option->results())
      values.push_back(!value.empty() && value.front() == kMark ? value.substr(1) : value);
  }
}

/// A flag that may be given once only.
void refuse_repeated(const std::vector<Word>& words, Diagnostics& problems) {
  std::vector<const Flag*> seen;
  for (const Word& word : words) {
    const auto* given = std::get_if<GivenFlag>(&word);
    if (given == nullptr || given->flag->repeatable || given->flag->value.empty()) continue;
    if (std::ranges::find(seen, given->flag) != seen.end())
      problems.push_back(
          problem("repeated-flag", fmt::format("--{} is given twice", given->flag->name)));
    seen.push_back(given->flag);
  }
}

std::string usage_hint(const Command& command) {
  return fmt::format("`jalon help {}` shows how it is used", command.name);
}

/// Words that are missing or too many, by the table.
void check_positionals(const Command& command, const std::vector<Word>& words,
                       Diagnostics& problems) {
  std::size_t least = 0;
  std::size_t most = 0;
  std::string missing;
  std::vector<std::string> given;
  for (const Word& word : words)
    if (const auto* text = std::get_if<std::string>(&word)) given.push_back(*text);
  for (const Positional& positional : command.positionals) {
    if (positional.count == Positional::Count::one && ++least > given.size() && missing.empty())
      missing = positional.name;
    most = positional.count == Positional::Count::any ? given.size() : most + 1;
  }
  if (!missing.empty())
    problems.push_back(problem("missing-argument",
                               fmt::format("`jalon {}` needs {}", command.name, missing),
                               usage_hint(command)));
  if (given.size() > most)
    problems.push_back(
        problem("unexpected-argument",
                fmt::format("`jalon {}` does not take `{}`", command.name, printable(given[most])),
                usage_hint(command)));
}

Result<Arguments> collect(const Command& command, const std::vector<Word>& words) {
  Diagnostics problems;
  refuse_repeated(words, problems);
  check_positionals(command, words, problems);
  if (!problems.empty()) return problems;

  CLI::App app;
  app.set_help_flag();
  add_options(app, common_flags());
  for (const auto& flags : command.flags) add_options(app, flags);
  add_positionals(app, command.positionals);
  try {
    app.parse(marked(words));
  } catch (const CLI::ParseError& error) {
    return problem("bad-usage", printable(error.what()), usage_hint(command));
  }
  Arguments arguments;
  arguments.command = command.name;
  take_results(app, arguments);
  return arguments;
}

bool asks_for(const std::vector<Word>& words, std::string_view flag) {
  return std::ranges::any_of(words, [&](const Word& word) {
    const auto* given = std::get_if<GivenFlag>(&word);
    return given != nullptr && given->flag->name == flag;
  });
}

}  // namespace

Result<Invocation> parse(std::span<const std::string> arguments) {
  const auto named = name_command(arguments);
  if (!named) return named.error();
  const Command& command = *named.value().command;
  const auto index = named.value().index;

  std::vector<std::string> rest{arguments.begin(), arguments.end()};
  if (index) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*index));
  const auto words = read_words(command, rest);
  if (!words) return words.error();
  if (asks_for(words.value(), "help"))
    return Invocation{Invocation::What::help, index ? &command : nullptr, {}};
  if (asks_for(words.value(), "version")) return Invocation{Invocation::What::version, nullptr, {}};

  auto collected = collect(command, words.value());
  if (!collected) return collected.error();
  return Invocation{Invocation::What::run, &command, std::move(collected).value()};
}

}  // namespace jalon::cli

#include "tracker/cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace jalon::cli {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kTermColumns = 27;  ///< where the text beside a flag begins

/// Breaks a text at blanks; every line begins with `indent` blanks, the first one is not indented.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string result;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (column > indent && column + 1 + word.size() > kColumns) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      result += ' ';
      ++column;
    }
    result += word;
    column += word.size();
  }
  return result;
}

/// A term and what it means beside it, or below it if the term is long.
std::string described(const std::string& term, std::string_view text) {
  const std::string padding = term.size() + 2 > kTermColumns - 1
                                  ? '\n' + std::string(kTermColumns, ' ')
                                  : std::string(kTermColumns - 2 - term.size(), ' ');
  return fmt::format("  {}{}{}\n", term, padding, wrapped(text, kTermColumns));
}

std::string term(const Flag& flag) {
  const std::string letter = flag.letter == 0 ? "    " : fmt::format("-{}, ", flag.letter);
  const std::string value = flag.value.empty() ? "" : fmt::format(" {}", flag.value);
  return fmt::format("{}--{}{}", letter, flag.name, value);
}

std::string flag_lines(std::span<const Flag> flags) {
  std::string text;
  for (const Flag& flag : flags) {
    const std::string help =
        flag.repeatable ? fmt::format("{} (repeatable)", flag.help) : std::string{flag.help};
    text += described(term(flag), help);
  }
  return text;
}

std::string paragraphs(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    result += wrapped(text.substr(0, end), 0) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string example_lines(std::span<const Example> examples) {
  std::string text;
  for (const Example& example : examples)
    text += fmt::format("  {}\n      {}\n", example.line, wrapped(example.says, 6));
  return text;
}

}  // namespace

std::string usage(const Command& command) {
  std::string line = fmt::format("jalon {}", command.name);
  for (const Positional& positional : command.positionals) {
    switch (positional.count) {
      case Positional::Count::one:
        line += fmt::format(" {}", positional.name);
        break;
      case Positional::Count::optional:
        line += fmt::format(" [{}]", positional.name);
        break;
      case Positional::Count::any:
        line += fmt::format(" [{}...]", positional.name);
        break;
    }
  }
  return line + " [FLAGS]";
}

std::string overall_help() {
  std::string text =
      "jalon tracks what a public programme promised, what is on record, and what is\n"
      "missing.\n\nUsage: jalon [COMMAND] [WORDS...] [FLAGS]\n";
  std::string_view group;
  for (const Command& command : commands()) {
    if (command.group != group) text += fmt::format("\n{}\n", command.group);
    group = command.group;
    const std::string summary = command.alias.empty()
                                    ? std::string{command.summary}
                                    : fmt::format("{} (also: {})", command.summary, command.alias);
    const std::string padding(
        std::max<std::size_t>(12, command.name.size() + 1) - command.name.size(), ' ');
    text += fmt::format("  {}{}{}\n", command.name, padding, wrapped(summary, 14));
  }
  text += fmt::format("\nFlags of every command\n{}", flag_lines(common_flags()));
  text +=
      "\nWithout a command: status. `jalon help COMMAND` says more about one.\n"
      "Exit codes: 0 done; 1 findings; 2 wrong usage; 3 something cannot be judged;\n"
      "4 definitions or a data file are wrong; 5 the log or a file failed; 130\n"
      "interrupted.\n";
  return text;
}

std::string help_for(const Command& command) {
  std::string text =
      fmt::format("jalon {}: {}\n\nUsage: {}\n", command.name, command.summary, usage(command));
  if (!command.alias.empty()) text += fmt::format("Also:  jalon {}\n", command.alias);
  if (!command.details.empty()) text += '\n' + paragraphs(command.details);
  if (!command.positionals.empty()) text += "\nWords\n";
  for (const Positional& positional : command.positionals)
    text += described(std::string{positional.name}, positional.help);
  text += "\nFlags\n";
  for (const auto& flags : command.flags) text += flag_lines(flags);
  text += flag_lines(common_flags());
  if (!command.examples.empty()) text += "\nExamples\n" + example_lines(command.examples);
  return text;
}

}  // namespace jalon::cli

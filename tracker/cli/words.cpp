#include "tracker/cli/words.hpp"

#include "rules/model/suggest.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::cli {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `-1`, `+3`, `-.5`, `-3..-1`: a value, never a flag.
bool is_signed_value(std::string_view word) {
  if (word.size() < 2 || (word[0] != '-' && word[0] != '+')) return false;
  return is_digit(word[1]) || (word[1] == '.' && word.size() > 2 && is_digit(word[2]));
}

bool looks_like_flag(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && !is_signed_value(word);
}

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// A flag by its name in any command: enough to know whether it takes the next word.
const Flag* find_anywhere(std::string_view name, char letter) {
  for (const Command& command : commands()) {
    const Flag* flag = name.empty() ? find_flag(command, letter) : find_flag(command, name);
    if (flag != nullptr) return flag;
  }
  return nullptr;
}

/// Does a flag that stands before the command take the word after it as its value?
bool takes_next_word(std::string_view word) {
  if (word.starts_with("--")) {
    const Flag* flag = find_anywhere(word.substr(2), 0);
    return flag != nullptr && !flag->value.empty();
  }
  const Flag* flag = find_anywhere({}, word[1]);
  return flag != nullptr && !flag->value.empty() && word.size() == 2;
}

Diagnostic unknown_command(const std::string& word) {
  if (contains(later_commands(), word))
    return problem("not-supported-yet", fmt::format("the command `{}` is not supported yet", word));
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    names.push_back(command.name);
    if (!command.alias.empty()) names.push_back(command.alias);
  }
  const std::string guess = did_you_mean(word, names);
  return problem("unknown-command", fmt::format("`{}` is not a command of jalon", printable(word)),
                 guess.empty() ? "`jalon help` lists them" : guess);
}

class WordReader {
 public:
  WordReader(const Command& command, std::span<const std::string> arguments)
      : command_{command}, arguments_{arguments} {}

  Result<std::vector<Word>> read() {
    bool only_positionals = false;
    while (next_ < arguments_.size()) {
      const std::string& word = arguments_[next_++];
      if (!only_positionals && word == "--") {
        only_positionals = true;
      } else if (only_positionals || !looks_like_flag(word)) {
        words_.push_back(Word{word});
      } else if (word.starts_with("--")) {
        read_long(std::string_view{word}.substr(2));
      } else {
        read_letters(std::string_view{word}.substr(1));
      }
    }
    if (!problems_.empty()) return std::move(problems_);
    return std::move(words_);
  }

 private:
  void read_long(std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    const Flag* flag = find_flag(command_, name);
    if (flag == nullptr) return unknown_flag(name);
    if (equals == std::string_view::npos) return take(*flag, fmt::format("--{}", name));
    if (flag->value.empty()) {
      problems_.push_back(problem("unexpected-value", fmt::format("--{} takes no value", name),
                                  fmt::format("write --{} alone", name)));
      return;
    }
    words_.push_back(Word{GivenFlag{flag, std::string{text.substr(equals + 1)}}});
  }

  /// `-n`, `-nq`, `-C DIR`, `-CDIR`
  void read_letters(std::string_view letters) {
    while (!letters.empty()) {
      const char letter = letters.front();
      letters.remove_prefix(1);
      const Flag* flag = find_flag(command_, letter);
      if (flag == nullptr) return unknown_letter(letter);
      if (!flag->value.empty() && !letters.empty()) {
        words_.push_back(Word{GivenFlag{flag, std::string{letters}}});
        return;
      }
      take(*flag, fmt::format("-{}", letter));
    }
  }

  void take(const Flag& flag, const std::string& shown) {
    if (flag.value.empty()) {
      words_.push_back(Word{GivenFlag{&flag, std::nullopt}});
    } else if (next_ == arguments_.size() || looks_like_flag(arguments_[next_])) {
      problems_.push_back(
          problem("missing-value", fmt::format("{} needs a value: {}", shown, flag.value),
                  fmt::format("a value that begins with a dash is written --{}=VALUE", flag.name)));
    } else {
      words_.push_back(Word{GivenFlag{&flag, arguments_[next_++]}});
    }
  }

  void unknown_flag(std::string_view name) {
    if (contains(later_flags(), name)) {
      problems_.push_back(
          problem("not-supported-yet", fmt::format("the flag --{} is not supported yet", name)));
      return;
    }
    std::vector<std::string_view> names;
    for (const auto& flags : command_.flags)
      for (const Flag& flag : flags) names.push_back(flag.name);
    for (const Flag& flag : common_flags()) names.push_back(flag.name);
    const auto near = nearest(name, names, 1);
    std::string hint = near.empty() ? fmt::format("`jalon help {}` lists its flags", command_.name)
                                    : fmt::format("did you mean `--{}`?", near.front());
    problems_.push_back(
        problem("unknown-flag",
                fmt::format("`--{}` is not a flag of `jalon {}`", printable(name), command_.name),
                std::move(hint)));
  }

  void unknown_letter(char letter) {
    problems_.push_back(problem("unknown-flag",
                                fmt::format("`-{}` is not a flag of `jalon {}`",
                                            printable(std::string(1, letter)), command_.name),
                                fmt::format("`jalon help {}` lists its flags", command_.name)));
  }

  const Command& command_;
  std::span<const std::string> arguments_;
  std::size_t next_ = 0;
  std::vector<Word> words_;
  Diagnostics problems_;
};

}  // namespace

Result<NamedCommand> name_command(std::span<const std::string> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--") break;
    if (looks_like_flag(word)) {
      if (takes_next_word(word)) ++i;
      continue;
    }
    if (const Command* command = find_command(word)) return NamedCommand{command, i};
    return unknown_command(word);
  }
  return NamedCommand{find_command("status"), std::nullopt};
}

Result<std::vector<Word>> read_words(const Command& command,
                                     std::span<const std::string> arguments) {
  return WordReader{command, arguments}.read();
}

}  // namespace jalon::cli

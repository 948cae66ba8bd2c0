#include "tracker/cli/completion.hpp"

#include "tracker/cli/command.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace jalon::cli {
namespace {

constexpr std::array<std::string_view, 3> kShells{"bash", "zsh", "fish"};

std::vector<const Flag*> all_flags(const Command& command) {
  std::vector<const Flag*> all;
  for (const auto& flags : command.flags) {
    for (const Flag& flag : flags) all.push_back(&flag);
  }
  for (const Flag& flag : common_flags()) all.push_back(&flag);
  return all;
}

/// In single quotes, as every shell here reads it.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string{"'\\''"} : std::string(1, c);
  return out + "'";
}

std::string names_of(const Command& command) {
  return command.alias.empty() ? std::string{command.name}
                               : fmt::format("{}|{}", command.name, command.alias);
}

std::string bash() {
  std::string names;
  std::string cases;
  for (const Command& command : commands()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", command.name);
    std::string flags;
    for (const Flag* flag : all_flags(command))
      flags += fmt::format("{}--{}", flags.empty() ? "" : " ", flag->name);
    cases += fmt::format("    {}) words={} ;;\n", names_of(command), shell_quoted(flags));
  }
  std::string text =
      "# bash completion of jalon: `source` it, or save it as\n"
      "# ~/.local/share/bash-completion/completions/jalon\n_jalon() {\n";
  text +=
      "  local current=${COMP_WORDS[COMP_CWORD]} command= words= i\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case ${COMP_WORDS[i]} in\n"
      "      -C) ((i++)) ;;\n"
      "      -*) ;;\n"
      "      *) command=${COMP_WORDS[i]}; break ;;\n"
      "    esac\n  done\n";
  text += fmt::format("  case $command in\n    '') words={} ;;\n{}  esac\n", shell_quoted(names),
                      cases);
  text +=
      "  [[ -n $command && $current != -* ]] && return\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n"
      "complete -o default -F _jalon jalon\n";
  return text;
}

/// `--as-of[the world at the end of this day]:DAY:`, with what zsh reads as its own escaped.
std::string zsh_flag(const Flag& flag) {
  std::string help;
  for (const char c : flag.help) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') help += '\\';
    help += c;
  }
  const std::string_view often = flag.repeatable ? "*" : "";
  const std::string value =
      flag.value.empty() ? std::string{} : fmt::format(":{}:_files", flag.value);
  return shell_quoted(fmt::format("{}--{}[{}]{}", often, flag.name, help, value));
}

std::string zsh() {
  std::string text =
      "#compdef jalon\n# zsh completion of jalon: save it as _jalon in a folder of "
      "$fpath\n_jalon() {\n  local -a names\n  names=(\n";
  for (const Command& command : commands())
    text +=
        fmt::format("    {}\n", shell_quoted(fmt::format("{}:{}", command.name, command.summary)));
  text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command names\n    return\n  fi\n"
      "  case $words[2] in\n";
  for (const Command& command : commands()) {
    text += fmt::format("    {}) _arguments", names_of(command));
    for (const Flag* flag : all_flags(command)) text += " \\\n      " + zsh_flag(*flag);
    text += " \\\n      '*::word:_files' ;;\n";
  }
  return text + "  esac\n}\ncompdef _jalon jalon 2>/dev/null\n";
}

std::string fish() {
  std::string text =
      "# fish completion of jalon: save it as\n"
      "# ~/.config/fish/completions/jalon.fish\n";
  for (const Command& command : commands()) {
    text += fmt::format("complete -c jalon -n __fish_use_subcommand -f -a {} -d {}\n",
                        shell_quoted(command.name), shell_quoted(command.summary));
    const std::string names = command.alias.empty()
                                  ? std::string{command.name}
                                  : fmt::format("{} {}", command.name, command.alias);
    for (const Flag* flag : all_flags(command)) {
      const std::string letter = flag->letter == 0 ? "" : fmt::format(" -s {}", flag->letter);
      text += fmt::format("complete -c jalon -n '__fish_seen_subcommand_from {}'{} -l {}{} -d {}\n",
                          names, letter, flag->name, flag->value.empty() ? "" : " -r",
                          shell_quoted(flag->help));
    }
  }
  return text;
}

}  // namespace

std::span<const std::string_view> completion_shells() noexcept { return kShells; }

std::string completion_script(std::string_view shell) {
  if (shell == "zsh") return zsh();
  return shell == "fish" ? fish() : bash();
}

}  // namespace jalon::cli

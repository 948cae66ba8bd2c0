#include "tracker/cli/man.hpp"

#include "tracker/cli/command.hpp"
#include "tracker/cli/help.hpp"

#include <fmt/format.h>

namespace jalon::cli {
namespace {

/// As roff prints it: a backslash and a hyphen are escaped, and no line begins with a control
/// character.
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string flag_term(const Flag& flag) {
  std::string term;
  if (flag.letter != 0) term += fmt::format("\\fB\\-{}\\fR, ", flag.letter);
  term += fmt::format("\\fB\\-\\-{}\\fR", roff(flag.name));
  if (!flag.value.empty()) term += fmt::format(" \\fI{}\\fR", roff(flag.value));
  return term;
}

std::string flag_items(std::span<const Flag> flags) {
  std::string text;
  for (const Flag& flag : flags) {
    const std::string_view again = flag.repeatable ? " (repeatable)" : "";
    text += fmt::format(".TP\n{}\n{}{}\n", flag_term(flag), roff(flag.help), again);
  }
  return text;
}

std::string roff_paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) out += fmt::format(".PP\n{}\n", roff(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string command_section(const Command& command) {
  std::string text = fmt::format(".SS {}\n\\fB{}\\fR\n", roff(command.name), roff(usage(command)));
  text += fmt::format(".PP\n{}", roff(command.summary));
  text += command.alias.empty() ? ".\n" : fmt::format(" (also: \\fB{}\\fR).\n", command.alias);
  text += roff_paragraphs(command.details);
  for (const Positional& one : command.positionals)
    text += fmt::format(".TP\n\\fI{}\\fR\n{}\n", roff(one.name), roff(one.help));
  for (const auto& flags : command.flags) text += flag_items(flags);
  for (const Example& example : command.examples)
    text += fmt::format(".TP\nExample: \\fB{}\\fR\n{}\n", roff(example.line), roff(example.says));
  return text;
}

constexpr std::string_view kExitCodes =
    ".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\nfindings\n.TP\n2\nwrong usage\n.TP\n3\nsomething "
    "cannot "
    "be judged\n.TP\n4\ndefinitions or a data file are wrong\n.TP\n5\nthe log or a file "
    "failed\n.TP\n"
    "75\nanother run is at work\n.TP\n130\ninterrupted\n";

constexpr std::string_view kEnvironment =
    ".SH ENVIRONMENT\n.TP\n\\fBJALON_WORKSPACE\\fR\nthe workspace, as \\fB\\-C\\fR\n.TP\n"
    "\\fBJALON_USER\\fR\nfor whom a record is made, as \\fB\\-\\-on\\-behalf\\-of\\fR\n.TP\n"
    "\\fBJALON_FORMAT\\fR\nas \\fB\\-\\-format\\fR\n.TP\n\\fBJALON_PAGER\\fR, \\fBPAGER\\fR\nwhat "
    "shows long texts on a terminal\n.TP\n\\fBNO_COLOR\\fR, \\fBCLICOLOR_FORCE\\fR\nnever, always "
    "colour\n.TP\n\\fBSOURCE_DATE_EPOCH\\fR\nthe time that stands in files which must state one\n";

}  // namespace

std::string man_page(std::string_view version) {
  std::string text = fmt::format(".TH JALON 1 \"\" \"jalon {}\" \"User Commands\"\n", version);
  text +=
      ".SH NAME\njalon \\- what a public programme promised, what is on record, what is missing\n"
      ".SH SYNOPSIS\n\\fBjalon\\fR [\\fICOMMAND\\fR] [\\fIWORDS\\fR...] [\\fIFLAGS\\fR]\n"
      ".SH DESCRIPTION\nJalon reads promises from definition files, keeps a log of dated updates "
      "that only grows, and judges one against the other as of any day and as known on any day. "
      "Without a command it shows the status of everything.\n.SH COMMANDS\n";
  for (const Command& command : commands()) text += command_section(command);
  text += fmt::format(".SH FLAGS OF EVERY COMMAND\n{}", flag_items(common_flags()));
  text += kExitCodes;
  return text.append(kEnvironment);
}

}  // namespace jalon::cli

#include "tracker/cli/completion.hpp"

#include "tracker/cli/command.hpp"
#include "tracker/cli/man.hpp"

#include <catch2/catch.hpp>

using namespace jalon;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '-' ? std::string{"\\-"} : std::string(1, c);
  return out;
}

}  // namespace

TEST_CASE("every command and flag is in the completion of every shell and in the manual page") {
  const std::string page = cli::man_page("1.2.3");
  CHECK(contains(page, "jalon 1.2.3"));
  for (const cli::Command& command : cli::commands()) {
    const std::string name{command.name};
    INFO(name);
    CHECK(contains(page, ".SS " + roff(name) + "\n"));
    for (const std::string_view shell : cli::completion_shells()) {
      INFO(shell);
      const std::string script = cli::completion_script(shell);
      CHECK(contains(script, name));
      for (const auto& flags : command.flags) {
        for (const cli::Flag& flag : flags) {
          const std::string dashes = shell == "fish" ? "-l " : "--";
          CHECK(contains(script, dashes + std::string{flag.name}));
          CHECK(contains(page, "\\-\\-" + roff(flag.name)));
        }
      }
    }
  }
}

TEST_CASE("no line of the manual page begins with a control character that is text") {
  std::string_view page_rest;
  const std::string page = cli::man_page("0");
  page_rest = page;
  while (!page_rest.empty()) {
    const auto end = std::min(page_rest.find('\n'), page_rest.size());
    const std::string_view line = page_rest.substr(0, end);
    page_rest.remove_prefix(std::min(end + 1, page_rest.size()));
    if (line.starts_with('.')) {
      INFO(line);
      const bool macro = line.starts_with(".TH ") || line.starts_with(".SH ") ||
                         line.starts_with(".SS ") || line == ".PP" || line == ".TP";
      CHECK(macro);
    }
    CHECK_FALSE(line.starts_with('\''));
  }
}

#include "tests/golden.hpp"
#include "tests/tracker/desk.hpp"
#include "tracker/cli/help.hpp"
#include "tracker/cli/parse.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

namespace jalon::tests {
namespace {

using cli::Invocation;

Invocation parsed(std::string_view line) {
  const auto result = cli::parse(split_words(line));
  INFO(line);
  if (!result) FAIL(render(result.error()));
  return result.value();
}

std::string refusal(std::string_view line) {
  const auto result = cli::parse(split_words(line));
  INFO(line);
  REQUIRE_FALSE(result);
  return render(result.error());
}

}  // namespace

TEST_CASE("a signed or negative value is a positional wherever it stands") {
  const auto [line, value] = GENERATE(table<std::string, std::string>({
      {"log poc -1", "-1"},
      {"log poc +1 --on 2020-01-15", "+1"},
      {"log --on 2020-01-15 poc -1", "-1"},
      {"log poc --set kind=a -1", "-1"},
      {"log poc --dry-run -1.5", "-1.5"},
      {"log poc -3..-1", "-3..-1"},
      {"log poc -n -.5", "-.5"},
      {"log -- poc -1", "-1"},
      {"log poc '>500'", ">500"},
      {"log poc ''", ""},
      {"log poc '[1,2]'", "[1,2]"},
  }));
  const Invocation invocation = parsed(line);
  CHECK(invocation.command->name == "log");
  CHECK(invocation.arguments.at("ID") == "poc");
  CHECK(invocation.arguments.at("VALUE") == value);
}

TEST_CASE(
    "a flag takes its value after a blank, an equals sign, or its letter, and one word only") {
  const auto line = GENERATE(as<std::string>{}, "log poc +1 --evidence a b", "log --evidence a");
  INFO(line);
  CHECK_FALSE(cli::parse(split_words(line)));
  CHECK(parsed("status --as-of 2020-01-01").arguments.at("as-of") == "2020-01-01");
  CHECK(parsed("status --as-of=2020-01-01").arguments.at("as-of") == "2020-01-01");
  CHECK(parsed("status -C work").arguments.at("workspace") == "work");
  CHECK(parsed("status -Cwork").arguments.at("workspace") == "work");
  CHECK(parsed("-C work status").arguments.at("workspace") == "work");
  CHECK(parsed("log poc +1 --note=--x").arguments.at("note") == "--x");
  CHECK(parsed("log poc +1 --note '[a,b]'").arguments.at("note") == "[a,b]");
  CHECK(parsed("log poc +1 -nq").arguments.has("dry-run"));
  CHECK(parsed("log poc +1 --evidence a --evidence b").arguments.all("evidence") ==
        std::vector<std::string>{"a", "b"});
}

TEST_CASE("without a command the line is one of status") {
  CHECK(parsed("").command->name == "status");
  CHECK(parsed("--as-of 2020-01-01").command->name == "status");
  CHECK(parsed("why x").command->name == "explain");
  CHECK(parsed("status status:missed 'a.*'").arguments.all("SEL").size() == 2);
}

TEST_CASE("what the command table does not know is refused with advice") {
  const auto [line, expected] = GENERATE(table<std::string, std::string>({
      {"stauts", "did you mean `status`?"},
      {"log poc +1 --evidnce a", "did you mean `--evidence`?"},
      {"log poc +1 --evid a", "`--evid` is not a flag of `jalon log`"},
      {"status --on 2020-01-01", "`--on` is not a flag of `jalon status`"},
      {"log poc +1 -x", "`-x` is not a flag"},
      {"log poc +1 --on", "--on needs a value"},
      {"log poc +1 --note --dry-run", "--note needs a value"},
      {"log poc +1 --dry-run=yes", "--dry-run takes no value"},
      {"log poc +1 --on 2020 --on 2021", "--on is given twice"},
      {"log", "`jalon log` needs ID"},
      {"log poc +1 +2", "does not take `+2`"},
      {"lint x", "does not take `x`"},
      {"judge x", "`jalon judge` needs COLOUR"},
      {"serve", "the command `serve` is not supported yet"},
      {"verify --deep", "--deep is not supported yet"},
      {"help --frobnicate", "`--frobnicate` is not a flag"},
  }));
  INFO(line);
  CHECK_THAT(refusal(line), Catch::Contains(expected));
}

TEST_CASE("hostile words of a command line are shown escaped") {
  const std::string text = refusal("'\x1b[31mred'");
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK_THAT(text, Catch::Contains("\\u{1b}"));
}

TEST_CASE("help and version are asked for in every usual way") {
  CHECK(parsed("--version").what == Invocation::What::version);
  CHECK(parsed("--help").what == Invocation::What::help);
  CHECK(parsed("--help").command == nullptr);
  CHECK(parsed("log -h").command->name == "log");
  CHECK(parsed("why --help").command->name == "explain");
}

TEST_CASE("the whole help fits 80 columns and is as it was reviewed") {
  std::string text = cli::overall_help();
  for (const auto& command : cli::commands())
    text += "\n" + std::string(80, '=') + "\n\n" + cli::help_for(command);
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(line.size() <= 80);
  }
  check_golden("help/help.txt", text);
}

TEST_CASE("no two flags of a command have one name or one letter") {
  for (const auto& command : cli::commands()) {
    std::vector<std::string> names;
    const auto add = [&](std::span<const cli::Flag> flags) {
      for (const auto& flag : flags) {
        names.emplace_back(flag.name);
        if (flag.letter != 0) names.emplace_back(1, flag.letter);
      }
    };
    add(cli::common_flags());
    for (const auto& flags : command.flags) add(flags);
    std::ranges::sort(names);
    INFO(command.name);
    CHECK(std::ranges::adjacent_find(names) == names.end());
  }
}

TEST_CASE("every example in the help is a command line that is understood") {
  for (const auto& command : cli::commands())
    for (const auto& example : command.examples) {
      INFO(example.line);
      const std::string_view line = example.line;
      REQUIRE(line.starts_with("jalon "));
      CHECK(parsed(line.substr(6)).command->name == command.name);
    }
}

}  // namespace jalon::tests

// A program that gets a text, and does not keep the job waiting.
#include "tracker/run_program.hpp"
#include "tests/child.hpp"
#include "tests/tracker/desk.hpp"

#include <catch2/catch.hpp>

#include <csignal>

namespace jalon::tests {
namespace {

using Words = std::vector<std::string>;

std::string run(const Desk& desk, const Words& command, std::string_view input = {},
                int seconds = 30) {
  std::signal(SIGPIPE, SIG_IGN);  // as the program does at its start
  const auto why = run_program(command, desk.folder(), input, seconds);
  std::signal(SIGPIPE, SIG_DFL);
  return why.value_or("");
}

}  // namespace

TEST_CASE("a program gets the text and its words, in the folder, without a shell") {
  const Desk desk;
  const std::string large(300'000, 'x');
  CHECK(run(desk, {"sh", "-c", "cat > out.txt; printf %s \"$1\" > word.txt", "sh", "$(id) ; *"},
            large) == "");
  CHECK(desk.read("out.txt") == large);
  CHECK(desk.read("word.txt") == "$(id) ; *");
}

TEST_CASE("why a program failed is told") {
  const Desk desk;
  CHECK(run(desk, {"sh", "-c", "exit 3"}) == "sh ended with code 3");
  CHECK(run(desk, {"no-such-program-anywhere"}) == "no-such-program-anywhere cannot be started");
  CHECK(run(desk, {"sh", "-c", "kill -9 $$"}) == "sh was ended by signal 9");
}

TEST_CASE("a program that does not read its input is no failure") {
  const Desk desk;
  CHECK(run(desk, {"true"}, std::string(300'000, 'x')) == "");
}

TEST_CASE("a program that takes too long is ended with all that it started") {
  const Desk desk;
  const std::string script = "(sleep 1.6; touch late.txt) & wait";
  CHECK(run(desk, {"sh", "-c", script}, {}, 1) == "sh took longer than 1 s and was ended");
  CHECK(run(desk, {"sleep", "1"}) == "");
  CHECK_FALSE(desk.has("late.txt"));
}

}  // namespace jalon::tests

#include "reports/ics.hpp"
#include "reports/formats.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace jalon;
using namespace jalon::tests;

namespace {

std::string times(int n, std::string_view text) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

std::string calendar(const reports::Input& input, const reports::Labels& words) {
  return reports::render_ics(reports::status_view(input), {words});
}

/// The to-do of that verdict, unfolded, with plain line ends.
std::string todo(std::string text, const std::string& id) {
  for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) text.erase(at, 3);
  std::erase(text, '\r');
  const std::size_t uid = text.find("UID:" + id + "@");
  if (uid == std::string::npos) return {};
  const std::size_t begin = text.rfind("BEGIN:VTODO", uid);
  return text.substr(begin, text.find("END:VTODO", uid) - begin);
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("in a calendar text is escaped") {
  const auto [text, escaped] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"plain Zo\u00eb", "plain Zo\u00eb"},
      {"a, b; c \\ d", "a\\, b\\; c \\\\ d"},
      {"two\nlines", "two\\nlines"},
      {"two\r\nlines\n", "two\\nlines\\n"},
      {"END:VTODO\r\nBEGIN:VALARM", "END:VTODO\\nBEGIN:VALARM"},
      {"a\rb", "a\\\\rb"},
      {"\x1b[31m", "\\\\u{1b}[31m"},
      {"\u202e", "\\\\u{202e}"},
      {"\xff", "\\\\x{ff}"},
  }));
  CHECK(reports::ics_text(text) == escaped);
}

TEST_CASE("lines of a calendar are folded at 75 octets between characters") {
  const std::string e = "\u00e9";
  const auto [line, folded] = GENERATE_COPY(table<std::string, std::string>({
      {"", "\r\n"},
      {times(75, "a"), times(75, "a") + "\r\n"},
      {times(76, "a"), times(75, "a") + "\r\n a\r\n"},
      {times(149, "a"), times(75, "a") + "\r\n " + times(74, "a") + "\r\n"},
      {times(150, "a"), times(75, "a") + "\r\n " + times(74, "a") + "\r\n a\r\n"},
      {times(74, "a") + e, times(74, "a") + "\r\n " + e + "\r\n"},
      {times(73, "a") + e + "b", times(73, "a") + e + "\r\n b\r\n"},
      {times(72, "a") + "\U0001F600", times(72, "a") + "\r\n \U0001F600\r\n"},
      {times(74, "a") + "\xff\xff", times(74, "a") + "\xff\r\n \xff\r\n"},
  }));
  CHECK(reports::ics_line(line) == folded);
}

TEST_CASE("a calendar says of each promise what is to be done until when") {
  const Sample one = sample();
  const std::string text = calendar(one.input(), one.words);
  const auto [id, part] = GENERATE(table<std::string, std::string>({
      {"proofs.individual", "DUE;VALUE=DATE:20200630\n"},
      {"proofs.individual", "STATUS:COMPLETED\n"},
      {"proofs.individual", "PRIORITY:3\n"},
      {"proofs.collective", "STATUS:NEEDS-ACTION\n"},
      {"proofs.collective", "SUMMARY:missed: "},
      {"visits.total", "SEQUENCE:1\n"},
      {"proofs.collective", "SEQUENCE:0\n"},
      {"strategy.draft", "DUE;VALUE=DATE:20200630\n"},
  }));
  INFO(todo(text, id));
  CHECK(contains(todo(text, id), part));
}

TEST_CASE("revisions decided later leave a calendar's sequence as it is") {
  Sample one = sample();
  const Date first = one.programme.targets[10].amendments[0].decided;
  const auto [days, sequence] = GENERATE(table<int, std::string>({{-1, "0"}, {0, "1"}}));
  reports::Input input = one.input();
  input.head.as_of = input.head.known = add_days(first, days);
  CHECK(contains(todo(calendar(input, one.words), "visits.total"), "SEQUENCE:" + sequence + "\n"));
}

TEST_CASE("a calendar has no deadline twice and none without a day") {
  const Sample one = sample();
  const std::string text = calendar(one.input(), one.words);
  CHECK(todo(text, "money.yearly").empty());  // decided by its period
  CHECK(!todo(text, "money.yearly[2020]").empty());
  CHECK(todo(text, "proofs.all").empty());  // a commitment, decided by one of its promises
  CHECK(todo(text, "course.share").empty());
  const std::string alone = calendar(one.input({"money.yearly"}), one.words);
  CHECK(!todo(alone, "money.yearly").empty());
}

TEST_CASE("a withdrawn promise with a due day is cancelled in a calendar") {
  Sample one = sample();
  for (engine::Verdict& verdict : one.evaluation.verdicts) {
    if (verdict.id == "exhibition") verdict.due.nominal = Date{2020, 9, 1};
  }
  CHECK(contains(todo(calendar(one.input(), one.words), "exhibition"), "STATUS:CANCELLED\n"));
}

TEST_CASE("the time of a calendar's making is that of the last record, else the day judged") {
  const Sample one = sample();
  reports::Input input = one.input({"proofs.individual"});
  const auto [stamp, time] = GENERATE(table<std::string, std::string>({
      {"", "20200715T000000Z"},
      {"2020-02-25T09:30:07.123456Z", "20200225T093007Z"},
      {"2020-02-25T09:30:07Z", "20200225T093007Z"},
  }));
  input.head.stamp = stamp;
  CHECK(contains(calendar(input, one.words), "DTSTAMP:" + time + "\r\n"));
}

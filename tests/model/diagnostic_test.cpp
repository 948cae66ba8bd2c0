#include "rules/model/diagnostic.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace jalon;

namespace {

Diagnostic unknown_key(std::string excerpt, std::uint32_t column, std::uint32_t length) {
  return {Diagnostic::Severity::error,
          "unknown-key",
          "no such key",
          {"a.toml", 29, column},
          std::move(excerpt),
          length,
          ""};
}

/// The source line and the line of carets below it, without the gutter.
std::pair<std::string, std::string> source_and_carets(const Diagnostic& diagnostic) {
  const std::string text = render(diagnostic);
  const auto first = text.find('\n') + 1;
  const auto second = text.find('\n', first) + 1;
  const auto end = text.find('\n', second);
  REQUIRE(end != std::string::npos);
  REQUIRE(text.substr(first, 7) == "  29 | ");
  REQUIRE(text.substr(second, 7) == "     | ");
  return {text.substr(first + 7, second - first - 8), text.substr(second + 7, end - second - 7)};
}

}  // namespace

TEST_CASE("A diagnostic says place, reason and advice and points at the words") {
  const Diagnostic diagnostic{Diagnostic::Severity::error,
                              "unknown-key",
                              "`indicater` is not a key of [[target]]",
                              {"targets/wallonia.toml", 29, 1},
                              "indicater = \"poc\"",
                              9,
                              "did you mean `indicator`?"};
  CHECK(render(diagnostic) ==
        "targets/wallonia.toml:29:1: error[unknown-key]: `indicater` is not a key of [[target]]\n"
        "  29 | indicater = \"poc\"\n"
        "     | ^~~~~~~~~\n"
        "  help: did you mean `indicator`?\n");
}

TEST_CASE("A diagnostic leaves out what it does not know") {
  Diagnostic diagnostic{Diagnostic::Severity::warning, "no-owner", "nobody owns `poc`"};
  CHECK(render(diagnostic) == "warning[no-owner]: nobody owns `poc`\n");
  diagnostic.hint = "add `owner`";
  CHECK(render(diagnostic) == "warning[no-owner]: nobody owns `poc`\n  help: add `owner`\n");
  diagnostic.where = {"a.toml"};
  CHECK(render(diagnostic) ==
        "a.toml: warning[no-owner]: nobody owns `poc`\n  help: add `owner`\n");
  diagnostic.where = {"a.toml", 3};
  diagnostic.excerpt = "[[target]]";
  CHECK(render(diagnostic) ==
        "a.toml:3: warning[no-owner]: nobody owns `poc`\n  3 | [[target]]\n  help: add `owner`\n");
}

TEST_CASE("Several diagnostics follow each other") {
  const Diagnostic one{Diagnostic::Severity::error, "a", "first"};
  const Diagnostic two{Diagnostic::Severity::warning, "b", "second"};
  CHECK(render(Diagnostics{one, two}) == "error[a]: first\nwarning[b]: second\n");
  CHECK(render(Diagnostics{}).empty());
  CHECK(has_errors({two, one}));
  CHECK_FALSE(has_errors({two, two}));
  CHECK_FALSE(has_errors({}));
}

TEST_CASE("The caret stands below the character, whatever stands before it") {
  struct Row {
    std::string excerpt;
    std::uint32_t column, length;
    std::string shown, carets;
  };
  const std::vector<Row> rows{
      {"abc = 1", 5, 1, "abc = 1", "    ^"},
      {"abc = 1", 7, 1, "abc = 1", "      ^"},
      {"abc = 1", 8, 1, "abc = 1", "       ^"},   // at the end of the line
      {"abc = 1", 50, 1, "abc = 1", "       ^"},  // beyond it
      {"abc = 1", 7, 99, "abc = 1", "      ^"},   // no longer than the line
      {"abc = 1", 1, 0, "abc = 1", "^"},
      {"\tabc", 2, 3, "\tabc", "\t^~~"},
      {"a\tb\tc", 5, 1, "a\tb\tc", " \t \t^"},
      {"é = ü", 5, 1, "é = ü", "    ^"},              // columns are characters
      {"e\u0301 = 1", 6, 1, "e\u0301 = 1", "    ^"},  // an accent of its own has no width
      {"\u65e5\u672c = 1", 4, 1, "\u65e5\u672c = 1", "     ^"},  // two columns each
      {"\u65e5 = 1", 1, 1, "\u65e5 = 1", "^~"},
      {"a\x1b"
       "b",
       3, 1, "a\\u{1b}b", "       ^"},
      {"a\u202e"
       "b",
       2, 1, "a\\u{202e}b", " ^~~~~~~~"},
      {"a\xff"
       "b",
       3, 1, "a\\x{ff}b", "       ^"},
      {"a\r", 2, 1, "a\\r", " ^~"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.excerpt, row.column, row.length);
    const auto [shown, carets] =
        source_and_carets(unknown_key(row.excerpt, row.column, row.length));
    CHECK(shown == row.shown);
    CHECK(carets == row.carets);
  }
}

TEST_CASE("A very long source line is cut around the caret") {
  std::string line(100'000, 'x');
  line[50'000] = '!';
  const auto [middle, middle_carets] = source_and_carets(unknown_key(line, 50'001, 1));
  CHECK(middle == "..." + std::string(40, 'x') + "!" + std::string(59, 'x') + "...");
  CHECK(middle_carets == std::string(43, ' ') + "^");

  const auto [start, start_carets] = source_and_carets(unknown_key(line, 1, 200'000));
  CHECK(start == std::string(100, 'x') + "...");
  CHECK(start_carets == "^" + std::string(99, '~'));

  const auto [end, end_carets] = source_and_carets(unknown_key(line, 100'000, 1));
  CHECK(end == "..." + std::string(100, 'x'));
  CHECK(end_carets == std::string(102, ' ') + "^");

  const auto [beyond, beyond_carets] = source_and_carets(unknown_key(line, 4'000'000'000U, 1));
  CHECK(beyond == "..." + std::string(100, 'x'));
  CHECK(beyond_carets == std::string(103, ' ') + "^");
}

TEST_CASE("A line of exactly the width that is shown is not cut") {
  const auto [shown, carets] = source_and_carets(unknown_key(std::string(100, 'x'), 100, 1));
  CHECK(shown == std::string(100, 'x'));
  CHECK(carets == std::string(99, ' ') + "^");
}

TEST_CASE("Messages and hints of any length do not flood the terminal") {
  Diagnostic diagnostic{Diagnostic::Severity::error, "too-long", std::string(1'000'000, 'x')};
  diagnostic.hint = std::string(1'000'000, '\x1b');
  diagnostic.where.file = std::string(1'000'000, '/');
  CHECK(render(diagnostic).size() < 20'000);
}

TEST_CASE("Control characters in any part of a diagnostic are shown escaped") {
  Diagnostic diagnostic = unknown_key("a", 1, 1);
  diagnostic.where.file = "a\x1b[31m.toml";
  diagnostic.message = "two\nlines";
  diagnostic.hint = "\u202eevil";
  CHECK(render(diagnostic) ==
        "a\\u{1b}[31m.toml:29:1: error[unknown-key]: two\\nlines\n"
        "  29 | a\n"
        "     | ^\n"
        "  help: \\u{202e}evil\n");
}

TEST_CASE("Diagnostics are sorted by line within a file and files stay in their order") {
  const auto at = [](std::string file, std::uint32_t line, std::uint32_t column, std::string code) {
    return Diagnostic{
        Diagnostic::Severity::error, std::move(code), "", {std::move(file), line, column}};
  };
  Diagnostics diagnostics{at("b.toml", 9, 1, "1"),  at("a.toml", 2, 1, "2"),
                          at("b.toml", 3, 5, "3"),  at("b.toml", 3, 2, "4"),
                          at("a.toml", 10, 1, "5"), at("b.toml", 3, 5, "6")};
  sort_by_place(diagnostics);
  std::string order;
  for (const auto& diagnostic : diagnostics) order += diagnostic.code;
  CHECK(order == "436125");
}

TEST_CASE("A place is written as file and line") {
  CHECK(Place{"targets/wallonia.toml", 29, 4}.str() == "targets/wallonia.toml:29");
  CHECK(Place{"a.toml"}.str() == "a.toml");
}

TEST_CASE("Printable text has no character that steers a terminal") {
  struct Row {
    std::string_view text, shown;
  };
  const std::vector<Row> rows{
      {"plain text, 100 %", "plain text, 100 %"},
      {"é\u65e5\U0001F600", "é\u65e5\U0001F600"},
      {"a\nb\rc\td", "a\\nb\\rc\\td"},
      {std::string_view{"a\0b", 3}, "a\\u{0}b"},
      {"\x1b]8;;\x07", "\\u{1b}]8;;\\u{7}"},
      {"\x7f", "\\u{7f}"},
      {"\u0085\u009b", "\\u{85}\\u{9b}"},
      {"\u200b\u200e\u200f\u2028\u202a\u202e\u2066\u2069\ufeff",
       "\\u{200b}\\u{200e}\\u{200f}\\u{2028}\\u{202a}\\u{202e}\\u{2066}\\u{2069}\\u{feff}"},
      {"\U000E0041", "\\u{e0041}"},
      {"\x80", "\\x{80}"},
      {"\xc3", "\\x{c3}"},
      {"\xc3(", "\\x{c3}("},
      {"\xc0\xaf", "\\x{c0}\\x{af}"},             // overlong
      {"\xed\xa0\x80", "\\x{ed}\\x{a0}\\x{80}"},  // surrogate
      {"\xf4\x90\x80\x80", "\\x{f4}\\x{90}\\x{80}\\x{80}"},
      {"\\u{1b}", "\\u{1b}"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.shown);
    CHECK(printable(row.text) == row.shown);
    CHECK(printable(printable(row.text)) == row.shown);
  }
}

TEST_CASE("Quoted text is cut in the middle, never inside an escape or a character") {
  CHECK(quoted("abc") == "`abc`");
  CHECK(quoted(std::string(60, 'x')) == "`" + std::string(60, 'x') + "`");
  CHECK(quoted(std::string(61, 'x')) ==
        "`" + std::string(27, 'x') + " ... " + std::string(27, 'x') + "`");
  CHECK(quoted(std::string(1'000'000, 'x')).size() == 61);
  std::string accents;
  for (int i = 0; i < 1'000; ++i) accents += "é";
  const std::string cut = quoted(accents, 21);
  CHECK(cut == "`éééé ... éééé`");
  CHECK(quoted(std::string(1'000, '\x1b'), 21) == "`\\u{1b} ... \\u{1b}`");
  CHECK(quoted(std::string(1'000, '\xff'), 21) == "`\\x{ff} ... \\x{ff}`");
}

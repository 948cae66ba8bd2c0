#include "reports/text.hpp"
#include "reports/escape.hpp"
#include "reports/figures.hpp"
#include "reports/machine.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;
using namespace jalon::reports;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "/") + line;
  return text;
}

std::string plain(std::string text) {
  for (auto at = text.find(kGroupSpace); at != std::string::npos; at = text.find(kGroupSpace)) {
    text.replace(at, kGroupSpace.size(), "_");
  }
  return text;
}

}  // namespace

TEST_CASE("the width of a text counts columns, not bytes") {
  struct Row {
    const char* text;
    int width;
  };
  const auto row = GENERATE(Row{"", 0}, Row{"abc", 3}, Row{"Zoë", 3}, Row{"Zoe\u0308", 3},
                            Row{"日本", 4}, Row{"🙂", 2}, Row{"a\u200bb", 2}, Row{"…", 1},
                            Row{"80\u202f000", 6}, Row{"\xff", 1});
  CHECK(display_width(row.text) == row.width);
}

TEST_CASE("a text is cut with an ellipsis and never inside a character") {
  CHECK(cut("abcdef", 6) == "abcdef");
  CHECK(cut("abcdef", 4) == "abc…");
  CHECK(cut("日本語", 4) == "日…");
  CHECK(cut("abc", 0).empty());
  CHECK(pad_right("Zoë", 5) == "Zoë  ");
  CHECK(pad_left("日", 3) == " 日");
}

TEST_CASE("a text is broken at blanks, a long word at a joint, else anywhere") {
  struct Row {
    const char* text;
    int width;
    const char* lines;
  };
  const auto row = GENERATE(Row{"", 10, ""}, Row{"one two three", 7, "one two/three"},
                            Row{"one two three", 3, "one/two/thr/ee"},
                            Row{"money.yearly[2019]", 14, "money.yearly[/2019]"},
                            Row{"abcdefgh", 3, "abc/def/gh"}, Row{"日本語", 3, "日/本/語"},
                            Row{"日本", 1, "日/本"});
  CHECK(joined(wrap(row.text, row.width)) == row.lines);
}

TEST_CASE("figures are grouped by three and never rounded") {
  const auto words = english();
  struct Row {
    const char* number;
    const char* shown;
  };
  const auto row = GENERATE(Row{"0", "0"}, Row{"2020", "2020"}, Row{"80000000", "80_000_000"},
                            Row{"-12345.678", "-12_345.678"}, Row{"26.4", "26.4"},
                            Row{"999999999999999999", "999_999_999_999_999_999"});
  CHECK(plain(figure(Decimal::parse(row.number).value(), words)) == row.shown);
}

TEST_CASE("a share in percent never looks better than it is") {
  const auto words = english();
  struct Row {
    const char* share;
    const char* shown;
  };
  const auto row = GENERATE(Row{"0.3333", "33.3_%"}, Row{"0.99996", "99.9_%"}, Row{"1", "100_%"},
                            Row{"0", "0_%"}, Row{"1.2", "120_%"}, Row{"-0.0005", "-0.1_%"});
  CHECK(plain(percent(Decimal::parse(row.share).value(), words)) == row.shown);
}

TEST_CASE("a rate has as many digits as a person can use, cut in its direction") {
  const auto at = [](const char* text, Rounding direction) {
    return coarse(Decimal::parse(text).value(), direction).str();
  };
  CHECK(at("400321.0178", Rounding::up) == "400322");
  CHECK(at("62668.4162", Rounding::down) == "62668");
  CHECK(at("1.2345", Rounding::up) == "1.24");
  CHECK(at("0.0238", Rounding::up) == "0.0238");
}

TEST_CASE("a hostile text stays data in HTML and Markdown") {
  CHECK(html_text("<b>\"A\" & 'B'</b>") == "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;");
  CHECK(html_text("a\x1b[31m\u202e") == "a\\u{1b}[31m\\u{202e}");
  struct Row {
    const char* text;
    const char* escaped;
  };
  const auto row = GENERATE(
      Row{"a|b", "a\\|b"}, Row{"`rm`", "\\`rm\\`"}, Row{"<script>", "&lt;script&gt;"},
      Row{"[a](b)", "\\[a\\](b)"}, Row{"- item", "\\- item"}, Row{"+ item", "\\+ item"},
      Row{"* item", "\\* item"}, Row{"# title", "\\# title"}, Row{"1. item", "1\\. item"},
      Row{"12) item", "12\\) item"}, Row{"2020-06-30", "2020-06-30"}, Row{"> quote", "&gt; quote"},
      Row{"    code", "code"}, Row{"===", "\\==="}, Row{"a\nb", "a\\\\nb"});
  CHECK(markdown_line(row.text) == row.escaped);
}

TEST_CASE("code in Markdown has a fence that its text cannot close") {
  CHECK(markdown_code("poc[a=b]", false) == "`poc[a=b]`");
  CHECK(markdown_code("a`b", false) == "`` a`b ``");
  CHECK(markdown_code("a|b", true) == "`a\\|b`");
  CHECK(markdown_code("a|b", false) == "`a|b`");
}

TEST_CASE("a text in JSON is escaped, and broken bytes are replaced") {
  CHECK(json_text("a\"b\\c\n\x01") == R"("a\"b\\c\u000a\u0001")");
  CHECK(json_text("\u202e\u0085\U000e0041") == R"("\u202e\u0085\udb40\udc41")");
  CHECK(json_text("Zoë\xff!") == "\"Zoë\xef\xbf\xbd!\"");
  CHECK(json_text("\xe2\x80") == "\"\xef\xbf\xbd\xef\xbf\xbd\"");
}

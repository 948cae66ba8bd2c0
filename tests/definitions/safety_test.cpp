// Texts that would exhaust a careless reader end in one mistake with a place.
#include "rules/definitions/load.hpp"
#include "tests/definitions/sample.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace jalon;
using definitions::File;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// The mistakes in a file that joins the sample.
Diagnostics mistakes(const std::string& text) {
  auto files = tests::sample_files();
  files.push_back({"hostile.toml", text});
  const auto programme = definitions::load(tests::sample_workspace(), files);
  return programme ? Diagnostics{} : programme.error();
}

}  // namespace

TEST_CASE("hostile texts are refused with one mistake and its place") {
  struct Row {
    const char* what;
    std::string text;
    const char* code;
    std::uint32_t line;
  };
  const std::string deep(100000, '[');
  const Row rows[] = {
      {"dots", "format = 1\na" + repeated(".a", 30000) + " = 1\n", "nested-too-deeply", 2},
      {"dots in a header", "format = 1\n[a" + repeated(".a", 30000) + "]\n", "nested-too-deeply",
       2},
      {"dots over brackets",
       "format = 1\n" + repeated("[a.a.a]\n", 3) + "a = {" + repeated("a.b={", 40) + "\n",
       "nested-too-deeply", 5},
      {"lists in lists", "format = 1\na = " + deep.substr(0, 60000) + "\n", "nested-too-deeply", 2},
      {"tables in tables on many lines", "format = 1\na = " + repeated("{ a =\n", 200000),
       "nested-too-deeply", 34},
      {"a long line", "format = 1\n# " + std::string(70000, 'x') + "\n", "line-too-long", 2},
      {"a large file", repeated("# comment\n", 450000), "file-too-large", 1},
      {"many empty tables", "format = 1\n" + repeated("[[x]]\n", 600000), "programme-too-large", 1},
      {"many list elements", "format = 1\na = [\n" + repeated("1,1,1,1,1,\n", 300000) + "]\n",
       "programme-too-large", 1},
      {"a NUL byte", std::string("format = 1\nab\0", 14), "nul-byte", 2},
      {"a cut character", "format = 1\n\xC3", "invalid-utf8", 2},
      {"an overlong character", "\xC0\xAF", "invalid-utf8", 1},
      {"a surrogate", "\xED\xA0\x80", "invalid-utf8", 1},
      {"the other byte order",
       "\xFF\xFE"
       "f",
       "invalid-utf8", 1},
      {"an open text", "format = 1\na = \"" + repeated("x\\\"", 1000), "syntax", 2},
      {"an open text of many lines", "format = 1\na = \"\"\"" + repeated("[[[\n", 1000), "syntax",
       1001},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Diagnostics found = mistakes(row.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == row.code);
    CHECK(found[0].where.file == "hostile.toml");
    CHECK(found[0].where.line == row.line);
  }
}

TEST_CASE("brackets and dots inside of texts and comments are not counted") {
  const std::string many = repeated("[{.", 100);
  const std::string text = "format = 1\n# " + many + "\n[[source]]\nid = \"s\" # " + many +
                           "\ntitle = \"\\\"" + many + "\"\npublisher = '" + many +
                           "'\nurl = \"\"\"" + many + "\n" + many + "\"\"\"\"\"\nnote = '''" +
                           many + "\n" + many + "'''\n";
  CHECK(render(mistakes(text)).empty());
}

TEST_CASE("a depth that people write is read") {
  CHECK(render(mistakes("format = 1\n[[source]]\nid = \"s\"\ntitle.en = \"S\"\n")).empty());
}

TEST_CASE("of very many mistakes the first are listed and the rest are counted") {
  const Diagnostics found = mistakes("format = 1\n" + repeated("[[source]]\n", 5000));
  REQUIRE(found.size() == 1001);
  CHECK(found.back().code == "too-many-mistakes");
  CHECK(found.back().message == "9000 more mistakes are not listed");
}

TEST_CASE("a programme of too many files is refused at the file that goes beyond") {
  definitions::Limits limits;
  const File workspace = tests::sample_workspace();
  auto files = tests::sample_files();
  limits.programme_bytes = workspace.text.size() + files[0].text.size() + files[1].text.size();
  CHECK(definitions::load(workspace, files, limits));
  files.push_back({"one-more.toml", "format = 1\n"});
  files.push_back({"and-another.toml", "format = 1\n"});
  const auto programme = definitions::load(workspace, files, limits);
  REQUIRE_FALSE(programme);
  REQUIRE(programme.error().size() == 1);
  CHECK(programme.error()[0].code == "programme-too-large");
  CHECK(programme.error()[0].where.file == "one-more.toml");
}

TEST_CASE("control characters in a definition are data, and a message shows them escaped") {
  const Diagnostics found = mistakes(
      "format = 1\n[[source]]\nid = \"s\"\ntitle = \"S\"\n\"\\u001b[31mred\\u202e\" = 1\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "unknown-key");
  const std::string said = render(found);
  CHECK(said.find('\x1b') == std::string::npos);
  CHECK(said.find("\\u{1b}[31mred\\u{202e}") != std::string::npos);
}

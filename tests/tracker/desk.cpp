#include "tests/tracker/desk.hpp"

#include "tests/golden.hpp"
#include "tracker/program.hpp"

#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace jalon::tests {
namespace {

constexpr std::string_view kSmallProgramme = R"(format = 1
[programme]
id       = "small"
title    = "A small programme"
timezone = "Europe/Brussels"
areas    = ["lab-to-market", "networking"]
levels   = ["wallonia"]
[definitions]
include = ["targets/*.toml"]
)";

constexpr std::string_view kSmallTargets = R"(format = 1
[[party]]
id   = "adn"
name = "Agency"

[[initiative]]
id    = "tremplin-ai"
title = "Tremplin AI"
owner = "adn"
area  = "lab-to-market"
level = "wallonia"
start = "2019-07"

[[indicator]]
id         = "poc"
title      = "Proofs of concept supported"
initiative = "tremplin-ai"
unit       = "PoC"
measure    = "flow"
key        = "project"
dimensions = { kind = ["individual", "collective"] }
evidence   = { min = 1, kinds = ["official-publication", "contract", "press"], required = true }
completeness = "attested"

[[target]]
id         = "tremplin-ai.poc-individual"
indicator  = "poc"
where      = { kind = "individual" }
at_least   = 2
before     = "2020-H2"
severity   = "high"

[[target]]
id         = "tremplin-ai.poc-collective"
indicator  = "poc"
where      = { kind = "collective" }
at_least   = 3
before     = "2020-H2"
severity   = "high"
checkpoint = [ { on = "2020-03-31", at_least = 1 } ]

[[commitment]]
id        = "tremplin-ai.pocs"
title     = "Two individual and three collective PoCs in the first half of 2020"
all       = ["tremplin-ai.poc-individual", "tremplin-ai.poc-collective"]
owner     = "adn"
severity  = "high"

[[initiative]]
id    = "network"
title = "Partner network"
area  = "networking"
level = "wallonia"
tags  = ["people"]

[[indicator]]
id         = "partner"
title      = "Official partners"
initiative = "network"
unit       = "partner"
measure    = "stock"

[[target]]
id        = "network.partners"
indicator = "partner"
at_least  = 20
by        = "2020"
severity  = "low"

[[indicator]]
id         = "coaching-day"
title      = "Days of coaching"
initiative = "network"
unit       = "day"
measure    = "flow"
dimensions = { company = "open" }

[[target]]
id          = "network.three-days"
indicator   = "coaching-day"
for_each    = "company"
at_least    = 3
each_within = "90d"
severity    = "low"

[[milestone]]
id         = "network.charter"
title      = "A charter"
initiative = "network"
stages     = ["draft", "signed"]
reach      = "signed"
by         = "mid-2020"
)";

std::filesystem::path temporary_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "jalon-desk-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
  return std::filesystem::canonical(name);
}

}  // namespace

std::vector<std::string> split_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\'' || c == '"') {
      const std::size_t end = line.find(c, i + 1);
      if (end == std::string_view::npos) throw std::invalid_argument{"an open quote"};
      word += line.substr(i + 1, end - i - 1);
      open = true;
      i = end;
    } else if (c == ' ') {
      if (open) words.push_back(std::exchange(word, {}));
      open = false;
    } else {
      word += c;
      open = true;
    }
  }
  if (open) words.push_back(word);
  return words;
}

Desk::Desk(std::string_view now) : folder_{temporary_folder()} {
  current = folder_;
  set_clock(now);
}

Desk::~Desk() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Outcome Desk::operator()(std::string_view line) { return run(split_words(line)); }

Outcome Desk::run(const std::vector<std::string>& words) {
  std::istringstream in{std::exchange(input, {})};
  std::ostringstream out;
  std::ostringstream err;
  World world{.now = now_,
              .random_bytes = [this](std::size_t count) { return seeded_bytes(seed_, count); },
              .in = in,
              .out = out,
              .err = err,
              .environment = environment,
              .current_directory = current,
              .system_account = "tester",
              .run_program = run_program,
              .before_write = before_write};
  const int code = jalon::run(words, world);
  return {code, shown(out.str()), shown(err.str())};
}

void Desk::set_clock(std::string_view text) { now_ = instant(text); }

void Desk::write(const std::string& name, std::string_view text) const {
  std::filesystem::create_directories((folder_ / name).parent_path());
  std::ofstream{folder_ / name, std::ios::binary} << text;
}

std::string Desk::read(const std::string& name) const { return read_file(folder_ / name); }

bool Desk::has(const std::string& name) const { return std::filesystem::exists(folder_ / name); }

std::string Desk::shown(std::string text) const {
  const std::string path = folder_.string();
  for (std::size_t at = 0; (at = text.find(path, at)) != std::string::npos;)
    text.replace(at, path.size(), "DESK");
  return text;
}

void write_small_programme(Desk& desk) {
  desk.write("jalon.toml", kSmallProgramme);
  desk.write("targets/small.toml", kSmallTargets);
  const Outcome made = desk("init");
  if (made.code != 0) throw std::runtime_error{made.err};
}

}  // namespace jalon::tests

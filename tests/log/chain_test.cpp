// The canonical line and the hashes: their bytes are final, so they are pinned here.
#include "tracker/log/chain.hpp"

#include "tests/golden.hpp"
#include "tests/log/fixture.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace jalon;
using namespace jalon::tests;

namespace {

/// Records that differ from a full one in one thing each, and the full one.
std::vector<Record> neighbours() {
  Record base = full_entry("uid").record;
  base.number = 7;
  base.replaces = 5;
  base.note_hash = std::string(64, 'b');
  const std::vector<std::function<void(Record&)>> changes{
      [](Record&) {},
      [](Record& r) { r.number = 8; },
      [](Record& r) { r.uid = "other"; },
      [](Record& r) { r.kind = RecordKind::correction; },
      [](Record& r) { r.subject = "visit"; },
      [](Record& r) { r.happened.from = {}; },
      [](Record& r) {
        r.happened.from = Date{2020, 6, 2};
      },
      [](Record& r) {
        r.happened.nominal = Date{2020, 6, 29};
      },
      [](Record& r) { r.happened.latest = {}; },
      [](Record& r) { r.happened.written = "Mid 2020"; },
      [](Record& r) { r.happened.vague = false; },
      [](Record& r) { r.happened.unit = PeriodUnit::half; },
      [](Record& r) { r.amount = {}; },
      [](Record& r) { r.amount->range.lo.at = Decimal{17}; },
      [](Record& r) { r.amount->range.lo.open = true; },
      [](Record& r) { r.amount->range.hi = {}; },
      [](Record& r) { r.amount->range.hi.open = false; },
      [](Record& r) { r.amount->number = {}; },
      [](Record& r) { r.amount->written = "~20.0"; },
      [](Record& r) { r.stage = "final"; },
      [](Record& r) { r.dimensions.pop_back(); },
      [](Record& r) { r.dimensions[0].value = "collective"; },
      [](Record& r) { r.key = ""; },
      [](Record& r) { r.evidence = {}; },
      [](Record& r) { std::swap(r.evidence[0], r.evidence[1]); },
      [](Record& r) { r.evidence[1].file_hash = ""; },
      [](Record& r) { r.evidence[0].kind = "contract"; },
      [](Record& r) { r.note_hash = ""; },
      [](Record& r) { r.replaces = 6; },
      [](Record& r) {
        r.learned = Date{2020, 1, 21};
      },
      [](Record& r) { r.recorded_at = "2020-01-20T09:30:00.000001Z"; },
      [](Record& r) { r.recorded_by = "another"; },
      [](Record& r) { r.on_behalf_of = ""; },
      [](Record& r) { r.tool_version = "0.1.1"; },
  };
  std::vector<Record> all;
  for (const auto& change : changes) {
    all.push_back(base);
    change(all.back());
  }
  return all;
}

}  // namespace

TEST_CASE("hashes are those of b2sum -l 256", "[log][chain]") {
  CHECK(log::blake2b("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(log::blake2b("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("a record's hash is that of the hash before it, a newline and its line", "[log][chain]") {
  const Record record = full_entry("uid").record;
  const std::string before(64, '0');
  CHECK(log::chain_hash(before, record) ==
        log::blake2b(before + "\n" + log::canonical_line(record)));
  CHECK(log::note_hash("5a17", "a note") == log::blake2b("5a17a note"));
}

TEST_CASE("the canonical lines are final", "[log][chain][golden]") {
  std::string lines;
  lines += log::canonical_line(neighbours().front()) + "\n";
  Record plain = entry("plain").record;
  plain.number = 1;
  lines += log::canonical_line(plain) + "\n";
  plain.happened = {"2020", Date{2020, 1, 1}, Date{2020, 12, 31}, Date{2020, 12, 31},
                    false,  PeriodUnit::year};
  plain.amount = Amount{{{Decimal::scaled(-1, 7)}, {Decimal{999999999999999999}}}, "a..b"};
  lines += log::canonical_line(plain) + "\n";
  lines += log::canonical_line({}) + "\n";
  check_golden("log/canonical_lines.jsonl", lines);
}

TEST_CASE("nothing that a record holds is left out of its line", "[log][chain]") {
  std::set<std::string> lines;
  const auto all = neighbours();
  for (const Record& record : all) lines.insert(log::canonical_line(record));
  CHECK(lines.size() == all.size());
}

TEST_CASE("a uid has the layout of UUID version 7 and sorts by time", "[log][chain]") {
  CHECK(log::make_uid(0x0123456789ab, std::string(10, '\xff')) ==
        "01234567-89ab-7fff-bfff-ffffffffffff");
  CHECK(log::make_uid(1, std::string(10, '\0')) == "00000000-0001-7000-8000-000000000000");
  CHECK(log::make_uid(1, std::string(10, '\xff')) < log::make_uid(2, std::string(10, '\0')));
  CHECK_THROWS_AS(log::make_uid(1, "short"), std::invalid_argument);
  CHECK_THROWS_AS(log::make_uid(-1, std::string(10, '\0')), std::invalid_argument);
}

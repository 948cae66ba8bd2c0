#include "rules/model/interval.hpp"

#include <catch2/catch.hpp>

using namespace jalon;

namespace {

End at(std::int64_t number) { return {Decimal{number}}; }
End open(std::int64_t number) { return {Decimal{number}, true}; }
const End kInfinite{};

}  // namespace

TEST_CASE("Comparisons respect open ends") {
  struct Row {
    End end;
    bool at_least, above, at_most, below;  ///< 5, as lower and as upper end
  };
  for (const auto& row :
       {Row{at(4), false, false, true, true}, Row{at(5), true, false, true, false},
        Row{open(5), true, true, true, true}, Row{at(6), true, true, false, false},
        Row{open(4), false, false, true, true}, Row{open(6), true, true, false, false},
        Row{kInfinite, false, false, false, false}}) {
    CAPTURE(row.end.at ? row.end.at->str() : "infinite", row.end.open);
    CHECK(certainly_at_least(row.end, Decimal{5}) == row.at_least);
    CHECK(certainly_above(row.end, Decimal{5}) == row.above);
    CHECK(certainly_at_most(row.end, Decimal{5}) == row.at_most);
    CHECK(certainly_below(row.end, Decimal{5}) == row.below);
  }
}

TEST_CASE("A sum of ends is infinite if one is and open if one is") {
  CHECK(at(2) + at(3) == at(5));
  CHECK(at(2) + open(3) == open(5));
  CHECK(open(2) + open(-3) == open(-1));
  CHECK(at(2) + kInfinite == kInfinite);
  CHECK(kInfinite + open(2) == kInfinite);
}

TEST_CASE("A hull holds both intervals") {
  CHECK(hull({at(1), at(2)}, {at(4), at(5)}) == Interval{at(1), at(5)});
  CHECK(hull({open(1), at(5)}, {at(1), open(5)}) == Interval{at(1), at(5)});
  CHECK(hull({at(1), at(2)}, {at(0), kInfinite}) == Interval{at(0), kInfinite});
  CHECK(hull({kInfinite, at(2)}, {at(0), open(2)}) == Interval{kInfinite, at(2)});
  CHECK(hull(Interval::anything(), Interval::exactly(Decimal{3})) == Interval::anything());
}

TEST_CASE("An intersection is what both allow, or nothing") {
  CHECK(intersection({at(1), at(4)}, {at(2), at(9)}) == Interval{at(2), at(4)});
  CHECK(intersection({at(1), at(4)}, {at(4), at(9)}) == Interval{at(4), at(4)});
  CHECK(intersection({at(1), at(4)}, {open(4), at(9)}) == std::nullopt);
  CHECK(intersection({at(1), open(4)}, {at(4), at(9)}) == std::nullopt);
  CHECK(intersection({at(1), at(3)}, {at(4), at(9)}) == std::nullopt);
  CHECK(intersection({open(1), kInfinite}, {at(1), at(9)}) == Interval{open(1), at(9)});
  CHECK(intersection(Interval::anything(), {at(1), open(9)}) == Interval{at(1), open(9)});
  CHECK(intersection(Interval::anything(), Interval::anything()) == Interval::anything());
}

TEST_CASE("Intervals are said in words") {
  CHECK(str(Interval::exactly(Decimal{19})) == "19");
  CHECK(str(Interval{at(18), at(22)}) == "18..22");
  CHECK(str(Interval{open(500), kInfinite}) == "more than 500");
  CHECK(str(Interval{at(500), kInfinite}) == "at least 500");
  CHECK(str(Interval{kInfinite, open(5)}) == "less than 5");
  CHECK(str(Interval{kInfinite, at(5)}) == "at most 5");
  CHECK(str(Interval{at(0), open(5)}) == "at least 0, less than 5");
  CHECK(str(Interval{open(90), at(100)}) == "more than 90, at most 100");
  CHECK(str(Interval::anything()) == "anything");
}

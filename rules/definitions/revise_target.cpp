#include "rules/definitions/revision_reading.hpp"

#include <fmt/format.h>

#include <utility>

namespace jalon::definitions {
namespace {

const Promise& last_promise(const Target& target) {
  return target.amendments.empty() ? static_cast<const Promise&>(target)
                                   : target.amendments.back().promise;
}

bool last_withdrawn(const Target& target) {
  return !target.amendments.empty() && target.amendments.back().withdrawn;
}

/// Which keys the revision names.
struct Named {
  bool comparison = false;
  bool time = false;
  bool start = false;
  bool tolerance = false;
  bool baseline = false;
  bool expect = false;
  bool checkpoint = false;
  bool split = false;

  [[nodiscard]] bool promise() const {
    return comparison || time || start || tolerance || baseline || expect || checkpoint;
  }
};

class TargetRevision {
 public:
  TargetRevision(RevisionReading& revision, Ref<Target> ref)
      : revision_{revision},
        reader_{revision.reader},
        reading_{revision.reader.reading()},
        target_{reading_.programme.targets[ref.index]},
        ref_{ref},
        old_{last_promise(target_)} {}

  bool run() {
    const std::size_t before = reading_.problems.size();
    read();
    const bool named = named_.promise() || named_.split || revision_.withdrawn;
    if (!reading_.sound_targets[ref_.index] || reading_.problems.size() != before) return named;
    if (named && !revision_.withdrawn) check_promise(reading_, read_);
    if (reading_.problems.size() == before && named) amend();
    return named;
  }

 private:
  void read() {
    read_.header = reader_.table().spot;
    read_.target = target_;
    read_.target.amendments.clear();
    if (reading_.sound_targets[ref_.index]) {
      read_.indicator = &reading_.programme[target_.indicator];
    }
    reader_.misplaced("reach", "belongs to a milestone, not to a target");
    if (revision_.withdrawn) {
      static_cast<Promise&>(read_.target) = old_;
      return;
    }
    read_clauses();
    read_rest();
    if (reading_.sound_targets[ref_.index]) require_rest();
    complete_goal(reading_, read_);
    if (read_.comparison) read_.target.comparison = read_.comparison->comparison;
    split_ = revise_split(revision_, read_, ref_);
    named_.split = split_.given;
  }

  /// The keys that a revision names, on top of the promise before.
  void read_clauses() {
    Promise& promise = read_.target;
    read_.comparison = read_comparison(reader_, Need::optional);
    named_.comparison = given({"at_least", "at_most", "between", "exactly", "trend"});
    if (!named_.comparison) {
      read_.comparison =
          ComparisonRead{old_.comparison, read_.header, std::string{key_of(old_.comparison)}};
    }
    read_.time = read_target_time(reader_, Need::optional);
    named_.time = given({"by", "before", "during", "undated", "per", "for_each", "hold"});
    if (!named_.time) read_.time = TimeRead{old_.time, read_.header};
    complete_share(reading_, read_);
    if (read_.time) promise.time = read_.time->time;
    named_.start = given({"start"});
    read_start(reader_, read_, old_.start);
  }

  void read_rest() {
    Promise& promise = read_.target;
    named_.tolerance = given({"tolerance"});
    named_.baseline = given({"baseline"});
    named_.expect = given({"expect"});
    named_.checkpoint = given({"checkpoint"});
    promise.tolerance.reset();
    promise.baseline.reset();
    promise.checkpoints.clear();
    read_width(reader_, read_);
    read_path(reader_, read_);
    keep_rest(promise);
  }

  /// What is not named stays, as long as it has a place.
  void keep_rest(Promise& promise) {
    if (!named_.tolerance && fits_tolerance()) {
      promise.tolerance = old_.tolerance;
      if (old_.tolerance) read_.tolerance = read_.header;
    }
    if (!named_.baseline && fits_baseline() && old_.baseline) {
      promise.baseline = old_.baseline;
      read_.baseline = read_.header;
      if (old_.baseline->on) read_.baseline_day = read_.header;
    }
    if (!named_.expect && fits_path() && old_.expect_linear) {
      promise.expect_linear = true;
      read_.expect = read_.header;
    }
    if (!named_.checkpoint && fits_checkpoints()) {
      promise.checkpoints = old_.checkpoints;
      read_.checkpoints.assign(old_.checkpoints.size(), {read_.header, read_.header});
    }
  }

  [[nodiscard]] bool given(std::initializer_list<std::string_view> keys) {
    bool any = false;
    for (const std::string_view key : keys) any = reader_.take(key) != nullptr || any;
    return any;
  }

  template <class Clause>
  [[nodiscard]] bool has() const {
    return read_.time && std::holds_alternative<Clause>(read_.time->time);
  }
  [[nodiscard]] bool compares(std::initializer_list<std::string_view> keys) const {
    if (!read_.comparison) return true;
    for (const std::string_view key : keys) {
      if (read_.comparison->key == key) return true;
    }
    return false;
  }
  [[nodiscard]] bool fits_tolerance() const { return !read_.comparison || !compares({"trend"}); }
  [[nodiscard]] bool fits_baseline() const {
    const bool flow = read_.indicator != nullptr && is_flow(*read_.indicator);
    return (!read_.comparison || !compares({"between"})) && !(has<Per>() && flow);
  }
  [[nodiscard]] bool fits_path() const {
    return compares({"at_least", "at_most"}) && !has<Undated>() && !has<Hold>();
  }
  [[nodiscard]] bool fits_checkpoints() const {
    return fits_path() && !has<Per>() && !has<ForEach>();
  }

  /// Numbers and days that went with the old promise are not taken over into a new one unsaid.
  void require_rest() {
    if (!named_.comparison && !named_.time) return;
    std::vector<std::string_view> missing;
    const auto miss = [&missing](bool had, bool named, bool fits, std::string_view key) {
      if (had && !named && fits) missing.push_back(key);
    };
    miss(old_.tolerance.has_value(), named_.tolerance, fits_tolerance(), "tolerance");
    miss(old_.baseline.has_value(), named_.baseline, fits_baseline(), "baseline");
    miss(old_.expect_linear, named_.expect, fits_path(), "expect");
    miss(!old_.checkpoints.empty(), named_.checkpoint, fits_checkpoints(), "checkpoint");
    const auto [first, end] = parts_of_split(reading_.programme, ref_);
    miss(named_.comparison && first != end, reader_.take("split") != nullptr, true, "split");
    if (missing.empty()) return;
    std::string keys;
    for (std::size_t i = 0; i < missing.size(); ++i) {
      if (i > 0) keys += i + 1 == missing.size() ? " and " : ", ";
      keys += fmt::format("`{}`", missing[i]);
    }
    reading_.problems.add(
        Code::must_restate, read_.header,
        fmt::format("target {} has {}: a revision that changes its {} must restate {}",
                    quoted(target_.id), keys, named_.time ? "time" : "number",
                    missing.size() == 1 ? "it" : "them"),
        "write what holds from then on, changed or not");
  }

  void amend() {
    const bool back = last_withdrawn(target_);
    const Amendment whole{*revision_.by, *revision_.decided, revision_.withdrawn, read_.target};
    const auto [first, end] = parts_of_split(reading_.programme, ref_);
    for (std::uint32_t i = first; i < end; ++i) {
      Target& part = reading_.programme.targets[i];
      const bool same = !named_.time && !named_.start && !named_.expect && !split_.given;
      if (same && !revision_.withdrawn && !back) continue;
      part.amendments.push_back(
          {whole.by, whole.decided, whole.withdrawn, part_promise(part, i - first)});
    }
    target_.amendments.push_back(whole);
  }

  [[nodiscard]] Promise part_promise(const Target& part, std::uint32_t index) const {
    Promise promise = last_promise(part);
    if (revision_.withdrawn) return promise;
    promise.time = read_.target.time;
    promise.start = read_.target.start;
    promise.expect_linear = read_.target.expect_linear;
    if (!split_.given) return promise;
    promise.comparison = split_.parts[index].comparison;
    promise.tolerance = split_.parts[index].tolerance;
    return promise;
  }

  RevisionReading& revision_;
  TableReader& reader_;
  Reading& reading_;
  Target& target_;
  Ref<Target> ref_;
  Promise old_;
  TargetReading read_ = {};
  Named named_ = {};
  SplitChange split_ = {};
};

}  // namespace

std::pair<std::uint32_t, std::uint32_t> parts_of_split(const Programme& programme,
                                                       Ref<Target> whole) {
  const std::uint32_t first = whole.index + 1;
  std::uint32_t end = first;
  while (end < programme.targets.size() && programme.targets[end].whole == whole) ++end;
  return {first, end};
}

bool revise_target(RevisionReading& revision, Ref<Target> ref) {
  return TargetRevision{revision, ref}.run();
}

}  // namespace jalon::definitions

#include "rules/engine/line.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace jalon::engine {
namespace {

bool is_negative(const Record& record) {
  const Interval& range = record.amount->range;
  return range.hi.at && (range.hi.at->is_negative() || range.hi.at->is_zero()) &&
         !(range.lo.at && range.lo.at->is_zero());
}

bool has_evidence(const std::vector<const Record*>& records) {
  return std::any_of(records.begin(), records.end(),
                     [](const Record* record) { return !record->evidence.empty(); });
}

/// Follows one object through its records, in order.
class Object {
 public:
  Object(const EvidenceRule& rule, FlowSeries& series) : rule_{&rule}, series_{&series} {}

  void take(std::size_t place) {
    const Entry& entry = series_->entries[place];
    const bool negative = is_negative(*entry.record);
    if (!negative && is_in_) {
      further(place, in_);
    } else if (!negative) {
      come_in(entry);
    } else if (is_in_) {
      go_out(entry);
    } else if (!pieces_.empty()) {
      further(place, out_);
    } else {
      series_->roles[place] = Role::without_effect;
    }
  }

  /// Hands over its stays; `number` is shared by them if there are several.
  void finish(std::uint32_t number) {
    settle();
    for (Piece& piece : pieces_) {
      if (pieces_.size() > 1) piece.object = number;
      series_->pieces.push_back(piece);
    }
  }

 private:
  void come_in(const Entry& entry) {
    settle();
    pieces_.push_back(
        {entry.from, entry.to, entry.order, entry.record, false, false, false, false, {}, 0});
    in_ = {entry.record};
    out_.clear();
    is_in_ = true;
  }

  void go_out(const Entry& entry) {
    pieces_.back().out = Piece::Out{entry.from, entry.to, false, false, entry.record};
    out_ = {entry.record};
    is_in_ = false;
  }

  void further(std::size_t place, std::vector<const Record*>& evidence) {
    series_->roles[place] = Role::further;
    evidence.push_back(series_->entries[place].record);
  }

  /// All evidence for the last stay is together.
  void settle() {
    if (pieces_.empty()) return;
    Piece& piece = pieces_.back();
    piece.proven = is_proven(*rule_, in_);
    piece.evident = has_evidence(in_);
    if (!piece.out) return;
    piece.out->proven = is_proven(*rule_, out_);
    piece.out->evident = has_evidence(out_);
  }

  const EvidenceRule* rule_;
  FlowSeries* series_;
  std::vector<Piece> pieces_ = {};
  std::vector<const Record*> in_ = {};
  std::vector<const Record*> out_ = {};
  bool is_in_ = false;
};

}  // namespace

FlowSeries flow_series(const Indicator& indicator, std::vector<Entry> entries) {
  FlowSeries series{std::move(entries), {}, {}, {}};
  series.roles.assign(series.entries.size(), Role::amount);
  series.pieces.reserve(series.entries.size());
  series.latest_so_far.reserve(series.entries.size());
  std::map<std::pair<DimensionValues, std::string>, Object> objects;
  for (std::size_t i = 0; i < series.entries.size(); ++i) {
    const Entry& entry = series.entries[i];
    if (!indicator.key.empty() && !entry.zero) {
      objects.try_emplace({entry.record->dimensions, entry.record->key}, indicator.evidence, series)
          .first->second.take(i);
      continue;
    }
    const bool negative = !entry.zero && is_negative(*entry.record);
    series.pieces.push_back({entry.from,
                             entry.to,
                             entry.order,
                             entry.record,
                             entry.zero,
                             negative,
                             entry.proven,
                             !entry.record->evidence.empty(),
                             {},
                             0});
  }
  std::uint32_t number = 0;
  for (auto& each : objects) each.second.finish(++number);
  if (!objects.empty())
    std::sort(series.pieces.begin(), series.pieces.end(), [](const Piece& a, const Piece& b) {
      return std::tie(a.from, a.to, a.order) < std::tie(b.from, b.to, b.order);
    });
  Day latest = kDawn;
  for (const Piece& piece : series.pieces) {
    latest = std::max(latest, piece.to);
    series.latest_so_far.push_back(latest);
  }
  return series;
}

std::vector<const Piece*> FlowSeries::possible(const Window& window) const {
  const auto begin = std::lower_bound(latest_so_far.begin(), latest_so_far.end(), window.first);
  std::vector<const Piece*> chosen;
  for (auto i = static_cast<std::size_t>(begin - latest_so_far.begin()); i < pieces.size(); ++i) {
    if (pieces[i].from > window.last) break;
    if (pieces[i].to >= window.first) chosen.push_back(&pieces[i]);
  }
  return chosen;
}

}  // namespace jalon::engine

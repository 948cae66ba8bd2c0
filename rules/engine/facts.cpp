#include "rules/engine/facts.hpp"

#include <algorithm>
#include <unordered_map>

namespace jalon::engine {
namespace {

/// Cuts one log; each step narrows what the one before left.
class Cut {
 public:
  Cut(std::span<const Record> log, const Moment& moment)
      : log_{log}, moment_{moment}, standing_(log.size(), Standing::in_force) {}

  Facts make() {
    leave_out_what_is_not_known();
    work_off_retractions();
    choose_versions();
    return collect();
  }

 private:
  [[nodiscard]] bool is_known(const Record& record) const {
    return record.learned <= moment_.known && (!moment_.upto || record.number <= *moment_.upto);
  }

  void leave_out_what_is_not_known() {
    for (std::size_t i = 0; i < log_.size(); ++i) {
      if (!is_known(log_[i])) {
        standing_[i] = Standing::learned_later;
      } else if (log_[i].kind == RecordKind::redaction) {
        standing_[i] = Standing::administrative;
      }
    }
  }

  /// From the highest number down, so that a retraction of a retraction comes first.
  void work_off_retractions() {
    for (std::size_t i = log_.size(); i-- > 0;) {
      if (log_[i].kind != RecordKind::retraction || standing_[i] != Standing::in_force) continue;
      standing_[i] = Standing::administrative;
      const auto named = place_of(log_[i].replaces);
      if (named && *named < i && standing_[*named] != Standing::learned_later) {
        standing_[*named] = Standing::retracted;
      }
    }
  }

  /// The highest correction in force takes the place of its original.
  void choose_versions() {
    for (std::size_t i = 0; i < log_.size(); ++i) {
      if (log_[i].kind != RecordKind::correction || standing_[i] != Standing::in_force) continue;
      const auto original = original_of(i);
      if (!original || standing_[*original] == Standing::learned_later) {
        standing_[i] = Standing::learned_later;
      } else if (standing_[*original] == Standing::retracted) {
        standing_[i] = Standing::retracted;
      } else {
        supersede(*original, i);
      }
    }
  }

  void supersede(std::size_t original, std::size_t version) {
    auto [current, first] = current_.try_emplace(original, version);
    standing_[first ? original : current->second] = Standing::superseded;
    current->second = version;
    original_[version] = log_[original].number;
  }

  [[nodiscard]] std::optional<std::size_t> place_of(std::optional<std::int64_t> number) const {
    if (!number) return std::nullopt;
    const auto found = std::lower_bound(
        log_.begin(), log_.end(), *number,
        [](const Record& record, std::int64_t wanted) { return record.number < wanted; });
    if (found == log_.end() || found->number != *number) return std::nullopt;
    return static_cast<std::size_t>(found - log_.begin());
  }

  [[nodiscard]] std::optional<std::size_t> original_of(std::size_t correction) const {
    auto place = place_of(log_[correction].replaces);
    while (place && log_[*place].kind == RecordKind::correction && *place < correction) {
      correction = *place;
      place = place_of(log_[correction].replaces);
    }
    if (place && log_[*place].kind != RecordKind::record) return std::nullopt;
    return place;
  }

  Facts collect() {
    Facts facts;
    for (std::size_t i = 0; i < log_.size(); ++i) {
      if (standing_[i] != Standing::in_force) continue;
      if (log_[i].kind == RecordKind::attestation) {
        facts.attestations.push_back(&log_[i]);
      } else if (log_[i].kind == RecordKind::judgement) {
        facts.judgements.push_back(&log_[i]);
      } else if (log_[i].happened.from && *log_[i].happened.from > moment_.as_of) {
        standing_[i] = Standing::in_advance;
      } else {
        facts.records.push_back({&log_[i], order_of(i)});
      }
    }
    std::stable_sort(facts.records.begin(), facts.records.end(),
                     [](const Fact& a, const Fact& b) { return a.order < b.order; });
    facts.standing = std::move(standing_);
    return facts;
  }

  [[nodiscard]] std::int64_t order_of(std::size_t place) const {
    const auto found = original_.find(place);
    return found == original_.end() ? log_[place].number : found->second;
  }

  std::span<const Record> log_;
  Moment moment_;
  std::vector<Standing> standing_;
  std::unordered_map<std::size_t, std::size_t> current_;    ///< original -> version in force
  std::unordered_map<std::size_t, std::int64_t> original_;  ///< version -> number of the original
};

}  // namespace

Facts facts_at(std::span<const Record> log, const Moment& moment) {
  return Cut{log, moment}.make();
}

const Record* find_record(std::span<const Record> log, std::int64_t number) {
  const auto found = std::ranges::lower_bound(log, number, {}, &Record::number);
  return found != log.end() && found->number == number ? &*found : nullptr;
}

}  // namespace jalon::engine

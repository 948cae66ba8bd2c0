#pragma once

#include "rules/engine/day.hpp"
#include "rules/engine/facts.hpp"
#include "rules/model/programme.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jalon::engine {

/// A record in force with what judging asks of it again and again.
struct Entry {
  Day from;
  Day to;
  std::int64_t order;    ///< the original's number
  const Record* record;  ///< the current version
  bool zero;             ///< a zero report (of a flow)
  bool proven;           ///< carries by itself the evidence that is required
};

/// Is enough distinct evidence of the kinds wanted among these records?
[[nodiscard]] bool is_proven(const EvidenceRule& rule, std::span<const Record* const> records);

// In what follows several values of one dimension mean any of them.

/// Is every dimension of `few` fixed to the same value or set of values in `many`? Both sorted.
[[nodiscard]] bool covers(const DimensionValues& few, const DimensionValues& many);
/// Do all dimensions that both name have a value in common?
[[nodiscard]] bool compatible(const DimensionValues& a, const DimensionValues& b);
/// The filter with one dimension more, or with a set of values narrowed to one.
[[nodiscard]] DimensionValues with(DimensionValues filter, const DimensionValue& more);

/// How far lists have been declared complete, for one subject.
class Attestations {
 public:
  void add(const DimensionValues& dimensions, const Record& record);
  /// The latest day through which an attestation covers the scope; kDawn if none does.
  [[nodiscard]] Day through(const DimensionValues& scope) const;
  /// The attestations that cover the scope, in number order.
  [[nodiscard]] std::vector<const Record*> covering(const DimensionValues& scope) const;

 private:
  struct Single {
    DimensionValues dimensions;
    const Record* record;
  };
  struct Group {
    std::vector<std::string> dimensions;
    std::unordered_map<std::string, Day> through;  ///< by the values of the dimensions
  };
  std::vector<Group> groups_;
  std::vector<Single> singles_;
};

/// The facts sorted by subject, in one pass over them: what every target reads from.
class Ledger {
 public:
  Ledger(const Programme& programme, const Facts& facts);

  /// All entries of an indicator, by (from, to, number).
  [[nodiscard]] const std::vector<Entry>& of(Ref<Indicator> indicator) const {
    return indicators_[indicator.index].entries;
  }
  /// Those with the dimensions of the filter, and the zero reports that it does not exclude. Of a
  /// flow or a level; a derived indicator has none.
  [[nodiscard]] std::vector<Entry> select(Ref<Indicator> indicator, const DimensionValues& filter);
  [[nodiscard]] const std::vector<Entry>& of(Ref<Milestone> milestone) const {
    return milestones_[milestone.index].entries;
  }
  [[nodiscard]] const Attestations& attestations(Ref<Indicator> indicator) const {
    return indicators_[indicator.index].attestations;
  }
  [[nodiscard]] const Attestations& attestations(Ref<Milestone> milestone) const {
    return milestones_[milestone.index].attestations;
  }

 private:
  /// The entries of an indicator by the values of some of its dimensions.
  struct Index {
    std::unordered_map<std::string, std::vector<std::uint32_t>> places;
    std::vector<std::uint32_t> partial;  ///< zero reports without one of the dimensions
  };
  struct Account {
    std::vector<Entry> entries;
    Attestations attestations;
    std::map<std::string, Index> indexes;  ///< by the names of the dimensions
  };

  void learn_names();
  void enter(const Fact& fact);
  void attest(const Record& record);
  void attest(Ref<Indicator> indicator, const DimensionValues& dimensions, const Record& record);
  static Index& index_for(Account& account, const std::vector<std::string>& dimensions);

  const Programme* programme_;
  std::vector<Account> indicators_;
  std::vector<Account> milestones_;
  // Old ids stand beside those of today.
  std::unordered_map<std::string_view, Ref<Indicator>> indicator_ids_;
  std::unordered_map<std::string_view, Ref<Milestone>> milestone_ids_;
  std::unordered_map<std::string, Ref<Target>> target_ids_;
};

}  // namespace jalon::engine

#include "rules/engine/commitment.hpp"

#include <algorithm>

namespace jalon::engine {
namespace {

/// A walk from each commitment down to its members, without recursion: nesting may be deep.
class Walk {
 public:
  explicit Walk(const Programme& programme)
      : programme_{programme}, seen_(programme.commitments.size(), false) {}

  std::vector<Ref<Commitment>> order() {
    for (std::uint32_t i = 0; i < programme_.commitments.size(); ++i) {
      enter({i});
      while (!open_.empty()) advance();
    }
    return std::move(order_);
  }

 private:
  struct Open {
    Ref<Commitment> commitment;
    std::size_t next;  ///< the member to look at
  };

  void enter(Ref<Commitment> ref) {
    if (seen_[ref.index]) return;
    seen_[ref.index] = true;
    open_.push_back({ref, 0});
  }

  void advance() {
    Open& top = open_.back();
    const auto& members = programme_[top.commitment].members;
    if (top.next == members.size()) {
      order_.push_back(top.commitment);
      open_.pop_back();
      return;
    }
    const Member& member = members[top.next++];
    if (const auto* below = std::get_if<Ref<Commitment>>(&member)) enter(*below);
  }

  const Programme& programme_;
  std::vector<bool> seen_;
  std::vector<Open> open_ = {};
  std::vector<Ref<Commitment>> order_ = {};
};

}  // namespace

std::vector<Ref<Commitment>> by_dependency(const Programme& programme) {
  return Walk{programme}.order();
}

Composed composed(const Commitment& commitment, const std::vector<Ranked>& members) {
  std::vector<Child> children;
  std::vector<Child> run_out;
  for (const Ranked& member : members) {
    if (member.child.verdict->status == Status::voided) continue;
    children.push_back(member.child);
    if (member.run_out) run_out.push_back(member.child);
  }
  Composed whole{{}, !children.empty() && run_out.size() == children.size()};
  const bool by_share = std::holds_alternative<ShareOf>(commitment.rule);
  if (by_share && !children.empty() && run_out.empty()) {
    whole.judged.verdict.status = Status::pending;
    whole.judged.verdict.reason = Reason::on_record;
  } else {
    decide(whole.judged, std::move(by_share ? run_out : children), commitment.rule);
  }
  return whole;
}

}  // namespace jalon::engine

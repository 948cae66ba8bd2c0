// Commitments of commitments: none contains itself, and none is nested without end.
#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::size_t kDeepest = 32;  // commitments inside of one another

/// Walks down from every commitment, without recursion: hostile files may nest as deep as they
/// like.
class MemberWalk {
 public:
  explicit MemberWalk(Reading& reading)
      : reading_{reading},
        states_(reading.programme.commitments.size(), State::unseen),
        heights_(reading.programme.commitments.size(), 1) {}

  void run() {
    for (std::uint32_t i = 0; i < states_.size(); ++i) {
      if (states_[i] == State::unseen) walk(i);
    }
  }

 private:
  enum class State { unseen, on_the_way, done };
  struct Step {
    std::uint32_t commitment;
    std::size_t next = 0;  ///< member to look at
  };

  void walk(std::uint32_t first) {
    enter(first);
    while (!way_.empty()) {
      Step& step = way_.back();
      const auto& members = reading_.programme.commitments[step.commitment].members;
      if (step.next == members.size()) {
        leave();
        continue;
      }
      const std::size_t at = step.next++;
      const auto* inner = std::get_if<Ref<Commitment>>(&members[at]);
      if (inner == nullptr) continue;
      const Spot spot = reading_.member_spots[step.commitment][at];
      if (states_[inner->index] == State::unseen) {
        enter(inner->index);
      } else if (states_[inner->index] == State::on_the_way) {
        refuse_cycle(inner->index, spot);
      } else {
        raise(step.commitment, heights_[inner->index]);
      }
    }
  }

  void enter(std::uint32_t commitment) {
    states_[commitment] = State::on_the_way;
    way_.push_back({commitment});
  }

  void leave() {
    const std::uint32_t done = way_.back().commitment;
    states_[done] = State::done;
    way_.pop_back();
    if (heights_[done] == kDeepest + 1) refuse_depth(done);
    if (!way_.empty()) raise(way_.back().commitment, heights_[done]);
  }

  void raise(std::uint32_t commitment, std::size_t inner) {
    heights_[commitment] = std::max(heights_[commitment], inner + 1);
  }

  [[nodiscard]] const std::string& id(std::uint32_t commitment) const {
    return reading_.programme.commitments[commitment].id;
  }

  /// a -> b -> a
  void refuse_cycle(std::uint32_t again, Spot spot) {
    const auto begin = std::find_if(way_.begin(), way_.end(),
                                    [again](const Step& step) { return step.commitment == again; });
    std::string path;
    for (auto step = begin; step != way_.end(); ++step) {
      if (step - begin == 10) {
        path += "... -> ";
        break;
      }
      path += id(step->commitment) + " -> ";
    }
    reading_.problems.add(Code::member_cycle, spot,
                          fmt::format("the commitment contains itself: {}{}", path, id(again)),
                          "take one of the members on this way out");
  }

  void refuse_depth(std::uint32_t commitment) {
    const auto& members = reading_.programme.commitments[commitment].members;
    std::size_t at = 0;
    while (!std::holds_alternative<Ref<Commitment>>(members[at])) ++at;
    reading_.problems.add(
        Code::nested_too_deeply, reading_.member_spots[commitment][at],
        fmt::format("commitments contain one another more than {} deep", kDeepest));
  }

  Reading& reading_;
  std::vector<State> states_;
  std::vector<std::size_t> heights_;  ///< commitments from this one down
  std::vector<Step> way_ = {};
};

}  // namespace

void check_members(Reading& reading) { MemberWalk{reading}.run(); }

}  // namespace jalon::definitions

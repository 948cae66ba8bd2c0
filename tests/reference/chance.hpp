#pragma once

#include <cstdint>
#include <vector>

namespace jalon::reference {

/// A stream of numbers that a seed fixes, the same on every machine (splitmix64).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_{seed} {}

  [[nodiscard]] std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }
  /// 0 to number - 1
  [[nodiscard]] int below(int number) {
    return static_cast<int>(next() % static_cast<std::uint64_t>(number));
  }
  /// first to last, both included
  [[nodiscard]] int between(int first, int last) { return first + below(last - first + 1); }
  [[nodiscard]] bool percent(int chances) { return below(100) < chances; }
  template <class T>
  [[nodiscard]] const T& pick(const std::vector<T>& from) {
    return from.at(static_cast<std::size_t>(below(static_cast<int>(from.size()))));
  }

 private:
  std::uint64_t state_;
};

}  // namespace jalon::reference

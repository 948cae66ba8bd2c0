#include "rules/engine/explain.hpp"
#include "rules/engine/verdict.hpp"

#include <algorithm>
#include <array>

namespace jalon::engine {
namespace {

constexpr std::array<std::string_view, kStatusCount> kStatuses{
    "met", "met-late", "pending", "unknown", "overdue", "missed", "void"};
constexpr std::array<std::string_view, 10> kReasons{
    "on-record",  "vague-due",  "no-denominator", "no-data",    "stale",
    "unverified", "vague-date", "vague-value",    "incomplete", "withdrawn"};
constexpr std::array<std::string_view, 4> kOutlooks{"none", "on-track", "at-risk", "off-track"};
constexpr std::array<std::string_view, 3> kEvidence{"confirmed", "reported", "none"};
constexpr std::array<std::string_view, 3> kAges{"fresh", "ageing", "stale"};
constexpr std::array<std::string_view, 3> kColours{"green", "amber", "red"};
constexpr std::array<std::string_view, 6> kKinds{"target", "part",      "period",
                                                 "member", "milestone", "commitment"};
constexpr std::array<std::string_view, 13> kParts{
    "counted",         "possible",    "unevidenced",    "too-late",      "too-early",
    "other-dimension", "same-object", "without-effect", "older-reading", "superseded",
    "retracted",       "in-advance",  "learned-later"};

template <class Enum, std::size_t count>
std::string_view word(const std::array<std::string_view, count>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t count>
std::optional<Enum> value(const std::array<std::string_view, count>& words, std::string_view word) {
  const auto* found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace

std::string_view name(Status status) { return word(kStatuses, status); }
std::string_view name(Reason reason) { return word(kReasons, reason); }
std::string_view name(Outlook::State state) { return word(kOutlooks, state); }
std::string_view name(Confidence::Evidence evidence) { return word(kEvidence, evidence); }
std::string_view name(Confidence::Age age) { return word(kAges, age); }
std::string_view name(Judgement::Colour colour) { return word(kColours, colour); }
std::string_view name(VerdictKind kind) { return word(kKinds, kind); }
std::string_view name(Part part) { return word(kParts, part); }

std::optional<Status> status_from(std::string_view name) { return value<Status>(kStatuses, name); }
std::optional<Judgement::Colour> colour_from(std::string_view name) {
  return value<Judgement::Colour>(kColours, name);
}

}  // namespace jalon::engine

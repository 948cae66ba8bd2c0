#include "rules/definitions/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

constexpr std::array<std::string_view, 4> kRules{"all", "any", "at_least", "share"};

/// Every id that a commitment may name, for suggestions.
std::vector<std::string_view> member_ids(const Reading& reading) {
  std::vector<std::string_view> out;
  for (const auto& [id, index] : reading.targets) out.push_back(id);
  std::sort(out.begin(), out.end());
  for (const Kind kind : {Kind::milestone, Kind::commitment}) {
    for (const std::string_view id : reading.names.of(kind)) out.push_back(id);
  }
  return out;
}

void refuse_unknown(TableReader& reader, const Node& node) {
  if (reader.problems().full()) return reader.problems().leave_out();
  const std::string& id = node.text;
  const std::string whole = id.substr(0, id.find('['));
  if (!reader.reading().names.complete() || reader.reading().broken_splits.contains(whole)) return;
  std::string hint = reader.problems().suggest(id, member_ids(reader.reading()));
  if (hint.empty() && reader.reading().targets.contains(whole)) {
    hint =
        "members are whole targets, parts of a split, milestones and commitments; periods and "
        "members of a group are not";
  }
  reader.problems().add(Code::unknown_reference, node.spot,
                        fmt::format("no target, milestone or commitment is called {}", quoted(id)),
                        std::move(hint));
}

std::optional<Member> read_member(TableReader& reader, const Node& node) {
  const Reading& reading = reader.reading();
  const auto target = reading.targets.find(node.text);
  if (target != reading.targets.end()) return Ref<Target>{target->second};
  const Names::Named* found = reading.names.find(node.text);
  if (found == nullptr) {
    refuse_unknown(reader, node);
    return std::nullopt;
  }
  if (found->kind == Kind::milestone) return Ref<Milestone>{found->index};
  if (found->kind == Kind::commitment) return Ref<Commitment>{found->index};
  reader.problems().add(Code::wrong_kind, node.spot,
                        fmt::format("{} is {}, not a target, milestone or commitment",
                                    quoted(node.text), with_article(found->kind)),
                        reader.problems().suggest(node.text, member_ids(reading)));
  return std::nullopt;
}

/// What is read of a commitment, with the places of its members.
struct CommitmentReading {
  Commitment commitment = {};
  std::vector<Spot> members = {};
};

void read_members(TableReader& reader, const Entry& entry, CommitmentReading& out) {
  if (!read_texts(reader.problems(), entry.key, entry.value)) return;
  for (const Node& node : entry.value.items) {
    const auto member = read_member(reader, node);
    if (!member) continue;
    out.commitment.members.push_back(*member);
    out.members.push_back(node.spot);
  }
}

void read_count(TableReader& reader, const Entry& entry, CommitmentReading& out) {
  const Entry* of = reader.require("of");
  if (of == nullptr) return;
  read_members(reader, *of, out);
  const auto k = read_whole(reader.problems(), "at_least", entry.value, 1, 1000000);
  if (!k || of->value.kind != Node::Kind::list) return;
  if (static_cast<std::size_t>(*k) > of->value.items.size()) {
    reader.problems().add(
        Code::out_of_range, entry.value.spot,
        fmt::format("at least {} of {} members can never be", *k, of->value.items.size()));
  }
  out.commitment.rule = AtLeastOf{static_cast<std::uint32_t>(*k)};
}

void read_share(TableReader& reader, const Entry& entry, CommitmentReading& out) {
  if (const Entry* of = reader.require("of")) read_members(reader, *of, out);
  const auto share =
      read_fraction(reader.problems(), "share", entry.value, "write 0.8 for four members in five");
  if (share) out.commitment.rule = ShareOf{*share};
}

void read_rule(TableReader& reader, CommitmentReading& out) {
  std::vector<const Entry*> given;
  for (const std::string_view key : kRules) {
    const Entry* entry = reader.take(key);
    if (entry != nullptr) given.push_back(entry);
  }
  const Entry* of = reader.take("of");
  if (given.size() != 1) {
    reader.problems().add(
        Code::one_rule, given.empty() ? reader.table().spot : given[1]->spot,
        given.empty() ? "[[commitment]] does not say what it is made of"
                      : fmt::format("[[commitment]] has two rules: `{}` and `{}`", given[0]->key,
                                    given[1]->key),
        "write exactly one of `all`, `any`, `at_least` with `of` and `share` with `of`");
    return;
  }
  const Entry& rule = *given[0];
  if (rule.key == "at_least") return read_count(reader, rule, out);
  if (rule.key == "share") return read_share(reader, rule, out);
  if (of != nullptr)
    reader.misplaced("of", "belongs to `at_least` or `share`, which are not there");
  if (rule.key == "any") out.commitment.rule = Any{};
  read_members(reader, rule, out);
}

}  // namespace

void read_commitment(TableReader& reader, const std::string& id) {
  CommitmentReading read;
  Commitment& commitment = read.commitment;
  read_common(reader, id, true, commitment);
  read_rule(reader, read);
  commitment.severity = read_severity(reader);
  commitment.owner = read_owner(reader);
  commitment.area = read_area(reader);
  commitment.level = read_level(reader);
  reader.reading().member_spots.push_back(std::move(read.members));
  reader.reading().programme.commitments.push_back(std::move(commitment));
}

}  // namespace jalon::definitions

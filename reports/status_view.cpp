// All verdicts as a tree by initiative.
#include "reports/limit.hpp"
#include "reports/progress_parts.hpp"
#include "reports/promise.hpp"
#include "reports/wording.hpp"

#include <algorithm>
#include <vector>

namespace jalon::reports {
namespace {

Node node_of(const Input& input, const Branch& branch, bool below_its_whole) {
  const engine::Verdict& verdict = *branch.verdict;
  Node node{verdict.status, verdict.id, sentence(input.programme, verdict, input.words)};
  if (below_its_whole) {
    node.id = short_id(input.programme, verdict);
    node.text = short_sentence(input.programme, verdict, input.words);
  }
  node.notes = aside_words(input.programme, verdict, input.notes, input.words);
  // The whole programme at a glance shows periods and members in a line; who selects sees each.
  const bool at_a_glance = everything_selected(input);
  for (const Branch& child : branch.children) {
    if (at_a_glance && child.verdict->kind != engine::VerdictKind::part) continue;
    node.children.push_back(node_of(input, child, true));
  }
  if (at_a_glance) {
    if (std::string line = strip(input, branch); !line.empty())
      node.notes.push_back(std::move(line));
  }
  return node;
}

Node node_of(const Input& input, const Group& group) {
  Node node;
  if (group.initiative == nullptr) {
    node.text = input.words("tree.no-initiative");
  } else {
    node.text =
        input.words("tree.initiative",
                    {{"title", group.initiative->title.in(input.words.language())},
                     {"line", initiative_line(input.programme, *group.initiative, input.words)}});
  }
  for (const Branch& branch : group.branches) {
    node.children.push_back(node_of(input, branch, false));
  }
  if (group.more > 0) {
    node.notes.push_back(more_words(group.more, input.words));
  }
  return node;
}

/// The verdicts of a commitment's members that are selected, as declared.
std::vector<const engine::Verdict*> members_of(const Input& input, const engine::Verdict& verdict) {
  const auto& commitment = input.programme[std::get<Ref<Commitment>>(verdict.subject)];
  std::vector<const engine::Verdict*> members;
  for (const Member& member : commitment.members) {
    const std::string& id = std::visit(
        [&](const auto& ref) -> const std::string& { return input.programme[ref].id; }, member);
    const auto found = std::ranges::find(input.selected, id, &engine::Verdict::id);
    if (found != input.selected.end()) members.push_back(*found);
  }
  return members;
}

bool is_commitment(const engine::Verdict* verdict) {
  return verdict->kind == engine::VerdictKind::commitment;
}

/// A commitment with those that it is made of below it; its other members stand in the tree of
/// initiatives.
Node commitment_node(const Input& input, const engine::Verdict& verdict) {
  Node node = node_of(input, Branch{&verdict}, false);
  for (const engine::Verdict* member : members_of(input, verdict)) {
    if (is_commitment(member)) node.children.push_back(commitment_node(input, *member));
  }
  return node;
}

/// Those that are part of no other.
std::vector<Node> commitment_nodes(const Input& input) {
  const auto commitments = commitments_of(input);
  std::vector<const engine::Verdict*> inner;
  for (const auto* verdict : commitments) {
    for (const auto* member : members_of(input, *verdict)) inner.push_back(member);
  }
  std::vector<Node> nodes;
  for (const auto* verdict : commitments) {
    const bool top = std::ranges::find(inner, verdict) == inner.end();
    if (top) nodes.push_back(commitment_node(input, *verdict));
  }
  return nodes;
}

}  // namespace

Report status_view(const Input& input) {
  Report report = report_on(input, input.head.title);
  report.document.blocks = overview(input);
  Tree tree;
  const Room room = with_room(input, by_initiative(input));
  for (const Group& group : room.whole) {
    if (!group.branches.empty()) tree.roots.push_back(node_of(input, group));
  }
  if (!commitments_of(input).empty()) {
    Node node{{}, {}, input.words("tree.commitments")};
    node.children = commitment_nodes(input);
    tree.roots.push_back(std::move(node));
  }
  if (tree.roots.empty()) {
    report.document.blocks.emplace_back(Paragraph{input.words("status.empty")});
  } else {
    report.document.blocks.emplace_back(std::move(tree));
  }
  add_counted(report.document, input, room.counted);
  return report;
}

}  // namespace jalon::reports

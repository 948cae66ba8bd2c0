// All verdicts as a tree by initiative.
#include "reports/parts.hpp"
#include "reports/wording.hpp"

namespace jalon::reports {
namespace {

Node node_of(const Input& input, const Branch& branch, bool below_its_whole) {
  const engine::Verdict& verdict = *branch.verdict;
  Node node{verdict.status, verdict.id, sentence(input.programme, verdict, input.words)};
  if (below_its_whole) {
    node.id = short_id(input.programme, verdict);
    node.text = short_sentence(input.programme, verdict, input.words);
  }
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
  return node;
}

}  // namespace

Report status_view(const Input& input) {
  Report report = report_on(input, input.head.title);
  report.document.blocks = overview(input);
  Tree tree;
  for (const Group& group : by_initiative(input)) {
    if (!group.branches.empty()) tree.roots.push_back(node_of(input, group));
  }
  if (const auto commitments = commitments_of(input); !commitments.empty()) {
    Node node{{}, {}, input.words("tree.commitments")};
    for (const auto* verdict : commitments)
      node.children.push_back(node_of(input, Branch{verdict}, false));
    tree.roots.push_back(std::move(node));
  }
  if (tree.roots.empty()) {
    report.document.blocks.emplace_back(Paragraph{input.words("status.empty")});
  } else {
    report.document.blocks.emplace_back(std::move(tree));
  }
  return report;
}

}  // namespace jalon::reports

// Periods and members of one target in a line.
#include "reports/figures.hpp"
#include "reports/parts.hpp"
#include "reports/wording.hpp"

namespace jalon::reports {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

constexpr std::size_t kNamedAtMost = 12;  ///< periods or members in a strip, the rest counted

/// "2019" of a period, "Beta" of a member.
std::string instance_name(const Programme& programme, const Verdict& verdict) {
  const auto& target = programme[std::get<Ref<Target>>(verdict.subject)];
  const auto* each = std::get_if<ForEach>(&target.time);
  if (each == nullptr) return verdict.due.written;
  const std::string start = "[" + each->dimension + "=";
  const auto at = verdict.id.rfind(start);
  if (at == std::string::npos) return verdict.id;
  std::string name = verdict.id.substr(at + start.size());
  name.pop_back();
  const bool quoted = name.size() > 1 && name.front() == '"' && name.back() == '"';
  return quoted ? name.substr(1, name.size() - 2) : name;
}

/// "2019 x missed 45 000 000": one period or member in a strip.
std::string strip_item(const Input& input, const Verdict& child) {
  std::string item =
      input.words("strip.item", {{"name", instance_name(input.programme, child)},
                                 {"sign", std::string(1, status_sign(child.status))},
                                 {"status", status_word(child.status, input.words)}});
  if (const auto* value = std::get_if<Decimal>(&child.value)) {
    item = input.words("strip.value", {{"item", item}, {"value", figure(*value, input.words)}});
  }
  if (!child.waived) return item;
  return input.words("strip.waived", {{"item", item}});
}

}  // namespace

std::string strip(const Input& input, const Branch& branch) {
  std::vector<const Verdict*> shown;
  std::vector<const Verdict*> kept;
  for (const Branch& child : branch.children) {
    const Verdict& verdict = *child.verdict;
    if (verdict.kind == VerdictKind::part) continue;
    const bool good = verdict.kind == VerdictKind::member && verdict.status == Status::met;
    (good ? kept : shown).push_back(&verdict);
  }
  shown.insert(shown.end(), kept.begin(), kept.end());
  // A single period is the overall verdict said again.
  if (shown.size() == 1 && shown.front()->kind == VerdictKind::period) return {};
  // The latest periods matter most, and of members the first, which are those in trouble.
  const bool periods = !shown.empty() && shown.front()->kind == VerdictKind::period;
  const std::size_t more = shown.size() > kNamedAtMost ? shown.size() - kNamedAtMost : 0;
  if (more > 0 && periods) shown.erase(shown.begin(), shown.begin() + static_cast<long>(more));
  if (more > 0 && !periods) shown.resize(kNamedAtMost);
  std::string text;
  for (const Verdict* child : shown) {
    if (!text.empty()) text += " · ";
    text += strip_item(input, *child);
  }
  if (more == 0) return text;
  return input.words(periods ? "strip.earlier" : "strip.more",
                     {{"strip", text}, {"n", std::to_string(more)}});
}

}  // namespace jalon::reports

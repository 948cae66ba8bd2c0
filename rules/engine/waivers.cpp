#include "rules/engine/evaluator.hpp"
#include "rules/engine/finding.hpp"
#include "rules/engine/rollup.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace jalon::engine {
namespace {

class Waivers {
 public:
  Waivers(const Programme& programme, const Moment& moment) : programme_{programme} {
    for (std::size_t i = 0; i < programme.waivers.size(); ++i) {
      const Waiver& waiver = programme.waivers[i];
      if (is_decided(waiver.granted, moment) && moment.as_of <= waiver.expires)
        first_.emplace(waiver.target, i);
    }
  }

  [[nodiscard]] bool empty() const { return first_.empty(); }

  /// The first as declared that covers a verdict: by its id, its definition's, or one that its own
  /// is an instance of.
  [[nodiscard]] std::optional<Waived> covering(const Verdict& verdict) const {
    const std::string_view id = verdict.id;
    std::size_t first = programme_.waivers.size();
    const auto look = [&](std::string_view key) {
      const auto found = first_.find(key);
      if (found != first_.end()) first = std::min(first, found->second);
    };
    look(id);
    look(definition_of(programme_, verdict).id);
    for (auto end = id.find('['); end != std::string_view::npos; end = id.find('[', end + 1)) {
      look(id.substr(0, end));
    }
    if (first == programme_.waivers.size()) return std::nullopt;
    return Waived{programme_.waivers[first].id, programme_.waivers[first].expires};
  }

 private:
  const Programme& programme_;
  std::unordered_map<std::string_view, std::size_t> first_ = {};  ///< by what they cover
};

/// If each child that would be a finding is waived, and there is one: the waiver of these that
/// expires first.
std::optional<Waived> of_children(const Programme& programme, const FindingRule& rule,
                                  const Sheet& sheet, const Looked& composite) {
  std::optional<Waived> earliest;
  for (const std::size_t place : composite.children) {
    const Verdict& child = sheet.verdicts[place];
    if (!would_be_finding(programme, child, rule)) continue;
    if (!child.waived) return std::nullopt;
    if (!earliest || child.waived->expires < earliest->expires) earliest = child.waived;
  }
  return earliest;
}

}  // namespace

void add_waivers(const Programme& programme, const Moment& moment, const FindingRule& rule,
                 Sheet& sheet) {
  const Waivers waivers{programme, moment};
  if (waivers.empty()) return;
  for (Verdict& verdict : sheet.verdicts) verdict.waived = waivers.covering(verdict);
  for (const Looked& composite : sheet.composites) {
    Verdict& overall = sheet.verdicts[composite.overall];
    if (overall.waived || !would_be_finding(programme, overall, rule)) continue;
    overall.waived = of_children(programme, rule, sheet, composite);
  }
}

}  // namespace jalon::engine

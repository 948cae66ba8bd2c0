#include "rules/engine/evaluator.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace jalon::engine {
namespace {

using Ids = std::unordered_map<std::string_view, std::string_view>;

template <class Definition>
void add_former(const std::vector<Definition>& definitions, Ids& ids) {
  for (const Definition& one : definitions) {
    if constexpr (requires { one.whole; }) {
      if (one.whole) continue;  // its id begins with the whole's
    }
    for (const std::string& former : one.was) ids.emplace(former, one.id);
  }
}

/// Former ids with those of today.
Ids former_ids(const Programme& programme) {
  Ids ids;
  add_former(programme.targets, ids);
  add_former(programme.milestones, ids);
  add_former(programme.commitments, ids);
  return ids;
}

/// The id of today for one under which a verdict was judged by a person.
std::string today(const Ids& former, const std::string& id) {
  const std::size_t head = std::min(id.find('['), id.size());
  const auto found = former.find(std::string_view{id}.substr(0, head));
  return found == former.end() ? id : std::string{found->second} + id.substr(head);
}

std::optional<Judgement> judgement_of(const Record& record, Date as_of) {
  const auto colour = colour_from(record.stage);
  const auto& expires = record.happened.latest;
  if (!colour || !expires || as_of < record.learned || as_of > *expires) return std::nullopt;
  const std::string& by = record.on_behalf_of.empty() ? record.recorded_by : record.on_behalf_of;
  return Judgement{*colour, by, record.learned, *expires, record.number};
}

}  // namespace

void add_judgements(const Programme& programme, const Facts& facts, Date as_of,
                    std::vector<Verdict>& verdicts) {
  if (facts.judgements.empty()) return;
  const Ids former = former_ids(programme);
  std::unordered_map<std::string, Judgement> last;
  for (const Record* record : facts.judgements) {
    auto judgement = judgement_of(*record, as_of);
    if (judgement) last.insert_or_assign(today(former, record->subject), std::move(*judgement));
  }
  for (Verdict& verdict : verdicts) {
    const auto found = last.find(verdict.id);
    if (found != last.end()) verdict.judgement = found->second;
  }
}

}  // namespace jalon::engine

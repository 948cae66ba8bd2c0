#include "tests/reference/renamed.hpp"

#include <string>

namespace jalon::reference {
namespace {

/// "old" and "old[2020]", not "older".
bool is_called(const std::string& subject, const std::string& id) {
  if (!subject.starts_with(id)) return false;
  return subject.size() == id.size() || subject[id.size()] == '[';
}

template <class Definition>
void rename(std::string& subject, const std::vector<Definition>& definitions) {
  for (const Definition& definition : definitions) {
    for (const std::string& old : definition.was) {
      if (!is_called(subject, old)) continue;
      subject = definition.id + subject.substr(old.size());
      return;
    }
  }
}

/// A part is called by its whole's names.
std::vector<Target> wholes(const Programme& programme) {
  std::vector<Target> result;
  for (const Target& target : programme.targets) {
    if (!target.whole) result.push_back(target);
  }
  return result;
}

}  // namespace

std::vector<Record> renamed(const Programme& programme, std::span<const Record> log) {
  std::vector<Record> result{log.begin(), log.end()};
  const std::vector<Target> targets = wholes(programme);
  for (Record& record : result) {
    rename(record.subject, programme.indicators);
    rename(record.subject, targets);
    rename(record.subject, programme.milestones);
    rename(record.subject, programme.commitments);
  }
  return result;
}

}  // namespace jalon::reference

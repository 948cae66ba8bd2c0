// Revisions: which promise, when and why. What they change is read in revise_*.cpp.
#include "rules/definitions/revision_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jalon::definitions {
namespace {

std::vector<std::string_view> revisable(const Reading& reading) {
  std::vector<std::string_view> out;
  for (const Kind kind : {Kind::target, Kind::milestone}) {
    for (const std::string_view id : reading.names.of(kind)) out.push_back(id);
  }
  return out;
}

void refuse_unknown(Reading& reading, const std::string& id, Spot spot) {
  const std::string whole = id.substr(0, id.find('['));
  if (whole.size() < id.size() && reading.targets.contains(whole)) {
    const bool part = reading.targets.contains(id);
    reading.problems.add(Code::wrong_kind, spot,
                         fmt::format("{} is {} of target {}: only the whole is revised", quoted(id),
                                     part ? "a part" : "an instance", quoted(whole)),
                         part ? fmt::format("write of = \"{}\" and restate its `split`", whole)
                              : fmt::format("write of = \"{}\"", whole));
    return;
  }
  if (!reading.names.complete()) return;
  reading.problems.add(Code::unknown_reference, spot,
                       fmt::format("no target or milestone is called {}", quoted(id)),
                       reading.problems.suggest(id, revisable(reading)));
}

std::optional<std::variant<Ref<Target>, Ref<Milestone>>> read_of(TableReader& reader) {
  const Entry* entry = reader.require("of");
  if (entry == nullptr) return std::nullopt;
  const auto id = read_text(reader.problems(), "of", entry->value);
  if (!id) return std::nullopt;
  Reading& reading = reader.reading();
  const Names::Named* named = reading.names.find(*id);
  if (named == nullptr) {
    refuse_unknown(reading, *id, entry->value.spot);
    return std::nullopt;
  }
  if (named->kind == Kind::milestone) return Ref<Milestone>{named->index};
  if (named->kind == Kind::target) return Ref<Target>{reading.targets.at(*id)};
  reading.problems.add(
      Code::wrong_kind, entry->value.spot,
      fmt::format("{} is {}, not a target or milestone", quoted(*id), with_article(named->kind)),
      named->kind == Kind::commitment
          ? std::string{"revise its members: a commitment promises nothing else"}
          : reading.problems.suggest(*id, revisable(reading)));
  return std::nullopt;
}

RevisionReading read_head(Reading& reading, const Draft& draft) {
  const std::size_t before = reading.problems.size();
  RevisionReading out{.reader = TableReader{reading, *draft.table, "[[revision]]"}};
  TableReader& reader = out.reader;
  read_common(reader, draft.id, false, out.common);
  out.of = read_of(reader);
  if (const Entry* decided = reader.require("decided")) {
    out.decided = read_day(reader.problems(), "decided", decided->value, reading.programme.margins);
  }
  out.reason = reader.required_text("reason").value_or("");
  out.withdrawn = reader.truth("withdrawn").value_or(false);
  out.sound = reading.problems.size() == before;
  return out;
}

/// Nothing is known of what is revised: every key may be right.
void take_all(TableReader& reader) {
  for (const std::string_view key : revision_keys()) static_cast<void>(reader.take(key));
}

void refuse_beside_withdrawn(TableReader& reader) {
  for (const std::string_view key : revision_keys()) {
    reader.misplaced(key, "has no place beside `withdrawn`: nothing is promised any more");
  }
}

/// Gives the revision its place in the programme.
void declare(RevisionReading& read) {
  TableReader& reader = read.reader;
  Programme& programme = reader.reading().programme;
  if (!read.of || !read.decided) return take_all(reader);
  const Ref<Revision> by{static_cast<std::uint32_t>(programme.revisions.size())};
  read.by = by;
  programme.revisions.push_back(
      Revision{read.common, *read.of, *read.decided, read.reason, read.withdrawn});
}

void change(RevisionReading& read) {
  const std::size_t before = read.reader.problems().size();
  if (read.withdrawn) refuse_beside_withdrawn(read.reader);
  const auto* target = std::get_if<Ref<Target>>(&*read.of);
  read.changes = target != nullptr ? revise_target(read, *target)
                                   : revise_milestone(read, std::get<Ref<Milestone>>(*read.of));
  if (read.reader.problems().size() != before) read.sound = false;
}

/// A key that is misspelt is the mistake then, not that nothing changes.
void finish(RevisionReading& read) {
  const std::size_t before = read.reader.problems().size();
  read.reader.finish();
  const bool sound = read.sound && read.reader.problems().size() == before;
  if (!sound || read.changes) return;
  read.reader.problems().add(Code::no_change, read.reader.table().spot,
                             "[[revision]] changes nothing",
                             "write what is promised from then on, or withdrawn = true");
}

}  // namespace

std::span<const std::string_view> revision_keys() {
  static constexpr std::array<std::string_view, 25> kKeys{
      "at_least", "at_most",     "between", "exactly",     "trend", "by",        "before",
      "during",   "undated",     "per",     "first",       "last",  "overall",   "for_each",
      "hold",     "each_within", "share",   "first_share", "start", "tolerance", "baseline",
      "expect",   "checkpoint",  "split",   "reach"};
  return kKeys;
}

void read_revisions(Reading& reading, std::span<const Draft> drafts) {
  std::vector<RevisionReading> read;
  read.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    read.push_back(read_head(reading, draft));
    declare(read.back());
  }
  std::vector<RevisionReading*> order;
  for (RevisionReading& one : read) {
    if (one.by) order.push_back(&one);
  }
  std::stable_sort(
      order.begin(), order.end(),
      [](const RevisionReading* a, const RevisionReading* b) { return *a->decided < *b->decided; });
  for (RevisionReading* one : order) change(*one);
  for (RevisionReading& one : read) finish(one);
}

}  // namespace jalon::definitions

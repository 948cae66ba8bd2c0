#include "rules/definitions/load.hpp"

#include "rules/definitions/preflight.hpp"
#include "rules/definitions/readers.hpp"
#include "rules/definitions/schedule.hpp"
#include "rules/definitions/schedule_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jalon::definitions {
namespace {

struct KindRow {
  std::string_view table;
  void (*read)(TableReader&, const std::string&);
};
/// In the order of Kind: each reader may look at the kinds before its own.
constexpr std::array kReaders{
    KindRow{"source", read_source},
    KindRow{"party", read_party},
    KindRow{"initiative", read_initiative},
    KindRow{"recommendation", read_recommendation},
    KindRow{"fact", read_fact},
    KindRow{"series", read_series},
    KindRow{"indicator", read_indicator},
    KindRow{"target", read_target},
    KindRow{"milestone", read_milestone},
    KindRow{"commitment", read_commitment},
    KindRow{"revision", nullptr},  // read_revisions reads them all together
    KindRow{"waiver", read_waiver},
};
static_assert(kReaders.size() == kKindNames.size());

class Loader {
 public:
  Loader(const File& workspace, std::span<const File> files, const Limits& limits)
      : limits_{limits}, reading_{.problems = Problems{limits.mistakes}} {
    add_source(workspace);
    for (const File& file : files) add_source(file);
    trees_.resize(sources_.size());
  }

  Result<Programme> load() {
    parse();
    for (std::size_t i = 0; i < trees_.size(); ++i) check_format(i);
    if (trees_[0]) read_workspace(reading_, *trees_[0]);
    for (std::size_t i = 0; i < trees_.size(); ++i) {
      if (trees_[i]) collect(*trees_[i], i == 0);
    }
    read();
    refuse_empty_plan();
    if (reading_.problems.empty()) return std::move(reading_.programme);
    return reading_.problems.diagnostics(sources_);
  }

 private:
  /// Of a file that is too large no more is kept than shows that it is.
  void add_source(const File& file) {
    const std::string_view text = std::string_view{file.text}.substr(0, limits_.file_bytes + 4);
    bytes_ += text.size();
    const bool fits = bytes_ <= limits_.programme_bytes;
    if (!fits && !too_large_) too_large_ = static_cast<std::uint32_t>(sources_.size());
    sources_.emplace_back(file.name, fits ? text : std::string_view{});
    reading_.files.push_back(file.name);
  }

  void parse() {
    std::size_t values = 0;
    const auto end = too_large_.value_or(static_cast<std::uint32_t>(sources_.size()));
    for (std::uint32_t i = 0; i < end; ++i) {
      if (safe_to_parse(sources_[i], i, limits_, values, reading_.problems)) {
        trees_[i] = parse_tree(sources_[i], i, reading_.problems);
      }
      if (!trees_[i]) reading_.names.set_incomplete();
    }
    if (!too_large_) return;
    reading_.problems.add(Code::programme_too_large, {end, 1, 1, 1},
                          fmt::format("the definitions have more than {} bytes, counted up to "
                                      "this file",
                                      limits_.programme_bytes));
    reading_.names.set_incomplete();
  }

  /// A file of another format is not guessed at: its tree is dropped.
  void check_format(std::size_t i) {
    if (!trees_[i]) return;
    Problems& problems = reading_.problems;
    const Spot top{static_cast<std::uint32_t>(i), 1, 1, 1};
    const Entry* format = trees_[i]->find("format");
    if (format == nullptr) {
      problems.add(Code::missing_format, top, "the file does not say its format",
                   "start it with format = 1");
      return;
    }
    const auto number = read_number(problems, "format", format->value);
    if (!number || *number == Decimal{1}) return;
    if (*number > Decimal{1}) {
      problems.add(
          Code::newer_format, format->value.spot,
          fmt::format("format {} is newer than this program, which reads format 1", number->str()),
          "use a newer release");
      trees_[i].reset();
      reading_.names.set_incomplete();
    } else {
      problems.add(Code::out_of_range, format->value.spot,
                   fmt::format("there is no format {}", number->str()), "write format = 1");
    }
  }

  /// Sorts the tables of a file by kind and takes their ids.
  void collect(const Node& tree, bool workspace) {
    for (const Entry& entry : tree.entries) {
      if (entry.key == "format") continue;
      if (is_workspace_table(entry.key)) {
        if (!workspace) {
          const bool several = entry.value.kind == Node::Kind::list;
          reading_.problems.add(Code::misplaced_table, entry.spot,
                                fmt::format("{}{}{} belongs to the workspace file",
                                            several ? "[[" : "[", entry.key, several ? "]]" : "]"));
        }
        continue;
      }
      const auto row = std::find(kKindNames.begin(), kKindNames.end(), entry.key);
      if (row == kKindNames.end()) {
        refuse_table(entry);
      } else {
        collect_kind(entry, static_cast<Kind>(row - kKindNames.begin()));
      }
    }
  }

  void refuse_table(const Entry& entry) {
    Problems& problems = reading_.problems;
    if (problems.full()) return problems.leave_out();
    std::vector<std::string_view> known{kKindNames.begin(), kKindNames.end()};
    const auto more = workspace_tables();
    known.insert(known.end(), more.begin(), more.end());
    known.emplace_back("format");
    if (!entry.value.header) {
      problems.add(Code::unknown_key, entry.spot,
                   fmt::format("{} is not a key that stands alone in a file", quoted(entry.key)),
                   problems.suggest(entry.key, known));
      return;
    }
    problems.add(Code::unknown_table, entry.spot,
                 fmt::format("there is no table called {}", quoted(entry.key)),
                 problems.suggest(entry.key, known));
    reading_.names.set_incomplete();  // ids that others refer to may stand in it
  }

  void collect_kind(const Entry& entry, Kind kind) {
    if (entry.value.kind == Node::Kind::table) {
      reading_.problems.add(
          Code::single_bracket, entry.spot,
          fmt::format("a programme has many tables called {}: each starts with two brackets",
                      entry.key),
          fmt::format("write [[{}]]", entry.key));
      reading_.names.set_incomplete();
      return;
    }
    const std::string title = fmt::format("[[{}]]", entry.key);
    const std::vector<Node>* items = read_list(reading_.problems, title, entry.value);
    if (items == nullptr) return;
    for (const Node& item : *items) {
      if (item.kind == Node::Kind::table) {
        collect_table(item, kind);
      } else {
        wrong_type(reading_.problems, title, item, "a table");
      }
    }
  }

  void collect_table(const Node& table, Kind kind) {
    std::vector<Draft>& drafts = drafts_[static_cast<std::size_t>(kind)];
    const auto index = static_cast<std::uint32_t>(drafts.size());
    drafts.push_back({&table, {}});
    TableReader reader{reading_, table, fmt::format("[[{}]]", name(kind))};
    const bool needed = kind != Kind::revision;
    const Entry* entry = needed ? reader.require("id") : reader.take("id");
    if (entry == nullptr) return;
    const auto text = read_text(reading_.problems, "id", entry->value);
    if (!text) return;
    const bool loose = kind == Kind::revision || kind == Kind::waiver;
    const auto id = loose ? parse_loose_id(*text) : parse_id(*text);
    if (!id) {
      reading_.problems.add(Code::bad_id, entry->value.spot,
                            fmt::format("`id`: {}", id.error().reason), id.error().hint);
    }
    drafts.back().id = *text;
    const Names::Named* other = reading_.names.add(*text, {kind, index, entry->value.spot});
    if (other != nullptr) refuse_twice(*text, *other, entry->value.spot);
  }

  void refuse_twice(const std::string& id, const Names::Named& first, Spot spot) {
    reading_.problems.add(
        Code::duplicate_id, spot,
        fmt::format("{} is taken: {} is defined at {}:{}", quoted(id), with_article(first.kind),
                    reading_.files[first.spot.file], first.spot.line),
        "every id stands for one thing in the whole programme");
  }

  void read() {
    for (std::size_t kind = 0; kind < kReaders.size(); ++kind) {
      if (static_cast<Kind>(kind) == Kind::target) check_measures();
      if (static_cast<Kind>(kind) == Kind::commitment) index_targets();
      if (static_cast<Kind>(kind) == Kind::revision) {
        check_members(reading_);
        read_revisions(reading_, drafts_[kind]);
        continue;
      }
      for (const Draft& draft : drafts_[kind]) {
        TableReader reader{reading_, *draft.table, fmt::format("[[{}]]", kReaders[kind].table)};
        kReaders[kind].read(reader, draft.id);
        reader.finish();
      }
    }
    check_former_ids(reading_);
  }

  void check_measures() {
    const std::vector<Draft>& drafts = drafts_[static_cast<std::size_t>(Kind::indicator)];
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      const std::size_t before = reading_.problems.size();
      check_measure(reading_, reading_.programme.indicators[i], *drafts[i].table);
      if (reading_.problems.size() != before) reading_.sound_indicators[i] = false;
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (!sound_parts(reading_.programme.indicators[i])) reading_.sound_indicators[i] = false;
    }
  }

  /// A derived indicator is as sound as what it is made of.
  [[nodiscard]] bool sound_parts(const Indicator& indicator) const {
    const std::vector<Ref<Indicator>> parts = parts_of(indicator.measure);
    return std::all_of(parts.begin(), parts.end(), [this](Ref<Indicator> part) {
      return reading_.sound_indicators[part.index];
    });
  }

  void index_targets() {
    const std::vector<Target>& targets = reading_.programme.targets;
    for (std::uint32_t i = 0; i < targets.size(); ++i) reading_.targets.emplace(targets[i].id, i);
  }

  void refuse_empty_plan() {
    const Programme& programme = reading_.programme;
    if (!reading_.names.complete() || !trees_[0]->find("programme")) return;
    if (!programme.targets.empty() || !programme.milestones.empty()) return;
    const Entry* definitions = trees_[0]->find("definitions");
    const Entry* place = definitions != nullptr ? definitions : trees_[0]->find("programme");
    reading_.problems.add(Code::empty_plan, place->spot,
                          "the programme has no target and no milestone: there is nothing to judge",
                          definitions != nullptr
                              ? "does `include` name the files that hold them?"
                              : "name the files that hold them under [definitions]");
  }

  Limits limits_;
  std::size_t bytes_ = 0;
  std::optional<std::uint32_t> too_large_ = {};  ///< the file that goes beyond the total
  Reading reading_;
  std::vector<SourceText> sources_;
  std::vector<std::optional<Node>> trees_;
  std::array<std::vector<Draft>, kReaders.size()> drafts_;
};

std::vector<std::string> texts_of(const Node& table, std::string_view key) {
  std::vector<std::string> out;
  const Entry* entry = table.find(key);
  if (entry == nullptr) return out;
  for (const Node& item : entry->value.items) {
    if (item.kind == Node::Kind::text) out.push_back(item.text);
  }
  return out;
}

/// The tree of the workspace file alone.
std::optional<Node> parse_alone(const SourceText& source, Problems& problems) {
  std::size_t values = 0;
  if (!safe_to_parse(source, 0, Limits{}, values, problems)) return std::nullopt;
  return parse_tree(source, 0, problems);
}

}  // namespace

Result<Schedule> read_schedule(const File& workspace) {
  const std::array sources{SourceText{workspace.name, workspace.text}};
  Reading reading;
  reading.files = {workspace.name};
  const std::optional<Node> tree = parse_alone(sources[0], reading.problems);
  Schedule schedule;
  if (tree) read_job_tables(reading, *tree, schedule);
  if (!reading.problems.empty()) return reading.problems.diagnostics(sources);
  return schedule;
}

Result<Includes> read_includes(const File& workspace) {
  const std::array sources{SourceText{workspace.name, workspace.text}};
  Problems problems;
  const std::optional<Node> tree = parse_alone(sources[0], problems);
  if (!tree) return problems.diagnostics(sources);
  const Entry* definitions = tree->find("definitions");
  if (definitions == nullptr) return Includes{};
  return Includes{texts_of(definitions->value, "include"), texts_of(definitions->value, "tests")};
}

Result<Programme> load(const File& workspace, std::span<const File> files) {
  return load(workspace, files, Limits{});
}

Result<Programme> load(const File& workspace, std::span<const File> files, const Limits& limits) {
  return Loader{workspace, files, limits}.load();
}

std::span<const std::string_view> diagnostic_codes() { return kCodeNames; }

}  // namespace jalon::definitions

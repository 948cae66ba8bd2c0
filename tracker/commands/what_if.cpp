#include "reports/changes_view.hpp"
#include "tracker/commands/causes.hpp"
#include "tracker/commands/commands.hpp"
#include "tracker/commands/importing.hpp"
#include "tracker/commands/judging.hpp"
#include "tracker/commands/moment.hpp"
#include "tracker/commands/showing.hpp"
#include "tracker/commands/viewing.hpp"
#include "tracker/refused.hpp"
#include "tracker/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jalon::commands {
namespace {

/// What is supposed: records behind the end of the log, known on the day of the look.
class Supposed {
 public:
  Supposed(std::int64_t last, Date known) : last_{last}, known_{known} {}

  void add(Record record) {
    record.number = ++last_;
    record.learned = std::min(record.learned, known_);
    records_.push_back(std::move(record));
  }
  void attest(const std::string& subject, Date through) {
    Record attestation;
    attestation.kind = RecordKind::attestation;
    attestation.subject = subject;
    attestation.happened = DateExpression::on(through);
    attestation.learned = known_;
    add(std::move(attestation));
  }
  [[nodiscard]] const std::vector<Record>& records() const { return records_; }

 private:
  std::int64_t last_;
  Date known_;
  std::vector<Record> records_ = {};
};

Supposed suppose(exchange::ImportedRows rows, const cli::Arguments& arguments,
                 const Workspace& workspace, std::int64_t last, Date known) {
  Supposed supposed{last, known};
  for (log::Entry& entry : rows.entries) supposed.add(std::move(entry.record));
  if (const auto text = arguments.find("complete-through")) {
    const Date through = read_day("complete-through", *text, workspace.today);
    for (const std::string& indicator : rows.indicators) supposed.attest(indicator, through);
  }
  return supposed;
}

/// The log that the moment sees, so that what is supposed can follow it.
std::vector<Record> cut(std::vector<Record> log, const engine::Moment& moment) {
  std::erase_if(log,
                [&](const Record& record) { return moment.upto && record.number > *moment.upto; });
  return log;
}

engine::Evaluation judge(const Programme& programme, const std::vector<Record>& log,
                         const engine::Moment& moment, std::span<const std::string> instances) {
  try {
    return engine::evaluate(programme, log, {moment.as_of, moment.known, {}}, instances);
  } catch (const engine::EvaluationError& error) {
    refuse_usage("overflow", error.what());
  }
}

std::string title_of(const std::string& file, std::size_t count, const reports::Labels& words) {
  return words("changes.what-if-of",
               {{"n", std::to_string(count)},
                {"file", file == "-" ? std::string{"standard input"} : printable(file)}});
}

}  // namespace

ExitCode run_what_if(const cli::Arguments& arguments, World& world) {
  const Showing showing = read_showing(arguments, world);
  const auto file = arguments.find("file");
  if (!file)
    refuse_usage("missing-file", "there are no records to suppose",
                 "add --file FILE; for one record: jalon log ... --dry-run");
  const reports::Labels words = read_labels(arguments);
  const Opened opened = open(arguments, world);
  const auto& [workspace, log] = opened;
  const Programme& programme = workspace.programme;
  const auto moment = read_moment(arguments, workspace.today, log.records);
  auto rows = read_rows(programme, *file == "-" ? "standard input" : *file,
                        read_input(*file, world), read_options(arguments, workspace));
  if (rows.entries.empty())
    refuse_usage("nothing-supposed", fmt::format("{} holds no record", printable(*file)));
  const std::size_t count = rows.entries.size();
  const std::vector<Record> known = cut(log.records, moment);
  const std::int64_t last = known.empty() ? 0 : known.back().number;
  const Supposed supposed = suppose(std::move(rows), arguments, workspace, last, moment.known);
  std::vector<Record> all = known;
  all.insert(all.end(), supposed.records().begin(), supposed.records().end());

  const auto instances = instances_in(arguments.all("SEL"));
  const auto before = judge(programme, known, moment, instances);
  const auto after = judge(programme, all, moment, instances);
  const auto changes =
      choose(programme, engine::changes_by(programme, before, after, supposed.records()), after,
             arguments);
  const reports::Head head = make_head(arguments, world, opened, {moment});
  tell_moment(arguments, head, world);
  const reports::Input input{programme, all, after, {}, head, {}, words};
  show(reports::changes_view(input, words("changes.what-if"), title_of(*file, count, words),
                             changes, Causes{programme, all, words}),
       words, showing, world);
  return ExitCode::done;
}

}  // namespace jalon::commands

#include "tests/reports/sample.hpp"

#include "data/files.hpp"
#include "tests/reports/sample_programme.hpp"

#include <algorithm>

namespace jalon::tests {
namespace {

using engine::Confidence;
using engine::Outlook;
using engine::Part;
using engine::Reason;
using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

constexpr auto kFresh = Confidence::Age::fresh;
constexpr auto kConfirmed = Confidence::Evidence::confirmed;

Verdict verdict(std::string id, VerdictKind kind, engine::Subject subject, Status status,
                Reason reason) {
  Verdict one{std::move(id), kind, subject};
  one.status = status;
  one.reason = reason;
  return one;
}

void due(Verdict& one, std::string written, Date nominal, Date latest) {
  const Date today{2020, 7, 15};
  one.due = {std::move(written), {}, nominal, latest};
  one.days_left = days_between(today, nominal);
  const bool late = one.status == Status::overdue || one.status == Status::missed;
  if (late && nominal < today) one.days_overdue = days_between(nominal, today);
}

void amount(Verdict& one, Decimal value, Decimal goal, Decimal progress) {
  one.value = value;
  one.goal = goal;
  one.gap = goal > value ? goal - value : Decimal{0};
  one.progress = progress;
  one.bounds = {value, value};
  one.confidence = {kConfirmed, kFresh, {}};
}

Verdict individual() {
  auto one = verdict("proofs.individual", VerdictKind::target, Ref<Target>{0}, Status::met,
                     Reason::on_record);
  amount(one, Decimal{2}, Decimal{2}, Decimal{1});
  due(one, "before 2020-H2", {2020, 6, 30}, {2020, 6, 30});
  one.reached_on = one.since = Date{2020, 5, 4};
  one.surplus = Decimal{0};
  one.records = {1, 5};
  one.confidence.complete_through = Date{2020, 6, 30};
  return one;
}

Verdict collective() {
  auto one = verdict("proofs.collective", VerdictKind::target, Ref<Target>{1}, Status::missed,
                     Reason::on_record);
  amount(one, Decimal{1}, Decimal{3}, Decimal::scaled(3333, 4));
  due(one, "before 2020-H2", {2020, 6, 30}, {2020, 6, 30});
  one.due.from = Date{2019, 7, 1};
  one.since = Date{2020, 7, 1};
  one.records = {2};
  one.confidence.complete_through = Date{2020, 6, 30};
  return one;
}

/// One year of the floor: a good one, one that nobody reported, and the one that runs.
Verdict year(int number, Status status, Reason reason, std::optional<std::int64_t> value) {
  const std::string name = std::to_string(number);
  auto one =
      verdict("money.yearly[" + name + "]", VerdictKind::period, Ref<Target>{2}, status, reason);
  one.goal = Decimal{80'000'000};
  one.gap = Decimal{80'000'000};
  if (value) amount(one, Decimal{*value}, Decimal{80'000'000}, Decimal::scaled(1, 1));
  const auto y = static_cast<unsigned short>(number);
  due(one, name, Date{y, 12, 31}, Date{y, 12, 31});
  one.due.from = Date{y, 1, 1};
  if (status == Status::met) one.reached_on = Date{y, 11, 2};
  return one;
}

void add_money(std::vector<Verdict>& verdicts) {
  const auto place = static_cast<std::uint32_t>(verdicts.size());
  Verdict overall = year(2019, Status::overdue, Reason::no_data, {});
  overall.id = "money.yearly";
  overall.kind = VerdictKind::target;
  overall.decided_by = "money.yearly[2019]";
  verdicts.push_back(overall);
  for (Verdict one : {year(2018, Status::met, Reason::on_record, 81'500'000),
                      year(2019, Status::overdue, Reason::no_data, {}),
                      year(2020, Status::pending, Reason::on_record, 12'345'678)}) {
    one.parent = place;
    verdicts.push_back(std::move(one));
  }
  Verdict& running = verdicts.back();
  running.outlook = {Outlook::State::off_track,
                     Decimal::scaled(431'693'990'0, 2),
                     Decimal{22'935'243},
                     Decimal::scaled(400'321'0178, 4),
                     Decimal::scaled(62'668'4162, 4),
                     Date{2023, 7, 4},
                     141,
                     "linear"};
  auto total = verdict("money.total", VerdictKind::target, Ref<Target>{3}, Status::pending,
                       Reason::on_record);
  amount(total, Decimal{93'845'678}, Decimal{1'000'000'000}, Decimal::scaled(938, 4));
  due(total, "2028", {2028, 12, 31}, {2028, 12, 31});
  total.bounds = {Decimal{93'845'678}, {}};
  total.records = {8, 9};
  total.confidence.evidence = Confidence::Evidence::reported;
  verdicts.push_back(total);
}

Verdict company(std::string name, Status status, int days, Date due_day) {
  auto one = verdict("coaching.days[company=" + name + "]", VerdictKind::member, Ref<Target>{4},
                     status, status == Status::overdue ? Reason::incomplete : Reason::on_record);
  amount(one, Decimal{days}, Decimal{3}, quotient(Decimal{days}, Decimal{3}, 4, Rounding::down));
  due(one, "90d after " + iso(due_day - Days{90}), due_day, due_day);
  if (status == Status::met || status == Status::met_late) one.reached_on = due_day - Days{1};
  if (status == Status::met_late) {
    one.reached_on = due_day + Days{10};
    one.days_late = 10;
  }
  return one;
}

void add_coaching(std::vector<Verdict>& verdicts) {
  const auto place = static_cast<std::uint32_t>(verdicts.size());
  Verdict overall = company("Beta", Status::overdue, 1, {2020, 6, 12});
  overall.id = "coaching.days";
  overall.kind = VerdictKind::target;
  overall.decided_by = "coaching.days[company=Beta]";
  verdicts.push_back(overall);
  for (Verdict one : {company("Alpha", Status::met, 3, {2020, 5, 1}),
                      company("Beta", Status::overdue, 1, {2020, 6, 12}),
                      company("\"=<b>Zoë & Co|\"", Status::met_late, 4, {2020, 6, 20}),
                      company("Delta", Status::pending, 2, {2020, 7, 16})}) {
    one.parent = place;
    verdicts.push_back(std::move(one));
  }
}

Verdict partners() {
  auto one = verdict("partners.network", VerdictKind::target, Ref<Target>{5}, Status::overdue,
                     Reason::stale);
  due(one, "2020-03-31", {2020, 3, 31}, {2020, 3, 31});
  one.goal = Decimal{18};
  one.records = {10};
  one.confidence = {Confidence::Evidence::reported, Confidence::Age::stale, {}};
  return one;
}

Verdict share() {
  auto one = verdict("course.share", VerdictKind::target, Ref<Target>{6}, Status::unknown,
                     Reason::no_data);
  one.goal = Decimal{1};
  one.due.from = Date{2019, 7, 1};
  return one;
}

Verdict limit() {
  auto one = verdict("overhead.limit", VerdictKind::target, Ref<Target>{7}, Status::missed,
                     Reason::on_record);
  amount(one, Decimal::scaled(270, 1), Decimal::scaled(265, 1), Decimal::scaled(10188, 4));
  one.gap = Decimal::scaled(5, 1);
  one.progress = {};
  due(one, "2020", {2020, 12, 31}, {2020, 12, 31});
  one.since = Date{2020, 4, 2};
  return one;
}

void add_pillars(std::vector<Verdict>& verdicts) {
  auto whole = verdict("pillars.budget", VerdictKind::target, Ref<Target>{8}, Status::met,
                       Reason::on_record);
  amount(whole, Decimal{20'000}, Decimal{20'000}, Decimal{1});
  due(whole, "2020-06-01", {2020, 6, 1}, {2020, 6, 1});
  whole.reached_on = Date{2020, 6, 1};
  verdicts.push_back(whole);
  auto part = whole;
  part.id = "pillars.budget[pillar=support]";
  part.kind = VerdictKind::part;
  part.subject = Ref<Target>{9};
  amount(part, Decimal{4'800}, Decimal{5'000}, Decimal::scaled(96, 2));
  part.within_tolerance = true;
  verdicts.push_back(part);
}

void add_revised(std::vector<Verdict>& verdicts) {
  auto visits = verdict("visits.total", VerdictKind::target, Ref<Target>{10}, Status::overdue,
                        Reason::vague_due);
  amount(visits, Decimal{12}, Decimal{40}, Decimal::scaled(3, 1));
  due(visits, "mid-2020", {2020, 6, 30}, {2020, 7, 31});
  visits.due.from = Date{2020, 1, 1};
  visits.outlook = {Outlook::State::off_track, Decimal{40}, {},  {},
                    Decimal::scaled(609, 4),   {},          142, "linear"};
  visits.original = Status::missed;
  visits.waived = engine::Waived{"W-2020-01", Date{2020, 12, 31}};
  visits.records = {7, 9};
  verdicts.push_back(visits);
  verdicts.push_back(verdict("exhibition", VerdictKind::target, Ref<Target>{11}, Status::voided,
                             Reason::withdrawn));
  verdicts.back().original = Status::pending;
}

void add_measured_otherwise(std::vector<Verdict>& verdicts) {
  auto kept = verdict("partners.kept", VerdictKind::target, Ref<Target>{12}, Status::met,
                      Reason::on_record);
  amount(kept, Decimal{19}, Decimal{20}, Decimal::scaled(95, 2));
  kept.gap = Decimal{0};
  kept.due.from = Date{2019, 1, 1};
  kept.since = kept.reached_on = Date{2019, 3, 1};
  kept.within_tolerance = true;
  kept.judgement = engine::Judgement{engine::Judgement::Colour::amber, "M. <Head> & Co",
                                     Date{2020, 7, 1}, Date{2020, 9, 30}, 12};
  verdicts.push_back(kept);
  auto paper = verdict("paper.less", VerdictKind::target, Ref<Target>{13}, Status::pending,
                       Reason::on_record);
  amount(paper, Decimal{90}, Decimal{35}, Decimal::scaled(1538, 4));
  paper.gap = Decimal{55};
  paper.records = {8, 10};
  due(paper, "2025", {2025, 12, 31}, {2025, 12, 31});
  verdicts.push_back(paper);
  auto trained = verdict("trained.more", VerdictKind::target, Ref<Target>{14}, Status::pending,
                         Reason::on_record);
  trained.value = Decimal::scaled(4, 1);
  trained.bounds = {trained.value, trained.value};
  due(trained, "2020-12-31", {2020, 12, 31}, {2020, 12, 31});
  verdicts.push_back(trained);
  auto series = verdict("wage.series", VerdictKind::target, Ref<Target>{15}, Status::pending,
                        Reason::on_record);
  amount(series, Decimal{90}, Decimal{900}, Decimal::scaled(1, 1));
  due(series, "2020-12-31", {2020, 12, 31}, {2020, 12, 31});
  verdicts.push_back(series);
}

Verdict draft() {
  auto one = verdict("strategy.draft", VerdictKind::milestone, Ref<Milestone>{0}, Status::overdue,
                     Reason::vague_due);
  due(one, "mid-2020", {2020, 6, 30}, {2020, 7, 31});
  one.value = std::string{"started"};
  one.goal = std::string{"draft"};
  one.bounds = {std::string{"started"}, std::string{"started"}};
  one.records = {11};
  one.confidence = {kConfirmed, kFresh, {}};
  return one;
}

Verdict commitment(const Verdict& deciding) {
  Verdict one = deciding;
  one.id = "proofs.all";
  one.kind = VerdictKind::commitment;
  one.subject = Ref<Commitment>{0};
  one.decided_by = deciding.id;
  return one;
}

engine::Evaluation sample_evaluation() {
  engine::Evaluation evaluation{{Date{2020, 7, 15}, Date{2020, 7, 15}}, {}};
  auto& all = evaluation.verdicts;
  all = {individual(), collective()};
  add_money(all);
  add_coaching(all);
  all.push_back(partners());
  all.push_back(share());
  all.push_back(limit());
  add_pillars(all);
  add_revised(all);
  add_measured_otherwise(all);
  all.push_back(draft());
  all.push_back(commitment(all[1]));
  Verdict most = commitment(all.back());
  most.id = "most";
  most.subject = Ref<Commitment>{1};
  most.decided_by = "proofs.all";
  all.push_back(most);
  return evaluation;
}

Record proof(std::int64_t number, Date on, std::string key, std::string kind, Date learned) {
  Record one;
  one.number = number;
  one.subject = "proof";
  one.happened = DateExpression::on(on);
  one.amount = Amount{Interval::exactly(Decimal{1}), "1", Decimal{1}};
  one.dimensions = {{"kind", std::move(kind)}};
  one.key = std::move(key);
  one.learned = learned;
  return one;
}

std::vector<Record> sample_log() {
  std::vector<Record> log{
      proof(1, {2020, 1, 15}, "A", "individual", {2020, 1, 20}),
      proof(2, {2020, 2, 10}, "B", "collective", {2020, 3, 2}),
      proof(3, {2020, 2, 11}, "B", "collective", {2020, 3, 3}),
      proof(4, {2020, 7, 9}, "=cmd|' /C calc'!A0", "collective", {2020, 7, 9}),
      proof(5, {2020, 5, 4}, "C", "individual", {2020, 5, 4}),
  };
  log[0].evidence = {{"https://example.org/a", "press"}};
  log[1].evidence = {{"https://example.org/b", "press"}, {"contract \x1b[31m7.pdf", ""}};
  log[4].evidence = {{"contract-9.pdf", "contract"}};
  Record attested;
  attested.number = 6;
  attested.kind = RecordKind::attestation;
  attested.subject = "proof";
  attested.happened = DateExpression::on(Date{2020, 6, 30});
  log.push_back(attested);
  const auto add = [&](std::string subject, DateExpression on, Amount value) {
    Record one;
    one.number = static_cast<std::int64_t>(log.size()) + 1;
    one.subject = std::move(subject);
    one.happened = std::move(on);
    one.amount = std::move(value);
    one.learned = Date{2020, 7, 1};
    log.push_back(one);
  };
  const auto number = [](int n) {
    return Amount{Interval::exactly(Decimal{n}), std::to_string(n), Decimal{n}};
  };
  add("visit", DateExpression::on(Date{2020, 2, 3}), number(12));
  add("paper-in", DateExpression::on(Date{2020, 6, 30}), number(60));
  add("visit", {"early 2020", Date{2020, 1, 1}, Date{2020, 3, 31}, Date{2020, 4, 30}},
      Amount{{{Decimal{2}, true}, {}}, ">2", Decimal{2}});
  add("old-sheets", DateExpression::on(Date{2020, 6, 30}), number(30));
  add("visit", DateExpression::on(Date{2020, 2, 3}), number(21));
  Record judged;
  judged.number = 12;
  judged.kind = RecordKind::judgement;
  judged.subject = "partners.kept";
  judged.stage = "amber";
  log.push_back(judged);
  return log;
}

engine::Changed changed(const Verdict& after, Status before, std::vector<engine::Cause> causes) {
  engine::Changed one{after, after, std::move(causes)};
  one.before->status = before;
  one.before->reason = Reason::on_record;
  return one;
}

/// What became worse, better and otherwise different since the end of June, with every kind of
/// cause; one of them from more records than anybody wants to read.
std::vector<engine::Changed> sample_changes(const engine::Evaluation& evaluation) {
  using Kind = engine::Cause::Kind;
  const auto find = [&](std::string_view id) { return *evaluation.find(id); };
  std::vector<engine::Changed> changes;
  engine::Changed kept =
      changed(find("proofs.individual"), Status::pending, {{Kind::record, 5, {}}});
  kept.before->value = Decimal{1};
  kept.before->gap = Decimal{1};
  changes.push_back(kept);
  changes.push_back(changed(find("proofs.collective"), Status::pending,
                            {{}, {Kind::attestation, 6, {}}, {Kind::record, 4, {}}}));
  engine::Changed begun{{}, find("money.yearly[2020]"), {{}}};
  changes.push_back(begun);
  engine::Changed revised = changed(
      find("visits.total"), Status::missed,
      {{Kind::revision, 0, "R-1"}, {Kind::waiver, 0, "W-2020-01"}, {Kind::correction, 11, {}}});
  revised.before->waived = {};
  revised.before->original = {};
  revised.before->due.nominal = Date{2020, 3, 31};
  revised.before->outlook.state = Outlook::State::at_risk;
  changes.push_back(revised);
  engine::Changed judged = changed(find("partners.kept"), Status::met, {{Kind::judgement, 12, {}}});
  judged.before->judgement = {};
  changes.push_back(judged);
  engine::Changed many = changed(find("coaching.days"), Status::pending, {});
  for (std::int64_t n = 1; n <= 9; ++n) many.causes.push_back({Kind::record, n, {}});
  changes.push_back(many);
  changes.push_back(changed(find("exhibition"), Status::pending, {{Kind::revision, 0, {}}}));
  changes.push_back(changed(find("proofs.all"), Status::pending, {{}}));
  return changes;
}

}  // namespace

reports::Labels english() {
  return reports::Labels::parse("en", data::find("words/en.txt").value());
}

Sample sample() {
  Sample one{sample_programme(), sample_log(), sample_evaluation(), english(), {}};
  one.changes = sample_changes(one.evaluation);
  return one;
}

namespace {

/// The life of one verdict; the others have none.
std::vector<engine::Transition> sample_life(const Sample& sample, std::string_view id) {
  if (id != "proofs.individual") return {};
  using Kind = engine::Cause::Kind;
  const Verdict last = *sample.evaluation.find(id);
  Verdict first = last;
  first.status = Status::pending;
  first.value = {};
  first.records = {};
  Verdict second = first;
  second.value = Decimal{1};
  second.records = {1};
  return {{Date{2019, 7, 1}, {}, {}, first},
          {Date{2020, 1, 20}, {Kind::record, 1, {}}, first, second},
          {Date{2020, 5, 4}, {Kind::record, 5, {}}, second, last}};
}

engine::Explanation visits(const Sample& sample);
engine::Explanation explained(const Sample& sample, const Verdict& verdict) {
  if (verdict.id == "visits.total") return visits(sample);
  return {&verdict, {}, {}, {}};
}

}  // namespace

reports::Input nothing_selected(const Sample& sample) {
  reports::Head head{sample.programme.id, sample.programme.title.text,
                     sample.evaluation.moment.as_of, sample.evaluation.moment.known};
  head.definitions_hash = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
  head.last_record = 12;
  head.log_head = "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9";
  head.version = "0.1.0";
  head.command = "jalon report --as-of 2020-07-15 --upto 12";
  reports::Input input{sample.programme, sample.log, sample.evaluation, {}, head, {}, sample.words};
  input.notes = {{12, "two of them hardly take part"}};
  input.life = [&sample](const std::string& id) { return sample_life(sample, id); };
  input.explain = [&sample](const Verdict& one) { return explained(sample, one); };
  return input;
}

reports::Input Sample::input() const {
  reports::Input input = nothing_selected(*this);
  for (const Verdict& one : evaluation.verdicts) input.selected.push_back(&one);
  for (const Initiative& one : programme.initiatives) input.initiatives.push_back(&one);
  input.since = reports::Since{{Date{2020, 6, 30}, Date{2020, 6, 30}}, changes};
  input.head.since = Date{2020, 6, 30};
  return input;
}

reports::Input Sample::input(const std::vector<std::string>& ids) const {
  reports::Input input = nothing_selected(*this);
  for (const Verdict& one : evaluation.verdicts) {
    if (std::ranges::find(ids, one.id) != ids.end()) input.selected.push_back(&one);
  }
  return input;
}

namespace {

const Verdict* verdict_of(const Sample& sample, std::string_view id) {
  return &*std::ranges::find(sample.evaluation.verdicts, id, &Verdict::id);
}

/// A promise that was revised twice, with vague records, corrected ones and a waiver.
engine::Explanation visits(const Sample& sample) {
  const auto& log = sample.log;
  const Programme& programme = sample.programme;
  engine::Explanation one{
      verdict_of(sample, "visits.total"),
      {{&log[6], Part::counted}, {&log[8], Part::possible}, {&log[10], Part::superseded, &log[6]}},
      {},
      {}};
  const Target& target = programme.targets[10];
  const Promise* before = &target;
  for (std::uint32_t i = 0; i < 2; ++i) {
    const Amendment& change = target.amendments[i];
    one.changes.push_back({&programme.revisions[i], change.decided, i == 0, false, before,
                           &change.promise, nullptr, nullptr});
    before = &change.promise;
  }
  one.promise = &target.amendments[0].promise;
  one.waivers = {{&programme.waivers[0], engine::WaiverPart::State::in_force}};
  one.path = {{Date{2019, 12, 31}, Decimal{0}}, {Date{2020, 6, 30}, Decimal{40}}};
  return one;
}

/// A level to keep with a tolerance; the formula is that of a sum, to show one.
engine::Explanation partners_kept(const Sample& sample) {
  using engine::Ingredient;
  engine::Explanation one{verdict_of(sample, "partners.kept"), {}, {}, {}};
  one.promise = &sample.programme.targets[12];
  one.goal.tolerance = sample.programme.targets[12].tolerance;
  one.goal.lower = Decimal{18};
  one.formula =
      engine::Formula{engine::Formula::Kind::sum,
                      {{"paper-in", Ingredient::Kind::stock, Decimal{11}, Date{2020, 6, 30}},
                       {"paper-out", Ingredient::Kind::flow, Decimal{8}, {}}},
                      false,
                      false,
                      Date{2020, 7, 15}};
  return one;
}

}  // namespace

engine::Explanation sample_explanation(const Sample& sample) {
  const auto find = [&](std::string_view id) {
    const auto& all = sample.evaluation.verdicts;
    return &*std::ranges::find(all, id, &Verdict::id);
  };
  const auto& log = sample.log;
  const std::vector<const Record*> attestations{&log[5]};
  engine::Explanation kept{
      find("proofs.individual"),
      {{&log[0], Part::counted}, {&log[1], Part::other_dimension}, {&log[4], Part::counted}},
      attestations,
      {}};
  engine::Explanation broken{find("proofs.collective"),
                             {{&log[0], Part::other_dimension},
                              {&log[1], Part::counted},
                              {&log[2], Part::same_object},
                              {&log[3], Part::too_late}},
                             attestations,
                             {}};
  engine::Explanation proofs{find("proofs.all"), {}, {}, {kept, broken}};
  proofs.ranking = engine::Ranking{2, 2, 2, {}};
  engine::Explanation most{find("most"), {}, {}, {proofs, visits(sample), partners_kept(sample)}};
  most.ranking = engine::Ranking{3, 2, 2, Decimal::scaled(8, 1)};
  return most;
}

}  // namespace jalon::tests

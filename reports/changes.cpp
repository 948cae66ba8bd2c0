// What moved since an earlier look, and because of what.
#include "reports/changes_view.hpp"
#include "reports/kinds.hpp"
#include "reports/limit.hpp"
#include "reports/parts.hpp"
#include "reports/period.hpp"
#include "reports/progress_parts.hpp"
#include "reports/promise.hpp"
#include "reports/record_words.hpp"
#include "reports/wording.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace jalon::reports {
namespace {

using engine::Changed;
using engine::Outlook;
using engine::Status;
using engine::Verdict;
using engine::VerdictKind;

enum class Direction { worse, better, otherwise };
struct Way {
  Direction direction;
  std::string_view heading;  ///< of the table
  std::string_view count;    ///< in the sentence
};
constexpr std::array kWays{Way{Direction::worse, "changes.worse", "changes.n-worse"},
                           Way{Direction::better, "changes.better", "changes.n-better"},
                           Way{Direction::otherwise, "changes.otherwise", "changes.n-otherwise"}};
constexpr std::size_t kCausesAtMost = 5;  ///< told for one verdict, the rest counted

const Verdict& named(const Changed& changed) {
  return changed.after ? *changed.after : *changed.before;
}
bool is_overall(const Verdict& verdict) {
  return verdict.kind != VerdictKind::period && verdict.kind != VerdictKind::member;
}

/// By status, which is ordered from best to worst; where it stayed, by outlook.
Direction direction_of(const Changed& changed) {
  if (!changed.before || !changed.after) return Direction::otherwise;
  const Verdict& before = *changed.before;
  const Verdict& after = *changed.after;
  if (before.status == Status::voided || after.status == Status::voided) {
    return Direction::otherwise;
  }
  if (before.status != after.status) {
    return before.status < after.status ? Direction::worse : Direction::better;
  }
  const auto told = [](const Verdict& one) { return one.outlook.state != Outlook::State::none; };
  if (!told(before) || !told(after) || before.outlook.state == after.outlook.state) {
    return Direction::otherwise;
  }
  return before.outlook.state < after.outlook.state ? Direction::worse : Direction::better;
}

/// The lines that say what is different, beside the status.
class Differences {
 public:
  Differences(const Input& input, const Verdict& before, const Verdict& after)
      : input_{input}, words_{input.words}, before_{before}, after_{after} {}

  std::vector<std::string> lines() && {
    const auto& programme = input_.programme;
    compare([&](const Verdict& one) { return value_and_goal(programme, one, words_); });
    compare([&](const Verdict& one) { return due_words(programme, one, words_); });
    if (told(before_) && told(after_)) {
      compare([&](const Verdict& one) {
        return words_(fmt::format("outlook.{}", engine::name(one.outlook.state)));
      });
    }
    compare_if_any([&](const Verdict& one) { return waived_words(one, words_); });
    compare_if_any([&](const Verdict& one) { return original_words(programme, one, words_); });
    compare_if_any([&](const Verdict& one) { return judgement_words(one, input_.notes, words_); });
    if (lines_.empty()) compare_if_any([&](const Verdict& one) { return open_words(one, words_); });
    return std::move(lines_);
  }

 private:
  static bool told(const Verdict& one) { return one.outlook.state != Outlook::State::none; }

  template <class Say>
  void compare(Say say) {
    const std::string before = say(before_);
    const std::string after = say(after_);
    if (before != after) add(before, after);
  }
  template <class Say>
  void compare_if_any(Say say) {
    const std::string before = say(before_);
    const std::string after = say(after_);
    if (before == after) return;
    if (before.empty()) {
      lines_.push_back(words_("changes.now", {{"what", after}}));
    } else if (after.empty()) {
      lines_.push_back(words_("changes.no-longer", {{"what", before}}));
    } else {
      add(before, after);
    }
  }
  void add(const std::string& before, const std::string& after) {
    lines_.push_back(words_("changes.move", {{"before", before}, {"after", after}}));
  }

  const Input& input_;
  const Labels& words_;
  const Verdict& before_;
  const Verdict& after_;
  std::vector<std::string> lines_ = {};
};

std::string causes_of(const Input& input, const Changed& changed) {
  std::string text;
  const auto add = [&](const std::string& cause) { text += (text.empty() ? "" : "; ") + cause; };
  const std::size_t shown = std::min(changed.causes.size(), kCausesAtMost);
  const std::string_view own = own_subject(input.programme, named(changed));
  for (std::size_t i = 0; i < shown; ++i) {
    add(cause_words(input.programme, input.log, changed.causes[i], input.words, own));
  }
  if (const std::size_t more = changed.causes.size() - shown; more > 0) {
    add(input.words("changes.more-causes", {{"n", std::to_string(more)}}));
  }
  return text;
}

Cell status_cell(const Input& input, const std::optional<Verdict>& verdict) {
  if (verdict) return verdict->status;
  return input.words("changes.not-there");
}

Row row_of(const Input& input, const Changed& changed) {
  Row row{{name_with_id(input.programme, named(changed), input.words),
           status_cell(input, changed.before), status_cell(input, changed.after),
           causes_of(input, changed)}};
  if (changed.before && changed.after) {
    row.notes = Differences{input, *changed.before, *changed.after}.lines();
  } else {
    row.notes = {value_and_goal(input.programme, named(changed), input.words)};
  }
  return row;
}

std::vector<const Changed*> going(const Input& input, Direction direction) {
  std::vector<const Changed*> chosen;
  for (const Changed& changed : input.since->changes) {
    if (direction_of(changed) == direction) chosen.push_back(&changed);
  }
  return chosen;
}

/// "2 promises are worse off, 1 is better off ..."; periods, members and commitments beside them.
std::string summary(const Input& input) {
  std::string text;
  int besides = 0;
  for (const Way& way : kWays) {
    int count = 0;
    for (const Changed* changed : going(input, way.direction)) {
      const Verdict& one = named(*changed);
      const bool counts = is_overall(one) && one.kind != VerdictKind::commitment;
      ++(counts ? count : besides);
    }
    text = and_also(text, input.words(way.count, {{"n", std::to_string(count)}}), input.words);
  }
  text = input.words("changes.summary", {{"counts", text}});
  if (besides == 0) return text;
  return text + " " + input.words("changes.besides", {{"n", std::to_string(besides)}});
}

Table changes_table(const Input& input, const std::vector<const Changed*>& changes) {
  const Labels& words = input.words;
  Table table;
  table.columns = {{"title", words("column.what"), Align::left, 0},
                   {"status.before", words("column.before"), Align::left, 0},
                   {"status.after", words("column.after"), Align::left, 0},
                   {"causes", words("column.because"), Align::left, 0}};
  fill(table, input, changes, [&](const Changed* changed) { return row_of(input, *changed); });
  return table;
}

/// What is compared with what.
Paragraph compared(const Input& input) {
  const engine::Moment& then = input.since->moment;
  return {input.words("changes.compared", {{"as-of", iso(input.head.as_of)},
                                           {"known", iso(input.head.known)},
                                           {"then", iso(then.as_of)},
                                           {"then-known", iso(then.known)}})};
}

void add_ways(Document& document, const Input& input) {
  document.blocks.emplace_back(compared(input));
  if (input.since->changes.empty()) {
    document.blocks.emplace_back(Paragraph{input.words("changes.none")});
    return;
  }
  document.blocks.emplace_back(Paragraph{summary(input)});
  for (const Way& way : kWays) {
    const auto chosen = going(input, way.direction);
    if (chosen.empty()) continue;
    document.blocks.emplace_back(Heading{3, input.words(way.heading)});
    document.blocks.emplace_back(changes_table(input, chosen));
  }
}

/// Good as long as the input is.
CauseText causes_in_words(const Input& input) {
  return [&input](const engine::Cause& cause) {
    return cause_words(input.programme, input.log, cause, input.words);
  };
}

}  // namespace

void add_changes(Report& report, const Input& input) {
  if (!input.since) return;
  report.changes = changes_rows(input, input.since->changes, causes_in_words(input));
  report.document.blocks.emplace_back(
      Heading{2, input.words("changes.since", {{"day", iso(input.since->moment.as_of)}})});
  add_ways(report.document, input);
}

Report changes_report(const Input& input) {
  const std::string title = input.words("changes.of", {{"title", input.head.title}});
  const std::string whole = with_period(title, input.head, input.words);
  if (!input.since) {
    Report report = report_on(input, whole);
    report.document.blocks = {Paragraph{input.words("changes.no-earlier")}};
    return report;
  }
  Report report = changes_view(input, whole, {}, input.since->changes, causes_in_words(input));
  report.document.subtitle = subtitle(input.head, input.words);
  report.document.blocks.clear();
  add_ways(report.document, input);
  return report;
}

}  // namespace jalon::reports

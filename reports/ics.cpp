// Deadlines for people's calendars: a to-do for each promise with a due day.
#include "reports/ics.hpp"

#include "reports/formats.hpp"
#include "reports/wording.hpp"
#include "rules/engine/promised.hpp"
#include "rules/engine/rollup.hpp"
#include "rules/model/diagnostic.hpp"
#include "rules/model/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace jalon::reports {
namespace {

using engine::Status;
using engine::Verdict;

std::string basic_day(Date day) {
  std::string text = iso(day);
  std::erase(text, '-');
  return text;
}

/// "2020-02-25T09:30:00.000000Z" as "20200225T093000Z"; without records the as-of day's beginning.
std::string time_of_making(const Head& head) {
  if (head.stamp.size() < 19) return basic_day(head.as_of) + "T000000Z";
  std::string text = head.stamp.substr(0, 19);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text + "Z";
}

bool is_reached(Status status) { return status == Status::met || status == Status::met_late; }

std::string_view todo_status(Status status) {
  if (status == Status::voided) return "CANCELLED";
  return is_reached(status) ? "COMPLETED" : "NEEDS-ACTION";
}

/// Nine steps of RFC 5545, 1 the most pressing.
int priority_of(Severity severity) { return 9 - 2 * static_cast<int>(severity); }

struct DecidedChanges {
  const Programme& programme;
  engine::Moment moment;

  template <class Definition>
  auto operator()(Ref<Definition> ref) const {
    return std::ranges::count_if(programme[ref].amendments, [this](const auto& amendment) {
      return engine::is_decided(amendment.decided, moment);
    });
  }
  std::ptrdiff_t operator()(Ref<Commitment>) const { return 0; }
};

std::string description_of(const Programme& programme, const Verdict& verdict,
                           const Labels& words) {
  std::string text = value_and_goal(programme, verdict, words);
  for (const std::string& more :
       {why_words(programme, verdict, words), due_words(programme, verdict, words)}) {
    if (!more.empty()) text += "\n" + more;
  }
  return text;
}

class Calendar {
 public:
  Calendar(const Report& report, const Labels& words) : report_{report}, words_{words} {
    for (const Verdict* verdict : report.verdicts) shown_.insert(verdict->id);
  }

  std::string write() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(fmt::format("PRODID:-//jalon//jalon {}//EN", ics_text(report_.head.version)));
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + ics_text(report_.document.title));
    for (const Verdict* verdict : report_.verdicts) {
      const auto day = verdict->due.nominal ? verdict->due.nominal : verdict->due.latest;
      if (day && !repeats_another(*verdict)) add(*verdict, *day);
    }
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  /// Where the deciding verdict is shown too, its deadline is the same one.
  [[nodiscard]] bool repeats_another(const Verdict& verdict) const {
    return !verdict.decided_by.empty() && shown_.contains(verdict.decided_by);
  }
  void add(const Verdict& verdict, Date due) {
    const Programme& programme = *report_.programme;
    const engine::Moment moment{report_.head.as_of, report_.head.known};
    const auto changes = std::visit(DecidedChanges{programme, moment}, verdict.subject);
    line("BEGIN:VTODO");
    line("UID:" + ics_text(verdict.id + "@" + programme.id));
    line("DTSTAMP:" + time_of_making(report_.head));
    line(fmt::format("SEQUENCE:{}", changes));
    line("DUE;VALUE=DATE:" + basic_day(due));
    line("SUMMARY:" + ics_text(status_word(verdict.status, words_) + ": " +
                               title_of(programme, verdict, words_.language())));
    line("DESCRIPTION:" + ics_text(description_of(programme, verdict, words_)));
    line(fmt::format("PRIORITY:{}", priority_of(engine::severity_of(programme, verdict))));
    line(fmt::format("STATUS:{}", todo_status(verdict.status)));
    if (is_reached(verdict.status)) {
      line("PERCENT-COMPLETE:100");
      if (verdict.reached_on) line("COMPLETED:" + basic_day(*verdict.reached_on) + "T000000Z");
    }
    line("END:VTODO");
  }
  void line(std::string_view text) { out_ += ics_line(text); }

  const Report& report_;
  const Labels& words_;
  std::unordered_set<std::string_view> shown_ = {};
  std::string out_ = {};
};

}  // namespace

std::string ics_text(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view piece = text.substr(0, end);
    if (end < text.size() && piece.ends_with('\r')) piece.remove_suffix(1);
    for (const char c : printable(piece)) {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
    if (end == text.size()) return out;
    out += "\\n";
    text.remove_prefix(end + 1);
  }
}

std::string ics_line(std::string_view line) {
  constexpr std::size_t kMost = 75;
  std::string out;
  std::size_t octets = 0;
  while (!line.empty()) {
    const auto character = first_character(line);
    const std::size_t bytes = character ? character->bytes : 1;
    if (octets + bytes > kMost) {
      out += "\r\n ";
      octets = 1;
    }
    out += line.substr(0, bytes);
    octets += bytes;
    line.remove_prefix(bytes);
  }
  return out + "\r\n";
}

std::string render_ics(const Report& report, const RenderOptions& options) {
  return Calendar{report, options.words}.write();
}

}  // namespace jalon::reports

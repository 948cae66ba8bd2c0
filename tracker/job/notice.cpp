#include "tracker/job/notice.hpp"

#include "reports/json_members.hpp"
#include "rules/engine/rollup.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

namespace jalon::job {
namespace {

using engine::Status;
using engine::Verdict;
using engine::VerdictKind;
using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;
using Members = reports::JsonMembers<JsonWriter>;

bool is_told(const Verdict& verdict) {
  return verdict.kind != VerdictKind::period && verdict.kind != VerdictKind::member;
}

bool is_wanted(const Notify& notify, Status status) {
  return std::ranges::find(notify.on, engine::name(status)) != notify.on.end();
}

/// What somebody has to do something about.
bool stands_open(Status status) {
  return status == Status::missed || status == Status::overdue || status == Status::unknown;
}

/// It was known how it stood, and is no more.
bool is_data_lost(const Told& told) {
  return told.after == Status::unknown && told.before && *told.before != Status::unknown &&
         *told.before != Status::pending;
}

Told told_of(const Programme& programme, const Verdict& verdict) {
  const Party* owner = engine::owner_of(programme, verdict);
  return {.id = verdict.id,
          .title = engine::definition_of(programme, verdict).title.in(programme.language),
          .owner = owner == nullptr ? std::string{} : owner->id,
          .after = verdict.status};
}

/// The day on which each promise was last spoken of with the status that it has.
class Mentions {
 public:
  explicit Mentions(std::span<const Entry> ledger) {
    for (const Entry& entry : ledger) {
      const auto day = parse_date(entry.day);
      if (entry.notice != kSent || !day) continue;
      for (const Mention& mention : entry.mentioned)
        last_.insert_or_assign({mention.id, mention.status}, day.value());
    }
  }
  [[nodiscard]] bool is_old(const Verdict& verdict, Date today, int days) const {
    const auto found = last_.find({verdict.id, std::string{engine::name(verdict.status)}});
    return found == last_.end() || add_days(found->second, days) <= today;
  }

 private:
  std::map<std::pair<std::string, std::string>, Date> last_ = {};
};

std::vector<std::string> owners_in(const Notice& notice) {
  std::vector<std::string> owners;
  for (const auto* list : {&notice.changes, &notice.reminders})
    for (const Told& told : *list) owners.push_back(told.owner);
  std::ranges::sort(owners);
  owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
  return owners;
}

// ---- the message --------------------------------------------------------------------------------

class MessageWriter {
 public:
  std::string write(const Notice& notice, const Programme& programme, const engine::Evaluation& now,
                    const Entry& run) {
    out_.element([&] {
      begin(programme.id, notice.first ? "summary" : "changes", run);
      counts(programme, now);
      out_.list("owners", [&] {
        for (const std::string& owner : owners_in(notice)) of_owner(owner, notice, programme);
      });
      out_.list("published", [&] {
        for (const Publication& one : run.published) publication(one);
      });
      failures(run);
    });
    return text();
  }

  std::string write_failure(std::string_view programme, const Entry& run) {
    out_.element([&] {
      begin(programme, "run-failed", run);
      out_.text("reason", run.reason);
    });
    return text();
  }

 private:
  void begin(std::string_view programme, std::string_view kind, const Entry& run) {
    out_.text("schema", "jalon.notice/1");
    out_.text("programme", programme);
    out_.text("kind", kind);
    out_.text("day", run.day);
    out_.number("last_record", static_cast<std::uint32_t>(run.last_record));
  }

  void counts(const Programme& programme, const engine::Evaluation& now) {
    std::vector<const Verdict*> all;
    for (const Verdict& verdict : now.verdicts) all.push_back(&verdict);
    const engine::Counts counts = engine::roll_up(programme, all).all.counts;
    out_.object("counts", [&] {
      for (std::size_t i = 0; i < counts.size(); ++i)
        out_.number(engine::name(static_cast<Status>(i)), static_cast<std::uint32_t>(counts[i]));
    });
  }

  void of_owner(const std::string& id, const Notice& notice, const Programme& programme) {
    const auto party = std::ranges::find(programme.parties, id, &Party::id);
    out_.element([&] {
      out_.text_or_null("owner", id);
      out_.text_or_null("name", party == programme.parties.end() ? std::string{} : party->name);
      out_.list("changes", [&] {
        for (const Told& told : notice.changes)
          if (told.owner == id) change(told);
      });
      out_.list("reminders", [&] {
        for (const Told& told : notice.reminders)
          if (told.owner == id) reminder(told);
      });
    });
  }

  void change(const Told& told) {
    out_.element([&] {
      out_.text("id", told.id);
      out_.text_or_null("title", told.title);
      out_.text_or_null("before", told.before ? engine::name(*told.before) : std::string_view{});
      out_.text("after", engine::name(told.after));
      out_.truth("data_lost", is_data_lost(told));
    });
  }

  void reminder(const Told& told) {
    out_.element([&] {
      out_.text("id", told.id);
      out_.text_or_null("title", told.title);
      out_.text("status", engine::name(told.after));
    });
  }

  void publication(const Publication& one) {
    out_.element([&] {
      out_.text("report", one.report);
      out_.text("period", one.period);
      out_.number("edition", static_cast<std::uint32_t>(one.edition));
      out_.list("files", [&] {
        for (const std::string& file : one.files)
          json_.String(file.data(), static_cast<rapidjson::SizeType>(file.size()));
      });
    });
  }

  void failures(const Entry& run) {
    out_.list("failed", [&] {
      for (const Failure& one : run.failed)
        out_.element([&] {
          out_.text("report", one.report);
          out_.text("period", one.period);
          out_.text("reason", one.reason);
        });
    });
  }

  [[nodiscard]] std::string text() const {
    return std::string{buffer_.GetString(), buffer_.GetSize()} + '\n';
  }

  rapidjson::StringBuffer buffer_ = {};
  JsonWriter json_{buffer_};
  Members out_{json_};
};

}  // namespace

Notice notice_of(const Notify& notify, const Programme& programme, const engine::Evaluation& now,
                 const std::optional<engine::Evaluation>& before, std::span<const Entry> ledger,
                 Date today) {
  Notice notice{.first = !before};
  if (!before) return notice;
  const Mentions mentions{ledger};
  for (const Verdict& verdict : now.verdicts) {
    if (!is_told(verdict) || !is_wanted(notify, verdict.status)) continue;
    Told told = told_of(programme, verdict);
    if (const Verdict* then = before->find(verdict.id)) told.before = then->status;
    if (told.before != verdict.status)
      notice.changes.push_back(std::move(told));
    else if (stands_open(verdict.status) && mentions.is_old(verdict, today, notify.repeat_every))
      notice.reminders.push_back(std::move(told));
  }
  return notice;
}

std::string to_json(const Notice& notice, const Programme& programme, const engine::Evaluation& now,
                    const Entry& run) {
  return MessageWriter{}.write(notice, programme, now, run);
}

std::string failure_json(std::string_view programme, const Entry& run) {
  return MessageWriter{}.write_failure(programme, run);
}

std::vector<Mention> mentions_of(const Notice& notice, const engine::Evaluation& now) {
  std::vector<Mention> mentions;
  const auto add = [&](const std::string& id, Status status) {
    mentions.push_back({id, std::string{engine::name(status)}});
  };
  if (notice.first) {
    for (const Verdict& verdict : now.verdicts)
      if (is_told(verdict) && stands_open(verdict.status)) add(verdict.id, verdict.status);
    return mentions;
  }
  for (const Told& told : notice.changes) add(told.id, told.after);
  for (const Told& told : notice.reminders) add(told.id, told.after);
  return mentions;
}

}  // namespace jalon::job

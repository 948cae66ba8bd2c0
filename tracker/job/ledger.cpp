#include "tracker/job/ledger.hpp"

#include "tracker/log/ledger.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

namespace jalon::job {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using rapidjson::Value;

// ---- writing ------------------------------------------------------------------------------------

class LineWriter {
 public:
  std::string line_of(const Entry& entry) {
    json_.StartObject();
    text("kind", entry.kind == Entry::Kind::run ? "run" : "writing");
    text("at", entry.at);
    text("day", entry.day);
    if (entry.kind == Entry::Kind::run) run(entry);
    if (!entry.files.empty()) texts("files", entry.files);
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void run(const Entry& entry) {
    number("exit", entry.exit_code);
    text("version", entry.version);
    number("last_record", entry.last_record);
    if (!entry.definitions.empty()) text("definitions", entry.definitions);
    list("published", entry.published, [this](const Publication& one) { publication(one); });
    list("unchanged", entry.unchanged, [this](const Unchanged& one) {
      text("report", one.report);
      text("period", one.period);
    });
    list("failed", entry.failed, [this](const Failure& one) {
      text("report", one.report);
      text("period", one.period);
      text("reason", one.reason);
    });
    if (entry.behind > 0) number("behind", entry.behind);
    if (!entry.reason.empty()) text("reason", entry.reason);
    if (!entry.notice.empty()) text("notice", entry.notice);
    list("mentioned", entry.mentioned, [this](const Mention& one) {
      text("id", one.id);
      text("status", one.status);
    });
  }

  void publication(const Publication& one) {
    text("report", one.report);
    text("period", one.period);
    number("edition", one.edition);
    text("definitions", one.definitions);
    text("known", one.known);
    number("last_record", one.last_record);
    texts("files", one.files);
  }

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void string(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void text(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  void number(std::string_view name, std::int64_t number) {
    key(name);
    json_.Int64(number);
  }
  void texts(std::string_view name, const std::vector<std::string>& all) {
    key(name);
    json_.StartArray();
    for (const std::string& one : all) string(one);
    json_.EndArray();
  }
  template <class Item, class Write>
  void list(std::string_view name, const std::vector<Item>& items, Write write) {
    if (items.empty()) return;
    key(name);
    json_.StartArray();
    for (const Item& item : items) {
      json_.StartObject();
      write(item);
      json_.EndObject();
    }
    json_.EndArray();
  }

  rapidjson::StringBuffer buffer_;
  Writer json_{buffer_};
};

// ---- reading: what is missing is empty ----------------------------------------------------------

const Value* member(const Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(const Value& value) {
  return value.IsString() ? std::string{value.GetString(), value.GetStringLength()} : std::string{};
}

std::string text_in(const Value& object, const char* name) {
  const Value* value = member(object, name);
  return value == nullptr ? std::string{} : text_of(*value);
}

std::int64_t number_in(const Value& object, const char* name) {
  const Value* value = member(object, name);
  return value != nullptr && value->IsInt64() ? value->GetInt64() : 0;
}

template <class Read>
auto list_in(const Value& object, const char* name, Read read) {
  std::vector<decltype(read(object))> items;
  const Value* value = member(object, name);
  if (value == nullptr || !value->IsArray()) return items;
  for (const Value& item : value->GetArray()) items.push_back(read(item));
  return items;
}

Publication publication_in(const Value& value) {
  return {.report = text_in(value, "report"),
          .period = text_in(value, "period"),
          .edition = static_cast<int>(number_in(value, "edition")),
          .definitions = text_in(value, "definitions"),
          .known = text_in(value, "known"),
          .last_record = number_in(value, "last_record"),
          .files = list_in(value, "files", text_of)};
}

Unchanged unchanged_in(const Value& value) {
  return {text_in(value, "report"), text_in(value, "period")};
}

Mention mention_in(const Value& value) { return {text_in(value, "id"), text_in(value, "status")}; }

Failure failure_in(const Value& value) {
  return {text_in(value, "report"), text_in(value, "period"), text_in(value, "reason")};
}

// ---- what it comes to ---------------------------------------------------------------------------

class Gatherer {
 public:
  void add(const Entry& entry) {
    if (const auto day = parse_date(entry.day))
      history_.last_day = std::max(history_.last_day, std::optional{day.value()});
    history_.files.insert(history_.files.end(), entry.files.begin(), entry.files.end());
    if (entry.kind != Entry::Kind::run) return;
    if (entry.exit_code == 0) history_.last_success = entry.at;
    for (const Publication& one : entry.published) add(one);
    for (const Unchanged& one : entry.unchanged) {
      const std::size_t place = place_of(one.report, one.period);
      if (place < history_.latest.size()) history_.published[place].last_record = entry.last_record;
    }
  }
  History take() && { return std::move(history_); }

 private:
  void add(const Publication& one) {
    const std::size_t place = place_of(one.report, one.period);
    const Published brief{one.report, one.period, one.edition, one.last_record};
    if (place == history_.latest.size()) {
      history_.latest.push_back(one);
      history_.published.push_back(brief);
    } else {
      history_.latest[place] = one;
      history_.published[place] = brief;
    }
  }

  [[nodiscard]] std::size_t place_of(std::string_view report, std::string_view period) const {
    const auto found = std::ranges::find_if(history_.latest, [&](const Publication& one) {
      return one.report == report && one.period == period;
    });
    return static_cast<std::size_t>(found - history_.latest.begin());
  }

  History history_ = {};
};

}  // namespace

std::string to_line(const Entry& entry) { return LineWriter{}.line_of(entry); }

std::optional<Entry> from_line(std::string_view line) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (document.HasParseError() || !document.IsObject()) return std::nullopt;
  const Value& object = document;
  const std::string kind = text_in(object, "kind");
  if (kind != "run" && kind != "writing") return std::nullopt;
  return Entry{.kind = kind == "run" ? Entry::Kind::run : Entry::Kind::writing,
               .at = text_in(object, "at"),
               .day = text_in(object, "day"),
               .exit_code = static_cast<int>(number_in(object, "exit")),
               .version = text_in(object, "version"),
               .last_record = number_in(object, "last_record"),
               .definitions = text_in(object, "definitions"),
               .published = list_in(object, "published", publication_in),
               .unchanged = list_in(object, "unchanged", unchanged_in),
               .failed = list_in(object, "failed", failure_in),
               .behind = static_cast<int>(number_in(object, "behind")),
               .reason = text_in(object, "reason"),
               .notice = text_in(object, "notice"),
               .mentioned = list_in(object, "mentioned", mention_in),
               .files = list_in(object, "files", text_of)};
}

History history_of(const std::vector<Entry>& entries) {
  Gatherer gatherer;
  for (const Entry& entry : entries) gatherer.add(entry);
  return std::move(gatherer).take();
}

std::vector<Entry> read_entries(const std::filesystem::path& store) {
  std::vector<Entry> entries;
  for (const std::string& line : log::read_ledger(store)) {
    auto entry = from_line(line);
    if (!entry)
      throw log::StoreError{log::StoreError::Kind::newer,
                            fmt::format("{}: line {} of the job's ledger was written by a newer "
                                        "jalon",
                                        store.string(), entries.size() + 1)};
    entries.push_back(*std::move(entry));
  }
  return entries;
}

}  // namespace jalon::job

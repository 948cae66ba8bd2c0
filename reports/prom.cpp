// Verdicts for monitoring: Prometheus' text format, 0.0.4.
#include "reports/prom.hpp"
#include "reports/figures.hpp"
#include "reports/formats.hpp"
#include "rules/engine/rollup.hpp"
#include "rules/model/diagnostic.hpp"

#include <fmt/format.h>

#include <optional>

namespace jalon::reports {
namespace {

using engine::Verdict;

/// What a family says of one verdict; nothing: no sample.
using Sample = std::optional<std::string>;

Sample sample_of(const engine::Quantity& quantity) {
  const auto number = number_of(quantity);
  return number ? Sample{number->str()} : Sample{};
}

/// The beginning of the due day in UTC.
Sample due_of(const Verdict& verdict) {
  if (!verdict.due.nominal) return std::nullopt;
  return std::to_string(std::int64_t{days_between(Date{1970, 1, 1}, *verdict.due.nominal)} * 86400);
}

std::string target_label(const Verdict& verdict) {
  return fmt::format("target=\"{}\"", prom_label(verdict.id));
}

std::string all_labels(const Programme& programme, const Verdict& verdict) {
  return fmt::format("{},kind=\"{}\",severity=\"{}\",waived=\"{}\",status=\"{}\"",
                     target_label(verdict), engine::name(verdict.kind),
                     name(engine::severity_of(programme, verdict)), verdict.waived.has_value(),
                     engine::name(verdict.status));
}

void add_head(std::string& out, std::string_view family, std::string_view help,
              std::string_view type) {
  out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", family, help, family, type);
}

/// A gauge with a sample for each verdict that has the number.
template <class Number>
void add_gauge(std::string& out, const Report& report, std::string_view family,
               std::string_view help, Number number) {
  add_head(out, family, help, "gauge");
  for (const Verdict* verdict : report.verdicts) {
    if (const Sample sample = number(*verdict))
      out += fmt::format("{}{{{}}} {}\n", family, target_label(*verdict), *sample);
  }
}

}  // namespace

std::string prom_label(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

std::string render_prom(const Report& report, const RenderOptions&) {
  std::string out;
  add_head(out, "jalon_target_status", "1 for the status that the verdict has.", "gauge");
  for (const Verdict* verdict : report.verdicts) {
    out += fmt::format("jalon_target_status{{{}}} 1\n", all_labels(*report.programme, *verdict));
  }
  add_gauge(out, report, "jalon_target_value", "What is on record, in the unit of the indicator.",
            [](const Verdict& one) { return sample_of(one.value); });
  add_gauge(out, report, "jalon_target_goal", "What was promised, in the unit of the indicator.",
            [](const Verdict& one) { return sample_of(one.goal); });
  add_gauge(out, report, "jalon_target_due_timestamp_seconds",
            "Beginning of the due day, UTC, in seconds since 1970.", due_of);
  add_head(out, "jalon_records_total", "Records in the log, up to the last one seen.", "counter");
  return out + fmt::format("jalon_records_total {}\n", report.head.last_record);
}

}  // namespace jalon::reports

#include "tests/exchange/programme.hpp"

#include <catch2/catch.hpp>

namespace jalon::tests {
namespace {

Indicator indicator(std::string id, Measure measure) {
  Indicator made;
  made.id = std::move(id);
  made.title = {made.id};
  made.unit = "things";
  made.measure = measure;
  return made;
}

}  // namespace

Programme sample_programme() {
  Programme programme;
  programme.id = "made-up";
  programme.timezone = "UTC";
  programme.indicators.push_back(indicator("visits", Flow{}));
  programme.indicators.push_back(indicator("staff", Stock{}));
  programme.indicators.back().whole = true;
  programme.indicators.push_back(indicator("poc", Flow{}));
  programme.indicators.back().dimensions.push_back({"kind", false, {"individual", "collective"}});
  programme.indicators.back().key = "project";
  Milestone strategy;
  strategy.id = "strategy";
  strategy.stages = {"draft", "adopted"};
  strategy.time = Undated{"made up"};
  programme.milestones.push_back(std::move(strategy));
  return programme;
}

exchange::ImportOptions sample_options() {
  return {.columns = {},
          .decimal_comma = false,
          .separator = {},
          .today = Date{2020, 6, 15},
          .day_in_zone = [](std::int64_t seconds) {
            return Date{1970, 1, 1} + Days{static_cast<long>((seconds + 3600) / 86400)};
          }};
}

Result<exchange::ImportedRows> read(std::string_view name, std::string_view text,
                                    const exchange::ImportOptions& options) {
  return name.ends_with(".csv")
             ? exchange::read_csv(sample_programme(), name, text, options)
             : exchange::read_json_lines(sample_programme(), name, text, options);
}

exchange::ImportedRows rows_of(std::string_view name, std::string_view text,
                               const exchange::ImportOptions& options) {
  auto rows = read(name, text, options);
  INFO(text);
  if (!rows) FAIL(render(rows.error()));
  return std::move(rows).value();
}

}  // namespace jalon::tests

#include "tests/golden.hpp"
#include "reports/renderers.hpp"
#include "tests/reports/sample.hpp"

#include <catch2/catch.hpp>

using namespace jalon;
using namespace jalon::tests;

TEST_CASE("formats of verdicts alone are as their golden files say") {
  const Sample one = sample();
  const auto report = reports::check_view(one.input());
  int formats = 0;
  for (const reports::Renderer& renderer : reports::renderers()) {
    if (!renderer.of_verdicts) continue;
    ++formats;
    const std::string name = "formats/check." + std::string{renderer.extension};
    check_golden(name, renderer.render(report, {one.words}));
  }
  CHECK(formats > 0);
}

TEST_CASE("formats of verdicts alone say nothing wrong when there are none") {
  const Sample one = sample();
  const auto report = reports::check_view(nothing_selected(one));
  for (const reports::Renderer& renderer : reports::renderers()) {
    if (!renderer.of_verdicts) continue;
    const std::string name = "formats/empty." + std::string{renderer.extension};
    check_golden(name, renderer.render(report, {one.words}));
  }
}

#include "tracker/commands/showing.hpp"

#include "data/files.hpp"
#include "rules/model/suggest.hpp"
#include "tracker/output_file.hpp"
#include "tracker/refused.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace jalon::commands {
namespace {

constexpr std::string_view kLaterFormats[] = {"xlsx", "ics", "junit", "sarif", "prom"};

[[noreturn]] void refuse_format(std::string_view said_by, std::string_view name) {
  if (std::ranges::find(kLaterFormats, name) != std::end(kLaterFormats))
    refuse_usage("not-supported-yet",
                 fmt::format("{}: the format {} is not supported yet", said_by, name));
  std::vector<std::string_view> names;
  for (const auto& renderer : reports::renderers()) names.push_back(renderer.name);
  refuse_usage("unknown-format", fmt::format("{}: `{}` is no format", said_by, printable(name)),
               fmt::format("{}", fmt::join(names, ", ")));
}

const reports::Renderer& renderer_named(std::string_view said_by, std::string_view name) {
  const auto* renderer = reports::find_renderer(name);
  if (renderer == nullptr) refuse_format(said_by, name);
  return *renderer;
}

const reports::Renderer& renderer_for(const std::string& path) {
  std::string extension = std::filesystem::path{path}.extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  const auto* renderer = extension.empty() ? nullptr : reports::renderer_for_extension(extension);
  if (renderer == nullptr) refuse_format(fmt::format("-o {}", printable(path)), extension);
  return *renderer;
}

std::string_view format_name(const cli::Arguments& arguments, const World& world,
                             std::string& holder) {
  if (arguments.has("json")) return "json";
  if (const auto format = arguments.find("format")) return holder = *format;
  const std::string_view wanted = world.variable("JALON_FORMAT");
  return wanted.empty() ? "terminal" : wanted;
}

void check_formats_agree(const cli::Arguments& arguments) {
  if (arguments.has("format") && arguments.has("json") && arguments.at("format") != "json")
    refuse_usage("bad-usage", "--format and --json say different things", "give one of them");
  if (arguments.has("output") && (arguments.has("format") || arguments.has("json")))
    refuse_usage("bad-usage", "with -o the file's extension is the format",
                 "leave --format out, or the file");
}

bool wants_color(const cli::Arguments& arguments, const World& world) {
  const std::string when = arguments.find("color").value_or("auto");
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto")
    refuse_usage("unknown-word", fmt::format("--color: `{}`", printable(when)),
                 "auto, always or never");
  if (!world.variable("NO_COLOR").empty()) return false;
  const std::string_view forced = world.variable("CLICOLOR_FORCE");
  if (!forced.empty() && forced != "0") return true;
  return world.out_is_terminal;
}

int width_of(const World& world) {
  const std::string_view columns = world.variable("COLUMNS");
  int width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  const bool usable = error == std::errc{} && end == columns.data() + columns.size();
  return usable && width >= 20 && width <= 10000 ? width : std::max(world.width, 20);
}

std::string pager_command(const World& world) {
  for (const std::string_view name : {"JALON_PAGER", "PAGER"})
    if (const auto command = world.variable(name); !command.empty()) return std::string{command};
  return "less -FRX";
}

}  // namespace

Showing read_showing(const cli::Arguments& arguments, const World& world) {
  check_formats_agree(arguments);
  Showing showing;
  showing.color = wants_color(arguments, world);
  showing.wide = arguments.has("wide");
  showing.pager = world.out_is_terminal && !arguments.has("no-pager");
  for (const std::string& path : arguments.all("output"))
    showing.files.push_back({(world.current_directory / path).string(), &renderer_for(path)});
  std::string holder;
  if (showing.files.empty())
    showing.renderer = &renderer_named(arguments.has("format") ? "--format" : "JALON_FORMAT",
                                       format_name(arguments, world, holder));
  return showing;
}

void show(const reports::Report& report, const reports::Labels& words, const Showing& showing,
          World& world) {
  reports::RenderOptions options{.words = words,
                                 .width = width_of(world),
                                 .wide = showing.wide,
                                 .color = false,
                                 .style = data::find("style.css").value_or("")};
  for (const auto& file : showing.files)
    write_output_file(file.path, file.renderer->render(report, options));
  if (showing.renderer == nullptr) return;
  options.color = showing.color;
  show_text(showing.renderer->render(report, options), showing, world);
}

void show_text(const std::string& text, const Showing& showing, World& world) {
  const bool fits = std::ranges::count(text, '\n') < world.height;
  if (showing.pager && !fits && world.page && world.page(pager_command(world), text)) return;
  world.out << text;
}

}  // namespace jalon::commands

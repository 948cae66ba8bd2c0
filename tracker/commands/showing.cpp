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

[[noreturn]] void refuse_format(std::string_view said_by, std::string_view name) {
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

/// A workbook on a terminal says nothing to anybody.
void refuse_on_terminal(const reports::Renderer& renderer, const World& world) {
  if (!renderer.binary || !world.out_is_terminal) return;
  refuse_usage("bad-usage", fmt::format("the format {} is nothing for a terminal", renderer.name),
               fmt::format("-o FILE.{}, or send it elsewhere", renderer.extension));
}

/// Two formats in one file: the second would take the place of the first.
void refuse_if_named(const Showing& showing, const std::string& path, const std::string& file) {
  if (std::ranges::find(showing.files, file, &Showing::File::path) == showing.files.end()) return;
  refuse_usage("bad-usage", fmt::format("-o {} is given twice", printable(path)),
               "give each output a file of its own");
}

/// Some formats have verdicts to tell of and nothing else.
std::string rendered(const reports::Report& report, const reports::Renderer& renderer,
                     const reports::RenderOptions& options) {
  if (renderer.of_verdicts && report.table)
    refuse_usage("bad-usage", fmt::format("the format {} is for verdicts alone", renderer.name),
                 "terminal, md, html, csv, json or jsonl");
  return renderer.render(report, options);
}

}  // namespace

Showing read_showing(const cli::Arguments& arguments, const World& world) {
  check_formats_agree(arguments);
  Showing showing;
  showing.color = wants_color(arguments, world);
  showing.wide = arguments.has("wide");
  showing.pager = world.out_is_terminal && !arguments.has("no-pager");
  for (const std::string& path : arguments.all("output")) {
    const std::string file = (world.current_directory / path).lexically_normal().string();
    refuse_if_named(showing, path, file);
    showing.files.push_back({file, &renderer_for(path)});
  }
  std::string holder;
  if (showing.files.empty()) {
    showing.renderer = &renderer_named(arguments.has("format") ? "--format" : "JALON_FORMAT",
                                       format_name(arguments, world, holder));
    refuse_on_terminal(*showing.renderer, world);
  }
  return showing;
}

std::string file_text(const reports::Report& report, const reports::Renderer& renderer,
                      const reports::Labels& words, bool wide) {
  return rendered(report, renderer,
                  {.words = words, .wide = wide, .style = data::find("style.css").value_or("")});
}

void show(const reports::Report& report, const reports::Labels& words, const Showing& showing,
          World& world, const std::function<void()>& before) {
  std::vector<std::string> texts;
  for (const auto& file : showing.files)
    texts.push_back(file_text(report, *file.renderer, words, showing.wide));
  std::string shown;
  if (showing.renderer != nullptr)
    shown = rendered(report, *showing.renderer,
                     {.words = words,
                      .width = width_of(world),
                      .wide = showing.wide,
                      .color = showing.color,
                      .style = data::find("style.css").value_or("")});
  if (before) before();
  std::vector<OutputFile> files;
  for (std::size_t i = 0; i < texts.size(); ++i) files.push_back({showing.files[i].path, texts[i]});
  write_output_files(files, {.before = world.before_write});
  if (showing.renderer != nullptr) show_text(shown, showing, world);
}

void show_text(const std::string& text, const Showing& showing, World& world) {
  const bool fits = std::ranges::count(text, '\n') < world.height;
  if (showing.pager && !fits && world.page && world.page(pager_command(world), text)) return;
  world.out << text;
}

}  // namespace jalon::commands

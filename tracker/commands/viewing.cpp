#include "tracker/commands/viewing.hpp"

#include "tracker/commands/showing.hpp"
#include "tracker/selection.hpp"

#include <fmt/format.h>

namespace jalon::commands {

void tell_moment(const cli::Arguments& arguments, const reports::Head& head, World& world) {
  if (!arguments.has("verbose")) return;
  world.err << fmt::format("as of {}, known by {}; log up to #{} {}; definitions {}\n",
                           iso(head.as_of), iso(head.known), head.last_record, head.log_head,
                           head.definitions_hash);
}

ExitCode view(const cli::Arguments& arguments, World& world,
              const std::function<reports::Report(const reports::Input&)>& build, bool gating) {
  const Showing showing = read_showing(arguments, world);
  const auto& words = arguments.all("SEL");
  const Judged judged = judge(arguments, world, words, instances_in(words));
  tell_moment(arguments, judged.head, world);
  const bool silent = gating && arguments.has("quiet") && showing.files.empty();
  if (!silent) show(build(judged.input()), judged.words, showing, world);
  return gating ? gate(judged) : gate_if_asked(judged, arguments);
}

}  // namespace jalon::commands

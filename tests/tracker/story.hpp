#pragma once

#include <string>

namespace jalon::tests {

/// Plays a story and returns it as it went: commands as written, outputs as they came. Lines:
///
///     // a remark
///     $ clock 2020-02-25T09:30:00Z
///     $ file targets/a.toml          followed by the file's lines, each after "| "
///     $ jalon log poc +1             followed by what it printed; on the error stream after "! "
///     [exit 2]                       where the exit code is not 0
///
/// Anything else is an expected output, and replaced by what came.
[[nodiscard]] std::string play(const std::string& story);

/// Plays tests/golden/stories/NAME.story and holds it against the file; JALON_UPDATE_GOLDEN=1
/// writes what came instead.
void check_story(const std::string& name);

}  // namespace jalon::tests

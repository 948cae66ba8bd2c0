#pragma once

#include "tracker/cli/arguments.hpp"
#include "tracker/exit_code.hpp"
#include "tracker/world.hpp"

// One function a command, in a file of its own. The table in cli/commands.cpp says what each takes.

namespace jalon::commands {

ExitCode run_attest(const cli::Arguments&, World&);
ExitCode run_check(const cli::Arguments&, World&);
ExitCode run_correct(const cli::Arguments&, World&);
ExitCode run_diff(const cli::Arguments&, World&);
ExitCode run_due(const cli::Arguments&, World&);
ExitCode run_explain(const cli::Arguments&, World&);
ExitCode run_export(const cli::Arguments&, World&);
ExitCode run_gap(const cli::Arguments&, World&);
ExitCode run_help(const cli::Arguments&, World&);
ExitCode run_completion(const cli::Arguments&, World&);
ExitCode run_man(const cli::Arguments&, World&);
ExitCode run_history(const cli::Arguments&, World&);
ExitCode run_import(const cli::Arguments&, World&);
ExitCode run_init(const cli::Arguments&, World&);
ExitCode run_judge(const cli::Arguments&, World&);
ExitCode run_lint(const cli::Arguments&, World&);
ExitCode run_log(const cli::Arguments&, World&);
ExitCode run_redact(const cli::Arguments&, World&);
ExitCode run_report(const cli::Arguments&, World&);
ExitCode run_retract(const cli::Arguments&, World&);
ExitCode run_run(const cli::Arguments&, World&);
ExitCode run_schema(const cli::Arguments&, World&);
ExitCode run_status(const cli::Arguments&, World&);
ExitCode run_test(const cli::Arguments&, World&);
ExitCode run_verify(const cli::Arguments&, World&);
ExitCode run_what_if(const cli::Arguments&, World&);

}  // namespace jalon::commands

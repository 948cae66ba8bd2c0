"""usage: manual.py PROGRAM PAGE WORK_FOLDER

Runs every command in the `sh` blocks of a page of the manual, in a workspace with the Belgian
programme: each must succeed (1 is a finding), and a file after -o must be there and say something.
PROGRAM takes clock and seed from the environment.
"""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys


def run(program, folder, words):
    now = {"JALON_TEST_NOW": "2026-11-26T09:30:00Z", "JALON_TEST_SEED": "1"}
    return subprocess.run([program, *words], cwd=folder, env={**os.environ, **now},
                          capture_output=True, check=False)


def main(program, page, work):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    run(program, work, ["init", "--example", "belgium-ai", "belgium"]).check_returncode()
    folder = work / "belgium"
    commands = [line for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.S)
                for line in block.splitlines() if line.startswith("jalon ")]
    failures = [] if commands else ["there is nothing to run"]
    for command in commands:
        words = shlex.split(command, comments=True)[1:]
        done = run(program, folder, words)
        if done.returncode not in (0, 1):
            failures.append(f"{command}: exit {done.returncode}: {done.stderr.decode()}")
        files = [words[i + 1] for i, word in enumerate(words) if word == "-o"]
        for file in files:
            if not (folder / file).is_file() or (folder / file).stat().st_size == 0:
                failures.append(f"{command}: no {file}")
        if not files and not done.stdout:
            failures.append(f"{command}: says nothing")
    for failure in failures:
        print(failure)
    print(f"{len(commands)} commands, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))

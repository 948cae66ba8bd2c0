#!/usr/bin/env python3
"""Flips comparisons and boundaries in rules/engine, one at a time, and sees whether the tests notice.

    tests/campaign/mutate.py [--count 200] [--seed 1] [--jobs 2] [--folder DIR] [--only FILE...]
                              [--targets PROGRAM...]
    tests/campaign/mutate.py --again OUTPUT    those that survived in an earlier run's output
    tests/campaign/mutate.py --list

Those that equivalent.tsv names, with the reason why nothing can tell them from the original, are left
out. Works on copies of the committed tree below --folder (default a temporary one), never on the tree
itself. A mutant that does not compile does not count; one that runs into the time limit is caught.
Prints the seed, the commit, the count and the survivors; exit 1 if fewer than 95 % are caught.
"""

import argparse
import concurrent.futures
import pathlib
import queue
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WANTED = 0.95
LIMIT = 120  # seconds for one test program

# What is looked for, and what stands there instead. Operators of templates and streams have no
# spaces around them, so these patterns leave them alone.
FLIPS = [
    (re.compile(r"(?<= )<(?= )"), "<="),
    (re.compile(r"(?<= )<=(?= )"), "<"),
    (re.compile(r"(?<= )>(?= )"), ">="),
    (re.compile(r"(?<= )>=(?= )"), ">"),
    (re.compile(r"(?<= )==(?= )"), "!="),
    (re.compile(r"(?<= )!=(?= )"), "=="),
    (re.compile(r"(?<= )&&(?= )"), "||"),
    (re.compile(r"(?<= )\|\|(?= )"), "&&"),
    (re.compile(r"(?<= )\+ 1\b"), "+ 0"),
    (re.compile(r"(?<= )- 1\b"), "- 0"),
    (re.compile(r"(?<=, )1(?=\))"), "0"),
    (re.compile(r"\bstd::min\b"), "std::max"),
    (re.compile(r"\bstd::max\b"), "std::min"),
    (re.compile(r"\blower_bound\b"), "upper_bound"),
    (re.compile(r"\bupper_bound\b"), "lower_bound"),
    (re.compile(r"\bRounding::up\b"), "Rounding::down"),
    (re.compile(r"\bRounding::down\b"), "Rounding::up"),
]

# The test programs, the quick ones first, with what makes them short.
TARGETS = ["jalon_engine_tests", "jalon_verdicts_tests", "jalon_rule_tests_tests",
           "jalon_reports_tests", "jalon_tracker_tests", "jalon_reference_tests"]
SETTINGS = {"JALON_CAMPAIGN": "1500", "TZ": "UTC", "PATH": "/usr/local/bin:/usr/bin:/bin"}


class Mutant:
    def __init__(self, file, line, start, end, old, new):
        self.file, self.line, self.start, self.end = file, line, start, end
        self.old, self.new = old, new

    def applied(self, text):
        return text[:self.start] + self.new + text[self.end:]

    def __str__(self):
        return f"{self.file}:{self.line + 1}:{self.start + 1}: {self.old} -> {self.new}"


def code_of(line):
    """The line without its comment and with its texts blanked, as long as before."""
    code = re.sub(r'"(\\.|[^"\\])*"', lambda text: '"' + "_" * (len(text[0]) - 2) + '"', line)
    cut = code.find("//")
    return code if cut < 0 else code[:cut]


def equivalents():
    """(file name, line as mutated) of each row."""
    rows = (ROOT / "tests/campaign/equivalent.tsv").read_text().splitlines()
    return {tuple(row.split("\t")[:2]) for row in rows if row and not row.startswith("#")}


def mutants():
    found = []
    known = equivalents()
    used = set()
    for path in sorted((ROOT / "rules/engine").glob("*.[ch]pp")):
        for number, line in enumerate(path.read_text().splitlines()):
            code = code_of(line)
            if code.lstrip().startswith(("#", "static_assert", "template")):
                continue
            for pattern, new in FLIPS:
                for hit in pattern.finditer(code):
                    name = str(path.relative_to(ROOT))
                    mutant = Mutant(name, number, hit.start(), hit.end(), hit[0], new)
                    row = (path.name, mutant.applied(line).strip())
                    if row in known:
                        used.add(row)
                    else:
                        found.append(mutant)
    for row in sorted(known - used):
        raise SystemExit(f"equivalent.tsv: no mutant is {row}")
    return found


class Bench:
    """A copy of the tree with its build."""

    def __init__(self, folder, targets):
        self.targets = targets
        self.source = folder / "source"
        self.build = self.source / "build/dev"
        self.programs = {}

    def prepare(self):
        if self.source.exists():
            shutil.rmtree(self.source)
        self.source.mkdir(parents=True)
        archive = subprocess.run(["git", "-C", ROOT, "archive", "HEAD"], check=True,
                                 capture_output=True)
        subprocess.run(["tar", "-x", "-C", self.source], input=archive.stdout, check=True)
        subprocess.run(["cmake", "--preset", "dev"], cwd=self.source, check=True,
                       stdout=subprocess.DEVNULL)
        if not self.compile():
            raise SystemExit("the tree does not build as it is")
        for target in self.targets:
            self.programs[target] = next(self.build.glob(f"tests/*/{target}"))
        if self.failing():
            raise SystemExit("the tests fail as it is")

    def compile(self):
        done = subprocess.run(["cmake", "--build", self.build, "-j1", "--target", *self.targets],
                              capture_output=True)
        return done.returncode == 0

    def failing(self):
        """The first test program that notices something; nothing if none does."""
        for target in self.targets:
            try:
                done = subprocess.run([self.programs[target], "--abort"], env=SETTINGS,
                                      timeout=LIMIT, capture_output=True)
            except subprocess.TimeoutExpired:
                return f"{target} (time limit)"
            if done.returncode != 0:
                return target
        return None

    def judge(self, mutant):
        path = self.source / mutant.file
        before = path.read_text()
        lines = before.splitlines(keepends=True)
        line = lines[mutant.line]
        lines[mutant.line] = mutant.applied(line)
        path.write_text("".join(lines))
        try:
            if not self.compile():
                return "does not compile"
            return self.failing() or "survived"
        finally:
            path.write_text(before)


def run(chosen, jobs, folder, targets):
    benches = queue.Queue()
    for number in range(jobs):
        bench = Bench(folder / f"bench-{number}", targets)
        bench.prepare()
        benches.put(bench)

    def judge(mutant):
        bench = benches.get()
        try:
            return mutant, bench.judge(mutant)
        finally:
            benches.put(bench)

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for done, (mutant, outcome) in enumerate(pool.map(judge, chosen), 1):
            print(f"[{done}/{len(chosen)}] {mutant}   {outcome}", flush=True)
            yield mutant, outcome


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, help="draw this many; default all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--only", nargs="+", help="files of rules/engine, by name")
    parser.add_argument("--targets", nargs="+", default=TARGETS, help="test programs to ask")
    parser.add_argument("--again", type=pathlib.Path, help="what an earlier run printed")
    parser.add_argument("--list", action="store_true", help="print all mutants and stop")
    options = parser.parse_args()

    everything = mutants()
    if options.only:
        everything = [one for one in everything if pathlib.Path(one.file).name in options.only]
    if options.list:
        print(*everything, sep="\n")
        return 0
    chosen = everything
    if options.again:
        text = options.again.read_text()
        chosen = [one for one in everything if f"{one}   survived" in text]
    if options.count and options.count < len(everything):
        chosen = random.Random(options.seed).sample(everything, options.count)
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="jalon-mutants-"))
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"],
                            capture_output=True, text=True, check=True).stdout.strip()
    started = time.time()
    outcomes = list(run(chosen, options.jobs, folder, options.targets))
    counted = [(mutant, how) for mutant, how in outcomes if how != "does not compile"]
    survivors = [mutant for mutant, how in counted if how == "survived"]
    caught = len(counted) - len(survivors)
    share = caught / len(counted) if counted else 0.0
    print(f"\ncommit {commit}, seed {options.seed}: {len(chosen)} of {len(everything)} mutants, "
          f"{len(outcomes) - len(counted)} do not compile, {caught} of {len(counted)} caught "
          f"({100 * share:.1f} %), {(time.time() - started) / 60:.0f} minutes")
    for mutant in survivors:
        print(f"survived  {mutant}")
    return 0 if share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())

"""A small made-up workspace for tests of formats, and golden files."""

import os
import shutil
import subprocess
import sys

LOGGED = [
    ("2029-02-01", ["log", "stand", "+3", "--on", "2029-01-20", "--set", "place=school",
                    "--evidence", "https://example.org/1", "--kind", "press", "--note", "the first"]),
    ("2029-04-01", ["log", "stand", "+5", "--on", "2029-03-15", "--set", "place=library"]),
    ("2029-05-01", ["log", "example.guideline", "--stage", "draft", "--on", "2029-04-20"]),
    ("2029-06-15", ["log", "stand", "+4", "--on", "mid-2029", "--set", "place=school"]),
]


class Desk:
    """The first steps with a few records. `program` takes clock and seed from the environment."""

    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.jalon("2029-01-01", ["init", "town"])
        for day, words in LOGGED:
            self.jalon(day, ["-C", "town", *words])

    def jalon(self, day, words, codes=(0, 1, 3)):
        now = {"JALON_TEST_NOW": f"{day}T09:30:00Z", "JALON_TEST_SEED": "1"}
        done = subprocess.run([self.program, *words], cwd=self.folder, env={**os.environ, **now},
                              capture_output=True, check=False)
        if done.returncode not in codes:
            sys.exit(f"{words}: {done.stderr.decode()}")
        return done.stdout

    def written(self, words, name, codes=(0, 1, 3)):
        """The file that a command writes on the second of July 2029."""
        self.jalon("2029-07-02", ["-C", "town", *words, "-o", name], codes)
        return self.folder / name


def golden_failure(path, text):
    """What is wrong, or nothing; JALON_UPDATE_GOLDEN=1 writes the file instead."""
    if os.environ.get("JALON_UPDATE_GOLDEN") == "1":
        path.write_bytes(text.encode("utf-8"))
        return None
    wanted = path.read_bytes().decode("utf-8") if path.exists() else ""
    if wanted == text:
        return None
    pairs = zip(wanted.splitlines() + ["(end)"], text.splitlines() + ["(end)"])
    first = next((f"- {old}\n+ {new}" for old, new in pairs if old != new), "")
    return f"{path.name} is another one now:\n{first}"

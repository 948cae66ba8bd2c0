#!/usr/bin/env python3
"""Does what jalon writes for programs follow the JSON Schemas that it ships?

usage: outputs.py PROGRAM DATA_FOLDER WRONG_FOLDER WORK_FOLDER

Every command that writes JSON or JSON lines does so in two workspaces, and every line or document is
checked, days by the format checker. Then each is spoilt in small ways (a key gone, one too many, a
number as text, a day that does not exist), which the schema must see; and each file of WRONG_FOLDER,
called after its schema, must be refused. PROGRAM takes clock and seed from the environment. Exit 77
(skipped) where python3-jsonschema is missing.
"""
import copy
import json
import os
import pathlib
import shutil
import subprocess
import sys

try:
    import jsonschema
except ImportError as missing:
    print(f"SKIPPED: {missing}; install python3-jsonschema")
    sys.exit(77)

TOWN = [
    ("2029-02-01", ["log", "stand", "+3", "--on", "2029-01-20", "--set", "place=school",
                    "--evidence", "https://example.org/1", "--kind", "press", "--note", "first"]),
    ("2029-04-01", ["log", "stand", "+5", "--on", "2029-03-15", "--set", "place=library"]),
    ("2029-05-01", ["log", "example.guideline", "--stage", "draft", "--on", "2029-04-20"]),
    ("2029-05-02", ["log", "stand", "+4", "--on", "mid-2029", "--set", "place=school"]),
    ("2029-05-03", ["correct", "2", "+4", "--note", "four"]),
    ("2029-05-04", ["judge", "example.school-stands", "amber", "--reason", "slow", "--expires",
                    "2029-12-31"]),
    ("2029-05-05", ["attest", "stand", "--complete-through", "2029-04-30", "--set",
                    "place=library"]),
    ("2029-05-06", ["retract", "4", "--reason", "not yet"]),
]
SUPPOSED = '{"indicator":"stand","add":9,"on":"2029-06-01","set":{"place":"school"}}\n'
RIGHT_RECORDS = [
    {"indicator": "stand", "on": "2029-06-01", "add": 1, "set": {"place": "school"},
     "evidence": ["https://example.org/2", {"text": "minutes", "kind": "minutes"}], "note": "n"},
    {"milestone": "example.guideline", "on": "mid-2029", "stage": "adopted", "learned": "2029-06-30",
     "uid": "u", "on_behalf_of": "somebody made up", "evidence": ["one", "two"],
     "kind": ["minutes", "press"]},
]
# Schema, command and exit codes that are expected of it.
COMMANDS = [
    ("report", ["status"]), ("report", ["due", "--within", "400d"]), ("report", ["gap"]),
    ("report", ["check"]), ("report", ["report", "gap"]), ("report", ["report", "initiative"]),
    ("report", ["report", "timeline"]), ("report", ["report", "evidence"]),
    ("report", ["report", "progress"]), ("report", ["report", "progress", "--since", "SINCE"]),
    ("report", ["report", "periodic", "--period", "PERIOD"]),
    ("report", ["status", "severity:info", "--allow-empty"]),
    ("diff", ["report", "changes", "--since", "SINCE"]), ("diff", ["diff", "SINCE", "TODAY"]),
    ("diff", ["diff", "1", "4", "--by", "record"]), ("explain", ["explain", "ID"]),
    ("history", ["history"]), ("history", ["history", "ID"]), ("lint", ["lint"]),
    ("test-results", ["test"]),
]
FAILURES = []


def expect(condition, message):
    if not condition:
        FAILURES.append(message)


class Schemas:
    def __init__(self, folder):
        checker = jsonschema.FormatChecker()
        self.all = {}
        for path in folder.glob("*.json"):
            schema = json.loads(path.read_text(encoding="utf-8"))
            resolver = jsonschema.RefResolver(path.resolve().as_uri(), schema)
            self.all[path.stem] = jsonschema.Draft7Validator(schema, resolver=resolver,
                                                             format_checker=checker)

    def mistakes(self, name, document):
        return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:200]
                for error in self.all[name].iter_errors(document)]


class Desk:
    """A workspace; commands in it are run on its own day."""

    def __init__(self, program, folder, today, words):
        self.program, self.folder, self.today, self.words = program, folder, today, words

    def jalon(self, arguments, day=None, stdin=None, codes=(0, 1, 3)):
        now = {"JALON_TEST_NOW": f"{day or self.today}T09:30:00Z", "JALON_TEST_SEED": "1"}
        filled = [self.words.get(word, word) for word in arguments]
        done = subprocess.run([self.program, *filled], cwd=self.folder, env={**os.environ, **now},
                              capture_output=True, text=True, input=stdin)
        if done.returncode not in codes:
            sys.exit(f"{filled}: exit {done.returncode}: {done.stderr}")
        return done.stdout


def desks(program, work):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    town = Desk(program, work / "town", "2029-07-02",
                {"SINCE": "2029-03-31", "TODAY": "2029-07-02", "PERIOD": "2029-Q2",
                 "ID": "example.stands"})
    belgium = Desk(program, work / "belgium", "2026-11-26",
                   {"SINCE": "2020-02-25", "TODAY": "2021-03-01", "PERIOD": "2020-H2",
                    "ID": "tremplin-ai.pocs"})
    Desk(program, work, "2029-01-01", {}).jalon(["init", "town"])
    Desk(program, work, "2026-11-26", {}).jalon(["init", "--example", "belgium-ai", "belgium"])
    for day, words in TOWN:
        town.jalon(words, day)
    return town, belgium


JOB = """
[[report]]
id     = "gaps"
kind   = "gap"
every  = "month"
output = ["{id}-{period}.csv"]

[notify]
command = ["sh", "-c", "cat >> notices.jsonl"]
on      = ["missed", "overdue", "met", "met-late", "unknown", "run-failed"]
"""


def notices(town):
    """What the scheduled job tells people: first, when something moved, when it is broken."""
    settings = town.folder / "jalon.toml"
    plain = settings.read_text(encoding="utf-8")
    settings.write_text(plain + JOB, encoding="utf-8")
    for day in ("2029-05-10", "2029-07-02", "2029-12-31", "2030-02-01"):
        town.jalon(["run"], day)
    settings.write_text(plain + JOB + "[metrics]\n", encoding="utf-8")
    subprocess.run([town.program, "run"], cwd=town.folder, capture_output=True, check=False,
                   env={**os.environ, "JALON_TEST_NOW": "2030-02-02T09:30:00Z",
                        "JALON_TEST_SEED": "1"})
    settings.write_text(plain, encoding="utf-8")
    told = [json.loads(line) for line in
            (town.folder / "notices.jsonl").read_text(encoding="utf-8").splitlines()]
    kinds = [one["kind"] for one in told]
    expect(kinds[:1] == ["summary"] and "changes" in kinds, f"told: {kinds}")
    # The fullest first: it is the one that is spoilt.
    return sorted(told, key=lambda one: -len(json.dumps(one)))


def documents(town, belgium):
    """Each output with its schema."""
    for desk in (town, belgium):
        for schema, words in COMMANDS:
            yield schema, words, json.loads(desk.jalon([*words, "--format", "json"]))
        for line in desk.jalon(["status", "--format", "jsonl"]).splitlines():
            yield "verdict", ["status", "jsonl"], json.loads(line)
    supposed = town.jalon(["what-if", "--file", "-", "--format", "json"], stdin=SUPPOSED)
    yield "diff", ["what-if"], json.loads(supposed)
    (town.folder / "targets" / "broken.toml").write_text("format = 1\n[[target]]\nx = 1\n",
                                                         encoding="utf-8")
    broken = subprocess.run([town.program, "lint", "--json"], cwd=town.folder, text=True,
                            capture_output=True, check=False,
                            env={**os.environ, "JALON_TEST_NOW": "2029-07-02T09:30:00Z",
                                 "JALON_TEST_SEED": "1"})
    yield "lint", ["lint of mistakes"], json.loads(broken.stdout)
    (town.folder / "targets" / "broken.toml").unlink()
    for notice in notices(town):
        yield "notice", ["a message"], notice
    for record in RIGHT_RECORDS + [json.loads(SUPPOSED)]:
        town.jalon(["import", "-", "--dry-run"], stdin=json.dumps(record))
        yield "record", ["a record"], record


def places(value, path=()):
    """Every object in a document, by its path; of lists only the first element."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def spoilt(document):
    """Documents that are wrong in one place, with what was done to them."""
    for path in places(document):
        if path[-1:] == ("set",):
            continue  # names of the programme
        more = copy.deepcopy(document)
        at(more, path)["unheard-of"] = 1
        yield f"a key too many in {path}", more
        for key, value in at(document, path).items():
            if isinstance(value, str) and len(value) == 10 and value[4] == "-" == value[7]:
                wrong = copy.deepcopy(document)
                at(wrong, path)[key] = "2029-02-30"
                if value[:4].isdigit() and key not in ("written", "happened", "on", "learned_as"):
                    yield f"no such day in {path} {key}", wrong
            if isinstance(value, bool) or isinstance(value, (dict, list)):
                wrong = copy.deepcopy(document)
                at(wrong, path)[key] = "text"
                yield f"a text in {path} {key}", wrong


def main(program, data, wrong_folder, work):
    schemas = Schemas(data / "schema")
    seen, examples = set(), {}
    town, belgium = desks(program, work)
    for schema, words, document in documents(town, belgium):
        seen.add(schema)
        examples.setdefault(schema, document)
        for mistake in schemas.mistakes(schema, document):
            FAILURES.append(f"{' '.join(words)}: {schema}: {mistake}")
    spoilings = 0
    for schema, document in examples.items():
        for what, wrong in spoilt(document) if schema != "record" else []:
            spoilings += 1
            expect(schemas.mistakes(schema, wrong), f"{schema}: the schema misses {what}")
    wrong = sorted(wrong_folder.glob("*.json"))
    for path in wrong:
        name = path.stem.split(".")[0]
        text = path.read_text(encoding="utf-8")
        expect(schemas.mistakes(name, json.loads(text)), f"{path.name}: the schema misses what is wrong")
        if name == "record":  # so does the program
            town.jalon(["import", "-", "--dry-run"], stdin=json.dumps(json.loads(text)), codes=(2, 4))
    outputs = set(schemas.all) - {"definitions", "tests", "workspace"}
    expect(seen == outputs, f"not every schema is looked at: {outputs - seen}")
    covered = {path.stem.split(".")[0] for path in wrong}
    expect(covered == outputs, f"without a wrong file: {outputs - covered}")
    for failure in FAILURES[:40]:
        print(failure)
    print(f"{len(seen)} schemas, {spoilings} spoilt, {len(wrong)} wrong, {len(FAILURES)} failures")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), *map(pathlib.Path, sys.argv[2:5])))

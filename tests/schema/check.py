#!/usr/bin/env python3
"""Do the JSON Schemas and the program agree on right and wrong files?

usage: check.py JALON DATA_DIR CORPUS_DIR

Every shipped file and every file of corpus/right validates and loads. Every file of corpus/wrong is
refused by the program; its first line says whether a schema can see why ("structure") or only the
program ("reference"). NAME.workspace.toml goes on with jalon.toml. Exit 77 (skipped) where python3-jsonschema is missing.
"""
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import tomllib
except ImportError as missing:
    print(f"SKIPPED: {missing}; install python3-jsonschema (and python 3.11 or later)")
    sys.exit(77)

WORKSPACE = """#:schema schema/workspace.json
format = 1

[programme]
id       = "park"
title    = "A park"
timezone = "UTC"

[definitions]
include = ["base.toml", "more.toml"]
"""

failures = []


def expect(condition, message):
    if not condition:
        failures.append(message)


def plain(value):
    """Dates as text: TOML has them, JSON has not."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


class Schemas:
    def __init__(self, folder):
        self.all = {}
        for path in sorted(folder.glob("*.json")):
            schema = json.loads(path.read_text(encoding="utf-8"))
            jsonschema.Draft7Validator.check_schema(schema)
            self.all[path.stem] = jsonschema.Draft7Validator(schema)
            self.check_described(path.stem, schema)

    def check_described(self, name, schema):
        """Every property says what it is for."""
        if isinstance(schema, list):
            for inner in schema:
                self.check_described(name, inner)
        if not isinstance(schema, dict):
            return
        for key, inner in schema.get("properties", {}).items():
            told = isinstance(inner, dict) and (inner.get("description") or "$ref" in inner)
            expect(told, f"{name}: property {key} has no description")
        for key, inner in schema.items():
            self.check_described(f"{name}/{key}", inner)

    def mistakes(self, name, document):
        return [
            "/".join(map(str, error.path)) + ": " + error.message[:200]
            for error in self.all[name].iter_errors(document)
        ]


def goes_on_with_workspace(path):
    return path.name.endswith(".workspace.toml")


def kind_of(path):
    if path.name == "jalon.toml" or goes_on_with_workspace(path):
        return "workspace"
    return "tests" if path.name.endswith(".test.toml") else "definitions"


def mistakes_in(schemas, path):
    text = path.read_text(encoding="utf-8")
    if goes_on_with_workspace(path):
        text = WORKSPACE + text
    return schemas.mistakes(kind_of(path), plain(tomllib.loads(text)))


def lint(jalon, base, path):
    """Exit code and JSON document of `jalon lint` on a workspace with one more file."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        workspace, more = WORKSPACE, path.read_text(encoding="utf-8")
        if goes_on_with_workspace(path):
            workspace, more = WORKSPACE + more, "format = 1\n"
        (root / "jalon.toml").write_text(workspace, encoding="utf-8")
        (root / "base.toml").write_text(base, encoding="utf-8")
        (root / "more.toml").write_text(more, encoding="utf-8")
        done = subprocess.run([jalon, "-C", folder, "lint", "--json"], capture_output=True, text=True)
        return done.returncode, json.loads(done.stdout)


def main(jalon, data, corpus):
    schemas = Schemas(data / "schema")
    shipped = sorted((data / "programmes").rglob("*.toml"))
    right = sorted((corpus / "right").glob("*.toml"))
    wrong = sorted((corpus / "wrong").glob("*.toml"))
    expect(shipped and right and wrong, "there is nothing to check")
    base = (corpus / "base.toml").read_text(encoding="utf-8")
    for path in [*shipped, corpus / "base.toml", *right]:
        for mistake in mistakes_in(schemas, path):
            failures.append(f"{path}: {mistake}")
    for path in right:
        code, document = lint(jalon, base, path)
        expect(code == 0, f"{path}: the program refuses it: {document}")
        failures.extend(f"{path}: {each}" for each in schemas.mistakes("lint", document))
    for path in wrong:
        text = path.read_text(encoding="utf-8")
        label = text.splitlines()[0].removeprefix("# seen by: ")
        expect(label in ("structure", "reference"), f"{path}: label {label}")
        seen = bool(mistakes_in(schemas, path))
        expect(seen == (label == "structure"), f"{path}: the schema {'sees' if seen else 'misses'} it")
        code, document = lint(jalon, base, path)
        expect(code == 4, f"{path}: the program takes it")
        failures.extend(f"{path}: {each}" for each in schemas.mistakes("lint", document))
    for failure in failures:
        print(failure)
    print(f"{len(shipped)} shipped, {len(right)} right, {len(wrong)} wrong files, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))

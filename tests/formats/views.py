"""usage: views.py PROGRAM GOLDEN_FOLDER WORK_FOLDER

What the commands write that are no reports on verdicts (history, diff, what-if, test, lint), in the
formats that no other test holds against golden files. Hashes and the account that runs the test are
left out. JALON_UPDATE_GOLDEN=1 writes the golden files.
"""

import os
import pathlib
import pwd
import re
import sys

sys.dont_write_bytecode = True  # nothing beside the sources

from town import Desk, golden_failure

VIEWS = [
    ("history", ["history", "stand"], ["md", "html", "csv", "json", "jsonl"]),
    ("life", ["history", "example.library-stands"], ["txt", "md", "csv", "json", "jsonl"]),
    ("diff", ["diff", "2029-03-31", "2029-07-01"], ["txt", "md", "html", "csv", "json", "jsonl"]),
    ("what-if", ["what-if", "--file", "town/planned.csv"], ["txt", "csv", "json"]),
    ("test", ["test"], ["txt", "json", "xml"]),
    ("lint", ["lint"], ["json", "sarif"]),
    ("broken", ["lint"], ["json", "sarif"]),
]
PLANNED = "indicator,on,add,set.place\nstand,2029-08-01,9,school\n"


def masked(text):
    account = re.escape(pwd.getpwuid(os.geteuid()).pw_name)
    text = re.sub(r"[0-9a-f]{64}", "HASH", text)
    text = re.sub(rf'"recorded_by":"{account}"', '"recorded_by":"ACCOUNT"', text)
    text = re.sub(rf"(\d\dZ\s*[,|]\s*){account}(?=\s*[,|])", r"\1ACCOUNT", text)
    text = re.sub(rf'(<td data-label="Recorded by">){account}<', r"\1ACCOUNT<", text)
    return re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.S)


def main(program, golden, work):
    desk = Desk(program, work)
    (desk.folder / "town" / "planned.csv").write_text(PLANNED, encoding="utf-8")
    files, failures = 0, []
    for name, words, endings in VIEWS:
        if name == "broken":
            (desk.folder / "town" / "targets" / "broken.toml").write_text(
                "format = 1\n[[target]]\n\"a \\u202e \\\"<b>\" = 1\n", encoding="utf-8")
        for ending in endings:
            path = desk.written(words, f"{name}.{ending}", (0, 1, 3, 4))
            text = masked(path.read_bytes().decode("utf-8"))
            failures.append(golden_failure(golden / path.name, text))
            files += 1
    failures = [failure for failure in failures if failure]
    for failure in failures:
        print(failure)
    print(f"{files} files, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))

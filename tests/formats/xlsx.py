"""usage: xlsx.py PROGRAM GOLDEN_FOLDER WORK_FOLDER

Makes a small workspace, and of every kind of report and view a workbook in it, twice: the bytes are
the same. A spreadsheet library of others reads each: no formula, days as days, numbers as numbers, a
header that stays in sight with filters. What it reads is held against GOLDEN_FOLDER/*.txt
(JALON_UPDATE_GOLDEN=1 writes those instead). PROGRAM takes clock and seed from the environment. Exit
77 (skipped) without the library (apt-get install python3-openpyxl).
"""

import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import warnings

try:
    import openpyxl
except ImportError:
    print("SKIPPED: no openpyxl (apt-get install python3-openpyxl)")
    sys.exit(77)

LOGGED = [
    ("2029-02-01", ["log", "stand", "+3", "--on", "2029-01-20", "--set", "place=school",
                    "--evidence", "https://example.org/1", "--kind", "press", "--note", "the first"]),
    ("2029-04-01", ["log", "stand", "+5", "--on", "2029-03-15", "--set", "place=library"]),
    ("2029-05-01", ["log", "example.guideline", "--stage", "draft", "--on", "2029-04-20"]),
    ("2029-06-15", ["log", "stand", "+4", "--on", "mid-2029", "--set", "place=school"]),
]
VIEWS = {
    "progress": ["report", "progress", "--since", "2029-03-31"],
    "gap": ["report", "gap"],
    "initiative": ["report", "initiative"],
    "timeline": ["report", "timeline"],
    "evidence": ["report", "evidence"],
    "changes": ["report", "changes", "--since", "2029-03-31"],
    "periodic": ["report", "periodic", "--period", "2029-Q2"],
    "status": ["status"],
    "due": ["due", "--within", "400d"],
    "check": ["check"],
    "explain": ["explain", "example.stands"],
    "history": ["history", "example.library-stands"],
    "diff": ["diff", "2029-03-31", "2029-07-01"],
    "empty": ["status", "severity:critical", "--allow-empty"],
}
FAILURES = []


def expect(condition, message):
    if not condition:
        FAILURES.append(message)


class Desk:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.jalon("2029-01-01", ["init", "town"])
        for day, words in LOGGED:
            self.jalon(day, ["-C", "town", *words])

    def jalon(self, day, words):
        now = {"JALON_TEST_NOW": f"{day}T09:30:00Z", "JALON_TEST_SEED": "1"}
        done = subprocess.run([self.program, *words], cwd=self.folder, env={**os.environ, **now},
                              capture_output=True, text=True)
        if done.returncode not in (0, 1, 3):
            sys.exit(f"{words}: {done.stderr}")

    def workbook(self, name, words):
        path = self.folder / f"{name}.xlsx"
        self.jalon("2029-07-02", ["-C", "town", *words, "-o", path.name])
        return path


def shown(cell, head, label):
    if head in ("Recorded by", "recorded_by") and cell.row > 1:
        return "(who runs the test)"
    if label == "Log head":
        return "(hash with who runs the test in it)"
    if isinstance(cell.value, datetime.datetime):
        return f"{cell.value:%Y-%m-%d}"
    if isinstance(cell.value, str):
        return repr(cell.value) if cell.value[:1] in "0123456789-+" else cell.value.replace("\n", " / ")
    return f"<{cell.value}>"  # a number or a truth


def dump(book):
    lines = []
    for sheet in book.worksheets:
        lines.append(f"== {sheet.title}")
        heads = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows():
            cells = [(cell, heads[i], row[0].value if i else None) for i, cell in enumerate(row)]
            filled = [each for each in cells if each[0].value is not None]
            if filled:
                lines.append(" | ".join(f"{each[0].column_letter}: {shown(*each)}" for each in filled))
    return "\n".join(lines) + "\n"


def check_sheet(name, sheet, first):
    where = f"{name}, sheet {sheet.title}"
    for row in sheet.iter_rows():
        for cell in row:
            expect(cell.data_type != "f", f"{where}: a formula in {cell.coordinate}")
            if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                expect("yy" not in cell.number_format, f"{where}: {cell.coordinate} is a day or not?")
    if first:
        return
    expect(sheet.freeze_panes == "A2", f"{where}: the header does not stay")
    expect(sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}",
           f"{where}: the filter is over {sheet.auto_filter.ref}")
    heads = [cell.value for cell in sheet[1]]
    expect(all(heads), f"{where}: a column without a name")


def check_golden(path, text):
    if os.environ.get("JALON_UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
        return
    wanted = path.read_text(encoding="utf-8") if path.exists() else ""
    if wanted == text:
        return
    pairs = zip(wanted.splitlines() + ["(end)"], text.splitlines() + ["(end)"])
    first = next((f"- {old}\n+ {new}" for old, new in pairs if old != new), "")
    FAILURES.append(f"{path.name} is another one now:\n{first}")


def main(program, golden, work):
    warnings.simplefilter("error")
    desk = Desk(program, work)
    for name, words in VIEWS.items():
        path = desk.workbook(name, words)
        again = desk.workbook(f"{name}-again", words)
        expect(path.read_bytes() == again.read_bytes(), f"{name}: other bytes")
        book = openpyxl.load_workbook(path)
        for place, sheet in enumerate(book.worksheets):
            check_sheet(name, sheet, place == 0)
        check_golden(golden / f"{name}.txt", dump(book))
    for failure in FAILURES:
        print(failure)
    print(f"{len(VIEWS)} workbooks, {len(FAILURES)} failures")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))

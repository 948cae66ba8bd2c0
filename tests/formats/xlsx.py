"""usage: xlsx.py PROGRAM GOLDEN_FOLDER WORK_FOLDER

Makes a small workspace, and of every kind of report and view a workbook in it, twice: the bytes are
the same. A spreadsheet library of others reads each: no formula, days as days, numbers as numbers, a
header that stays in sight with filters. What it reads is held against GOLDEN_FOLDER/*.txt
(JALON_UPDATE_GOLDEN=1 writes those instead). PROGRAM takes clock and seed from the environment. Exit
77 (skipped) without the library (apt-get install python3-openpyxl).
"""

import datetime
import pathlib
import sys
import warnings

sys.dont_write_bytecode = True  # nothing beside the sources

from town import Desk, golden_failure

try:
    import openpyxl
except ImportError:
    print("SKIPPED: no openpyxl (apt-get install python3-openpyxl)")
    sys.exit(77)

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


def main(program, golden, work):
    warnings.simplefilter("error")
    desk = Desk(program, work)
    for name, words in VIEWS.items():
        path = desk.written(words, f"{name}.xlsx")
        again = desk.written(words, f"{name}-again.xlsx")
        expect(path.read_bytes() == again.read_bytes(), f"{name}: other bytes")
        book = openpyxl.load_workbook(path)
        for place, sheet in enumerate(book.worksheets):
            check_sheet(name, sheet, place == 0)
        failure = golden_failure(golden / f"{name}.txt", dump(book))
        expect(failure is None, failure)
    for failure in FAILURES:
        print(failure)
    print(f"{len(VIEWS)} workbooks, {len(FAILURES)} failures")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))

"""usage: ics.py FOLDER

A calendar library of others reads every *.ics in the folder: each to-do has what RFC 5545 asks for,
no UID occurs twice, and no line is longer than 75 octets. Exit 77 (skipped) without the library
(apt-get install python3-icalendar).
"""

import pathlib
import sys

try:
    import icalendar
except ImportError:
    print("SKIPPED: no icalendar (apt-get install python3-icalendar)")
    sys.exit(77)


def check(path):
    raw = path.read_bytes()
    assert raw.endswith(b"\r\n"), "the last line has no CRLF"
    lines = raw.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines), "a bare CR or LF"
    assert max(map(len, lines)) <= 75, "a line of more than 75 octets"
    for line in lines:
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(raw)
    assert not calendar.errors, calendar.errors
    assert str(calendar["VERSION"]) == "2.0" and calendar["PRODID"]
    todos = calendar.walk("VTODO")
    for todo in todos:
        assert not todo.errors, todo.errors
        for key in ("UID", "DTSTAMP", "SEQUENCE", "DUE", "SUMMARY", "STATUS"):
            assert key in todo, f"a to-do without {key}"
        assert not hasattr(todo["DUE"].dt, "hour"), "a due day with an hour"
        assert todo["DTSTAMP"].dt.tzinfo is not None, "a DTSTAMP that is not UTC"
    uids = [str(todo["UID"]) for todo in todos]
    assert len(uids) == len(set(uids)), "a UID twice"
    return len(todos)


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.ics"))
    todos = 0
    for path in paths:
        try:
            todos += check(path)
        except (AssertionError, ValueError) as problem:
            sys.exit(f"{path}: {problem}")
    if todos == 0:
        sys.exit(f"no to-do in {len(paths)} files")
    print(f"{todos} to-dos in {len(paths)} files")


main()

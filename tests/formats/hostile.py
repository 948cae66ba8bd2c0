"""usage: hostile.py PROGRAM WORK_FOLDER

A programme with hostile texts in every text field of its definitions, records, notes, evidence and
sources: formulas, scripts, Markdown, characters that steer a terminal or turn the direction of
writing, quotes, line breaks, very long words. Every report and view is made in every format, and a
reader of that format says whether they came out harmless, and whole. Exit 77 (skipped) where a
reader is missing (apt-get install python3-html5lib python3-lxml python3-icalendar python3-openpyxl
cmark-gfm prometheus). PROGRAM takes clock and seed from the environment.
"""

import csv
import io
import itertools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

try:
    import html5lib
    import icalendar
    import openpyxl
    from lxml import etree
except ImportError as missing:
    print(f"SKIPPED: {missing}; apt-get install python3-html5lib python3-lxml python3-icalendar "
          "python3-openpyxl")
    sys.exit(77)
for tool in ("cmark-gfm", "promtool"):
    if shutil.which(tool) is None:
        print(f"SKIPPED: no {tool} (apt-get install cmark-gfm prometheus)")
        sys.exit(77)

# {} is a word by which the text is known again.
PAYLOADS = [
    "=cmd|' /C calc'!{}",
    "@SUM({})+1",
    "+1+{} -2",
    "-{}+cmd|'/C calc'!A0",
    "\t=1+{}",
    "\r=1+{}",
    "<script>alert('{}')</script><img src=x onerror=alert(1)>",
    "</td></table></style></title>--><svg/onload=alert(1)>{}<!--",
    "\"><a href='javascript:alert(1)' onclick=\"x\">{}</a>",
    "[{}](javascript:alert(1)) ![i](http://example.org/x.png) <http://example.org>",
    "| a | {} `b` ``` **c** _d_ ~~e~~ \\| \\",
    "# {}\n\n- a\n1. b\n> c\n    d\n<b>e</b>",
    "\u202e{}\u2066\u2067x\u200b\u200e\ufeff",
    "\x1b[31m{}\x07\x9b2J\x1b]0;t\x07\x7f",
    "END:VTODO\r\nBEGIN:VALARM\r\nSUMMARY;{},\\n:\"",
    "]]>{}<![CDATA[ &lt; &amp;#x3c; &bogus; &#0; ]]>",
    "'{}\"\\\"'; DROP TABLE x; --",
    "x\"}} 1\njalon_{}{{a=\"",
    "{} " + "W" * 500 + " " + "\u6f22" * 60,
    "{{{{7*7}}}} ${{{}}} %s %n \\u0041 _x0041_ __proto__",
    "\ufffe\uffff{}\U0001f600e\u0301\U000e0041",
    "{}\u2028\u2029\x0b\x0c\x85",
]
VIEWS = {
    "progress": ["report", "progress", "--since", "2029-03-31"],
    "gap": ["report", "gap"],
    "initiative": ["report", "initiative"],
    "timeline": ["report", "timeline"],
    "evidence": ["report", "evidence"],
    "periodic": ["report", "periodic", "--period", "2029-Q2"],
    "status": ["status"],
    "due": ["due", "--within", "4000d"],
    "check": ["check"],
    "explain": ["explain", "town.all"],
}
TABLES = {  # without verdicts, so not for every format
    "changes": ["report", "changes", "--since", "2029-03-31"],
    "diff": ["diff", "2029-03-31", "2029-07-01"],
    "history": ["history"],
    "life": ["history", "town.trees"],
}
TEXT_FORMATS = ["txt", "md", "html", "csv", "json", "jsonl", "xlsx"]
VERDICT_FORMATS = ["ics", "prom", "xml", "sarif"]
FAILURES = []


def fail(where, what):
    FAILURES.append(f"{where}: {what}")


class Texts:
    """Hostile texts for one programme, a different one for each field."""

    def __init__(self, turn):
        self.turn, self.words, self.texts = turn, {}, {}

    def __call__(self, field):
        if field not in self.texts:
            number = len(self.texts)
            self.words[field] = f"zq{number:02d}x"
            payload = PAYLOADS[(number * 5 + self.turn) % len(PAYLOADS)]
            self.texts[field] = payload.format(self.words[field])
        return self.texts[field]


def toml(text):
    """A basic string, everything unusual escaped."""
    out = ""
    for char in text:
        code = ord(char)
        if char in "\"\\":
            out += "\\" + char
        elif 0x20 <= code < 0x7f:
            out += char
        else:
            out += f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return f'"{out}"'


def definitions(text):
    t = lambda field: toml(text(field))
    return f"""format = 1
[[source]]
id = "plan"
title = {t("source.title")}
publisher = {t("source.publisher")}
url = "https://example.org/plan"
[[party]]
id = "office"
name = {t("party.name")}
contact = {t("party.contact")}
[[initiative]]
id = "green"
title = {t("initiative.title")}
note = {t("initiative.note")}
owner = "office"
partners = ["office"]
area = "parks"
level = "town"
source = {{ ref = "plan", locator = {t("initiative.locator")} }}
[[initiative]]
id = "bare"
title = {t("bare.title")}
area = "streets"
level = "town"
[[recommendation]]
id = "more-trees"
title = {t("recommendation.title")}
note = {t("recommendation.note")}
area = "parks"
level = "town"
author = "office"
[[fact]]
id = "size"
title = {t("fact.title")}
note = {t("fact.note")}
initiative = "green"
value = 3
source = {{ ref = "plan", locator = {t("fact.locator")} }}
unit = "ha"
on = "2028"
[[indicator]]
id = "tree"
title = {t("indicator.title")}
note = {t("indicator.note")}
initiative = "green"
unit = "tree"
measure = "flow"
key = "plot"
[[target]]
id = "town.trees"
title = {t("target.title")}
note = {t("target.note")}
indicator = "tree"
at_least = 100
by = "mid-2029"
source = {{ ref = "plan", locator = {t("target.locator")} }}
[[target]]
id = "town.few"
title = {t("few.title")}
indicator = "tree"
at_least = 2
by = "2029-12-31"
[[target]]
id = "town.undated"
title = {t("undated.title")}
indicator = "tree"
at_least = 3
undated = {t("target.undated")}
[[milestone]]
id = "town.charter"
title = {t("milestone.title")}
note = {t("milestone.note")}
initiative = "green"
stages = ["draft", "adopted"]
reach = "adopted"
by = "2029-Q2"
[[commitment]]
id = "town.all"
title = {t("commitment.title")}
note = {t("commitment.note")}
all = ["town.trees", "town.few", "town.charter"]
owner = "office"
[[revision]]
id = "R-1"
of = "town.trees"
decided = 2029-02-01
reason = {t("revision.reason")}
at_least = 90
by = "mid-2029"
[[waiver]]
id = "W-1"
target = "town.charter"
reason = {t("waiver.reason")}
approved_by = {t("waiver.approved_by")}
granted = 2029-06-01
expires = 2029-12-31
"""


def records(text):
    rows = [
        {"indicator": "tree", "on": "2029-01-20", "add": 1, "key": text("record.key"),
         "learned": "2029-02-01", "note": text("record.note"), "on_behalf_of": text("record.behalf"),
         "evidence": [{"text": text("evidence.text"), "kind": text("evidence.kind")}]},
        {"indicator": "tree", "on": "mid-2029", "add": 1, "key": text("record.key2"),
         "learned": "2029-06-15"},
        {"milestone": "town.charter", "on": "2029-04-20", "stage": "draft", "learned": "2029-05-01",
         "note": text("stage.note"), "evidence": [text("stage.evidence")]},
    ]
    return "".join(json.dumps(row) + "\n" for row in rows)


def rule_tests(text):
    """One that fails: what it says of itself is told."""
    name, key = toml(text("test.name")), toml(text("test.key"))
    return f"""format = 1
[[test]]
name = {name}
records = [{{ indicator = "tree", on = 2029-01-20, add = 1, key = {key}, learned = 2029-01-21 }}]
as_of = 2029-07-01
[test.expect]
"town.few" = {{ status = "missed" }}
"""


class Desk:
    def __init__(self, program, folder, turn):
        self.program, self.folder, self.text = program, folder, Texts(turn)
        folder.mkdir(parents=True)
        title = toml(self.text("programme.title"))
        (folder / "jalon.toml").write_text(
            f'format = 1\n[programme]\nid = "town"\ntitle = {title}\ntimezone = "UTC"\n'
            'areas = ["parks", "streets"]\nlevels = ["town"]\n[definitions]\ninclude = ["town.toml"]\n'
            'tests = ["town.test.toml"]\n',
            encoding="utf-8")
        (folder / "town.toml").write_text(definitions(self.text), encoding="utf-8")
        (folder / "town.test.toml").write_text(rule_tests(self.text), encoding="utf-8")
        (folder / "records.jsonl").write_text(records(self.text), encoding="utf-8")
        self.jalon("2029-06-20", ["init"])
        self.jalon("2029-06-20", ["import", "records.jsonl"])
        self.jalon("2029-06-21", ["judge", "town.trees", "red", f"--reason={self.text('judge.reason')}",
                                  "--expires", "2029-12-31"])

    def jalon(self, day, words, codes=(0, 1, 3)):
        now = {"JALON_TEST_NOW": f"{day}T09:30:00Z", "JALON_TEST_SEED": "1"}
        done = subprocess.run([self.program, *words], cwd=self.folder, env={**os.environ, **now},
                              capture_output=True)
        if done.returncode not in codes:
            sys.exit(f"{words}: {done.returncode}: {done.stderr.decode()}")
        return done.stdout + (done.stderr if codes == (4,) else b"")

    def written(self, name, words, formats):
        files = [f"{name}.{each}" for each in formats]
        calls = [files] if words[0] == "report" else [[file] for file in files]
        for call in calls:
            self.jalon("2029-07-02", [*words, *itertools.chain(*(("-o", file) for file in call))])
        return [self.folder / file for file in files]


def steers(char):
    if char == "\n":
        return False
    return (unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in "\u200c\u200d"
            or char in "\ufffe\uffff")


def check_plain(where, text):
    """What a terminal or an editor shows."""
    for char in sorted(set(text)):
        if steers(char):
            fail(where, f"U+{ord(char):04X} as it is")


HTML_ELEMENTS = set(
    "html head meta title style body a header h1 h2 h3 h4 h5 h6 p main nav ul li dl div dt dd footer "
    "table caption thead tbody tr th td span code b time figure figcaption details summary "
    "svg g path line rect circle text polyline polygon desc tspan pattern defs".split())
HTML_ATTRIBUTES = set(
    "lang charset name content class href id role tabindex aria-label aria-labelledby "
    "aria-describedby aria-hidden scope data-label datetime "
    "viewbox width height x y x1 x2 y1 y2 cx cy r rx d points transform text-anchor fill "
    "dominant-baseline preserveaspectratio focusable patternunits patterntransform dx dy".split())


def check_tree(where, tree, elements, attributes):
    for node in tree.iter():
        if not isinstance(node.tag, str):
            fail(where, "a comment")
            continue
        name = node.tag.rpartition("}")[2].lower()
        if name not in elements:
            fail(where, f"an element {name}")
        for key, value in node.attrib.items():
            if key.rpartition("}")[2].lower() not in attributes:
                fail(where, f"an attribute {key} of {name}")
            if key == "href" and not re.match(r"#|https?://[a-z]", value):
                fail(where, f"a link to {value}")


def check_html(where, text):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=True)
    tree = parser.parse(text)
    for _, code, _ in parser.errors:
        fail(where, f"no sound HTML: {code}")
    check_tree(where, tree, HTML_ELEMENTS, HTML_ATTRIBUTES)
    check_plain(where, text)
    return "".join(tree.itertext())


def check_markdown(where, text):
    check_plain(where, text)
    done = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough",
                           "-e", "autolink"], input=text, capture_output=True, text=True, check=True)
    tree = html5lib.parse(done.stdout, treebuilder="etree")
    allowed = set("html head body h1 h2 h3 h4 p ul li table thead tbody tr th td code strong br hr a"
                  .split())
    check_tree(where, tree, allowed, {"align", "href"})
    return "".join(tree.itertext())


def check_csv(where, raw):
    check_plain(where, raw.replace("\r\n", "\n"))
    rows = list(csv.reader(io.StringIO(raw, newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            fail(where, f"a row of {len(row)} cells")
        for cell in row:
            if cell[:1] in ("=", "@", "+", "-", "\t", "\r") and not re.fullmatch(r"-[0-9.]+", cell):
                fail(where, f"a formula: {cell[:40]!r}")
    return rows


def check_workbook(where, path):
    shown = ""
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    fail(where, f"a formula in {cell.coordinate}")
                if isinstance(cell.value, str):
                    check_plain(where, cell.value)
                    shown += cell.value + "\n"
                if cell.hyperlink is not None and cell.hyperlink.location is None:
                    fail(where, "a link that leads elsewhere")
    return shown


def check_ics(where, raw):
    text = raw.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(raw)
    names = {part.name for part in calendar.walk()}
    if names != {"VCALENDAR", "VTODO"}:
        fail(where, f"components {names}")
    check_plain(where, text.replace("\r\n", "\n"))
    return "".join(str(part.get("SUMMARY")) + str(part.get("DESCRIPTION")) + "\n"
                   for part in calendar.walk("VTODO"))


def check_prom(where, raw):
    done = subprocess.run(["promtool", "check", "metrics"], input=raw, capture_output=True, check=False)
    if done.returncode != 0 or done.stdout or done.stderr:
        fail(where, (done.stdout + done.stderr).decode()[:200])
    for line in raw.decode("utf-8").splitlines():
        if not re.match(r"# (HELP|TYPE) jalon_|jalon_[a-z_]+[ {]", line):
            fail(where, f"a line {line[:60]!r}")


def check_json(where, text):
    check_plain(where, text)
    return json.loads(text)


def shows(where, shown, texts, fields):
    squeezed = re.sub(r"\s", "", shown)
    for field in fields:
        if texts.words[field] not in squeezed:
            fail(where, f"nothing of {field}")


TITLES = ["target.title", "few.title", "undated.title", "milestone.title", "commitment.title"]
SHOWN = {  # what people must find in a report
    "progress": ["programme.title", "party.name", "initiative.title", "fact.title", "bare.title",
                 *TITLES],
    "gap": ["programme.title", "target.title", "milestone.title", "commitment.title", "party.name"],
    "initiative": ["initiative.title", "bare.title", "party.name", "initiative.locator", "fact.title",
                   "revision.reason", "waiver.reason", "waiver.approved_by", "record.key",
                   "evidence.text", "evidence.kind"],
    "timeline": ["target.title", "few.title", "milestone.title"],
    "evidence": ["evidence.text", "evidence.kind", "source.title", "target.locator"],
    "periodic": ["programme.title", *TITLES],
    "status": ["programme.title", "initiative.title"],
    "explain": ["commitment.title", "record.key", "evidence.text", "revision.reason",
                "waiver.reason", "judge.reason"],
    "history": ["record.note", "record.behalf", "record.key", "stage.note", "judge.reason"],
    "changes": ["target.title"],
}


def check_machine(where, desk, path, name):
    text = path.read_bytes().decode("utf-8")
    if path.suffix == ".csv":
        rows = check_csv(where, text)
        titles = [row[rows[0].index("title")] for row in rows[1:]] if "title" in rows[0] else None
        return titles
    if path.suffix == ".jsonl":
        rows = [check_json(where, line) for line in text.split("\n") if line]
        return [row["title"] for row in rows] if name in VIEWS else None
    document = check_json(where, text)
    if document["head"]["title"] != desk.text("programme.title"):
        fail(where, "another title of the programme")
    return [one["title"] for one in document["verdicts"]] if "verdicts" in document else None


def check_file(desk, name, path):
    where = f"turn {desk.text.turn}, {path.name}"
    raw = path.read_bytes()
    shown = None
    if path.suffix in (".csv", ".json", ".jsonl"):
        titles = check_machine(where, desk, path, name)
        known = {desk.text(field) for field in TITLES}
        for title in titles or [] if path.suffix != ".csv" else []:
            if title not in known:
                fail(where, f"a title that nobody wrote: {title[:60]!r}")
        if path.suffix == ".csv" and titles is not None:
            shows(where, "".join(titles), desk.text, ["target.title"])
        return
    if path.suffix == ".txt":
        shown = raw.decode("utf-8")
        check_plain(where, shown)
        shown = None  # narrow columns break words
    elif path.suffix == ".md":
        shown = check_markdown(where, raw.decode("utf-8"))
    elif path.suffix == ".html":
        shown = check_html(where, raw.decode("utf-8"))
    elif path.suffix == ".xlsx":
        shown = check_workbook(where, path)
    elif path.suffix == ".ics":
        shows(where, check_ics(where, raw), desk.text, ["target.title", "milestone.title"])
    elif path.suffix == ".prom":
        check_prom(where, raw)
    elif path.suffix == ".xml":
        etree.fromstring(raw)
        check_plain(where, raw.decode("utf-8"))
    elif path.suffix == ".sarif":
        check_json(where, raw.decode("utf-8"))
    if shown is not None:
        shows(where, shown, desk.text, SHOWN.get(name, []))


def check_others(desk):
    """Rule tests and lint, and the log as others get it."""
    where = f"turn {desk.text.turn}"
    for path in desk.written("test", ["test"], ["txt", "json", "xml"]):
        shown = path.read_bytes().decode("utf-8")
        check_plain(f"{where}, {path.name}", shown)
        if path.suffix == ".json" and json.loads(shown)["tests"][0]["name"] != desk.text("test.name"):
            fail(where, "another name of a rule test")
        if path.suffix == ".xml":
            etree.fromstring(shown.encode("utf-8"))
    (desk.folder / "town.toml").write_text(
        definitions(desk.text) + f"[[target]]\n{toml(desk.text('lint.key'))} = 1\n", encoding="utf-8")
    for format_name in ("terminal", "json", "sarif"):
        shown = desk.jalon("2029-07-02", ["lint", "--format", format_name], (4,)).decode("utf-8")
        check_plain(f"{where}, lint as {format_name}", shown)
        if format_name != "terminal":
            json.loads(shown)


def main(program, work):
    shutil.rmtree(work, ignore_errors=True)
    files = 0
    for turn in range(0, len(PAYLOADS), int(os.environ.get("JALON_HOSTILE_STEP", "6"))):
        desk = Desk(program, work / str(turn), turn)
        for name, words in VIEWS.items():
            for path in desk.written(name, words, TEXT_FORMATS + VERDICT_FORMATS):
                check_file(desk, name, path)
                files += 1
        for name, words in TABLES.items():
            for path in desk.written(name, words, TEXT_FORMATS):
                check_file(desk, name, path)
                files += 1
        check_others(desk)
    for failure in sorted(set(FAILURES))[:60]:
        print(failure)
    print(f"{files} files, {len(FAILURES)} failures")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()))

#!/usr/bin/env python3
"""Measures ours and the peers in turn, checks that their figures agree, and prints a table a section, in Markdown.

usage: compare.py --programs FOLDER --tools FOLDER --maturity FILE --static FILE --samples FOLDER [--large] [--people N] [--only SECTION]

FOLDER with `scoring`, `office`, `reports` and `json-decoder`; FOLDER with `scan` and `whole`, of Benchmarks/Sources/CScan; a folder for the sample
files, which is TMPDIR of what makes them. Times are of whole processes, medians of three interleaved rounds, unless a table
says otherwise. Exits with 1 when a figure differs from ours by more than 1e-9.
"""
import argparse
import itertools
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys

import peers_office

HERE = pathlib.Path(__file__).resolve().parent
EVERYDAY = HERE.parents[1] / "Examples" / "data" / "employees-synthetic.csv"
ROUNDS = 3
MIB = 1024
JSON_DECODER_LINES = 20_000

parser = argparse.ArgumentParser()
for name in ("--programs", "--tools", "--maturity", "--static", "--samples"):
    parser.add_argument(name, type=pathlib.Path, required=True)
parser.add_argument("--large", action="store_true")
parser.add_argument("--people", type=int, default=1_000_000)
parser.add_argument("--only", metavar="SECTION")
options = parser.parse_args()
scoring, json_decoder = options.programs / "scoring", options.programs / "json-decoder"
environment = {**os.environ, "TMPDIR": str(options.samples)}


# Running -----------------------------------------------------------------------------------------------------------

def run(*command):
    """What a process prints, as figures by name; its seconds and its peak in KiB."""
    done = subprocess.run(
        [options.tools / "whole", *map(str, command)], env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    *lines, (_, seconds, peak) = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    return {line[0]: line[1] for line in lines}, float(seconds), int(peak)


def peer(task, *arguments):
    return (sys.executable, HERE / "peers.py", task, *arguments)


def measure(ways, rounds=ROUNDS):
    """Runs every way in turn, `rounds` times, after once unmeasured: the figures, median seconds and median peak of each."""
    runs = {name: [] for name in ways}
    for index, (name, command) in itertools.product(range(rounds + 1), ways.items()):
        result = run(*command)
        if index:
            runs[name].append(result)
    return {name: (results[-1][0], statistics.median(r[1] for r in results), statistics.median(r[2] for r in results))
            for name, results in runs.items()}


def agree(ours, theirs, what):
    """Every figure that the other prints is ours, to 1e-9, and none is new."""
    names = [name for name in theirs if name.split("/")[0] in ("mean", "alpha", "count")]
    if len(names) < 9 + 360:
        sys.exit(f"{what} printed {len(names)} figures")
    for name in names:
        if name not in ours or not abs(float(ours[name]) - float(theirs[name])) <= 1e-9:
            sys.exit(f"{what} differs: {name} is {theirs[name]}, ours {ours.get(name)}")


def sample(people):
    """Makes the sample files, unless they are there, and returns the CSV's path."""
    folder = options.samples / f"scoring-{people}"
    if not (folder / "responses.csv").exists():
        run(scoring, people, 1, 0)
    return folder / "responses.csv"


# Tables ------------------------------------------------------------------------------------------------------------

def ms(seconds):
    return f"{seconds * 1000:,.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def table(title, note, header, rows):
    print(f"## {title}\n\n{note}\n")
    print(f"| {' | '.join(header)} |\n|{'---|' * len(header)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print(flush=True)


def judged(ratio, at_least=None, at_most=None):
    """A ratio, the goal, and whether it is reached."""
    if at_least is not None:
        return f"{ratio:,.1f}", f"≥ {at_least}" + ("" if ratio >= at_least else ", not reached")
    return f"{ratio:,.1f}", f"≤ {at_most}" + ("" if ratio <= at_most else ", not reached")


def csv_section():
    path = sample(options.people)
    ours = "ours, 2 workers"
    ways = {ours: (scoring, options.people, 1, 5, "--means"), "ours, 1 worker": (scoring, options.people, 1, 4, "--means"),
            "C, mapped file, 2 threads": (options.tools / "scan", path),
            "C, the same byte by byte": (options.tools / "scan", path, "--plain"),
            "polars, read_csv": peer("polars-eager", path), "polars, scan_csv streaming": peer("polars-streaming", path),
            "duckdb": peer("duckdb", path), "pandas": peer("pandas", path)}
    results = measure(ways)
    figures, own, _ = results[ours]
    rows = []
    best = min((name for name in ways if name.startswith("polars")), key=lambda name: results[name][1])
    for name, (theirs, seconds, peak) in results.items():
        agree(figures, theirs, name)
        ratio, goal = f"{seconds / own:,.2f}", ""
        if name == best:
            ratio, goal = judged(seconds / own, at_least=6)
        if name == "C, mapped file, 2 threads":
            ratio, goal = f"{seconds / own:,.3f}", judged(own / seconds, at_most=8)[1] + f" (ours is {own / seconds:,.1f} times its time)"
        rows.append((name, ms(seconds), f"{options.people / seconds / 1e6:,.2f}", f"{peak / MIB:,.0f} MiB", ratio, goal))
    table(f"CSV, {options.people:,} × 72",
          "Means, groups, counts and alphas, of every way. Whole processes. All figures agree to 1e-9.",
          ("", "time", "M rows/s", "peak", "to ours", "goal"), rows)


def json_section():
    path = sample(options.people).with_suffix(".jsonl")
    lines = min(JSON_DECODER_LINES, options.people)
    results = measure({"ours, 2 workers": (scoring, options.people, 1, 8, "--means"), "duckdb, read_json": peer("duckdb-json", path)})
    figures, own, peak = results["ours, 2 workers"]
    theirs, seconds, their_peak = results["duckdb, read_json"]
    agree(figures, theirs, "duckdb")
    sample(lines)
    decoded = [run(json_decoder, path, lines)[0] for _ in range(ROUNDS)]
    agree(run(scoring, lines, 1, 8, "--means")[0], decoded[0], "JSONDecoder")
    scaled = statistics.median(float(r["seconds"]) for r in decoded) * options.people / lines
    rows = [("ours, 2 workers", ms(own), f"{peak / MIB:,.0f} MiB", "1.0", ""),
            ("duckdb, read_json", ms(seconds), f"{their_peak / MIB:,.0f} MiB", *judged(seconds / own, at_least=12)),
            ("JSONDecoder, scaled", ms(scaled), "", *judged(scaled / own, at_least=60))]
    table(f"JSON Lines, {options.people:,} × 72",
          f"Whole processes, the same figures, which agree. JSONDecoder, an object a line, means and counts alone, on the first "
          f"{lines:,} lines, one thread; its time is scaled to all.", ("", "time", "peak", "to ours", "goal"), rows)


def interval_section():
    rows = []
    for people, resamples in ((10_000, 2000), (1_000_000, 20)):
        if people > options.people:
            continue
        path = sample(people)
        own_run = run(scoring, people, 5, "--intervals")[0]
        theirs = run(*peer("scipy", path, resamples))[0]
        own, seconds = float(own_run["seconds"]), float(theirs["seconds"]) * 2000 / resamples
        if resamples == 2000:
            for area in range(1, 10):
                width = float(own_run[f"high/area-{area}"]) - float(own_run[f"low/area-{area}"])
                for end in ("low", "high"):
                    name = f"{end}/area-{area}"
                    # A limit from 2,000 resamples is uncertain by about 1.5 % of the width.
                    if abs(float(own_run[name]) - float(theirs[name])) > 0.1 * width:
                        sys.exit(f"scipy differs: {name} is {theirs[name]}, ours {own_run[name]}")
        ratio = judged(seconds / own, at_least=40) if people == 10_000 else (f"{seconds / own:,.0f}", "")
        scaled = "" if resamples == 2000 else f", scaled from {resamples} resamples"
        rows.append((f"{people:,}", ms(own), f"{ms(seconds)} ({theirs['way']}{scaled})", *ratio))
    table("Likely ranges of nine means, 2,000 resamples",
          "Percentile bootstrap, within the process, reading left out, one thread; scipy's best of eight ways.",
          ("people", "ours", "scipy.stats.bootstrap", "ratio", "goal"), rows)


def assessment():
    """The sample's assessment as a file, for the command line."""
    levels = [{"id": f"level-{value}", "value": value, "name": f"Level {value}"} for value in range(1, 6)]

    def question(area, number):
        return {"id": f"q-{area}-{number}", "kind": "level", "text": f"Which is closest to {area}.{number}?", "measures": {"areas": [f"area-{area}"]},
                "options": [{"id": str(value), "score": value, "label": f"Statement {value}"} for value in range(1, 6)],
                "allow": ["dont-know", "not-applicable"]}

    def attribute(name, count):
        return {"id": name, "text": "Which?", "values": [
            {"id": f"{name}-{value}", "label": f"{name} {value}"} for value in range(1, count + 1)]}

    document = {
        "format": 1, "id": "sample", "version": "1.0.0", "title": "Sample", "levels": levels,
        "areas": [{"id": f"area-{area}", "name": f"Area {area}"} for area in range(1, 10)],
        "scoring": {"areas": {"rule": "weighted-mean", "missing": "omit", "minimum-answered": 0.5}},
        "questionnaires": [{
            "id": "sample", "title": "Sample", "audience": "employees",
            "attributes": [attribute("directorate", 12), attribute("role", 6)],
            "sections": [{"id": f"area-{area}", "title": "Area", "questions": [question(area, n) for n in range(1, 9)]}
                         for area in range(1, 10)]}]}
    path = options.samples / "sample.yaml"
    path.write_text("\n".join(yaml_lines(document)) + "\n", encoding="utf-8")
    return path


def yaml_lines(value):
    """The lines of a document as people write YAML: mappings and lists in blocks, lists of ids on their line."""
    if isinstance(value, dict):
        for key, member in value.items():
            if isinstance(member, dict) or isinstance(member, list) and isinstance(member[0], dict):
                yield f"{key}:"
                yield from (f"  {line}" for line in yaml_lines(member))
            else:
                yield f"{key}: {json.dumps(member)}"
    else:
        for member in value:
            first, *rest = yaml_lines(member)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


def size_section():
    path = assessment()
    sizes = [100_000, 1_000_000] + ([10_000_000] if options.large else [])
    sizes = [size for size in sizes if size <= options.people or options.large]
    ways = {size: (options.maturity, "score", path, "--questionnaire", "sample", "--responses", sample(size), "--by", "directorate",
                   "--by", "role", "--format", "csv", "--quiet") for size in sizes}
    results = measure({"list": (options.maturity, "list"), **ways})
    base = results.pop("list")[2]
    rows, before = [], None
    for size, (_, seconds, peak) in results.items():
        more = (peak - base) / MIB
        power = "" if before is None else f"{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
        rows.append((f"{size:,}", ms(seconds), f"{size / seconds / 1e6:,.2f}", f"{more:,.1f} MiB",
                     "< 16 MiB" + ("" if more < 16 else ", not reached"), power))
        before = (size, seconds)
    table("Size: maturity score, CSV, by directorate and by role",
          f"Whole process, static standard library, all processors. Peak resident memory beyond that of `maturity list` "
          f"({base / MIB:.1f} MiB). Exponent: log(t2/t1)/log(n2/n1); 1 is linear, start-up included.",
          ("people", "time", "M rows/s", "memory beyond", "goal", "exponent"), rows)


def session_folder():
    """104 employees and nine members, as a session's folder."""
    folder = options.samples / "session"
    folder.mkdir(exist_ok=True)
    for name in ("employees", "members-individual"):
        text = EVERYDAY.with_name(f"{name}-synthetic.csv").read_text(encoding="utf-8")
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def everyday_section():
    """A hundred people, scored with the assessment of the other sections, and with two of the starters."""
    workshop = options.samples / "everyday.csv"
    workshop.write_text("".join(EVERYDAY.read_text(encoding="utf-8").splitlines(keepends=True)[:101]), encoding="utf-8")
    culture = options.samples / "culture.csv"
    run(options.maturity, "simulate", "digital-culture", "--questionnaire", "staff", "--people", 100, "--seed", 1, "--quiet",
        "--output", culture, "--force")
    programs = [("", options.maturity)] + ([(", all static", options.static)] if options.static.exists() else [])
    ways = {}
    for (name, assessed, questionnaire, responses), more, (suffix, program) in itertools.product(
            (("nine areas, 72 questions", assessment(), "sample", sample(100)),
             ("`digital-culture`, 26 questions", "digital-culture", "staff", culture),
             ("`digital-first`, 18 questions", "digital-first", "employees-short", workshop)),
            ("--format table", "--format json", "--by directorate --accept-sparse --format table"), programs):
        ways[f"{name}, `{more}`{suffix}"] = (program, "score", assessed, "--questionnaire", questionnaire, "--responses",
                                             responses, "--quiet", *more.split())
    session = "`maturity session`, 104 + 9 people"
    # Pages that are there already would be replaced, and the file system waits for that.
    folder = session_folder()
    ways[session] = ("/bin/sh", "-c", f"rm -f '{folder}'/*.html; exec '{options.maturity}' session '{folder}' --quiet")
    rows = []
    for name, (_, seconds, _) in measure(ways, rounds=20).items():
        goal = 50 if name == session else 8
        rows.append((name, ms(seconds), f"< {goal} ms" + ("" if seconds * 1000 < goal else ", not reached")))
    table("The everyday case: maturity score, 100 people",
          "Whole process, static standard library (“all static”: no library of the system either, as `scripts/install` makes it), "
          "medians of 20; there is no peer. The first assessment is that of the other sections, in YAML; `digital-first` is the "
          "largest starter, 110 KB of YAML.", ("", "time", "goal"), rows)


def privacy_section():
    people = min(options.people, 10_000)
    found = run(scoring, people, 20, "--suppression")[0]
    rows = []
    for name, title in (("crossed", "50 × 20, crossed"), ("margins", "the same, with both breakdowns it is made of")):
        seconds = float(found[f"seconds/{name}"])
        rows.append((title, found[f"groups/{name}"], found[f"withheld/{name}"], ms(seconds),
                     "< 50 ms" + ("" if seconds < 0.05 else ", not reached")))
    table(f"Suppression, {people:,} people in 50 × 20 groups, nine areas, 72 questions",
          "Within the process, medians of 20; every figure of every group is looked at. There is no peer.",
          ("table", "groups", "area scores withheld", "time", "goal"), rows)


def form_assessment(rows):
    """An assessment whose questions are those of the sample form."""
    levels = [{"id": f"level-{value}", "value": value, "name": f"Level {value}"} for value in range(1, 6)]
    document = {
        "format": 1, "id": "form", "version": "1.0.0", "title": "Form", "levels": levels, "areas": [{"id": "all", "name": "All"}],
        "scoring": {"areas": {"rule": "weighted-mean"}},
        "questionnaires": [{"id": "form", "title": "Form", "audience": "employees", "sections": [{
            "id": "all", "title": "All", "questions": [
                {"id": f"question-{number}", "kind": "level", "text": text, "measures": {"areas": ["all"]},
                 "options": [{"id": f"o{value}", "score": value, "label": label} for value, label in enumerate(labels, 1)]}
                for number, (text, labels) in enumerate(rows, 1)]}]}]}
    path = options.samples / "form.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def office_section():
    office = options.programs / "office"
    forms, ours_file, theirs_file = (options.samples / name for name in ("forms.xlsx", "ours.xlsx", "theirs.xlsx"))
    rows = min(options.people, 5_000)
    run(*office_peer("forms", forms), rows)
    ours, imported = "ours", "ours: `maturity import`, to a response file"
    responses = options.samples / "imported.csv"
    ways = {ours: (office, "read", forms),
            imported: (options.maturity, "import", form_assessment(peers_office.questions()), forms, "--questionnaire", "form",
                       "--output", responses, "--force", "--quiet")}
    results = measure({**ways, "openpyxl, read_only": office_peer("read-only", forms),
                       "openpyxl, whole": office_peer("read", forms)})
    with responses.open(encoding="utf-8") as file:
        answers = [row.rstrip("\n").split(",")[1:] for row in file][1:]
    if len(answers) != rows or sum(map(bool, itertools.chain.from_iterable(answers))) < rows * 50:
        sys.exit(f"maturity import gave {len(answers)} rows of {rows}")
    figures, own, _ = results[ours]
    lines = []
    best = min((name for name in results if name not in ways), key=lambda name: results[name][1])
    for name, (found, seconds, peak) in results.items():
        for figure in () if name == imported else ("rows", "texts", "bytes", "dates", "sum"):
            if float(found[figure]) != float(figures[figure]):
                sys.exit(f"{name} differs: {figure} is {found[figure]}, ours {figures[figure]}")
        ratio, goal = judged(seconds / own, at_least=5) if name == best else (f"{seconds / own:,.1f}", "")
        if name == imported:
            ratio = f"{seconds / own:,.1f} (openpyxl's best to it: {results[best][1] / seconds:,.1f})"
            goal = "≥ 5" + ("" if results[best][1] / seconds >= 5 else ", not reached")
        if name in ways:
            goal += (", " if goal else "") + "< 64 MiB" + ("" if peak / MIB < 64 else ", not reached")
        lines.append((name, ms(seconds), f"{peak / MIB:,.0f} MiB", ratio, goal))
    table(f"Reading a workbook: {rows:,} rows like Microsoft Forms' export, 60 questions",
          f"{forms.stat().st_size / 1e6:.1f} MB, made by XlsxWriter. Whole processes. Rows, texts, their bytes, dates and the sum of numbers "
          f"agree; `maturity import` gives every row with its answers.", ("", "time", "peak", "to ours", "goal"), lines)

    results = measure({ours: (office, "write", ours_file), "openpyxl, write_only": office_peer("write-only", theirs_file),
                       "openpyxl, whole": office_peer("write", theirs_file)})
    if run(*office_peer("read", ours_file))[0] != run(*office_peer("read", theirs_file))[0]:
        sys.exit("openpyxl reads something else in our workbook than in its own")
    own = results[ours][1]
    best = min((name for name in results if name != ours), key=lambda name: results[name][1])
    rows = [(name, ms(seconds), f"{peak / MIB:,.0f} MiB",
             *(judged(seconds / own, at_least=5) if name == best else (f"{seconds / own:,.1f}", "")))
            for name, (_, seconds, peak) in results.items()]
    table("Writing a workbook of 225,000 cells", "A third of them texts. Whole processes; openpyxl reads the same in both files.",
          ("", "time", "peak", "to ours", "goal"), rows)


def report_section():
    reports, page = options.programs / "reports", options.samples / "page.html"
    found = run(reports, "report", 50)[0]
    # The twelve, and those who did not say.
    if (found["areas"], found["groups"], found["audiences"]) != ("9", "13", "3"):
        sys.exit(f"the report is of {found}")
    seconds, size = float(found["seconds"]), int(found["bytes"])
    table("HTML report of nine areas, twelve directorates, three audiences",
          "The starter's texts, made-up answers. Within the process, the median of 50; there is no peer.", ("", "measured", "goal"),
          [("time", f"{seconds * 1000:.2f} ms", "< 5 ms" + ("" if seconds < 0.005 else ", not reached")),
           ("size", f"{size / 1000:,.0f} KB", "< 400 KB" + ("" if size < 400_000 else ", not reached"))])

    rows, rounds = 2_000, 20
    ours = run(reports, "table", page, rows, rounds)[0]
    theirs = run(sys.executable, HERE / "peers_reports.py", page, rows, rounds)[0]
    own, other = float(ours["seconds"]), float(theirs["seconds"])
    ratio, goal = judged(other / own, at_least=5)
    table(f"Writing a page of one table, {rows:,} rows of 13 cells",
          f"{int(ours['bytes']) / 1e6:.1f} MB, the same bytes. Within the process, medians of {rounds}; Python joins f-strings and "
          f"escapes names by html.escape.", ("", "time", "to ours", "goal"),
          [("ours", ms(own), "1.0", ""), ("Python f-strings", ms(other), ratio, goal)])


def office_peer(task, path):
    return (sys.executable, HERE / "peers_office.py", task, path)


print(f"Load of the machine before: {os.getloadavg()[0]:.2f}\n")
sections = {"csv": csv_section, "json": json_section, "intervals": interval_section, "size": size_section,
            "everyday": everyday_section, "privacy": privacy_section, "office": office_section,
            "reports": report_section}
if options.only not in (None, *sections):
    sys.exit(f"no section “{options.only}”: there are {', '.join(sections)}")
for name, section in sections.items():
    if options.only in (None, name):
        section()
print(f"Load of the machine after, our own measuring included: {os.getloadavg()[0]:.2f}")

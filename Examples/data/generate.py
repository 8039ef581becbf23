#!/usr/bin/env python3
"""Makes the synthetic sample workshop: 104 employees in five sessions, and a session of nine elected members.

usage: generate.py            writes the files anew
       generate.py --check    compares the files with what would be written; exits 1 when they differ

The same seed gives the same files on every machine. Nobody's answers are in them: each made-up person has an opinion of
each area, drawn around the area's and the directorate's, and answers both of its questions from it.
"""
import csv
import io
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20261122

LEVELS = ["just-starting", "some-teams", "most-teams", "how-we-work", "always-improving"]
LETTERS = ["a", "b", "c", "d", "e"]
AGREE = ["strongly-disagree", "disagree", "neither", "agree", "strongly-agree"]

# How mature each area is on the whole, as employees and as members see it.
AREAS = {
    "leadership": (2.9, 3.6),
    "delivery": (2.4, 2.7),
    "design": (2.2, 2.8),
    "online-services": (3.7, 3.3),
    "inclusion": (3.1, 2.6),
    "place": (2.7, 3.1),
    "information": (1.9, 2.4),
    "technology": (3.0, 2.9),
    "people": (2.6, 2.9),
}

# The employees' second question of each area: its options, its scores where they are not 1 to 5, what may be said
# instead of an answer.
SECOND = {
    "leadership": LETTERS,
    "delivery": LETTERS,
    "design": AGREE,
    "online-services": LETTERS,
    "inclusion": ["no", "yes"],
    "place": LETTERS,
    "information": list(reversed(AGREE)),  # the statement is a reversed one
    "technology": LETTERS,
    "people": LETTERS,
}
CAN_BE_INAPPLICABLE = {"online-services", "place", "information"}

DIRECTORATES = {"care": 24, "children": 19, "streets": 23, "homes": 16, "growth": 8, "central": 14}

# Where directorates see things differently from the whole council.
VIEWS = {
    ("streets", "people"): -1.1,
    ("streets", "technology"): -0.9,
    ("streets", "online-services"): 0.4,
    ("central", "people"): 1.0,
    ("central", "technology"): 0.8,
    ("central", "leadership"): 0.7,
    ("care", "inclusion"): -0.7,
    ("care", "information"): -0.4,
    ("children", "design"): 0.7,
    ("homes", "design"): -0.5,
    ("homes", "delivery"): -0.4,
    ("growth", "place"): 1.1,
}

# How often people in a directorate cannot judge an area.
DONT_KNOW = {("streets", "place"): 0.25, ("care", "place"): 0.3, ("streets", "information"): 0.2,
             ("children", "place"): 0.25, ("homes", "technology"): 0.1}


def normal(random_source):
    """A standard normal number from twelve uniform ones: the same on every version of Python."""
    return sum(random_source.random() for _ in range(12)) - 6


def choice(random_source, entries):
    return entries[int(random_source.random() * len(entries))]


def step(opinion, count):
    """The option, from 0, that is closest to an opinion from 1 to 5."""
    return min(max(round((opinion - 1) / 4 * (count - 1)), 0), count - 1)


def answer(random_source, opinion, options, dont_know, inapplicable=0.0):
    draw = random_source.random()
    if draw < 0.03:
        return ""
    if draw < 0.03 + dont_know:
        return "dont-know"
    if draw < 0.03 + dont_know + inapplicable:
        return "not-applicable"
    return options[step(opinion + 0.5 * normal(random_source), len(options))]


def employees():
    source = random.Random(SEED)
    people = [name for name, count in DIRECTORATES.items() for _ in range(count)]
    order = sorted((source.random(), index) for index in range(len(people)))
    rows = [["respondent", "directorate", "session", "role"] + [f"{area}-{kind}" for area in AREAS for kind in ("now", "1")]]
    for number, (_, index) in enumerate(order):
        directorate = people[index]
        role = ["frontline", "frontline", "frontline", "office", "office", "team-leader", "manager"][int(source.random() * 7)]
        if directorate == "central" and role == "frontline":
            role = "office"
        person = 0.35 * normal(source)
        # A few leave out an attribute.
        shown = directorate if source.random() > 0.02 else ""
        row = [f"e{number + 1:03}", shown, f"session-{number * 5 // len(people) + 1}", role]
        for area, (mean, _) in AREAS.items():
            opinion = mean + VIEWS.get((directorate, area), 0) + person + 0.6 * normal(source)
            dont_know = DONT_KNOW.get((directorate, area), 0.05)
            row.append(answer(source, opinion, LEVELS, dont_know))
            inapplicable = 0.06 if area in CAN_BE_INAPPLICABLE else 0.0
            row.append(answer(source, opinion, SECOND[area], dont_know / 2, inapplicable))
        rows.append(row)
    return rows


def members():
    source = random.Random(SEED + 1)
    rows = [["respondent", "session"] + [f"{area}-{kind}" for area in AREAS for kind in ("now", "member")]]
    for number in range(9):
        person = 0.3 * normal(source)
        row = [f"m{number + 1}", "members-session"]
        for _, mean in AREAS.values():
            opinion = mean + person + 0.5 * normal(source)
            row.append(answer(source, opinion, LEVELS, 0.06))
            row.append(answer(source, opinion, LETTERS, 0.06))
        rows.append(row)
    return rows


def text(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def main():
    files = {"employees-synthetic.csv": text(employees()), "members-synthetic.csv": text(members())}
    if "--check" in sys.argv[1:]:
        wrong = [name for name, content in files.items()
                 if not (HERE / name).exists() or (HERE / name).read_bytes().decode() != content]
        for name in wrong:
            print(f"{name} is not what generate.py makes; run it again", file=sys.stderr)
        sys.exit(1 if wrong else 0)
    for name, content in files.items():
        (HERE / name).write_bytes(content.encode())


main()

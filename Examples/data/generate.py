#!/usr/bin/env python3
"""Makes the synthetic sample workshop: 104 employees in five sessions, and a session of nine elected members.

The employees answer the short questionnaire in their session, and the whole one with the same answers to what both ask.
Most of them also send in the rest of it beforehand. A year later 104 others answer the short questionnaire again. The members
answer one by one, and then agree one answer together.

usage: generate.py            writes the files anew
       generate.py --check    compares the files with what would be written; exits 1 when they differ

The same seed gives the same files on every machine. Nobody's answers are in them: each made-up person has an opinion of
each area, drawn around the area's and the directorate's, and answers all of its questions from it.
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

# The employees' second question of which areas may be answered with “not applicable”.
CAN_BE_INAPPLICABLE = {"online-services", "place", "information"}

# Where people stand in two camps on the second question: they know where help is to be found, or they do not.
CAMPS = {"inclusion": 0.7}

# The four questions of each area that the whole questionnaire has beside those of the short one: five statements each.
MORE = ["2", "3", "4", "5"]
MORE_CAN_BE_INAPPLICABLE = {
    "design-4", "online-services-2", "online-services-3", "inclusion-2", "inclusion-3", "inclusion-4", "place-2", "place-3",
    "information-2", "information-4", "information-5", "technology-2", "technology-3", "technology-4", "technology-5",
}

# How services share a directorate's people, by weight.
SERVICES = {
    "care": {"care-at-home": 6, "care-other": 4},
    "children": {"children-social-care": 4, "children-schools": 3, "children-other": 3},
    "streets": {"streets-cleaning": 5, "streets-roads": 3, "streets-other": 2},
    "homes": {"homes-housing": 6, "homes-other": 4},
    "growth": {"growth-planning": 5, "growth-other": 3},
    "central": {"central-contact": 4, "central-money": 3, "central-other": 3},
}

# How roles share grade bands, by weight.
GRADES = {
    "frontline": {"grades-1-4": 7, "grades-5-7": 3},
    "office": {"grades-1-4": 2, "grades-5-7": 6, "grades-8-10": 2},
    "team-leader": {"grades-5-7": 5, "grades-8-10": 5},
    "manager": {"grades-8-10": 5, "above-grade-10": 5},
}

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

# The next assessment, a year later: who takes part then, and how far the employees' view of an area has moved.
NEXT_DIRECTORATES = {"care": 20, "children": 22, "streets": 15, "homes": 18, "growth": 11, "central": 18}
MOVED = {"leadership": 0.2, "delivery": 0.7, "information": 0.9, "people": 0.5, "inclusion": -0.1, "technology": 0.1}

# How often people in a directorate cannot judge an area.
DONT_KNOW = {("streets", "place"): 0.25, ("care", "place"): 0.3, ("streets", "information"): 0.2,
             ("children", "place"): 0.25, ("homes", "technology"): 0.1}


def normal(random_source):
    """A standard normal number from twelve uniform ones: the same on every version of Python."""
    return sum(random_source.random() for _ in range(12)) - 6


def choice(random_source, entries):
    return entries[int(random_source.random() * len(entries))]


def weighted(random_source, weights):
    return choice(random_source, [entry for entry, weight in weights.items() for _ in range(weight)])


def step(opinion, count):
    """The option, from 0, that is closest to an opinion from 1 to 5."""
    return min(max(round((opinion - 1) / 4 * (count - 1)), 0), count - 1)


def apart(opinion, middle, distance):
    """An opinion pushed away from the middle: nobody is left near it."""
    return opinion + distance if opinion > middle else opinion - distance


def answer(random_source, opinion, options, dont_know, inapplicable=0.0):
    draw = random_source.random()
    if draw < 0.03:
        return ""
    if draw < 0.03 + dont_know:
        return "dont-know"
    if draw < 0.03 + dont_know + inapplicable:
        return "not-applicable"
    return options[step(opinion + 0.5 * normal(random_source), len(options))]


def employees(seed=SEED, directorates=DIRECTORATES, moved=None):
    """The rows of the short questionnaire, and each person's opinions by area."""
    source = random.Random(seed)
    people = [name for name, count in directorates.items() for _ in range(count)]
    order = sorted((source.random(), index) for index in range(len(people)))
    rows = [["respondent", "directorate", "session", "role"] + [f"{area}-{kind}" for area in AREAS for kind in ("now", "1")]]
    opinions = []
    for number, (_, index) in enumerate(order):
        directorate = people[index]
        role = ["frontline", "frontline", "frontline", "office", "office", "team-leader", "manager"][int(source.random() * 7)]
        if directorate == "central" and role == "frontline":
            role = "office"
        person = 0.35 * normal(source)
        # A few leave out an attribute.
        shown = directorate if source.random() > 0.02 else ""
        row = [f"e{number + 1:03}", shown, f"session-{number * 5 // len(people) + 1}", role]
        held = {}
        for area, (mean, _) in AREAS.items():
            opinion = mean + (moved or {}).get(area, 0) + VIEWS.get((directorate, area), 0) + person + 0.6 * normal(source)
            held[area] = opinion, DONT_KNOW.get((directorate, area), 0.05)
            dont_know = held[area][1]
            row.append(answer(source, opinion, LEVELS, dont_know))
            inapplicable = 0.06 if area in CAN_BE_INAPPLICABLE else 0.0
            second = apart(opinion, mean, CAMPS[area]) if area in CAMPS else opinion
            row.append(answer(source, second, LETTERS, dont_know / 2, inapplicable))
        rows.append(row)
        opinions.append(held)
    return rows, opinions


def employees_in_full(short, opinions):
    """The same people's rows of the whole questionnaire."""
    source = random.Random(SEED + 2)
    rows = [["respondent", "directorate", "service", "session", "role", "grade-band"]
            + [f"{area}-{kind}" for area in AREAS for kind in ["now", "1", *MORE]]]
    for (respondent, directorate, session, role, *answers), held in zip(short[1:], opinions):
        service = weighted(source, SERVICES[directorate]) if directorate else ""
        grade = weighted(source, GRADES[role]) if source.random() > 0.1 else ""
        row = [respondent, directorate, service, session, role, grade]
        for index, (area, (opinion, dont_know)) in enumerate(held.items()):
            row += answers[2 * index:2 * index + 2]
            for kind in MORE:
                inapplicable = 0.06 if f"{area}-{kind}" in MORE_CAN_BE_INAPPLICABLE else 0.0
                row.append(answer(source, opinion, LETTERS, dont_know, inapplicable))
        rows.append(row)
    return rows


def employees_rest(full):
    """What those of them who sent in the rest beforehand answered: all but every eighth."""
    head, *people = full
    columns = [head.index(name) for name in ["respondent", "directorate", "service", "session", "role", "grade-band"]
               + [f"{area}-{kind}" for area in AREAS for kind in MORE]]
    return [[row[column] for column in columns] for row in [head, *(row for number, row in enumerate(people) if number % 8 != 5)]]


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


def members_agreed():
    """One row: the answers nearest to what members think on the whole, with the reason they might write down."""
    reasons = {
        "leadership": "We have seen the plan twice this year, with figures.",
        "delivery": "Two systems were tried first. One was not.",
        "design": "Most of us heard of the last change from residents.",
        "online-services": "Bins and council tax work well. Housing does not.",
        "inclusion": "The libraries are good. Elsewhere people are sent away.",
        "place": "The plan with the health service is followed. We differed on schools.",
        "information": "We get figures when we ask for them.",
        "technology": "Casework is slow, but it works.",
        "people": "Half of us had training that helped.",
    }
    row = ["agreed-1", "members-session", "five-to-nine"]
    for area, (_, mean) in AREAS.items():
        row += [LEVELS[step(mean, len(LEVELS))], LETTERS[step(mean, len(LETTERS))], reasons[area]]
    kinds = ("now", "member", "reason")
    return [["respondent", "session", "present"] + [f"{area}-{kind}" for area in AREAS for kind in kinds], row]


def text(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def main():
    short, opinions = employees()
    full = employees_in_full(short, opinions)
    files = {
        "employees-synthetic.csv": text(short),
        "employees-in-full-synthetic.csv": text(full),
        "employees-rest-synthetic.csv": text(employees_rest(full)),
        "employees-next-synthetic.csv": text(employees(SEED + 3, NEXT_DIRECTORATES, MOVED)[0]),
        "members-individual-synthetic.csv": text(members()),
        "members-synthetic.csv": text(members_agreed()),
    }
    if "--check" in sys.argv[1:]:
        wrong = [name for name, content in files.items()
                 if not (HERE / name).exists() or (HERE / name).read_bytes().decode() != content]
        for name in wrong:
            print(f"{name} is not what generate.py makes; run it again", file=sys.stderr)
        sys.exit(1 if wrong else 0)
    for name, content in files.items():
        (HERE / name).write_bytes(content.encode())


main()

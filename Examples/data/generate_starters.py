#!/usr/bin/env python3
"""Makes the synthetic samples of the smaller starter assessments: a folder each, beside this file.

usage: generate_starters.py            writes the files anew
       generate_starters.py --check    compares the files with what would be written; exits 1 when they differ

The same seed gives the same files on every machine. No council's proposals, services, staff or customers are in them.
"""
import csv
import io
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20261126


def normal(source):
    """A standard normal number from twelve uniform ones: the same on every version of Python."""
    return sum(source.random() for _ in range(12)) - 6


def choice(source, entries):
    return entries[int(source.random() * len(entries))]


def shuffled(source, entries):
    """`random.shuffle` may change between versions of Python; sorting by numbers drawn does not."""
    return [entry for _, _, entry in sorted((source.random(), index, entry) for index, entry in enumerate(entries))]


# Solution check: five made-up proposals. A may go ahead; B falls short of two statements; C does all that is asked, and
# nobody has shown why to do it; D is done already; of E a statement was left blank, so nothing can be said.

STATEMENTS = ["simple", "open", "whole", "anywhere", "once", "safe", "learning"]
REASONS = ["customers", "online", "savings", "income"]
STEPS = {"n": "not-met", "p": "planned", "m": "met", " ": ""}
CLAIMS = {"n": "not-claimed", "h": "hoped-for", "s": "shown"}
PROPOSALS = {
    "proposal-a": ("mppmpmp", "shhn"),
    "proposal-b": ("pnmmnpp", "hssn"),
    "proposal-c": ("pmppmmp", "hhnn"),
    "proposal-d": ("mmmmmmm", "ssnn"),
    "proposal-e": ("pp pmmp", "nhsn"),
}
WHY = {
    "not-met": ["Nobody could show us anything.", "The team had not thought of it."],
    "planned": ["It is in the plan, with a date in spring.", "The owner is named. The date is set."],
    "met": ["We watched it work.", "The notes of the trial are with the form."],
    "hoped-for": ["The supplier says so.", "We think so. Nobody has counted."],
    "shown": ["A trial of six weeks shows it.", "Two other councils sent us their figures."],
}


def proposals():
    source = random.Random(SEED + 1)
    header = ["respondent", "proposal"]
    header += [f"{area}-{part}" for area in STATEMENTS for part in ("now", "why")]
    header += [f"reason-{reason}{part}" for reason in REASONS for part in ("", "-why")]
    rows = [header]
    for number, (proposal, (steps, claims)) in enumerate(PROPOSALS.items()):
        row = [f"synthetic-{number + 1}", proposal]
        for code in steps:
            step = STEPS[code]
            row += [step, choice(source, WHY[step]) if step else ""]
        for code in claims:
            claim = CLAIMS[code]
            row += [claim, choice(source, WHY[claim]) if claim in WHY else ""]
        rows.append(row)
    return rows


# Local Digital Declaration: what four made-up services and the council as a whole could show of each of nine parts.

PARTS = {
    "people-first": ("research", "teams", "users-test"), "foundations": ("links", "exit", "share"),
    "information": ("agreements", "open-data", "told"), "leadership": ("sponsor", "money", "own-example"),
    "open-working": ("published", "learning", "jobs"), "needs": ("known", "dropped", "missed"),
    "market": ("asked", "choice", "trial-buy"), "privacy": ("assessed", "exercise", "access"),
    "value": ("worth", "stopped", "time"),
}
SERVICES = {"whole-council": 0.0, "care": -0.3, "streets": -0.5, "homes": 0.1, "central": 0.6}
STRENGTHS = {"people-first": 1.0, "foundations": 0.7, "information": 1.1, "leadership": 1.3, "open-working": 0.5,
             "needs": 1.0, "market": 0.4, "privacy": 1.6, "value": 0.8}


def declaration():
    source = random.Random(SEED + 2)
    rows = [["respondent", "service"] + [f"{part}-{name}" for part, names in PARTS.items() for name in (*names, "evidence")]]
    for service, lean in SERVICES.items():
        row = [f"synthetic-{service}", service]
        for part, names in PARTS.items():
            for _ in names:
                draw = source.random()
                if draw < 0.04:
                    row.append("dont-know")
                elif draw < 0.07 and part == "market":
                    row.append("not-applicable")
                else:
                    step = min(max(round(STRENGTHS[part] + lean + 0.5 * normal(source)), 0), 2)
                    row.append(("not", "partly", "present")[step])
            # Two parts in ten have no link, and so count as partly there at most.
            row.append("" if source.random() < 0.2 else f"https://example.org/{service}/{part}")
        rows.append(row)
    return rows


# Digital culture: 162 made-up employees in six directorates. Each has a view of each area, and answers its five statements
# from it; two of the five are worded the other way round.

AGREE = ["strongly-disagree", "disagree", "neither", "agree", "strongly-agree"]
DIRECTORATES = {"care": 38, "children": 30, "streets": 34, "homes": 24, "growth": 13, "central": 23}
CULTURE = {"openness": 3.1, "learning": 2.8, "together": 3.3, "leaders": 3.0, "residents": 3.7}
REVERSED = {"openness": {2, 5}, "learning": {2, 5}, "together": {2, 5}, "leaders": {3, 5}, "residents": {3, 5}}
VIEWS = {("streets", "learning"): -0.7, ("streets", "together"): -0.8, ("central", "learning"): 0.7,
         ("central", "leaders"): 0.5, ("children", "residents"): 0.5, ("homes", "openness"): -0.5}
WISHES = ["More time to learn.", "One place for forms.", "A tablet that works outside.", "Being asked first.", ""]


def culture():
    source = random.Random(SEED + 3)
    people = shuffled(source, [name for name, count in DIRECTORATES.items() for _ in range(count)])
    rows = [["respondent", "directorate"] + [f"{area}-{number}" for area in CULTURE for number in range(1, 6)] + ["one-change"]]
    for index, directorate in enumerate(people):
        row = [f"synthetic-{index + 1:03}", directorate if source.random() > 0.02 else ""]
        person = 0.4 * normal(source)
        for area, mean in CULTURE.items():
            view = mean + VIEWS.get((directorate, area), 0) + person + 0.6 * normal(source)
            for number in range(1, 6):
                draw = source.random()
                step = min(max(round(view + 0.8 * normal(source)), 1), 5)
                if number in REVERSED[area]:
                    step = 6 - step
                row.append("" if draw < 0.02 else "dont-know" if draw < 0.05 else AGREE[step - 1])
        row.append(choice(source, WISHES) if source.random() < 0.3 else "")
        rows.append(row)
    return rows


# Customer engagement: 180 made-up customers. The numbers of those who tried, gave up and gave each reason are set, so that
# shares have the shape of the published ones: three quarters did not try, one quarter gave up; of 160 reasons that were
# stated 35 % are that people prefer to talk to somebody, 20 % that it is hard to use, 19 % skills or access and 9 % not knowing.

WHO = {  # reason: (how many of those who did not try, how many of those who gave up)
    "prefer-person": (56, 0), "hard-to-use": (4, 28), "skills-access": (22, 8), "unaware": (14, 0), "other": (23, 5),
    "prefer-not-to-say": (16, 4),
}
REASONS_TO_COME = {"pay": 4, "council-tax": 6, "benefits": 5, "housing": 6, "parking": 3, "report": 2, "documents": 4, "other": 3}
CHANNELS = {"first-time": 6, "in-person": 7, "phone": 8, "website": 2, "email": 2, "post": 1}
COMMENTS = {
    "prefer-person": ["I like to talk to a person.", "I want somebody to explain it to me.", "It is easier face to face.",
                      "A call would do, if anyone picked up."],
    "hard-to-use": ["The form lost what I typed.", "I forgot my password and could not get back in.",
                    "The page was confusing.", "It crashed at the last step."],
    "skills-access": ["I have no computer.", "My daughter does these things for me.", "I am not good with phones.",
                      "I have no data left on my phone."],
    "unaware": ["Nobody told me.", "I did not know you could.", "The letter only gave the address."],
    "other": ["I was passing by.", "I had to show my papers.", "It is for my neighbour, she cannot walk."],
    "prefer-not-to-say": ["Shorter queues.", "It was fine."],
}


def weighted(source, weights):
    return choice(source, [entry for entry, weight in weights.items() for _ in range(weight)])


def customers():
    source = random.Random(SEED + 4)
    people = [("no", reason) for reason, (counts, _) in WHO.items() for _ in range(counts)]
    people += [("yes", reason) for reason, (_, counts) in WHO.items() for _ in range(counts)]
    rows = [["respondent", "day", "place", "visit-reason", "channel-before", "knew-online", "tried-online", "gave-up", "why-not",
             "alone", "comment"]]
    for number, (tried, reason) in enumerate(shuffled(source, people)):
        knew = "no" if reason == "unaware" else "yes" if tried == "yes" else weighted(
            source, {"yes": 15, "no": 3, "not-applicable": 2})
        alone = weighted(source, {"no": 5, "with-help": 4, "yes": 1} if reason == "skills-access"
                         else {"yes": 12, "with-help": 4, "no": 3, "dont-know": 1})
        came = weighted(source, REASONS_TO_COME) if source.random() > 0.03 else "prefer-not-to-say"
        before = weighted(source, CHANNELS) if source.random() > 0.04 else ""
        said = choice(source, COMMENTS[reason]) if source.random() < 0.45 else ""
        rows.append([f"synthetic-{number + 1:03}", "day-1" if number < 97 else "day-2",
                     "front-desk" if source.random() < 0.7 else "library", came, before, knew, tried,
                     "yes" if tried == "yes" else "", reason, alone, said])
    return rows


# Measures: 96 made-up employees say of four areas what they see. They think better of help to get online than the figures
# show, and worse of online services.

SEEN = {"delivery": 2.6, "online-services": 2.5, "inclusion": 3.6, "people": 2.9}
LEVELS = ["just-starting", "some-teams", "most-teams", "how-we-work", "always-improving"]


def opinions():
    source = random.Random(SEED + 5)
    people = shuffled(source, ["care"] * 36 + ["streets"] * 32 + ["central"] * 28)
    rows = [["respondent", "directorate"] + [f"{area}-{part}" for area in SEEN for part in ("now", "own")]]
    for number, directorate in enumerate(people):
        row = [f"synthetic-{number + 1:02}", directorate]
        for mean in SEEN.values():
            view = mean + 0.7 * normal(source)
            for options in (LEVELS, AGREE):
                step = min(max(round(view + 0.6 * normal(source)), 1), 5)
                draw = source.random()
                row.append("" if draw < 0.02 else "dont-know" if draw < 0.07 else options[step - 1])
        rows.append(row)
    return rows


def checked_comments(customers):
    """The comments as somebody who knows the customers would code them by hand, all but one in ten."""
    source = random.Random(SEED + 6)
    header = customers[0]
    respondent, reason, said = (header.index(name) for name in ("respondent", "why-not", "comment"))
    rows = [["respondent", "comment", "code"]]
    for row in customers[1:]:
        if not row[said]:
            continue
        code = "none" if row[reason] == "prefer-not-to-say" else row[reason]
        rows.append([row[respondent], row[said], code if source.random() > 0.1 else ""])
    return rows


def text(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def main():
    files = {
        "solution-check/proposals-synthetic.csv": text(proposals()),
        "digital-declaration/services-synthetic.csv": text(declaration()),
        "digital-culture/staff-synthetic.csv": text(culture()),
        "customer-engagement/customers-synthetic.csv": text(customers()),
        "customer-engagement/comments-checked-synthetic.csv": text(checked_comments(customers())),
        "measures/staff-synthetic.csv": text(opinions()),
    }
    if "--check" in sys.argv[1:]:
        wrong = [name for name, content in files.items()
                 if not (HERE / name).exists() or (HERE / name).read_bytes().decode() != content]
        for name in wrong:
            print(f"{name} is not what generate_starters.py makes; run it again", file=sys.stderr)
        sys.exit(1 if wrong else 0)
    for name, content in files.items():
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_bytes(content.encode())


main()

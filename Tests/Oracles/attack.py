"""Tries to find out what a published result withholds.

    python3 attack.py RESULT.json...                        attacks results that are there
    python3 attack.py --maturity PATH [--workshops 200]     makes workshops, scores them with the program, attacks the results

Everything an attacker has is in the JSON: the groups, how many people are in those that are shown, and for each figure that is shown its
counts. Unknown are the counts in the cells of all attributes crossed, for each question by what became of it and by option, for each score
by its value. Every published number is an equation over cells, and so is every relation between figures: statuses add up to people, answers
by option to those answered, people by score to those who have one. Of several choices each option is chosen by no more than answered, and
all together by no fewer; of a ranking first places add up to those who answered, and places to what their numbers add up to. Means,
medians, deviations and agreement are made of counts that are shown with them; where a mean stands alone, times its people it is a sum. A
mean weighted to a population is a sum of cells too, of which the attacker is told what a person of each counts. Counts are whole and no
less than 0, a group that is named has somebody in it, a combination that a breakdown does not name has nobody in it, and services are known
to belong to their directorates.

A withheld number is *derived* when the equations alone fix it, which is what subtraction can do; the sums that means are made of are numbers
too. A withheld number of people, in a group or behind a figure, is *pinned* when linear programming (HiGHS) leaves it one value, and
*narrow* when the range is under 3 wide. Numbers of people are attacked with all that is published of one figure at a time, with --joint of
all questions at once too.

Of workshops that are made here the truth is known: how many figures have too few people behind them, and how many more are withheld to
protect those, is printed, and every figure that is shown is checked to have enough. Needs numpy and scipy.

Ends with 1 when anything is derived, pinned or narrow.
"""
import sys

# A file beside this one has the name of a standard module that imports need.
sys.path = [path for path in sys.path if path not in ("", sys.path[0])]

import argparse
import concurrent.futures
import csv
import io
import itertools
import json
import math
import pathlib
import random
import subprocess
import tempfile
from collections import Counter

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import bmat, csr_matrix, identity
from scipy.sparse.linalg import splu

STATUSES = ["answered", "unanswered", "dont-know", "not-applicable", "prefer-not-to-say", "not-shown"]
MISSING = ["unanswered", "dont-know", "prefer-not-to-say"]
KINDS = {"area": "areas", "theme": "themes", "principle": "principles", "literacy": "literacies"}


class System:
    """What is known of unknowns, each a name and a cell: sums, and least sums."""

    def __init__(self):
        self.columns = {}
        self.sums = []
        self.least = []

    def terms(self, name, cells, factor=1.0):
        return [(self.columns.setdefault((name, cell), len(self.columns)), factor) for cell in cells]

    def equal(self, terms, value):
        self.sums.append((terms, float(value)))

    def at_least(self, terms, value):
        self.least.append((terms, float(value)))

    def rows(self, sums):
        places = [(row, column, factor) for row, (terms, _) in enumerate(sums) for column, factor in terms]
        rows, columns, factors = zip(*places) if places else ((), (), ())
        return csr_matrix((factors, (rows, columns)), shape=(len(sums), len(self.columns)))

    def derived(self, targets):
        """Which of the targets, lists of terms, the equations fix: those that no change which leaves all sums alone can move."""
        sums, targets = self.rows(self.sums), self.rows([(terms, 0) for terms in targets])
        rows, columns = sums.shape
        # Random changes less their part that changes a sum; dependent equations need the small number.
        system = bmat([[identity(columns), sums.T], [sums, -1e-10 * identity(rows)]], format="csc")
        changes = np.random.default_rng(1).standard_normal((columns, 2))
        free = splu(system).solve(np.vstack([changes, np.zeros((rows, 2))]))[:columns]
        return np.abs(targets @ free).max(axis=1) < 1e-6

    def narrow(self, targets):
        """The targets, lists of terms, that have a range under 3 wide, each with its least and greatest whole number.

        Whatever worlds are found on the way show how far apart each target can be: for most, a few worlds are enough.
        """
        fixed, values = self.rows(self.sums), [value for _, value in self.sums]
        lower, limits = (-self.rows(self.least), [-value for _, value in self.least]) if self.least else (None, None)
        costs = self.rows([(terms, 0) for terms in targets])
        low, high = np.full(len(targets), np.inf), np.full(len(targets), -np.inf)

        def world(cost):
            answer = linprog(cost, A_ub=lower, b_ub=limits, A_eq=fixed, b_eq=values, method="highs")
            if answer.status == 3:
                return -math.inf
            if answer.status:
                sys.exit(f"no world agrees with what is published: {answer.message}")
            found = costs @ answer.x
            np.minimum(low, found, out=low)
            np.maximum(high, found, out=high)
            return answer.fun

        draw = np.random.default_rng(1)
        for sweep in range(12):
            # So far apart, whole numbers are 3 apart whatever they are rounded to.
            open_ones = (high - low < 4).astype(float)
            if not open_ones.any():
                break
            world((draw.choice([-1.0, 1.0], len(targets)) * open_ones) @ costs)
        for index in range(len(targets)):
            if high[index] - low[index] >= 4:
                continue
            cost = costs[[index]].toarray()[0]
            least, most = world(cost), -world(-cost)
            if math.isfinite(least) and math.isfinite(most):
                least, most = math.ceil(least - 1e-6), math.floor(most + 1e-6)
                if most - least < 3:
                    yield index, least, most


class Attack:
    def __init__(self, card, belongs=None, joint=False, weights=None):
        self.groups = card["groups"]
        # What a person of each value of an attribute counts in a figure, by how many of each stand behind it.
        self.weights = weights
        self.belongs = belongs or {}
        self.joint = joint
        self.calculations = [c for c in card["calculations"] if c["kind"] in KINDS]
        self.cells = self.make_cells()
        self.hidden = set()
        self.found = []
        self.counts = Counter()

    def make_cells(self):
        """The crossed values that nothing rules out."""
        breakdowns = {}
        for group in self.groups:
            breakdowns.setdefault(tuple(group["group"]), set()).add(tuple(group["group"].values()))
        attributes = sorted({attribute for breakdown in breakdowns for attribute in breakdown})
        values = [
            sorted({g["group"][a] for g in self.groups if a in g["group"]}, key=lambda v: (v is None, v)) for a in attributes
        ]
        cells = []
        for cell in itertools.product(*values):
            cell = dict(zip(attributes, cell))
            if any(cell.get(a) is not None and cell.get(b, v) != v for (a, b), of in self.belongs.items() if a in cell for v in [of.get(cell[a])]):
                continue
            if all(tuple(cell[a] for a in breakdown) in keys for breakdown, keys in breakdowns.items()):
                cells.append(tuple(cell.items()))
        return cells

    def within(self, group):
        return [cell for cell in self.cells if group["group"].items() <= dict(cell).items()]

    @staticmethod
    def name(group):
        return ",".join(f"{k}={v}" for k, v in group["group"].items()) or "everyone"

    # What is known ---------------------------------------------------------------------------------------------

    def people(self, system):
        """The people of each group; the groups whose people are withheld."""
        targets = []
        for group in self.groups:
            terms = system.terms("people", self.within(group))
            if group["respondents"] is None:
                system.at_least(terms, 1)
                targets.append((f"{self.name(group)}: people", terms))
            else:
                system.equal(terms, group["respondents"])
        return targets

    def by_value(self, system, name, figures, count, score):
        """Counts by score add up to those who have one, and times the scores to the sum that the mean is made of."""
        values = [entry["score"] for entry in figures[0]["distribution"]]
        targets = []
        if not values:
            return targets
        for cell in self.cells:
            terms = [t for v in values for t in system.terms(f"{name} at {v}", [cell])]
            system.equal(terms + system.terms(count, [cell], -1), 0)
        for group, figure in zip(self.groups, figures):
            cells = self.within(group)
            shown = {entry["score"]: entry["count"] for entry in figure["distribution"]}
            total = [t for v in values for t in system.terms(f"{name} at {v}", cells, v)]
            for value in values:
                terms = system.terms(f"{name} at {value}", cells)
                if shown:
                    system.equal(terms, shown.get(value, 0))
                elif figure[score] is None and figure.get("reasonCode") == "withheld":
                    targets.append((f"{self.name(group)}: {name} at {value}", terms))
            unweighted = figure.get("weighting", {}).get("unweighted", figure[score])
            if unweighted is not None and figure[score] is not None:
                system.equal(total, unweighted * figure["n"])
                if self.weights and not group["group"] and "weighting" in figure:
                    self.weighted(system, name, values, figure[score])
            elif figure.get("reasonCode") == "withheld":
                targets.append((f"{self.name(group)}: {name} sum", total))
        return targets

    def question(self, system, index, details=True):
        """A question's statuses, and its answers by option; who answered in groups where that is withheld, and all else withheld."""
        figures = [group["questions"][index] for group in self.groups]
        name = f"question {figures[0]['id']}"
        listed = next((figure["options"] for figure in figures if figure["options"]), [])
        options = [option["id"] for option in listed] if details else []
        places = any("meanPlace" in option for option in listed)
        several = places or self.several(figures)
        counts, others = [], []
        for cell in self.cells:
            terms = [t for s in STATUSES for t in system.terms(f"{name} {s}", [cell])]
            system.equal(terms + system.terms("people", [cell], -1), 0)
            if options and several:
                self.several_choices(system, name, options, cell, places, details and figures)
            elif options:
                terms = [t for o in options for t in system.terms(f"{name} option {o}", [cell])]
                system.equal(terms + system.terms(f"{name} answered", [cell], -1), 0)
        for group, figure in zip(self.groups, figures):
            cells = self.within(group)
            for status in STATUSES:
                terms = system.terms(f"{name} {status}", cells)
                if figure["statuses"]:
                    system.equal(terms, figure["statuses"][status])
                else:
                    (counts if status == "answered" else others).append((f"{self.name(group)}: {name} {status}", terms))
            shown = {option["id"]: option for option in figure["options"]}
            for option in options:
                terms = system.terms(f"{name} option {option}", cells)
                if shown:
                    system.equal(terms, shown[option]["count"])
                    if "meanPlace" in shown[option]:
                        system.equal(
                            system.terms(f"{name} place {option}", cells),
                            shown[option]["meanPlace"] * figure["statuses"]["answered"])
                elif figure["statuses"] is None:
                    others.append((f"{self.name(group)}: {name} option {option}", terms))
        # Every option has a score: counts by score say no more than those by option, but for weights.
        if not options or several or self.weights:
            others += self.by_value(system, name, figures, f"{name} answered", "mean")
        if not any(figure["statuses"] and figure["statuses"]["answered"] for figure in figures):
            # Nobody answered at all: that is no number of people.
            counts = []
        return counts, others

    @staticmethod
    def several(figures):
        """Whether an answer names several options: their counts then add up to more than the answers."""
        return any(sum(o["count"] for o in f["options"]) != f["statuses"]["answered"] for f in figures if f["options"] and f["statuses"])

    @staticmethod
    def several_choices(system, name, options, cell, places, figures):
        """What is known in every cell of answers that name several options, or put them in order."""
        answered = system.terms(f"{name} answered", [cell])
        fewer = system.terms(f"{name} answered", [cell], -1)
        chosen = [t for o in options for t in system.terms(f"{name} option {o}", [cell])]
        for option in options:
            system.at_least(answered + system.terms(f"{name} option {option}", [cell], -1), 0)
        if places:
            system.equal(chosen + fewer, 0)
            of_all = [t for o in options for t in system.terms(f"{name} place {o}", [cell])]
            system.equal(of_all + system.terms(f"{name} answered", [cell], -len(options) * (len(options) + 1) / 2), 0)
            for option in options:
                place = system.terms(f"{name} place {option}", [cell])
                # Who does not put it first puts it second or lower.
                system.at_least(place + system.terms(f"{name} option {option}", [cell]) + fewer + fewer, 0)
                system.at_least(
                    system.terms(f"{name} place {option}", [cell], -1) + system.terms(f"{name} answered", [cell], len(options)), 0)
            return
        system.at_least(chosen + fewer, 0)
        values = [entry["score"] for entry in figures[0]["distribution"]]
        if values:
            # The score counts the options that are chosen.
            scores = [t for v in values for t in system.terms(f"{name} at {v}", [cell], -v)]
            system.equal(chosen + scores, 0)

    def weighted(self, system, name, values, figure):
        """The sum that a mean of everyone is made of, where people count as the population has them."""
        people = self.weights.behind(name)
        if people is None:
            return
        weights = self.weights.of(people)
        self.counts["weighted"] += 1
        total = sum(weights[stratum] * count for stratum, count in people.items())
        terms = [
            (column, weight * value / total)
            for cell, weight in ((cell, weights[dict(cell)[self.weights.attribute]]) for cell in self.cells)
            for value in values
            for column, _ in system.terms(f"{name} at {value}", [cell])
        ]
        system.equal(terms, figure)

    def subject(self, system, calculation, questions):
        """The score of a subject with its questions; who has one in groups where that is withheld, and all else withheld."""
        kind = KINDS[calculation["kind"]]
        index = [c["id"] for c in self.calculations if c["kind"] == calculation["kind"]].index(calculation["id"])
        figures = [group[kind][index] for group in self.groups]
        name = f"{calculation['kind']} {calculation['id']}"
        for group, figure in zip(self.groups, figures):
            if figure["statuses"] is None:
                continue
            for status in STATUSES:
                terms = [t for q in questions for t in system.terms(f"question {q} {status}", self.within(group))]
                system.equal(terms, figure["statuses"][status])
        if calculation["of"] != "questions" or calculation["unit"] != "respondent":
            return [], []
        counts = []
        for group, figure in zip(self.groups, figures):
            terms = system.terms(f"{name} n", self.within(group))
            if figure["n"] is not None:
                system.equal(terms, figure["n"])
            elif figure.get("reasonCode") == "withheld":
                counts.append((f"{self.name(group)}: {name} n", terms))
        for cell in self.cells:
            self.scored(system, calculation, questions, f"{name} n", cell)
        others = self.by_value(system, name, figures, f"{name} n", "score")
        if not any(figure["n"] for figure in figures):
            counts = []
        return counts, others

    @staticmethod
    def scored(system, calculation, questions, name, cell):
        """Who has a score, as far as the settings tell: nobody more than there are people, and who answered enough."""
        people, scored = system.terms("people", [cell]), system.terms(name, [cell])
        minus = system.terms(name, [cell], -1)
        system.at_least(people + minus, 0)
        every = calculation["missing"] == "block" or calculation["minimumAnswered"] == 1
        omits = calculation["missing"] != "lowest" and calculation["dontKnow"] == "missing"
        weighty = all(item["weight"] > 0 for item in calculation["items"])
        for question in questions:
            answered = system.terms(f"question {question} answered", [cell], -1)
            if weighty and not every and calculation["minimumAnswered"] * len(questions) <= 1:
                system.at_least(scored + answered, 0)
            if every and omits:
                lost = [t for s in MISSING for t in system.terms(f"question {question} {s}", [cell], -1)]
                system.at_least(people + minus + lost, 0)
        if omits:
            system.at_least([t for q in questions for t in system.terms(f"question {q} answered", [cell])] + minus, 0)
        if weighty and len(questions) == 1 and omits:
            # A score of one question is that question's.
            system.equal(scored + system.terms(f"question {questions[0]} answered", [cell], -1), 0)

    # Attacks ----------------------------------------------------------------------------------------------------

    def run(self):
        ids = [question["id"] for question in self.groups[0]["questions"]]
        areas = {c["id"]: [item["id"] for item in c["items"]] for c in self.calculations if c["kind"] == "area"}
        self.bound(*self.only(self.people))
        for index in range(len(ids)):
            system = System()
            people = self.people(system)
            counts, others = self.question(system, index)
            self.derive(system, people + counts + others)
            self.bound(system, people + counts)
        for calculation in self.calculations:
            own = [item["id"] for item in calculation["items"]]
            if calculation["of"] == "areas":
                own = sorted({q for area in own for q in areas[area]})
            if not own:
                continue
            system = System()
            people = self.people(system)
            details = calculation["of"] != "areas"
            of_questions = [self.question(system, ids.index(q), details=False) for q in own]
            counts, others = self.subject(system, calculation, own)
            self.derive(system, people + counts + others + [t for pair in of_questions for part in pair for t in part])
            self.bound(system, counts + ([t for pair in of_questions for t in pair[0]] if details else []))
        self.parts_of_sums()
        if self.joint:
            system = System()
            people = self.people(system)
            for index in range(len(ids)):
                self.question(system, index)
            self.bound(system, people, " by all questions")

    @staticmethod
    def only(fill):
        system = System()
        return system, fill(system)

    def secret(self, targets):
        """What is withheld of everyone for the sake of a weighted mean is no secret itself: other breakdowns may add up to it."""
        return [target for target in targets if not self.weights or not target[0].startswith("everyone:")]

    def derive(self, system, targets):
        """What subtraction can find out, in one system of equations."""
        targets = self.secret(targets)
        if not targets:
            return
        for (what, _), derived in zip(targets, system.derived([terms for _, terms in targets])):
            self.hidden.add(what)
            if derived:
                self.leak("derived", what)

    def bound(self, system, targets, how=""):
        """How narrowly withheld numbers of people can be bounded."""
        targets = self.secret(targets)
        self.counts["bounded"] += len(targets)
        for index, low, high in system.narrow([terms for _, terms in targets]):
            self.leak("pinned" if high == low else "narrow", f"{targets[index][0]}{how} is {low} to {high}")

    def leak(self, kind, what):
        if (kind, what) not in self.found:
            self.found.append((kind, what))
            self.counts[kind] += 1

    def parts_of_sums(self):
        """Scores that are weighted sums of what is shown beside them: of areas, or of questions' means."""
        for calculation in self.calculations:
            kind = KINDS[calculation["kind"]]
            index = [c["id"] for c in self.calculations if c["kind"] == calculation["kind"]].index(calculation["id"])
            if calculation["of"] == "questions" and calculation["unit"] == "respondent":
                continue
            parts = "areas" if calculation["of"] == "areas" else "questions"
            own = {item["id"] for item in calculation["items"] if item["weight"] > 0}
            for group in self.groups:
                hidden = [p["id"] for p in group[parts] if p["id"] in own and p.get("reasonCode") == "withheld"]
                if group[kind][index]["score"] is not None and len(hidden) == 1:
                    self.leak("derived", f"{self.name(group)}: {hidden[0]} follows from {calculation['id']}")

    # The truth --------------------------------------------------------------------------------------------------

    def compare(self, responses, threshold):
        """Counts groups and answers to questions: all, those of too few people, those withheld beyond them."""
        rows = list(csv.DictReader(io.StringIO(responses)))
        for figure in [*self.groups[0]["questions"], *self.groups[0]["areas"], *self.groups[0]["principles"]]:
            self.counts["everyone's"] += 1
            self.counts["everyone's withheld"] += figure.get("reasonCode") == "withheld"
        for group in self.groups:
            own = [row for row in rows if all(row[a] == (v or "") for a, v in group["group"].items())]
            self.count("groups", len(own), group["respondents"], threshold, self.name(group))
            for question in group["questions"]:
                answered = sum("o-" in row[question["id"]] for row in own)
                shown = question["statuses"]["answered"] if question["statuses"] else None
                if group["respondents"] is not None:
                    self.count("answers", answered, shown, threshold, f"{self.name(group)}: {question['id']}")

    def count(self, what, truth, shown, threshold, name):
        self.counts[f"all {what}"] += 1
        self.counts[f"small {what}"] += 0 < truth < threshold
        self.counts[f"more {what}"] += shown is None and not 0 < truth < threshold
        if shown is not None and (shown != truth or 0 < truth < threshold):
            self.leak("derived", f"{name} is shown as {shown} and is {truth}")


class Weights:
    """What a person of each value of an attribute counts in a figure: its headcount by those who answered at all.

    Values with too few people are taken together, and then the next smallest, until they are two and together enough.
    """

    def __init__(self, attribute, headcounts, responses, fewest, document):
        self.attribute = attribute
        self.rows = list(csv.DictReader(io.StringIO(responses)))
        self.fewest = fewest
        self.values = [*headcounts, None]
        self.there = {value: self.count(lambda row: True)[value] for value in self.values}
        known = [value for value in headcounts if self.there[value]]
        average = sum(headcounts[v] for v in known) / max(sum(self.there[v] for v in known), 1)
        self.heads = {**headcounts, None: average * self.there[None]}
        self.questions = {q["id"] for section in document["questionnaires"][0]["sections"] for q in section["questions"]}

    def count(self, counts):
        found = Counter(row[self.attribute] or None for row in self.rows if counts(row))
        return {value: found[value] for value in self.values}

    def behind(self, name):
        """How many of each value stand behind a question's figure; None for other figures."""
        kind, figure = name.split(" ")
        return self.count(lambda row: "o-" in row[figure]) if kind == "question" else None

    def of(self, people):
        together = {v for v in self.values if 0 < people[v] < self.fewest or 0 < self.there[v] < self.fewest}
        while True:
            inside = [v for v in together if people[v]]
            if not inside or len(inside) >= 2 and sum(people[v] for v in inside) >= self.fewest:
                break
            others = [v for v in self.values if v not in together and people[v]]
            if not others:
                break
            together.add(min(others, key=lambda v: (people[v], self.values.index(v))))
        answered = sum(self.there[v] for v in together)
        shared = sum(self.heads[v] for v in together) / answered if answered else 0
        weights = {v: shared if v in together else self.heads[v] / self.there[v] if self.there[v] else 0 for v in self.values}
        # Weights are whole millionths.
        return {value: round(weight * 1e6) / 1e6 for value, weight in weights.items()}


# Workshops ----------------------------------------------------------------------------------------------------

def workshop(seed):
    """An assessment, its responses, the breakdowns and what belongs to what: small groups, blanks, scores that share questions."""
    draw = random.Random(seed)
    levels = [{"id": f"l-{n}", "value": n, "name": f"Level {n}"} for n in range(1, 6)]
    areas = [{"id": f"area-{n}", "name": f"Area {n}", "themes": draw.choice([["t-1"], ["t-1", "t-2"]])} for n in (1, 2, 3)]
    if not any("t-2" in area["themes"] for area in areas):
        areas[0]["themes"].append("t-2")
    principles = [{"id": f"p-{n}", "set": "set", "name": f"P {n}", "statement": f"P {n}"} for n in (1, 2, 3)]
    policy = {
        "rule": "weighted-mean", "missing": draw.choice(["omit", "omit", "lowest", "block"]), "dont-know": draw.choice(["missing", "lowest"]),
        "minimum-answered": draw.choice([0, 0.5, 1]), "unit": draw.choice(["respondent", "respondent", "question"]),
    }
    questions = []
    for n in range(1, 7):
        measures = {"areas": [f"area-{n % 3 + 1}"]}
        if n < 4:
            measures["principles"] = [f"p-{n}"]
        elif n == 4:
            measures["principles"] = ["p-1"]
        options = [{"id": f"o-{s}", "score": s, "label": f"Statement {s} of {n}"} for s in range(1, 6)]
        questions.append({"id": f"q-{n}", "kind": "choice", "text": f"Question {n}?", "options": options, "measures": measures})
    # Several choices of four, with or without a score, and three things to put in order.
    several = [{"id": f"o-{n}", "label": f"Thing {n}"} for n in range(1, 5)]
    choices = {"id": "q-7", "kind": "choices", "text": "Question 7?", "options": several}
    if draw.random() < 0.5:
        choices.update({"score": "count", "measures": {"areas": ["area-1"]}})
    questions += [choices, {"id": "q-8", "kind": "ranking", "text": "Question 8?", "options": several[:3]}]
    breakdowns = draw.choice([
        ["part"], ["part", "role"], ["part", "part,role"], ["part", "role", "part,role"], ["part,role", "part,grade"],
        ["part", "part,role", "part,grade"], ["part", "part,role", "part,role,grade"], ["part", "unit"], ["part", "part,unit"],
        ["part", "unit", "part,role"], ["part", "role", "unit", "part,role"], ["unit", "part,role", "role,grade"],
    ])
    parts = draw.randint(2, 6)
    # Units belong to parts, as services do to directorates.
    belongs = {f"unit-{n}": f"part-{n % parts}" for n in range(draw.randint(parts, 3 * parts))}
    values = {
        "part": [f"part-{n}" for n in range(parts)], "role": [f"role-{n}" for n in range(draw.randint(2, 4))],
        "grade": [f"grade-{n}" for n in range(draw.randint(2, 3))], "unit": list(belongs),
    }
    attributes = [{"id": a, "text": a, "values": [{"id": v, "label": f"The {v}"} for v in all]} for a, all in values.items()]
    document = {
        "format": 1, "id": "workshop", "version": "1.0.0", "title": "Workshop", "levels": levels, "areas": areas,
        "themes": [{"id": "t-1", "name": "T 1"}, {"id": "t-2", "name": "T 2"}], "principles": principles,
        "principle-sets": [{"id": "set", "name": "Set"}],
        "scoring": {"areas": policy, "themes": {"rule": "weighted-mean", "of": draw.choice(["areas", "areas", "questions"])},
                    "overall": {"rule": "weighted-mean"}},
        "questionnaires": [{"id": "all", "title": "All", "attributes": attributes,
                            "sections": [{"id": "s", "title": "S", "questions": questions}]}],
    }
    weights = {a: {v: draw.random() ** 2 + 0.05 for v in all} for a, all in values.items()}
    areas_blank = {area["id"]: draw.choice([0.02, 0.1, 0.4, 0.8]) for area in areas}
    blanks = {
        q["id"]: areas_blank[q["measures"]["areas"][0]] * draw.choice([0.5, 1]) if "measures" in q else draw.choice([0.02, 0.3, 0.7])
        for q in questions
    }
    # Some things nearly all choose, or put first.
    liked = draw.choice([0.5, 0.9, 1])
    lines = [",".join(["respondent", *values, *blanks])]
    for number in range(draw.choice([draw.randint(30, 80), draw.randint(80, 200), draw.randint(200, 500)])):
        cells = {}
        for a, all in values.items():
            known = [v for v in all if a != "unit" or belongs[v] == cells["part"]]
            stated = known and draw.random() >= 0.03
            cells[a] = draw.choices(known, [weights[a][v] for v in known])[0] if stated else ""
        for q, share in blanks.items():
            is_blank = draw.random() < share
            if is_blank:
                cells[q] = draw.choice(["", "", "dont-know", "not-applicable"])
            elif q == "q-7":
                cells[q] = ";".join(["o-1"] * (draw.random() < liked) + [f"o-{n}" for n in (2, 3) if draw.random() < 0.3]) or "o-4"
            elif q == "q-8":
                order = draw.sample(["o-1", "o-2", "o-3"], 3)
                cells[q] = ";".join(sorted(order) if draw.random() < liked else order)
            else:
                cells[q] = f"o-{draw.randint(1, 5)}"
        lines.append(",".join([f"e{number}", *cells.values()]))
    headcounts = {part: draw.randint(20, 2000) for part in values["part"]} if draw.random() < 0.3 else None
    return document, "\n".join(lines) + "\n", breakdowns, {("unit", "part"): belongs}, headcounts


def attack_workshop(maturity, seed, joint):
    document, responses, breakdowns, belongs, headcounts = workshop(seed)
    threshold = random.Random(seed).choice([10, 10, 5, 7])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "assessment.json").write_text(json.dumps(document))
        (folder / "responses.csv").write_text(responses)
        command = [
            maturity, "score", str(folder / "assessment.json"), "--questionnaire", "all", "--responses", str(folder / "responses.csv"),
            "--threshold", str(threshold), "--format", "json", "--accept-sparse",
        ]
        for breakdown in breakdowns:
            command += ["--by", breakdown]
        if headcounts:
            table = "part,headcount\n" + "".join(f"{part},{count}\n" for part, count in headcounts.items())
            (folder / "headcounts.csv").write_text(table)
            command += ["--population", str(folder / "headcounts.csv")]
        run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"workshop {seed}: {run.stderr}")
    weights = Weights("part", headcounts, responses, threshold, document) if headcounts else None
    attack = Attack(json.loads(run.stdout), belongs, joint, weights)
    try:
        attack.run()
    except SystemExit as problem:
        sys.exit(f"workshop {seed}: {problem}")
    attack.compare(responses, threshold)
    return attack, f"workshop {seed} by {' and '.join(breakdowns)}, at least {threshold}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results", nargs="*")
    parser.add_argument("--maturity", help="the program")
    parser.add_argument("--workshops", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the first workshop's seed")
    parser.add_argument("--joint", action="store_true", help="attack numbers of people with all questions at once, too: slow")
    parser.add_argument("--processes", type=int, default=1)
    arguments = parser.parse_args()
    counts = Counter()

    def report(attack, what):
        counts.update(attack.counts)
        counts["withheld"] += len(attack.hidden)
        counts["results"] += 1
        counts["leaking"] += bool(attack.found)
        if attack.found:
            print(f"{what}: {len(attack.found)} found, such as {' '.join(attack.found[0])}", flush=True)

    for path in arguments.results:
        document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        for card in document.get("scorecards", [document]):
            attack = Attack(card, joint=arguments.joint)
            attack.run()
            report(attack, path)
    if arguments.maturity:
        seeds = range(arguments.first, arguments.first + arguments.workshops)
        with concurrent.futures.ProcessPoolExecutor(arguments.processes) as pool:
            for attack, what in pool.map(attack_workshop, *zip(*((arguments.maturity, seed, arguments.joint) for seed in seeds))):
                report(attack, what)
    print(f"{counts['results']} results, {counts['withheld']} withheld numbers: {counts['derived']} derived.")
    print(
        f"{counts['bounded']} bounds of withheld numbers of people: {counts['pinned']} pinned to one value, "
        f"{counts['narrow']} to a range under 3 wide.")
    if counts["weighted"]:
        print(f"{counts['weighted']} means of everyone are weighted to a population.")
    for what, name in (("groups", "groups"), ("answers", "numbers of answers in groups that are shown")):
        if counts[f"all {what}"]:
            print(
                f"Of {counts[f'all {what}']} {name}, {counts[f'small {what}']} count too few people; "
                f"{counts[f'more {what}']} more are withheld to protect them.")
    if arguments.maturity:
        print("Of {} figures of everyone, {} are withheld.".format(counts["everyone's"], counts["everyone's withheld"]))
    sys.exit(counts["leaking"] > 0)


if __name__ == "__main__":
    main()

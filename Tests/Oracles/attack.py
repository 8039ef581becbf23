"""Tries to find out what a published result withholds.

    python3 attack.py RESULT.json...                         attacks results that are there
    python3 attack.py --maturity PATH [--workshops 200]      makes workshops, scores them with the program, attacks the results

Everything an attacker has is in the JSON: the groups, and for each figure that is shown its counts. Unknown are the counts in the
cells of all attributes crossed. Every published number is an equation over cells, and so is every relation between figures: statuses
add up to people, answers by score to those answered, the answers of an area to those of its questions. A withheld number is
*derived* when the equations fix it, whatever the others are: that is what subtraction can do. It is *pinned* when, counts being no less
than 0, it can have one value only, and *narrow* when the range is under 3 wide (linear programming). Needs numpy; bounds need scipy.

Ends with 1 when something withheld is derived.
"""
import sys

# A file beside this one has the name of a standard module that imports need.
sys.path = [path for path in sys.path if path not in ("", sys.path[0])]

import argparse
import itertools
import json
import pathlib
import random
import subprocess
import tempfile

import numpy as np

try:
    from scipy.optimize import linprog
except ImportError:
    linprog = None

STATUSES = ["answered", "unanswered", "dont-know", "not-applicable", "prefer-not-to-say", "not-shown"]


class Equations:
    """Sums of unknowns that are known: each unknown is a name and a cell."""

    def __init__(self, cells):
        self.cells = cells
        self.columns = {}
        self.rows = []
        self.values = []

    def column(self, name, cell):
        return self.columns.setdefault((name, cell), len(self.columns))

    def terms(self, name, cells, factor=1.0):
        return [(self.column(name, cell), factor) for cell in cells]

    def add(self, terms, value):
        self.rows.append(terms)
        self.values.append(float(value))

    def matrix(self):
        matrix = np.zeros((len(self.rows), len(self.columns)))
        for row, terms in enumerate(self.rows):
            for column, factor in terms:
                matrix[row, column] += factor
        return matrix

    def derived(self, targets):
        """Which of the targets, lists of terms, the equations fix."""
        matrix = self.matrix()
        vectors = np.zeros((len(targets), matrix.shape[1]))
        for row, terms in enumerate(targets):
            for column, factor in terms:
                vectors[row, column] += factor
        _, singular, right = np.linalg.svd(matrix, full_matrices=False)
        basis = right[singular > singular.max(initial=0) * 1e-10]
        rest = vectors - (vectors @ basis.T) @ basis
        return np.abs(rest).max(axis=1, initial=0) < 1e-7

    def bounds(self, terms, least):
        """The range of a sum, counts being no less than 0 and withheld groups no less than one person."""
        matrix = self.matrix()
        cost = np.zeros(matrix.shape[1])
        for column, factor in terms:
            cost[column] += factor
        at_least = np.zeros((len(least), matrix.shape[1]))
        for row, group in enumerate(least):
            for column, factor in group:
                at_least[row, column] -= factor
        found = []
        for sign in (1, -1):
            answer = linprog(
                sign * cost, A_eq=matrix, b_eq=self.values, A_ub=at_least if len(least) else None,
                b_ub=-np.ones(len(least)) if len(least) else None, method="highs")
            found.append(sign * answer.fun if answer.status == 0 else sign * -np.inf)
        return found


class Attack:
    def __init__(self, card):
        self.groups = card["groups"]
        self.threshold = card["threshold"]
        self.kinds = {"area": "areas", "theme": "themes", "principle": "principles", "literacy": "literacies"}
        self.calculations = [c for c in card["calculations"] if c["kind"] in self.kinds]
        self.cells = self.make_cells()
        self.leaks = []
        self.hidden = set()
        self.pinned = self.narrow = self.bounded = 0

    def make_cells(self):
        """The crossed values that nothing rules out: a group that a breakdown does not list has nobody in it."""
        breakdowns = {}
        for group in self.groups:
            breakdowns.setdefault(tuple(group["group"]), []).append(tuple(group["group"].values()))
        attributes = sorted({attribute for breakdown in breakdowns for attribute in breakdown})
        values = [
            sorted({g["group"][a] for g in self.groups if a in g["group"]}, key=lambda v: (v is None, v)) for a in attributes
        ]
        cells = []
        for cell in itertools.product(*values):
            cell = dict(zip(attributes, cell))
            if all(tuple(cell[a] for a in breakdown) in keys for breakdown, keys in breakdowns.items()):
                cells.append(tuple(cell.items()))
        return cells

    def within(self, group):
        return [cell for cell in self.cells if group["group"].items() <= dict(cell).items()]

    def name(self, group):
        return ",".join(f"{k}={v}" for k, v in group["group"].items()) or "everyone"

    # Equations ------------------------------------------------------------------------------------------------

    def people(self, equations, targets):
        for group in self.groups:
            terms = equations.terms("people", self.within(group))
            if group["respondents"] is None:
                targets.append((f"{self.name(group)}: people", terms))
            else:
                equations.add(terms, group["respondents"])

    def distribution(self, equations, targets, name, figures, count, score):
        """Counts by score; their sum is `count`, their mean the score. Values are those of everyone."""
        values = [entry["score"] for entry in figures[0]["distribution"]]
        if not values:
            return
        for cell in self.cells:
            terms = [t for v in values for t in equations.terms(f"{name} at {v}", [cell])]
            equations.add(terms + equations.terms(count, [cell], -1), 0)
            terms = [t for v in values for t in equations.terms(f"{name} at {v}", [cell], v)]
            equations.add(terms + equations.terms(f"{name} sum", [cell], -1), 0)
        for group, figure in zip(self.groups, figures):
            cells = self.within(group)
            shown = {entry["score"]: entry["count"] for entry in figure["distribution"]}
            for value in values:
                terms = equations.terms(f"{name} at {value}", cells)
                if shown:
                    equations.add(terms, shown.get(value, 0))
                elif figure[score] is None and figure.get("reasonCode") == "withheld":
                    targets.append((f"{self.name(group)}: {name} at {value}", terms))

    def means(self, equations, targets, name, figures, score):
        for group, figure in zip(self.groups, figures):
            terms = equations.terms(f"{name} sum", self.within(group))
            if figure[score] is not None:
                equations.add(terms, figure[score] * figure["n"])
            elif figure.get("reasonCode") == "withheld":
                targets.append((f"{self.name(group)}: {name} sum", terms))

    def question(self, equations, targets, index, options=False, scores=True):
        figures = [group["questions"][index] for group in self.groups]
        name = f"question {figures[0]['id']}"
        options = [option["id"] for option in figures[0]["options"]] if options else []
        for cell in self.cells:
            terms = [t for s in STATUSES for t in equations.terms(f"{name} {s}", [cell])]
            equations.add(terms + equations.terms("people", [cell], -1), 0)
            if options:
                terms = [t for o in options for t in equations.terms(f"{name} option {o}", [cell])]
                equations.add(terms + equations.terms(f"{name} answered", [cell], -1), 0)
        for group, figure in zip(self.groups, figures):
            cells = self.within(group)
            for status in STATUSES:
                terms = equations.terms(f"{name} {status}", cells)
                if figure["statuses"]:
                    equations.add(terms, figure["statuses"][status])
                else:
                    targets.append((f"{self.name(group)}: {name} {status}", terms))
            shown = {option["id"]: option["count"] for option in figure["options"]}
            for option in options:
                terms = equations.terms(f"{name} option {option}", cells)
                if shown:
                    equations.add(terms, shown[option])
                elif figure["statuses"] is None:
                    targets.append((f"{self.name(group)}: {name} option {option}", terms))
        if scores:
            # Every scored option counts: the samples have no options without a score.
            self.distribution(equations, targets, name, figures, f"{name} answered", "mean")
            self.means(equations, targets, name, figures, "mean")

    def subject(self, equations, targets, calculation, questions):
        kind = self.kinds[calculation["kind"]]
        index = [c["id"] for c in self.calculations if c["kind"] == calculation["kind"]].index(calculation["id"])
        figures = [group[kind][index] for group in self.groups]
        name = f"{calculation['kind']} {calculation['id']}"
        people = calculation["of"] == "questions" and calculation["unit"] == "respondent"
        for group, figure in zip(self.groups, figures):
            if figure["statuses"] is None:
                continue
            # The pooled answers of its questions.
            for status in STATUSES:
                terms = [t for q in questions for t in equations.terms(f"question {q} {status}", self.within(group))]
                equations.add(terms, figure["statuses"][status])
        if not people:
            return
        for group, figure in zip(self.groups, figures):
            terms = equations.terms(f"{name} n", self.within(group))
            if figure["n"] is not None:
                equations.add(terms, figure["n"])
            elif figure.get("reasonCode") == "withheld":
                targets.append((f"{self.name(group)}: {name} n", terms))
        self.distribution(equations, targets, name, figures, f"{name} n", "score")
        self.means(equations, targets, name, figures, "score")
        weighty = [item for item in calculation["items"] if item["weight"] > 0]
        if len(weighty) == 1 and len(calculation["items"]) == 1 and calculation["missing"] == "omit" and (
                calculation["dontKnow"] == "missing"):
            # A score of one question is that question's.
            for cell in self.cells:
                for left, right in (("n", "answered"), ("sum", "sum")):
                    equations.add(
                        equations.terms(f"{name} {left}", [cell]) + equations.terms(f"question {questions[0]} {right}", [cell], -1), 0)

    # Attacks --------------------------------------------------------------------------------------------------

    def run(self):
        ids = [question["id"] for question in self.groups[0]["questions"]]
        areas = {c["id"]: [item["id"] for item in c["items"]] for c in self.calculations if c["kind"] == "area"}
        for index in range(len(ids)):
            self.derive(lambda *system: self.question(*system, index, options=True))
        for calculation in self.calculations:
            own = [item["id"] for item in calculation["items"]]
            is_of_areas = calculation["of"] == "areas"
            if is_of_areas:
                own = sorted({q for area in own for q in areas[area]})

            def system(*system):
                for q in own:
                    self.question(*system, ids.index(q), scores=not is_of_areas)
                self.subject(*system, calculation, own)

            if own:
                self.derive(system)
        self.parts_of_sums()
        if linprog:
            self.bound_counts(len(ids))

    def derive(self, fill):
        """What subtraction can find out, in one system of equations."""
        equations, targets = Equations(self.cells), []
        self.people(equations, targets)
        fill(equations, targets)
        if not targets:
            return
        for (what, _), derived in zip(targets, equations.derived([terms for _, terms in targets])):
            self.hidden.add(what)
            if derived and what not in self.leaks:
                self.leaks.append(what)

    def bound_counts(self, questions):
        """How narrowly withheld numbers of people, and of answers to each question, can be bounded."""
        equations, targets = Equations(self.cells), []
        self.people(equations, targets)
        least = [terms for _, terms in targets]
        for _, terms in targets:
            self.bound(equations, terms, least)
        for index in range(questions):
            equations = Equations(self.cells)
            self.people(equations, [])
            for cell in self.cells:
                equations.add([*equations.terms("n", [cell]), *equations.terms("rest", [cell]), *equations.terms("people", [cell], -1)], 0)
            figures = [(group, group["questions"][index]["n"]) for group in self.groups]
            for group, n in figures:
                if n is not None:
                    equations.add(equations.terms("n", self.within(group)), n)
            people = [equations.terms("people", self.within(group)) for group in self.groups if group["respondents"] is None]
            for group, n in figures:
                if n is None:
                    self.bound(equations, equations.terms("n", self.within(group)), people)

    def bound(self, equations, terms, least):
        low, high = equations.bounds(terms, least)
        self.bounded += 1
        self.pinned += high - low < 1 - 1e-6
        self.narrow += 1 - 1e-6 <= high - low < 3 - 1e-6

    def parts_of_sums(self):
        """Scores that are weighted sums of what is shown beside them: of areas, or of questions' means."""
        for calculation in self.calculations:
            kind = self.kinds[calculation["kind"]]
            index = [c["id"] for c in self.calculations if c["kind"] == calculation["kind"]].index(calculation["id"])
            if calculation["of"] == "questions" and calculation["unit"] == "respondent":
                continue
            parts = "areas" if calculation["of"] == "areas" else "questions"
            own = {item["id"] for item in calculation["items"] if item["weight"] > 0}
            for group in self.groups:
                hidden = [p["id"] for p in group[parts] if p["id"] in own and p.get("reasonCode") == "withheld"]
                if group[kind][index]["score"] is not None and len(hidden) == 1:
                    self.leaks.append(f"{self.name(group)}: {hidden[0]} follows from {calculation['id']}")


# Workshops ----------------------------------------------------------------------------------------------------

def workshop(seed):
    """An assessment, its responses and the breakdowns: small groups, blanks, areas and principles that share questions."""
    draw = random.Random(seed)
    levels = [{"id": f"l-{n}", "value": n, "name": f"Level {n}"} for n in range(1, 6)]
    areas = [{"id": f"area-{n}", "name": f"Area {n}", "themes": draw.choice([["t-1"], ["t-1", "t-2"]])} for n in (1, 2, 3)]
    principles = [{"id": f"p-{n}", "set": "set", "name": f"P {n}", "statement": f"P {n}"} for n in (1, 2, 3)]
    policy = {
        "rule": "weighted-mean", "missing": draw.choice(["omit", "omit", "lowest"]), "dont-know": draw.choice(["missing", "lowest"]),
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
    sizes = {"part": draw.randint(2, 6), "role": draw.randint(2, 4), "grade": draw.randint(2, 3)}
    attributes = [
        {"id": a, "text": a, "values": [{"id": f"{a}-{v}", "label": f"{a} number {v}"} for v in range(count)]}
        for a, count in sizes.items()
    ]
    breakdowns = draw.choice([
        ["part"], ["part", "role"], ["part", "part,role"], ["part", "role", "part,role"], ["part,role", "part,grade"],
        ["part", "part,role", "part,grade"], ["part", "part,role", "part,role,grade"],
    ])
    document = {
        "format": 1, "id": "workshop", "version": "1.0.0", "title": "Workshop", "levels": levels, "areas": areas,
        "themes": [{"id": "t-1", "name": "T 1"}, {"id": "t-2", "name": "T 2"}], "principles": principles,
        "principle-sets": [{"id": "set", "name": "Set"}],
        "scoring": {"areas": policy, "themes": {"rule": "weighted-mean", "of": draw.choice(["areas", "areas", "questions"])},
                    "overall": {"rule": "weighted-mean"}},
        "questionnaires": [{"id": "all", "title": "All", "attributes": attributes,
                            "sections": [{"id": "s", "title": "S", "questions": questions}]}],
    }
    if not any("t-2" in area["themes"] for area in areas):
        areas[0]["themes"].append("t-2")
    weights = {a: [draw.random() ** 2 + 0.05 for _ in range(count)] for a, count in sizes.items()}
    lines = [",".join(["respondent", *sizes, *(q["id"] for q in questions)])]
    blanks = {q["id"]: draw.choice([0.02, 0.1, 0.4]) for q in questions}
    for number in range(draw.randint(30, 160)):
        cells = [f"e{number}"]
        for a, count in sizes.items():
            value = draw.choices(range(count), weights[a])[0]
            cells.append("" if draw.random() < 0.03 else f"{a}-{value}")
        for q in questions:
            if draw.random() < blanks[q["id"]]:
                cells.append(draw.choice(["", "dont-know", "not-applicable"]))
            else:
                cells.append(f"o-{draw.randint(1, 5)}")
        lines.append(",".join(cells))
    return document, "\n".join(lines) + "\n", breakdowns


def score(maturity, seed, folder):
    document, responses, breakdowns = workshop(seed)
    (folder / "assessment.json").write_text(json.dumps(document))
    (folder / "responses.csv").write_text(responses)
    command = [maturity, "score", str(folder / "assessment.json"), "--questionnaire", "all", "--responses", str(folder / "responses.csv")]
    for breakdown in breakdowns:
        command += ["--by", breakdown]
    run = subprocess.run([*command, "--format", "json"], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"workshop {seed}: {run.stderr}")
    return json.loads(run.stdout), f"workshop {seed} by {' and '.join(breakdowns)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results", nargs="*")
    parser.add_argument("--maturity", help="the program")
    parser.add_argument("--workshops", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the first workshop's seed")
    arguments = parser.parse_args()
    cards = []
    for path in arguments.results:
        document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        cards += [(card, path) for card in document.get("scorecards", [document])]
    with tempfile.TemporaryDirectory() as folder:
        if arguments.maturity:
            for seed in range(arguments.first, arguments.first + arguments.workshops):
                cards.append(score(arguments.maturity, seed, pathlib.Path(folder)))
    derived = pinned = narrow = bounded = hidden = leaking = 0
    for card, what in cards:
        attack = Attack(card)
        attack.run()
        hidden += len(attack.hidden)
        derived += len(attack.leaks)
        leaking += bool(attack.leaks)
        pinned, narrow, bounded = pinned + attack.pinned, narrow + attack.narrow, bounded + attack.bounded
        if attack.leaks:
            print(f"{what}: {len(attack.leaks)} derived, such as {attack.leaks[0]}")
    print(
        f"{len(cards)} results, {hidden} withheld numbers: {derived} derived in {leaking} results. "
        f"Of {bounded} withheld numbers of people or answers, {pinned} are pinned to one value and {narrow} to a range under 3 wide.")
    sys.exit(derived > 0)


if __name__ == "__main__":
    main()

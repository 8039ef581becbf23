"""Scores made-up answers to the documents of rules/ twice, with the program and here in fractions, and compares every score.

    python3 check_rules.py --maturity PATH_TO_BINARY

Between them the documents use every rule with every option, over people and over questions. Needs PyYAML.
"""
import argparse
import csv
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

import check_scores
from scores import INAPPLICABLE

FOLDER = pathlib.Path(__file__).resolve().parent / "rules"
SAMPLES = [(1, 60, 0.1), (2, 80, 0.25), (3, 200, 0.02), (4, 45, 0)]  # seed, people, share of blanks
NEAR = Fraction(1, 10**9)


class Assessment:
    """A document's questions, each with its scores as they count, its points and what it measures."""

    def __init__(self, path):
        self.document = check_scores.load(path)
        self.levels = [Fraction(level["value"]) for level in self.document["levels"]]
        questionnaire = self.document["questionnaires"][0]
        self.questions = {}
        for question in questionnaire["sections"][0]["questions"]:
            options = question.get("options", [])
            options = questionnaire["answers"][options] if isinstance(options, str) else options
            scores = {o["id"]: Fraction(o["score"]) if "score" in o else None for o in options}
            bands = [(Fraction(b["from"]), Fraction(b["score"])) for b in question.get("bands", [])]
            known = [s for s in [*scores.values(), *(s for _, s in bands)] if s is not None]
            low, high = min(known), max(known)
            if question.get("reverse") == "true":
                scores = {o: None if s is None else low + high - s for o, s in scores.items()}
            self.questions[question["id"]] = {
                **question, "scores": scores, "bands": bands, "low": low, "high": high,
                "points": sorted({*(s for s in scores.values() if s is not None), *(s for _, s in bands)}),
                "weight": Fraction(question.get("weight", "1")),
                "level": Fraction(question["level"]) if "level" in question else None,
                "measures": {k: {i: Fraction(s) for i, s in check_scores.shares(m).items()}
                             for k, m in question["measures"].items()},
            }

    def made_up(self, seed, people, blank):
        """Rows of a response file."""
        chance = random.Random(seed)
        for person in range(people):
            row = {"respondent": f"r{person}"}
            for name, question in self.questions.items():
                place, allowed = chance.random(), question.get("allow", [])
                answer = chance.choice(list(question["scores"])) if question["scores"] else str(chance.randint(0, 80))
                row[name] = "" if place < blank else chance.choice(allowed) if place < 2 * blank and allowed else answer
            yield row

    def answers(self, row):
        """Each question's status, score and what was chosen: an option, or a number."""
        answers = {}
        for name, question in self.questions.items():
            cell = row[name]
            if not cell:
                answers[name] = "unanswered", None, None
            elif cell in ("dont-know", "not-applicable", "prefer-not-to-say"):
                answers[name] = cell, None, None
            elif question["scores"]:
                answers[name] = "answered", question["scores"][cell], cell
            else:
                number = Fraction(cell)
                answers[name] = "answered", [s for start, s in question["bands"] if start <= number][-1], number
        for name, question in self.questions.items():
            if "show-when" in question and not holds(question["show-when"], answers):
                answers[name] = "not-shown", None, None
        return answers


def holds(condition, answers):
    if "all" in condition:
        return all(holds(part, answers) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, answers) for part in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], answers)
    status, score, chosen = answers[condition["question"]]
    if "answered" in condition:
        return (status == "answered") == (condition["answered"] == "true")
    if status != "answered":
        return False
    if "is" in condition:
        return chosen in condition["is"]
    value = chosen if isinstance(chosen, Fraction) else score
    tests = {"at-least": lambda b: value >= b - NEAR, "at-most": lambda b: value <= b + NEAR,
             "above": lambda b: value > b + NEAR, "below": lambda b: value < b - NEAR}
    return value is not None and all(test(Fraction(condition[name])) for name, test in tests.items() if name in condition)


# Rules: of (question, weight, status, score) the score, or None -------------------------------------------------------

def median(scores):
    scores = sorted(scores)
    return (scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2


def interpolated_median(scores, points):
    middle, equal = median(scores), sum(score == median(scores) for score in scores)
    shift = (Fraction(len(scores), 2) - sum(score < middle for score in scores)) / max(equal, 1) - Fraction(1, 2)
    if equal < 2 or shift == 0:
        return middle
    below = [p for p in points if (p <= middle if shift > 0 else p < middle)]
    above = [p for p in points if (p > middle if shift > 0 else p >= middle)]
    if not below or not above:
        return middle
    moved = middle + (min(above) - max(below)) * shift
    return min(max(moved, min(points[0], middle)), max(points[-1], middle))


def staged(rule, items, levels):
    items = [item for item in items if item[1] > 0]
    share = Fraction(rule.get("share", "1"))

    def met(own):
        reached = asked = Fraction(0)
        for question, weight, status, score in own:
            if status in INAPPLICABLE or (status == "answered" and score is None):
                continue
            asked += weight
            needed = Fraction(rule["met-at"]) if "met-at" in rule else question["high"]
            reached += weight if score is not None and score >= needed - NEAR else 0
        return reached / asked if asked else Fraction(1)

    reached = None
    for level in levels:
        if level > max(item[0]["level"] for item in items):
            break
        if met([i for i in items if i[0]["level"] <= level]) < share - NEAR:
            if reached is None or rule.get("partial-credit") != "true":
                return reached
            return reached + met([i for i in items if reached < i[0]["level"] <= level]) * (level - reached)
        reached = level
    return reached


def score(rule, items, levels, answers):
    rule = {"rule": rule} if isinstance(rule, str) else rule
    name = rule["rule"]
    if name == "capped":
        inner = score(rule["inner"], items, levels, answers)
        ceilings = [Fraction(c["at"]) for c in rule["ceilings"] if holds(c["when"], answers)]
        return None if inner is None else min([inner, *ceilings])
    if name == "share-at-least":
        inner = score(rule["inner"], items, levels, answers)
        return None if inner is None else Fraction(inner >= Fraction(rule["at-least"]) - NEAR)
    if name == "staged":
        return staged(rule, items, levels)
    scored = [(question, weight, value) for question, weight, _, value in items if weight > 0 and value is not None]
    values = [value for *_, value in scored]
    if name == "additive-levels":
        total = Fraction(0)
        for level in {question["level"] for question, weight, *_ in items if weight > 0}:
            own = [(weight, value) for question, weight, value in scored if question["level"] == level]
            if not own:
                return None
            total += sum(w * v for w, v in own) / sum(w for w, _ in own)
        return total
    if not scored:
        return None
    if name == "weighted-mean":
        return sum(w * v for _, w, v in scored) / sum(w for _, w, _ in scored)
    if name == "sum":
        return sum(w * v for _, w, v in scored)
    if name == "minimum":
        return min(values)
    if name == "median":
        return median(values)
    if name == "interpolated-median":
        return interpolated_median(values, sorted({p for q, weight, *_ in items if weight > 0 for p in q["points"]}))
    if name == "percent-of-maximum":
        base = lambda question: 0 if rule.get("base") == "zero" else question["low"]
        most = sum(w * (q["high"] - base(q)) for q, w, _ in scored)
        return 100 * sum(w * (v - base(q)) for q, w, v in scored) / most if most > 0 else None
    raise ValueError(f"this oracle knows no rule {name!r}")


def ready(definition, items):
    """The items after what is done about missing answers; None where there is no score."""
    missing = definition.get("missing", "lowest" if definition["rule"] == "additive-levels" else "omit")
    applicable = answered = 0
    has_score = False
    result = []
    for question, weight, status, value in items:
        if status == "answered":
            answered += 1
        elif status not in INAPPLICABLE:
            policy = "lowest" if status == "dont-know" and definition.get("dont-know") == "lowest" else missing
            if policy == "block":
                return None
            value = question["low"] if policy == "lowest" else value
        applicable += status not in INAPPLICABLE
        has_score = has_score or value is not None
        result.append((question, weight, status, value))
    least = math.ceil(Fraction(definition.get("minimum-answered", "0")) * applicable)
    return result if applicable and has_score and answered >= least else None


def of_questions(assessment, definition, weights, people):
    """The score of what these questions measure, by their weights."""
    def one(answers):
        items = ready(definition, [(assessment.questions[q], w, *answers[q][:2]) for q, w in weights.items()])
        return None if items is None else score(definition, items, assessment.levels, answers)

    if definition.get("unit") == "question":
        summaries = {}
        for name, question in assessment.questions.items():
            values = [a[name][1] for a in people if a[name][1] is not None]
            kind = definition.get("question-summary", "mean")
            summary = (sum(values) / len(values) if kind == "mean" else median(values) if kind == "median"
                       else interpolated_median(values, question["points"]))
            summaries[name] = "answered", summary, None
        return one(summaries)
    scores = [s for s in map(one, people) if s is not None]
    return sum(scores) / len(scores)


def of_areas(assessment, definition, areas, scores):
    scale = {"low": min(assessment.levels), "high": max(assessment.levels), "points": assessment.levels}
    items = [(scale, Fraction(area.get("weight", "1")), "answered", scores[area["id"]]) for area in areas]
    return score(definition, items, assessment.levels, {})


def scores_of(assessment, people):
    document = assessment.document
    plan = document["scoring"]
    usual = plan["areas"]
    exceptions = usual["by-id"]

    def weights(kind, id):
        return {name: question["weight"] * question["measures"][kind][id]
                for name, question in assessment.questions.items() if id in question["measures"].get(kind, {})}

    areas = {a["id"]: of_questions(assessment, exceptions.get(a["id"], usual), weights("areas", a["id"]), people)
             for a in document["areas"]}
    themes = {}
    for theme in document["themes"]:
        members = [area for area in document["areas"] if theme["id"] in area.get("themes", [])]
        if plan["themes"]["of"] == "areas":
            themes[theme["id"]] = of_areas(assessment, plan["themes"], members, areas)
        else:
            total = {}
            for area in members:
                for name, weight in weights("areas", area["id"]).items():
                    total[name] = total.get(name, 0) + weight * Fraction(area.get("weight", "1"))
            ordered = {name: total[name] for name in assessment.questions if name in total}
            themes[theme["id"]] = of_questions(assessment, plan["themes"], ordered, people)
    others = {kind: {item["id"]: of_questions(assessment, plan[kind], weights(kind, item["id"]), people)
                     for item in document[kind]} for kind in ("principles", "literacies")}
    return {"areas": areas, "themes": themes, **others,
            "overall": {"overall": of_areas(assessment, plan["overall"], document["areas"], areas)}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maturity", required=True)
    options = parser.parse_args()
    compared = 0
    wrong = []
    for path in sorted(FOLDER.glob("*.yaml")):
        assessment = Assessment(path)
        for sample in SAMPLES:
            rows = list(assessment.made_up(*sample))
            with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows(rows)
                file.flush()
                result = subprocess.run(
                    [options.maturity, "score", str(path), "--questionnaire", "answers", "--responses", file.name,
                     "--format", "json", "--interval", "none", "--quiet"], stdout=subprocess.PIPE, check=True)
            everyone = json.loads(result.stdout)["groups"][0]
            for kind, expected in scores_of(assessment, [assessment.answers(row) for row in rows]).items():
                shown = [everyone["overall"]] if kind == "overall" else everyone[kind]
                for own in shown:
                    value = expected[own["id"]]
                    compared += 1
                    if own["score"] is None or abs(own["score"] - value) > 1e-12 * max(1, abs(value)):
                        wrong.append(f"{path.name}, sample {sample[0]}, {kind} {own['id']}: {own['score']}, here {float(value)}")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{compared} scores by every rule, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

"""Scores a response file by the definitions of the documentation, in fractions: an oracle for the scoring engine.

    python3 scores.py DESCRIPTION.json RESPONSES.csv [--by ATTRIBUTE[,ATTRIBUTE]]...

The description is a small JSON object; `check_scores.py` makes one of an assessment's folder:

    {"levels": [{"id", "from"}], "scale": [low, high], "themes": [ID],
     "areas": [{"id", "weight", "target", "themes": [ID]}], "principles": [ID], "literacies": [ID],
     "scoring": {"areas": DEFINITION, "themes": DEFINITION + {"of": "areas"}, "principles": DEFINITION, "literacies": DEFINITION},
     "attributes": [{"id", "values": [{"id", "labels": [TEXT]}]}],
     "questions": [{"id", "weight", "reverse", "areas": {ID: SHARE}, "principles": {}, "literacies": {},
                    "options": [{"id", "score", "labels": [TEXT]}]}]}

A DEFINITION is {"rule": "weighted-mean", "missing", "dont-know", "minimum-answered", "unit"}. Numbers are text such as "0.5".
Closed questions, `weighted-mean` and `unit: respondent` only: what the sample workshop uses; anything else is refused.
"""
import argparse
import csv
import json
import math
from collections import Counter
from fractions import Fraction

STATUSES = ["answered", "unanswered", "dont-know", "not-applicable", "prefer-not-to-say", "not-shown"]
INAPPLICABLE = {"not-applicable", "not-shown"}
NOT_STATED = None


def folded(text):
    return " ".join(text.split()).casefold()


def read_people(description, path):
    """Each person: the group attributes, and for each question its status and option's score (before reversal)."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    people = []
    for row in rows:
        attributes = {}
        for attribute in description["attributes"]:
            cell = folded(row.get(attribute["id"]) or "")
            attributes[attribute["id"]] = NOT_STATED
            for value in attribute["values"]:
                if cell in {folded(text) for text in [value["id"], *value["labels"]]}:
                    attributes[attribute["id"]] = value["id"]
        answers = {q["id"]: read_answer(q, row.get(q["id"]) or "") for q in description["questions"]}
        people.append((attributes, answers))
    return people


def read_answer(question, cell):
    cell = folded(cell)
    if not cell:
        return "unanswered", None
    if cell in STATUSES:
        return cell, None
    for option in question["options"]:
        if cell in {folded(text) for text in [option["id"], *option["labels"]]}:
            return "answered", option["id"]
    raise ValueError(f"{question['id']}: {cell!r} is not an answer")


def effective_scores(question):
    """The score of each option, as it counts."""
    scores = {o["id"]: Fraction(o["score"]) for o in question["options"] if o["score"] is not None}
    if question["reverse"] and scores:
        ends = min(scores.values()) + max(scores.values())
        scores = {option: ends - score for option, score in scores.items()}
    return scores


def weighted_mean(items, definition):
    """Of (weight, lowest, status, score) a person: the score, or None."""
    if definition["rule"] != "weighted-mean":
        raise ValueError(f"this oracle knows no rule {definition['rule']!r}")
    missing, dont_know = definition["missing"], definition["dont-know"]
    applicable = [item for item in items if item[2] not in INAPPLICABLE]
    if not applicable:
        return None
    answered = sum(status == "answered" for _, _, status, _ in applicable)
    if answered < math.ceil(Fraction(definition["minimum-answered"]) * len(applicable)):
        return None
    total = weights = Fraction(0)
    for weight, lowest, status, score in applicable:
        if status != "answered":
            policy = "lowest" if status == "dont-know" and dont_know == "lowest" else missing
            if policy == "block":
                return None
            if policy == "omit":
                continue
            score = lowest
        if score is not None:
            total += weight * score
            weights += weight
    return total / weights if weights else None


def level_of(description, score):
    reached = [level["id"] for level in description["levels"] if Fraction(level["from"]) <= score + Fraction(1, 10**9)]
    return reached[-1] if reached else None


def summary(statuses):
    counts = Counter(statuses)
    applicable = sum(n for status, n in counts.items() if status not in INAPPLICABLE)
    return {
        "statuses": {status: counts[status] for status in STATUSES},
        "answered": counts["answered"],
        "coverage": Fraction(counts["answered"], applicable) if applicable else None,
    }


def result_of(description, people):
    """The figures of one group."""
    questions = description["questions"]
    effective = {q["id"]: effective_scores(q) for q in questions}

    def from_questions(kind, subject, definition, target=None):
        if definition["unit"] != "respondent":
            raise ValueError("this oracle scores people, not questions")
        own = [q for q in questions if subject in q[kind]]
        scores = []
        for _, answers in people:
            items = []
            for q in own:
                status, option = answers[q["id"]]
                weight = Fraction(q["weight"]) * Fraction(q[kind][subject])
                items.append((weight, min(effective[q["id"]].values()), status, effective[q["id"]].get(option)))
            score = weighted_mean(items, definition)
            if score is not None:
                scores.append(score)
        mean = sum(scores) / len(scores) if scores else None
        return {
            "id": subject, "score": mean, "n": len(scores), "distribution": sorted(Counter(scores).items()),
            "level": level_of(description, mean) if scores else None, "target": target,
            "gap": Fraction(target) - mean if target is not None and scores else None,
            **summary(answers[q["id"]][0] for _, answers in people for q in own),
        }

    scoring = description["scoring"]
    areas = [from_questions("areas", a["id"], scoring["areas"], a["target"]) for a in description["areas"]]

    def from_areas(theme, definition):
        if definition["of"] != "areas" or definition["missing"] != "omit":
            raise ValueError("this oracle makes themes of areas, and leaves out those without a score")
        members = [a for a in description["areas"] if theme in a["themes"]]
        scored = [(Fraction(m["weight"]), a) for m in members for a in areas if a["id"] == m["id"] and a["score"] is not None]
        weights = sum(weight for weight, _ in scored)
        mean = sum(weight * area["score"] for weight, area in scored) / weights if weights else None
        ids = {m["id"] for m in members}
        own = [q for q in questions if ids & set(q["areas"])]
        return {
            "id": theme, "score": mean, "n": min((area["n"] for _, area in scored), default=0), "distribution": [],
            "level": level_of(description, mean) if weights else None, "target": None, "gap": None,
            **summary(answers[q["id"]][0] for _, answers in people for q in own),
        }

    return {
        "respondents": len(people),
        "areas": areas,
        "themes": [from_areas(theme, scoring["themes"]) for theme in description["themes"]],
        "principles": [from_questions("principles", p, scoring["principles"]) for p in description["principles"]],
        "literacies": [from_questions("literacies", l, scoring["literacies"]) for l in description["literacies"]],
        "questions": [question_result(q, effective[q["id"]], people) for q in questions],
    }


def question_result(question, effective, people):
    given = [answers[question["id"]] for _, answers in people]
    scores = [effective[option] for status, option in given if option in effective]
    chosen = Counter(option for status, option in given if status == "answered")
    return {
        "id": question["id"], "mean": sum(scores) / len(scores) if scores else None,
        "distribution": sorted(Counter(scores).items()),
        "options": [(o["id"], chosen[o["id"]]) for o in question["options"]],
        "n": sum(status == "answered" for status, _ in given), **summary(status for status, _ in given),
    }


def results(description, people, breakdowns):
    """Everyone, then each breakdown's groups in the order of the values: (key, result)."""
    groups = [({}, result_of(description, people))]
    order = {a["id"]: [*(v["id"] for v in a["values"]), NOT_STATED] for a in description["attributes"]}
    for breakdown in breakdowns:
        attributes = [a for a in order if a in breakdown]
        keys = {tuple(person[0][a] for a in attributes) for person in people}
        for key in sorted(keys, key=lambda key: [order[a].index(v) for a, v in zip(attributes, key)]):
            members = [p for p in people if tuple(p[0][a] for a in attributes) == key]
            groups.append((dict(zip(attributes, key)), result_of(description, members)))
    return groups


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("description")
    parser.add_argument("responses")
    parser.add_argument("--by", action="append", default=[])
    arguments = parser.parse_args()
    with open(arguments.description, encoding="utf-8") as file:
        description = json.load(file)
    people = read_people(description, arguments.responses)
    groups = results(description, people, [by.split(",") for by in arguments.by])
    print(json.dumps([{"group": key, **result} for key, result in groups], default=float, indent=1))


if __name__ == "__main__":
    main()

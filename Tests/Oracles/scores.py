"""Scores a response file by the definitions of the documentation, in fractions: an oracle for the scoring engine.

    python3 scores.py DESCRIPTION.json RESPONSES.csv [--by ATTRIBUTE[,ATTRIBUTE]]...

The description is a small JSON object; `check_scores.py` makes one of an assessment's folder:

    {"levels": [{"id", "from", "value"}], "themes": [ID],
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
            "statistics": statistics(scores, [Fraction(level["value"]) for level in description["levels"]]),
            "alpha": reliability([[effective[q["id"]].get(answers[q["id"]][1]) for q in own] for _, answers in people])
            if kind == "areas" and len(own) > 1 else None,
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


# Statistics, in the plainest form, over single scores and not over counts ------------------------------------------

def statistics(scores, scale):
    """Of people's scores on a scale of equal steps; None where a figure is undefined."""
    n = len(scores)
    if not n:
        return None
    ordered, mean, step = sorted(scores), sum(scores) / n, scale[1] - scale[0]
    median = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    equal = scores.count(median)
    below = sum(score < median for score in scores)
    grouped = median + step * (Fraction(n, 2) - below - Fraction(equal, 2)) / equal if equal > 1 else median
    # A median between two points may move past the last one: it stays on the scale.
    grouped = min(max(grouped, min(scale[0], median)), max(scale[-1], median))
    figures = {"mean": mean, "median": median, "interpolatedMedian": grouped}
    if n < 2:
        return {**figures, "sd": None, "consensus": None, "agreement": None, "rwg": None}
    variance = sum((score - mean) ** 2 for score in scores) / (n - 1)
    middle = sum(scale) / len(scale)
    random = sum((point - middle) ** 2 for point in scale) / len(scale)
    nearest = Counter(min(scale, key=lambda point: (abs(point - score), -point)) for score in scores)
    return {
        **figures, "sd": math.sqrt(variance), "rwg": 1 - variance / random,
        "consensus": 1 + sum(math.log2(1 - abs(score - mean) / (scale[-1] - scale[0])) for score in scores) / n,
        "agreement": agreement([nearest[point] for point in scale]),
    }


def agreement(counts):
    """van der Eijk 2001, layer by layer, every triple looked at."""
    k, n, left, total = len(counts), sum(counts), list(counts), 0.0
    while any(left):
        used = [count > 0 for count in left]
        size = sum(used)
        triples = [(used[i], used[j], used[m]) for i in range(k) for j in range(i + 1, k) for m in range(j + 1, k)]
        together = sum(triple in [(True, True, False), (False, True, True)] for triple in triples)
        apart = sum(triple == (True, False, True) for triple in triples)
        unimodality = 1 if size == 1 else 0 if size == k else (
            ((k - 2) * together - (k - 1) * apart) / ((k - 2) * (together + apart)))
        height = min(count for count in left if count > 0)
        total += unimodality * (1 - (size - 1) / (k - 1)) * height * size / n
        left = [count - height if count > 0 else 0 for count in left]
    return total


def variance(values):
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def cronbach(rows):
    k = len(rows[0])
    total = variance([sum(row) for row in rows])
    return Fraction(k, k - 1) * (1 - sum(variance(column) for column in zip(*rows)) / total) if k > 1 and total else None


def correlation(x, y):
    spread = variance(x) * variance(y)
    mean = [sum(values) / len(values) for values in (x, y)]
    covariance = sum((a - mean[0]) * (b - mean[1]) for a, b in zip(x, y)) / (len(x) - 1)
    return float(covariance) / math.sqrt(spread) if spread else None


def reliability(rows):
    """Cronbach's alpha and what each item does to it, over the people who answered all."""
    rows = [row for row in rows if None not in row]
    if len(rows) < 2:
        return {"value": None, "n": len(rows), "itemRest": [], "ifDropped": []}
    items = range(len(rows[0]))
    rest = [[[x for j, x in enumerate(row) if j != i] for row in rows] for i in items]
    return {
        "value": cronbach(rows), "n": len(rows),
        "itemRest": [correlation([row[i] for row in rows], [sum(others) for others in rest[i]]) for i in items],
        "ifDropped": [cronbach(rest[i]) for i in items],
    }


def question_result(question, effective, people):
    given = [answers[question["id"]] for _, answers in people]
    scores = [effective[option] for status, option in given if option in effective]
    chosen = Counter(option for status, option in given if status == "answered")
    return {
        "id": question["id"], "mean": sum(scores) / len(scores) if scores else None,
        "distribution": sorted(Counter(scores).items()), "statistics": statistics(scores, sorted(set(effective.values()))),
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

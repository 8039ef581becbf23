"""Scores the sample workshop twice, with the program and with scores.py, and compares every figure that is published.

    python3 check_scores.py --maturity PATH_TO_BINARY [--questionnaire ID --responses FILE] [--result RESULT.json]

With --result the file is checked instead of a run of the program. Needs PyYAML. What is withheld is checked against a reading of the
rules of its own: a figure of fewer people than the threshold is never shown, and no shown total less shown groups is one.
"""
import argparse
import json
import pathlib
import subprocess
import sys

import yaml

import scores

ROOT = pathlib.Path(__file__).resolve().parents[2]
ASSESSMENT = ROOT / "Assessments" / "digital-first"
QUESTIONNAIRE = "employees-short"
RESPONSES = ROOT / "Examples" / "data" / "employees-synthetic.csv"
BREAKDOWNS = [["directorate"], ["directorate", "role"]]
TOLERANCE = 1e-12


# The assessment's description -----------------------------------------------------------------------------------

def load(path):
    """A document with its includes; every scalar is text, so that YAML 1.1 reads no `no` as false."""
    def resolve(node):
        if isinstance(node, dict):
            return load(path.parent / node["include"]) if set(node) == {"include"} else {k: resolve(v) for k, v in node.items()}
        return [resolve(element) for element in node] if isinstance(node, list) else node

    return resolve(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def labels(text):
    return list(text.values()) if isinstance(text, dict) else [text]


def shares(measured):
    return dict(measured) if isinstance(measured, dict) else {id: "1" for id in measured}


def definition(table):
    return {"missing": "omit", "dont-know": "missing", "minimum-answered": "0", "unit": "respondent", "of": "areas", **table}


def items(questionnaire, kind):
    if kind == "attributes":
        return questionnaire.get("attributes", [])
    return [question for section in questionnaire["sections"] for question in section["questions"]]


def written(document, questionnaire, kind):
    """A questionnaire's attributes or questions, each as it is written where it is written, and that questionnaire."""
    by_id = {q["id"]: q for q in document["questionnaires"]}
    for item in items(questionnaire, kind):
        owner = questionnaire
        while "use" in item:
            owner, name = by_id[item["from"]], item["use"]
            item = next(i for i in items(owner, kind) if name in (i.get("id"), i.get("use")))
        yield item, owner


def describe(folder, questionnaire):
    document = load(folder / "assessment.yaml")
    asked = next(q for q in document["questionnaires"] if q["id"] == questionnaire)
    areas = {area["id"]: area for area in document["areas"]}
    levels = document["levels"]
    questions = []
    for q, owner in written(document, asked, "questions"):
        measures = {kind: shares(q.get("measures", {}).get(kind, [])) for kind in ("areas", "principles", "literacies")}
        options = q.get("options")
        if isinstance(options, str):
            options = owner["answers"][options]
        if "snapshot" in q:
            measures["areas"].setdefault(q["snapshot"], "1")
            described = areas[q["snapshot"]]["levels"]
            options = [{"id": l["id"], "score": l["value"], "label": described[l["id"]]} for l in levels]
        if options is None or "show-when" in q:
            raise ValueError(f"this oracle does not know such a question: {q['id']}")
        questions.append({
            "id": q["id"], "weight": q.get("weight", "1"), "reverse": q.get("reverse") == "true", **measures,
            "options": [{"id": o["id"], "score": o.get("score"), "labels": labels(o["label"])} for o in options],
        })
    scoring = document["scoring"]
    of_areas = definition(scoring["areas"])
    if "by-id" in of_areas or scoring.get("overall", "none") != "none":
        raise ValueError("this oracle does not know areas with a rule of their own, or an overall score")
    return {
        "levels": [{"id": l["id"], "from": l.get("from", l["value"]), "value": l["value"]} for l in levels],
        "themes": [t["id"] for t in document["themes"]],
        "areas": [
            {"id": a["id"], "weight": a.get("weight", "1"), "target": a.get("target"), "themes": a.get("themes", [])}
            for a in document["areas"]
        ],
        "principles": [p["id"] for p in document["principles"]],
        "literacies": [l["id"] for l in document["literacies"]],
        "scoring": {
            "areas": of_areas, "themes": definition(scoring.get("themes", {"rule": of_areas["rule"]})),
            "principles": definition(scoring.get("principles", of_areas)),
            "literacies": definition(scoring.get("literacies", of_areas)),
        },
        "attributes": [
            {"id": a["id"], "values": [{"id": v["id"], "labels": labels(v["label"])} for v in a["values"]]}
            for a, _ in written(document, asked, "attributes")
        ],
        "questions": questions,
    }


# Comparing ----------------------------------------------------------------------------------------------------

class Check:
    def __init__(self, threshold):
        self.threshold = threshold
        self.compared = self.withheld = 0
        self.problems = []

    def same(self, what, theirs, ours):
        self.compared += 1
        if theirs is None or ours is None or isinstance(theirs, (str, bool)):
            equal = theirs == ours
        else:
            equal = abs(float(theirs) - float(ours)) <= TOLERANCE
        if not equal:
            self.problems.append(f"{what}: the program says {theirs}, the oracle {None if ours is None else str(ours)}")

    def fail(self, sentence):
        self.problems.append(sentence)

    def nothing(self, what, figure, keys):
        """A withheld figure says nothing but its name, its target and why."""
        self.withheld += 1
        for key, value in figure.items():
            if key in keys or value in (None, [], False) or key == "reasons":
                continue
            if key == "alpha":
                self.nothing(f"{what} alpha", value, {"itemRest", "ifDropped"})
                value = [*value["itemRest"], *value["ifDropped"]]
                if not value:
                    continue
            self.fail(f"{what} is withheld, but “{key}” says {value}")

    def answers(self, what, theirs, ours):
        """Counts of answers; withheld together where a question of the subject is."""
        if theirs["statuses"] is None:
            self.withheld += 1
            for key in ("answered", "coverage", "unanimous"):
                if theirs.get(key):
                    self.fail(f"{what}: counts are withheld, but “{key}” says {theirs[key]}")
            if theirs["distribution"]:
                self.fail(f"{what}: counts are withheld, but the distribution is not")
            return
        for status in scores.STATUSES:
            self.same(f"{what} {status}", theirs["statuses"][status], ours["statuses"][status])
        for key in ("answered", "coverage"):
            if key in theirs:
                self.same(f"{what} {key}", theirs[key], ours[key])
        if [entry["count"] for entry in theirs["distribution"]] != [n for _, n in ours["distribution"]]:
            self.fail(f"{what}: the distributions differ")
        for entry, (score, _) in zip(theirs["distribution"], ours["distribution"]):
            self.same(f"{what} distribution", entry["score"], score)

    def statistics(self, what, theirs, ours):
        """What the distribution says beyond its mean; withheld together with it."""
        if theirs["statuses"] is None or not ours:
            if any(theirs.get(key) is not None for key in ("median", "sd", "consensus", "agreement", "rwg", "interval")):
                self.fail(f"{what}: statistics of a distribution that is not shown")
            return
        for key, value in ours.items():
            self.near(f"{what} {key}", theirs[key], value)
        interval, mean, sd, n = theirs["interval"], float(ours["mean"]), ours["sd"], theirs["n"]
        if interval is None:
            if sd and theirs["reasons"]["interval"]["code"] != "withheld":
                self.fail(f"{what} has no likely range, and its scores vary")
            return
        # Of many people, resampled means lie nearly as a normal distribution's do: within a tenth of the width.
        self.compared += 1
        if not interval["low"] <= mean <= interval["high"]:
            self.fail(f"{what}: the likely range {interval} does not hold the mean")
        if n < 30:
            return
        reach = 1.96 * sd * ((n - 1) / n) ** 0.5 / n ** 0.5
        if max(abs(interval["low"] - mean + reach), abs(interval["high"] - mean - reach)) > 0.2 * reach + 1e-9:
            self.fail(f"{what}: the likely range {interval} is not near {mean} ± {reach}")

    def near(self, what, theirs, ours):
        """Figures with a logarithm or a root, which fractions do not have."""
        self.compared += 1
        if (theirs is None) != (ours is None) or theirs is not None and abs(theirs - float(ours)) > 1e-9:
            self.problems.append(f"{what}: the program says {theirs}, the oracle {ours}")

    def alpha(self, what, theirs, ours):
        # Of everyone, the number alone may be withheld: without it alpha gives nobody away.
        is_number_withheld = theirs["n"] is None and theirs["value"] is not None and what.startswith("everyone ")
        if 0 < ours["n"] < self.threshold or theirs["n"] is None and not is_number_withheld:
            return self.nothing(what, theirs, {"itemRest", "ifDropped"})
        if is_number_withheld:
            self.withheld += 1
        else:
            self.same(f"{what} n", theirs["n"], ours["n"])
        self.near(f"{what} alpha", theirs["value"], ours["value"])
        for key in ("itemRest", "ifDropped"):
            for (question, figure), expected in zip(theirs[key].items(), ours[key], strict=True):
                self.near(f"{what} {key} {question}", figure, expected)

    def score(self, what, theirs, ours):
        self.same(f"{what} id", theirs["id"], ours["id"])
        if theirs.get("reasonCode") == "withheld":
            return self.nothing(what, theirs, {"id", "name", "target", "reason", "reasonCode"})
        if 0 < ours["n"] < self.threshold:
            self.fail(f"{what} is shown, and only {ours['n']} people stand behind it")
        for key in ("score", "level", "gap", "n"):
            self.same(f"{what} {key}", theirs[key], ours[key])
        if ours["score"] is not None:
            self.same(f"{what} target", theirs["target"], ours["target"])
        self.answers(what, theirs, ours)
        if ours.get("alpha"):
            self.statistics(what, theirs, ours["statistics"])
            self.alpha(f"{what} alpha", theirs["alpha"], ours["alpha"])

    def question(self, what, theirs, ours):
        self.same(f"{what} id", theirs["id"], ours["id"])
        if theirs.get("reasonCode") == "withheld":
            return self.nothing(what, theirs, {"id", "reason", "reasonCode"})
        if 0 < ours["n"] < self.threshold:
            self.fail(f"{what} is shown, and only {ours['n']} people answered it")
        self.same(f"{what} mean", theirs["mean"], ours["mean"])
        self.same(f"{what} n", theirs["n"], ours["n"])
        if [(o["id"], o["count"]) for o in theirs["options"]] != ours["options"]:
            self.fail(f"{what}: the options differ")
        self.answers(what, theirs, ours)
        self.statistics(what, theirs, ours["statistics"])

    def group(self, theirs, ours):
        what = ",".join(f"{k}={v}" for k, v in theirs["group"].items()) or "everyone"
        small = ours["respondents"] < self.threshold
        if theirs["suppressed"] or small:
            if not theirs["suppressed"] or theirs["respondents"] is not None:
                self.fail(f"{what} is shown, and has only {ours['respondents']} people")
        else:
            self.same(f"{what} respondents", theirs["respondents"], ours["respondents"])
        for kind in ("areas", "themes", "principles", "literacies"):
            if len(theirs[kind]) != len(ours[kind]):
                self.fail(f"{what}: {kind} are missing")
            for left, right in zip(theirs[kind], ours[kind]):
                self.score(f"{what} {kind} {right['id']}", left, right)
        for left, right in zip(theirs["questions"], ours["questions"], strict=True):
            self.question(f"{what} question {right['id']}", left, right)

    def sums(self, groups, figure, people, is_hidden):
        """No hidden figure is a shown total less shown groups, and none of a few people is."""
        for total in groups:
            for breakdown in BREAKDOWNS:
                if not set(total["group"]) < set(breakdown):
                    continue
                parts = [
                    g for g in groups
                    if set(g["group"]) == set(breakdown) and total["group"].items() <= g["group"].items() and people(g)
                ]
                hidden = [g for g in parts if is_hidden(g)]
                if is_hidden(total) and parts and not hidden and people(total):
                    self.fail(f"{figure}: {total['group']} is withheld and the sum of shown groups")
                if hidden and not is_hidden(total):
                    if len(hidden) < 2 or sum(map(people, hidden)) < self.threshold:
                        self.fail(f"{figure}: {[g['group'] for g in hidden]} follow from {total['group']}")


def check(result, expected):
    checks = Check(result["threshold"])
    groups = result["groups"]
    if [g["group"] for g in groups] != [key for key, _ in expected]:
        checks.fail("the groups are not those expected, or not in their order")
        return checks
    for group, (_, ours) in zip(groups, expected):
        checks.group(group, ours)
        group["ours"] = ours
    checks.sums(groups, "respondents", lambda g: g["ours"]["respondents"], lambda g: g["respondents"] is None)
    for kind in ("areas", "principles", "literacies", "questions"):
        for index, figure in enumerate(groups[0][kind]):
            checks.sums(
                groups, f"{kind} {figure['id']}", lambda g: g["ours"][kind][index]["n"],
                lambda g: g[kind][index].get("reasonCode") == "withheld")
    return checks


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--maturity", help="the program")
    parser.add_argument("--questionnaire", default=QUESTIONNAIRE, help="the questionnaire of digital-first that was answered")
    parser.add_argument("--responses", type=pathlib.Path, default=RESPONSES, help="the answers")
    parser.add_argument("--result", help="a result to check instead of running the program")
    arguments = parser.parse_args()
    if arguments.result:
        result = json.loads(pathlib.Path(arguments.result).read_text(encoding="utf-8"))
    elif arguments.maturity:
        command = [arguments.maturity, "score", str(ASSESSMENT), "--questionnaire", arguments.questionnaire,
                   "--responses", str(arguments.responses)]
        for breakdown in BREAKDOWNS:
            command += ["--by", ",".join(breakdown)]
        run = subprocess.run([*command, "--accept-sparse", "--format", "json"], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{' '.join(command)}\n{run.stderr}")
        result = json.loads(run.stdout)
    else:
        parser.error("give --maturity or --result")
    description = describe(ASSESSMENT, arguments.questionnaire)
    people = scores.read_people(description, arguments.responses)
    checks = check(result, scores.results(description, people, BREAKDOWNS))
    for problem in checks.problems[:40]:
        print(problem, file=sys.stderr)
    print(
        f"{checks.compared} published figures of {len(result['groups'])} groups recomputed to {TOLERANCE}, "
        f"{checks.withheld} withheld: {len(checks.problems)} problems")
    sys.exit(bool(checks.problems))


if __name__ == "__main__":
    main()

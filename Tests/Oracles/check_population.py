"""Weights the sample workshop's scores to headcounts twice, with the program and here in plain Python, and compares them.

    python3 check_population.py --maturity PATH_TO_BINARY

Weights are people there for each that answered (N/n), to six decimals. Directorates with fewer than ten people behind a figure, and then the
next smallest until those together are at least two and ten, share one weight. Design effect: Kish 1965. Needs PyYAML.
"""
import argparse
import csv
import json
import math
import pathlib
import subprocess
import sys
from fractions import Fraction

import check_scores
import scores

HEADCOUNTS = check_scores.ROOT / "Examples" / "data" / "headcounts-synthetic.csv"
FEWEST = 10


def weights(people, respondents, headcounts):
    """What one person of each group counts in a figure that `people` of each stand behind."""
    together = {g for g in people if 0 < people[g] < FEWEST or 0 < respondents[g] < FEWEST}
    while together and (sum(people[g] > 0 for g in together) < 2 or sum(people[g] for g in together) < FEWEST):
        others = [g for g in people if g not in together and people[g]]
        if not others:
            break
        together.add(min(others, key=lambda g: people[g]))
    shared = lambda groups: round(Fraction(sum(headcounts[g] for g in groups), sum(respondents[g] for g in groups)) * 10**6)
    return {g: Fraction(shared(together if g in together else {g}), 10**6) for g in people if respondents[g]}


def figure(parts, width, respondents, headcounts):
    """The weighted figures of groups' distributions: {group: [(score, count)]}."""
    people = {g: sum(n for _, n in values) for g, values in parts.items()}
    weight = weights(people, respondents, headcounts)
    points = [(score, weight[g] * n) for g, values in parts.items() for score, n in values]
    total = sum(w for _, w in points)
    mean = sum(score * w for score, w in points) / total
    n = sum(people.values())
    spread = sum(w * (score - mean) ** 2 for score, w in points) / total * Fraction(n, n - 1)
    squares = sum(people[g] * weight[g] ** 2 for g in people if people[g])
    # The variance of a weighted mean of resamples within each group.
    variance = 0
    for g, values in parts.items():
        if people[g]:
            own = sum(score * count for score, count in values) / people[g]
            share = weight[g] * people[g] / total
            variance += share**2 * sum(count * (score - own) ** 2 for score, count in values) / people[g] ** 2
    return {
        "mean": mean, "sd": math.sqrt(spread), "consensus": 1 + sum(
            float(w / total) * math.log2(1 - abs(float(score - mean)) / width) for score, w in points),
        "designEffect": n * squares / total**2, "effectiveN": total**2 / squares,
        "unweighted": sum(score * count for values in parts.values() for score, count in values) / n,
        "error": math.sqrt(variance),
    }


class Check:
    compared = 0
    problems = 0

    def near(self, what, theirs, ours, tolerance=1e-9):
        self.compared += 1
        if theirs is None or abs(theirs - float(ours)) > tolerance:
            self.problems += 1
            print(f"{what}: the program says {theirs}, the oracle {float(ours)}", file=sys.stderr)

    def figure(self, what, theirs, ours):
        for key in ("mean", "sd", "consensus"):
            self.near(f"{what} {key}", theirs[key], ours[key])
        for key in ("unweighted", "designEffect", "effectiveN"):
            self.near(f"{what} {key}", theirs["weighting"][key], ours[key])
        reach = 1.96 * ours["error"]
        for key, side in (("low", -1), ("high", 1)):
            self.near(f"{what} {key}", theirs["interval"][key], float(ours["mean"]) + side * reach, 0.15 * reach)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--maturity", required=True, help="the program")
    arguments = parser.parse_args()
    command = [
        arguments.maturity, "score", str(check_scores.ASSESSMENT), "--questionnaire", check_scores.QUESTIONNAIRE,
        "--responses", str(check_scores.RESPONSES), "--population", str(HEADCOUNTS), "--format", "json",
    ]
    result = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    description = check_scores.describe(check_scores.ASSESSMENT, check_scores.QUESTIONNAIRE)
    people = scores.read_people(description, check_scores.RESPONSES)
    groups = [(key["directorate"], ours) for key, ours in scores.results(description, people, [["directorate"]]) if key]
    with open(HEADCOUNTS, encoding="utf-8") as file:
        headcounts = {row["directorate"]: int(row["headcount"]) for row in csv.DictReader(file)}
    respondents = {g: ours["respondents"] for g, ours in groups}
    everyone = result["groups"][0]
    check = Check()
    areas = {}
    for kind in ("areas", "questions"):
        for index, theirs in enumerate(everyone[kind]):
            scale = [float(level["value"]) for level in description["levels"]]
            if kind == "questions":
                scale = [float(score) for score in scores.effective_scores(description["questions"][index]).values()]
            parts = {g: group[kind][index]["distribution"] for g, group in groups}
            ours = figure(parts, max(scale) - min(scale), respondents, headcounts)
            check.figure(f"{kind} {theirs['id']}", theirs, ours)
            if kind == "areas":
                check.near(f"{theirs['id']} score", theirs["score"], ours["mean"])
                areas[theirs["id"]] = ours["mean"]
    for theirs in everyone["themes"]:
        members = [a for a in description["areas"] if theirs["id"] in a["themes"]]
        total = sum(Fraction(a["weight"]) for a in members)
        check.near(theirs["id"], theirs["score"], sum(Fraction(a["weight"]) * areas[a["id"]] for a in members) / total)
    print(f"{check.compared} weighted figures recomputed: {check.problems} problems")
    sys.exit(bool(check.problems))


if __name__ == "__main__":
    main()

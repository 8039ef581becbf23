#!/usr/bin/env python3
"""Recomputes the figures of the smaller starter assessments from their files, and compares them with `maturity score`.

    check_starters.py --maturity PATH

Nothing here is taken from the library: rules are written out as the assessments' own comments state them, from the YAML
and the sample's CSV. Prints a line for each figure that differs and a closing line of counts; exits 1 where one does.
"""
import argparse
import csv
import io
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import scipy.stats
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
NO_ANSWER = {"", "dont-know", "not-applicable", "prefer-not-to-say"}
AGREE = {"strongly-disagree": 1, "disagree": 2, "neither": 3, "agree": 4, "strongly-agree": 5}


def mean_of(numbers):
    numbers = list(numbers)
    return math.fsum(numbers) / len(numbers)


def variance(numbers):
    numbers = list(numbers)
    mean = mean_of(numbers)
    return math.fsum((number - mean) ** 2 for number in numbers) / (len(numbers) - 1)


class Sample:
    """One starter with its sample: what is asked, the rows, and the program's own figures."""

    def __init__(self, maturity, starter, questionnaire, sample, by):
        folder = ROOT / "Assessments" / starter
        load = lambda path: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        self.areas = [area["id"] for area in load(folder / "areas.yaml")]
        self.questions = [
            question for section in load(folder / f"{questionnaire}.yaml")["sections"] for question in section["questions"]]
        self.by = by
        path = ROOT / "Examples" / "data" / starter / f"{sample}-synthetic.csv"
        with path.open(newline="", encoding="utf-8") as file:
            self.rows = list(csv.DictReader(file))
        run = subprocess.run(
            [maturity, "score", folder, "--questionnaire", questionnaire, "--responses", path, "--by", by, "--format", "json"],
            capture_output=True, text=True, check=True)
        self.groups = {tuple(group["group"].values()): group for group in json.loads(run.stdout)["groups"]}

    def of(self, area):
        return [question["id"] for question in self.questions if area in question.get("measures", {}).get("areas", [])]

    def scores(self, area):
        """The program's scores of an area by group; everyone's under the empty key."""
        return {key: next(score for score in group["areas"] if score["id"] == area) for key, group in self.groups.items()}

    def means(self, score):
        """Means of the scores that `score` gives rows: everyone's, and by group."""
        groups = {(): self.rows}
        for row in self.rows:
            if row[self.by]:
                groups.setdefault((row[self.by],), []).append(row)
        means = {}
        for key, rows in groups.items():
            known = [value for value in map(score, rows) if value is not None]
            means[key] = mean_of(known) if known else None
        return means


def compare(found, expected, what, differences):
    same = found is None and expected is None or (
        found is not None and expected is not None and math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9))
    if not same:
        differences.append(f"{what}: {found}, recomputed {expected}")


def proposals(maturity, differences):
    """May it go ahead? The weakest of seven statements, 0 where no reason was shown, and unknown where one is blank."""
    sample = Sample(maturity, "solution-check", "proposal", "proposals", "proposal")
    value = {"not-met": 0, "planned": 1, "met": 2}
    reasons = [f"reason-{name}" for name in ("customers", "online", "savings", "income")]

    def shown(row):
        return any(row[reason] == "shown" for reason in reasons)

    def go_ahead(row):
        steps = [row[f"{area}-now"] for area in sample.areas if area not in ("go-ahead", "reasons")]
        if len(steps) != 7:
            raise SystemExit("there are seven statements")
        if "" in steps:
            return None
        return min(value[step] for step in steps) if shown(row) else 0

    rules = {"go-ahead": go_ahead, "reasons": lambda row: 2 if shown(row) else 0}
    count = 0
    for area in sample.areas:
        rule = rules.get(area, lambda row: value.get(row[f"{area}-now"]))
        for key, mean in sample.means(rule).items():
            compare(sample.scores(area)[key]["score"], mean, f"solution-check {area} {key}", differences)
            count += 1
    return count


def declaration(maturity, differences):
    """The mean of what is answered, of at least 0.6 of what applies; without evidence 1 at most."""
    sample = Sample(maturity, "digital-declaration", "evidence", "services", "service")
    value = {"not": 0, "partly": 1, "present": 2}
    count = 0
    for area in sample.areas:
        def score(row):
            cells = [row[question] for question in sample.of(area)]
            answered = [value[cell] for cell in cells if cell not in NO_ANSWER]
            applicable = sum(cell != "not-applicable" for cell in cells)
            if not answered or len(answered) < math.ceil(0.6 * applicable - 1e-9):
                return None
            mean = mean_of(answered)
            return mean if row[f"{area}-evidence"] else min(mean, 1)
        if len(sample.of(area)) != 3:
            raise SystemExit(f"{area} asks for three pieces")
        for key, mean in sample.means(score).items():
            compare(sample.scores(area)[key]["score"], mean, f"digital-declaration {area} {key}", differences)
            count += 1
    return count


def culture(maturity, differences):
    """Means by directorate, reversed statements turned round, and Cronbach's alpha of those who answered all five."""
    sample = Sample(maturity, "digital-culture", "staff", "staff", "directorate")
    reversed_ones = {question["id"] for question in sample.questions if question.get("reverse") == "true"}
    if len(reversed_ones) != 10:
        raise SystemExit("two statements an area are reversed")
    count = 0
    for area in sample.areas:
        names = sample.of(area)

        def items(row):
            scores = [AGREE.get(row[name]) for name in names]
            return [score and (6 - score if name in reversed_ones else score) for name, score in zip(names, scores)]

        def score(row):
            known = [item for item in items(row) if item is not None]
            return mean_of(known) if len(known) >= 3 else None

        for key, mean in sample.means(score).items():
            compare(sample.scores(area)[key]["score"], mean, f"digital-culture {area} {key}", differences)
            count += 1
        complete = [row for row in map(items, sample.rows) if None not in row]
        parts = sum(variance(column) for column in zip(*complete))
        alpha = len(names) / (len(names) - 1) * (1 - parts / variance(map(sum, complete)))
        found = sample.scores(area)[()]["alpha"]
        compare(found["value"], alpha, f"digital-culture {area} alpha", differences)
        compare(found["n"], len(complete), f"digital-culture {area} people behind alpha", differences)
        count += 2
    return count


def customers(maturity, differences):
    """Shares of customers, and the shape of the published results: 75 and 25 %; 35, 20, 19 and 9 %, which add up to 83."""
    sample = Sample(maturity, "customer-engagement", "counter", "customers", "day")
    value = {"tries": ("tried-online", "yes"), "finishes": ("gave-up", "no"), "knows": ("knew-online", "yes"),
             "alone": ("alone", "yes")}
    count = 0
    for area, (question, good) in value.items():
        def score(row):
            return None if row[question] in NO_ANSWER else 100 if row[question] == good else 0
        for key, mean in sample.means(score).items():
            compare(sample.scores(area)[key]["score"], mean, f"customer-engagement {area} {key}", differences)
            count += 1
    everyone = {question["id"]: question for question in sample.groups[()]["questions"]}
    reasons = {option["id"]: option["count"] for option in everyone["why-not"]["options"]}
    stated = sum(reasons.values())
    compare(stated, 160, "customers who stated a reason", differences)
    shares = [math.floor(100 * reasons[reason] / stated + 0.5)
              for reason in ("prefer-person", "hard-to-use", "skills-access", "unaware")]
    if shares != [35, 20, 19, 9] or sum(shares) != 83:
        differences.append(f"shares of reasons: {shares}")
    compare(len(sample.rows), 180, "customers", differences)
    compare(sum(row["tried-online"] == "no" for row in sample.rows) / 180, 0.75, "who did not try", differences)
    compare(sum(row["gave-up"] == "yes" for row in sample.rows) / 180, 0.25, "who gave up", differences)
    return count + 5


def nominal_alpha(pairs):
    """Krippendorff's alpha of two raters, nominal: 1 - observed / expected disagreement, from the coincidences."""
    values = [value for pair in pairs for value in pair]
    n = len(values)
    observed = sum(2 for first, second in pairs if first != second) / n
    counts = {value: values.count(value) for value in values}
    expected = sum(count * (n - count) for count in counts.values()) / (n * (n - 1))
    return 1 - observed / expected


def comments(maturity, differences):
    """Comments by reason: the hand where it decided, else the words; shares with Wilson's range; agreement of the two."""
    sample = ROOT / "Examples" / "data" / "customer-engagement" / "comments-checked-synthetic.csv"
    coding = ROOT / "Assessments" / "customer-engagement" / "coding.csv"
    run = lambda *more: subprocess.run(
        [maturity, "code", sample, "--coding", coding, *more], capture_output=True, text=True, check=True).stdout
    told = json.loads(run("--count", "--format", "json"))
    rows = list(csv.DictReader(io.StringIO(run(), newline="")))
    with sample.open(newline="", encoding="utf-8") as file:
        written = list(csv.DictReader(file))
    if [(row["respondent"], row["code"]) for row in rows] != [(row["respondent"], row["code"]) for row in written]:
        differences.append("the sheet does not keep who said what and what was decided")
    final = [row["code"] or row["suggested"] for row in rows]
    base = sum(code not in ("", "none") for code in final)
    compare(told["comments"], len(rows), "comments", differences)
    compare(told["base"], base, "comments that give a reason", differences)
    compare(told["checked"], sum(row["code"] != "" for row in rows), "comments that were checked", differences)
    z = 1.959963984540054
    for reason in told["reasons"]:
        count = final.count(reason["code"])
        share = count / base
        centre, spread = share + z * z / 2 / base, z * math.sqrt(share * (1 - share) / base + z * z / 4 / base ** 2)
        low, high = ((centre + sign * spread) / (1 + z * z / base) for sign in (-1, 1))
        for key, expected in (("count", count), ("share", share), ("low", low if count else 0), ("high", high)):
            compare(reason[key], expected, f"comments {reason['code']} {key}", differences)
    pairs = [(row["code"], row["suggested"]) for row in rows if row["code"] and row["suggested"]]
    compare(told["agreement"]["of"], len(pairs), "comments with words and hand", differences)
    compare(told["agreement"]["agreed"], sum(hand == words for hand, words in pairs), "comments agreed on", differences)
    compare(told["agreement"]["alpha"], nominal_alpha(pairs), "alpha of words and hand", differences)
    return 6 + 4 * len(told["reasons"])


def indicators(maturity, differences):
    """Figures by their bands and weights, how much of the way is done, and both audiences together with the declared weights."""
    folder = ROOT / "Assessments" / "measures"
    items = yaml.load((folder / "indicators.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["items"]
    run = lambda *arguments: subprocess.run(
        [maturity, *map(str, arguments)], capture_output=True, text=True, check=True).stdout
    told = {item["id"]: item for item in json.loads(run("indicators", folder, "--format", "json"))["indicators"]}
    count, sums = 0, {}
    for item in items:
        latest = float(max(item["values"], key=lambda value: value["date"])["value"])
        score = [float(band["score"]) for band in item["bands"] if float(band["from"]) <= latest][-1]
        progress = None
        if "baseline" in item:
            baseline, target = float(item["baseline"]["value"]), float(item["target"]["value"])
            progress = (latest - baseline) / (target - baseline)
        for key, expected in (("score", score), ("progress", progress)):
            compare(told[item["id"]][key], expected, f"measures {item['id']} {key}", differences)
            count += 1
        for area in item["measures"]["areas"]:
            weight = float(item.get("weight", 1))
            total = sums.setdefault(area, [0, 0])
            total[0] += weight * score
            total[1] += weight
    value = {"just-starting": 1, "some-teams": 2, "most-teams": 3, "how-we-work": 4, "always-improving": 5, **AGREE}
    sample = Sample(maturity, "measures", "staff", "staff", "directorate")
    with tempfile.TemporaryDirectory() as scratch:
        evidence = pathlib.Path(scratch) / "evidence.csv"
        run("indicators", folder, "--answers", "--output", evidence)
        both = json.loads(run(
            "score", folder, "--questionnaire", "staff", "--responses",
            ROOT / "Examples" / "data" / "measures" / "staff-synthetic.csv",
            "--questionnaire", "evidence", "--responses", evidence, "--format", "json"))
    figures = {part["questionnaire"]: {score["id"]: score["score"] for score in part["groups"][0]["areas"]}
               for part in both["scorecards"]}
    # How well the city is connected staff are not asked: there the figures stand alone.
    alone = sums["place"][0] / sums["place"][1]
    together = next(score for score in both["pooled"] if score["id"] == "place")
    compare(figures["evidence"]["place"], alone, "measures place evidence", differences)
    compare(together["score"], alone, "measures place together", differences)
    compare(figures["staff"]["place"], None, "measures place opinion", differences)
    count += 3
    for area in sample.areas:
        if area == "place":
            continue
        def said(row):
            known = [value[row[f"{area}-{part}"]] for part in ("now", "own") if row[f"{area}-{part}"] not in NO_ANSWER]
            return mean_of(known) if known else None
        opinion, evidence = sample.means(said)[()], sums[area][0] / sums[area][1]
        compare(figures["staff"][area], opinion, f"measures {area} opinion", differences)
        compare(figures["evidence"][area], evidence, f"measures {area} evidence", differences)
        together = next(score for score in both["pooled"] if score["id"] == area)["score"]
        compare(together, (2 * opinion + evidence) / 3, f"measures {area} together", differences)
        # The figures are fixed: the range is that of the mean of what staff say, by Student's t.
        difference = next(score for score in both["pooled"] if score["id"] == area)["difference"]
        known = [score for score in map(said, sample.rows) if score is not None]
        interval = scipy.stats.ttest_1samp(known, evidence).confidence_interval(0.95)
        compare(difference["value"], evidence - opinion, f"measures {area} difference", differences)
        compare(difference["interval"]["low"], evidence - interval.high, f"measures {area} difference from", differences)
        compare(difference["interval"]["high"], evidence - interval.low, f"measures {area} difference to", differences)
        count += 6
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maturity", required=True)
    arguments = parser.parse_args()
    differences = []
    count = sum(check(arguments.maturity, differences) for check in (proposals, declaration, culture, customers, comments, indicators))
    for difference in differences:
        print(difference)
    print(f"{count} figures of five starters recomputed, {len(differences)} differ")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())

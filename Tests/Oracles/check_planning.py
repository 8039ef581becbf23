#!/usr/bin/env python3
"""Recomputes priorities, the best set within a budget, comparisons and roadmaps in plain Python, and compares with the program.

usage: check_planning.py --maturity PROGRAM [--cases N]

Reads the assessment's YAML and the published results with PyYAML and json, and shares no code with the library: the sample
council's two assessments, and N assessments made up by a seed, whose actions require, exclude and raise several areas, answered
by `maturity simulate`. The best set is found by looking at every set where there are few, else as a mixed-integer linear
program (scipy.optimize.milp); ranges of changes are by scipy.stats.ttest_ind. Prints how much was compared; exits 1 where
something differs by more than 1e-9.
"""
import argparse
import collections
import itertools
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import numpy
import scipy.optimize
import scipy.stats
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOLERANCE = 1e-9
OVER = ("done", "stopped")

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--maturity", type=pathlib.Path, required=True)
parser.add_argument("--cases", type=int, default=10)
options = parser.parse_args()
compared, failures = collections.Counter(), []


def check(what, where, found, expected):
    compared[what] += 1
    if isinstance(found, (int, float)) and isinstance(expected, (int, float)) and not isinstance(found, bool):
        same = math.isclose(found, expected, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    else:
        same = found == expected
    if not same:
        failures.append(f"{where}: {what}: {found!r}, recomputed {expected!r}")


def claim(what, where, holds, why):
    compared[what] += 1
    if not holds:
        failures.append(f"{where}: {what}: {why}")


def maturity(*words):
    run = subprocess.run([options.maturity, *map(str, words)], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"maturity {' '.join(map(str, words))}: {run.stderr}")
    return run.stdout


def program(*words):
    return json.loads(maturity(*words, "--format", "json"))


# Documents and results.


def read(path):
    """A YAML file with its includes put in place; of a list, an included list becomes part of it."""

    def resolve(value, folder):
        if isinstance(value, dict):
            if set(value) == {"include"}:
                target = folder / value["include"]
                return resolve(yaml.safe_load(target.read_text("utf-8")), target.parent)
            return {key: resolve(child, folder) for key, child in value.items()}
        if isinstance(value, list):
            parts = []
            for child in value:
                part = resolve(child, folder)
                is_included = isinstance(child, dict) and set(child) == {"include"} and isinstance(part, list)
                parts += part if is_included else [part]
            return parts
        return value

    return resolve(yaml.safe_load(path.read_text("utf-8")), path.parent)


def everyone(result):
    return next(group for group in result["groups"] if not group["group"])


def score_of(group, kind, id):
    lists = {"area": "areas", "theme": "themes", "principle": "principles", "literacy": "literacies"}
    return next((score for score in group[lists[kind]] if score["id"] == id), None)


# Priorities.


def holds(condition, group):
    """A condition on scores; of something without a score every test is false."""
    if "all" in condition:
        return all(holds(one, group) for one in condition["all"])
    if "any" in condition:
        return any(holds(one, group) for one in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], group)
    kind = next(key for key in condition if key in ("area", "principle", "literacy", "question"))
    found = score_of(group, kind, condition[kind]) if kind != "question" else None
    score = found["score"] if found else None
    if "answered" in condition:
        return condition["answered"] == (score is not None)
    tests = {"below": lambda x: score < x, "above": lambda x: score > x, "at-least": lambda x: score >= x, "at-most": lambda x: score <= x}
    test = next(key for key in condition if key in tests)
    return score is not None and tests[test](condition[test])


class Plan:
    """What an assessment's actions are worth by a result."""

    def __init__(self, assessment, result):
        group = everyone(result)
        self.gaps, self.weights = {}, {}
        for area in assessment["areas"]:
            score = score_of(group, "area", area["id"])["score"]
            target = area.get("target")
            self.weights[area["id"]] = area.get("weight", 1)
            self.gaps[area["id"]] = None if score is None or target is None else max(0, target - score)
        self.actions = {action["id"]: action for action in assessment["actions"]}
        open_ones = [id for id, action in self.actions.items() if action.get("state") not in OVER]
        self.done = {id for id, action in self.actions.items() if action.get("state") == "done"}
        self.called = [id for id in open_ones if "when" not in self.actions[id] or holds(self.actions[id]["when"], group)]
        needed, waiting = set(), list(self.called)
        while waiting:
            for other in self.actions[waiting.pop()].get("requires", []):
                if other in open_ones and other not in needed:
                    needed.add(other)
                    waiting.append(other)
        self.needed_first = [id for id in open_ones if id in needed and id not in self.called]
        self.not_called = [id for id in open_ones if id not in needed and id not in self.called]

    def raises(self, id):
        action = self.actions[id]
        own = {action["area"]: action["uplift"]} if "uplift" in action else {}
        return {**own, **action.get("also-raises", {})}

    def effort(self, id):
        return self.actions[id].get("effort")

    def benefit(self, id):
        """Σ weight · min(gap, uplift) over areas whose gap is known; None without one."""
        parts = [self.weights[area] * min(self.gaps[area], uplift) for area, uplift in self.raises(id).items() if self.gaps[area] is not None]
        return math.fsum(parts) if parts else None

    def worth(self, ids):
        """Of a set: two actions close a gap once."""
        sums = collections.Counter()
        for id in ids:
            sums.update(self.raises(id))
        return math.fsum(self.weights[area] * min(gap, sums[area]) for area, gap in self.gaps.items() if gap is not None)

    def key(self, id):
        """What the ranking goes by."""
        benefit, effort = self.benefit(id), self.effort(id)
        return (benefit / effort if effort else math.inf) if benefit else 0, benefit

    def pool(self):
        """What can be chosen: it has an effort, and a benefit or something that needs it, and so has all that it requires."""
        asked = self.called + self.needed_first
        needed = {other for id in asked for other in self.actions[id].get("requires", [])}
        pool = [id for id in asked if self.effort(id) is not None and (self.benefit(id) is not None or id in needed)]
        while True:
            kept = [id for id in pool if all(other in pool or other in self.done for other in self.actions[id].get("requires", []))]
            if kept == pool:
                return pool
            pool = kept

    def is_sound(self, ids, budget):
        chosen = set(ids)
        if math.fsum(self.effort(id) for id in ids) > budget + TOLERANCE:
            return False
        for id in ids:
            action = self.actions[id]
            if any(other not in chosen and other not in self.done for other in action.get("requires", [])):
                return False
            if any(other in chosen for other in action.get("excludes", [])):
                return False
            if id not in self.called and not any(id in self.actions[other].get("requires", []) for other in ids):
                return False
        return True

    def best(self, budget, forced=None):
        """What the best set is worth; with `forced`, of those with an action or without it. None where there is none."""
        pool = self.pool()
        if len(pool) <= 11:
            worths = [
                self.worth(ids) for count in range(len(pool) + 1) for ids in itertools.combinations(pool, count)
                if (forced is None or (forced[0] in ids) == forced[1]) and self.is_sound(ids, budget)]
            return max(worths, default=None)
        return self.best_by_program(pool, budget, forced)

    def best_by_program(self, pool, budget, forced):
        """Maximise Σ weight·y with y ≤ gap, y ≤ Σ uplift·x, x whole."""
        areas = [area for area, gap in self.gaps.items() if gap is not None]
        place = {id: index for index, id in enumerate(pool)}
        width = len(pool) + len(areas)
        rows, limits = [], []

        def at_most(entries, limit):
            row = numpy.zeros(width)
            for index, value in entries:
                row[index] += value
            rows.append(row)
            limits.append(limit)

        at_most([(place[id], self.effort(id)) for id in pool], budget)
        for index, area in enumerate(areas):
            at_most([(len(pool) + index, 1)] + [(place[id], -self.raises(id)[area]) for id in pool if area in self.raises(id)], 0)
        for id in pool:
            action = self.actions[id]
            for other in action.get("requires", []):
                if other in place:
                    at_most([(place[id], 1), (place[other], -1)], 0)
            for other in action.get("excludes", []):
                if other in place:
                    at_most([(place[id], 1), (place[other], 1)], 1)
            if id not in self.called:
                at_most([(place[id], 1)] + [(place[other], -1) for other in pool if id in self.actions[other].get("requires", [])], 0)
        low, high = numpy.zeros(width), numpy.ones(width)
        for index, area in enumerate(areas):
            high[len(pool) + index] = self.gaps[area]
        if forced:
            low[place[forced[0]]] = high[place[forced[0]]] = 1 if forced[1] else 0
        found = scipy.optimize.milp(
            -numpy.array([0] * len(pool) + [self.weights[area] for area in areas]),
            constraints=scipy.optimize.LinearConstraint(numpy.array(rows), -numpy.inf, limits),
            bounds=scipy.optimize.Bounds(low, high), integrality=[1] * len(pool) + [0] * len(areas),
            options={"mip_rel_gap": 0})
        if found.x is None:
            return None
        ids = [id for id in pool if found.x[place[id]] > 0.5]
        if not self.is_sound(ids, budget + 1e-6):
            sys.exit("the linear program's set is not one: mend the oracle")
        return self.worth(ids)


def check_priorities(where, folder, result, budgets):
    plan = Plan(read(folder / "assessment.yaml"), json.loads(result.read_text("utf-8")))
    ranking = program("actions", folder, "--result", result)
    for standing in ranking["areas"]:
        check("gap", f"{where} {standing['id']}", standing["gap"], plan.gaps[standing["id"]])
    ranked = [one["id"] for one in ranking["ranked"]]
    comparable = [id for id in plan.called if plan.benefit(id) is not None and plan.effort(id) is not None]
    check("ranking", where, sorted(ranked), sorted(comparable))
    check("ranking", where, [one["id"] for one in ranking["unranked"]], [id for id in plan.called if id not in comparable])
    check("ranking", where, [one["id"] for one in ranking["neededFirst"]], plan.needed_first)
    check("ranking", where, ranking["notCalledFor"], plan.not_called)
    for first, second in zip(ranked, ranked[1:]):
        one, other = plan.key(first), plan.key(second)
        close = all(math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12) for a, b in zip(one, other))
        claim("ranking", where, close or one > other, f"{first} stands before {second}")
    for one in ranking["ranked"] + ranking["unranked"] + ranking["neededFirst"]:
        id = one["id"]
        check("benefit", f"{where} {id}", one["benefit"], plan.benefit(id))
        check("effort", f"{where} {id}", one["effort"], plan.effort(id))
        known = plan.benefit(id) is not None and plan.effort(id)
        check("benefit a day", f"{where} {id}", one["benefitPerDay"], plan.benefit(id) / plan.effort(id) if known else None)
        for part in one["parts"]:
            check("part", f"{where} {id}", part["uplift"], plan.raises(id)[part["area"]])
        check("part", f"{where} {id}", {part["area"] for part in one["parts"]}, set(plan.raises(id)))
    for budget in budgets:
        check_selection(f"{where}, {budget} days", plan, program("actions", folder, "--result", result, "--budget", budget)["selection"])
    return plan


def check_selection(where, plan, selection):
    budget, chosen = selection["budget"], selection["chosen"]
    claim("set", where, plan.is_sound(chosen, budget), f"{chosen} breaks a requirement, an exclusion or the budget")
    claim("set", where, set(chosen) <= set(plan.pool()), f"{chosen} holds what cannot be chosen")
    check("set", where, selection["effort"], math.fsum(plan.effort(id) for id in chosen))
    check("set", where, selection["benefit"], plan.worth(chosen))
    best = plan.best(budget)
    claim("proof", where, selection["proven"], "the search was cut short")
    check("best set", where, selection["benefit"], best)
    # One that nothing chosen requires, alone or with what was there for it alone: up to three at once are tried.
    for spared in range(1, min(len(chosen), 3) + 1):
        for out in itertools.combinations(chosen, spared):
            rest = [id for id in chosen if id not in out]
            for_nothing = plan.is_sound(rest, budget) and plan.worth(rest) > plan.worth(chosen) - TOLERANCE
            claim("nothing spare", where, not for_nothing, f"{', '.join(out)} brings nothing")
    sums = collections.Counter()
    for id in chosen:
        sums.update(plan.raises(id))
    for area in selection["expected"]:
        rise = min(plan.gaps[area["area"]] or 0, sums[area["area"]])
        check("estimate", f"{where} {area['area']}", area["estimate"], area["now"] + rise)
    calls = {call["action"]: call for call in selection["closeCalls"]}
    losses = [call["loss"] for call in selection["closeCalls"]]
    claim("close call", where, losses == sorted(losses), "the closest does not stand first")
    for id in plan.pool():
        if id not in plan.called or not plan.benefit(id) or plan.effort(id) > budget or best <= 0:
            claim("close call", where, id not in calls, f"{id} is no choice")
            continue
        other = plan.best(budget, (id, id not in chosen))
        loss = math.inf if other is None else best - other
        if abs(loss - 0.05 * best) > TOLERANCE:
            claim("close call", where, (id in calls) == (loss < 0.05 * best), f"{id} would lose {loss} of {best}")
        if id in calls:
            call = calls[id]
            check("close call", f"{where} {id}", call["loss"], max(0, loss))
            check("close call", f"{where} {id}", call["taken"], id in chosen)
            instead = [one for one in chosen if one not in call["without"]] + call["instead"]
            claim("close call", where, plan.is_sound(instead, budget), f"{instead} is no set")
            check("close call", f"{where} {id}", best - plan.worth(instead), call["loss"])


# Comparison.


def values(score):
    return [entry["score"] for entry in score["distribution"] for _ in range(entry["count"])]


def welch(before, after):
    """None where there are too few or none varies."""
    if len(before) < 2 or len(after) < 2 or (len(set(before)) == 1 and len(set(after)) == 1):
        return None
    interval = scipy.stats.ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
    return interval.low, interval.high


def calculation(result, area):
    return next(one for one in result["calculations"] if one["kind"] == "area" and one["id"] == area)


def check_comparison(where, folder, base_file, now_file, attribute):
    base, now = (json.loads(file.read_text("utf-8")) for file in (base_file, now_file))
    found = program("compare", folder, base_file, now_file, "--same-mix", attribute)
    first, second = everyone(base), everyone(now)
    targets = before = after = 0
    for change in found["changes"]:
        if change["kind"] == "overall":
            continue
        kind, id, at = change["kind"], change["id"], f"{where} {change['kind']} {change['id']}"
        old, new = score_of(first, kind, id), score_of(second, kind, id)
        a, b = old and old["score"], new["score"]
        check("change", at, (change["base"], change["now"]), (a, b))
        check("change", at, change["change"], None if a is None or b is None else b - a)
        interval = welch(values(old), values(new)) if old and a is not None and b is not None else None
        if kind == "theme":
            interval = None  # made of areas
        check("range", at, change["interval"] is None, interval is None)
        if interval and change["interval"]:
            check("range", at, change["interval"]["low"], interval[0])
            check("range", at, change["interval"]["high"], interval[1])
        check("noise", at, change["moreThanNoise"], None if interval is None else interval[0] > 0 or interval[1] < 0)
        target = new["target"]
        way = None if None in (a, b, target) or target - a <= 1e-9 else (b - a) / (target - a)
        check("way to target", at, change["progress"], way)
        if kind == "area" and None not in (a, b, target):
            targets, before, after = targets + target, before + max(0, target - a), after + max(0, target - b)
    gap = found["gap"]
    check("gap closed", where, gap["before"], before)
    check("gap closed", where, gap["now"], after)
    check("gap closed", where, gap["closed"], before - after)
    check("percent to target", where, gap["toTargetBefore"], 1 - before / targets if targets else None)
    check("percent to target", where, gap["toTargetNow"], 1 - after / targets if targets else None)
    check_items(where, base, now, found)
    check_same_mix(where, base, now, found["sameMix"], attribute)


def check_items(where, base, now, found):
    """Areas on the questions that both have, and questions that came, went or weigh differently."""
    means = [{one["id"]: one["mean"] for one in everyone(result)["questions"]} for result in (base, now)]
    common = {change["id"]: change for change in found["common"]}
    changed = set()
    for area in everyone(now)["areas"]:
        id = area["id"]
        weights = [{item["id"]: item["weight"] for item in calculation(result, id)["items"]} for result in (base, now)]
        for item in weights[0].keys() | weights[1].keys():
            if weights[0].get(item) != weights[1].get(item):
                changed.add((id, item, weights[0].get(item), weights[1].get(item)))
        shared = [item for item in weights[1] if item in weights[0]]
        claim("common questions", f"{where} {id}", (id in common) == bool(shared), "is listed where nothing is shared, or is not")
        for which, key in ((0, "base"), (1, "now")):
            known = [means[which].get(item) for item in shared]
            total = math.fsum(weights[1][item] for item in shared)
            mean = None if None in known or not total else math.fsum(weights[1][item] * means[which][item] for item in shared) / total
            if id in common:
                check("common questions", f"{where} {id} {key}", common[id][key], mean)
    found_items = {(one["area"], one["question"], one["base"], one["now"]) for one in found["changedItems"]}
    check("changed questions", where, found_items, changed)


def check_same_mix(where, base, now, found, attribute):
    """Σ n₀·s/Σ n₀ over groups; those withheld either time are one group, what everyone's figures leave over."""
    def groups(result):
        return {tuple(group["group"].items()): group for group in result["groups"] if list(group["group"]) == [attribute]}

    old, new = groups(base), groups(now)
    for one in found:
        id = one["id"]
        whole = score_of(everyone(now), "area", id)
        people = everyone(base)["respondents"]
        expected = None
        if old and people is not None and whole["score"] is not None and whole["n"] is not None and set(
                key for key, group in old.items() if group["respondents"]) <= set(new):
            parts, rest = [], [people, whole["n"], whole["n"] * whole["score"]]
            for key, group in old.items():
                later = score_of(new[key], "area", id) if key in new else None
                if not group["respondents"] or later is None or later["score"] is None or later["n"] is None:
                    continue
                parts.append(group["respondents"] * later["score"])
                rest = [rest[0] - group["respondents"], rest[1] - later["n"], rest[2] - later["n"] * later["score"]]
            if rest[0] <= 0:
                expected = math.fsum(parts) / people
            elif rest[1] > 0:
                expected = (math.fsum(parts) + rest[0] * rest[2] / rest[1]) / people
        check("same mix", f"{where} {id}", one["score"], expected)


# Roadmap.


def number(month):
    year, month = str(month).split("-")
    return int(year) * 12 + int(month)


def status(item, month):
    state, time, now = item.get("state"), item.get("timeframe"), number(month)
    if state == "stopped":
        return "stopped", None
    if state == "done":
        late = number(item["finished"]) - number(time["to"]) if item.get("finished") and time else 0
        return "done", max(0, late)
    begun = number(item["started"]) <= now if item.get("started") else state not in (None, "idea")
    if not time:
        return ("under-way" if begun else "not-planned"), None
    late = now - number(time["to" if begun else "from"])
    if late > 0:
        return ("late" if begun else "not-begun"), late
    return ("under-way" if begun else "planned"), None


SENTENCES = {
    "ends later": re.compile("“(.*)” begins in .* and needs “(.*)”, which ends in .*"),
    "stopped": re.compile("“(.*)” needs “(.*)”, which was stopped.*"),
    "not planned": re.compile("“(.*)” needs the (?:action|project) “(.*)”, which is not part of the programme.*"),
    "serves": re.compile("Nothing in the programme serves (.*), which lies below its target.()"),
}


def check_roadmap(where, folder, result, plan, budget, month):
    assessment = read(folder / "assessment.yaml")
    words = ["roadmap", folder, "--status", month]
    if result:
        words += ["--result", result, "--budget", budget]
    found = program(*words)
    chosen = program("actions", folder, "--result", result, "--budget", budget)["selection"]["chosen"] if result else []
    projects = [{**project, "kind": "project"} for project in assessment.get("projects", [])]
    begun = [
        {**action, "kind": "action", "serves": [action["area"], *sorted(action.get("also-raises", {}))]}
        for action in assessment.get("actions", []) if action["id"] in chosen or action.get("state") not in (None, "idea")]
    streams = [stream["id"] for stream in assessment.get("workstreams", [])] + [None]
    items = sorted(projects + begun, key=lambda item: (
        streams.index(item.get("workstream")), number(item["timeframe"]["from"]) if item.get("timeframe") else math.inf))
    check("order", where, [(one["kind"], one["id"]) for one in found["items"]], [(item["kind"], item["id"]) for item in items])
    for one, item in zip(found["items"], items):
        check("status", f"{where} {item['id']}", (one["status"], one["monthsLate"]), status(item, month))
        check("serves", f"{where} {item['id']}", one["serves"], item.get("serves", []))
    expected = collections.Counter()
    by_key = {(item["kind"], item["id"]): item for item in items}
    for item in items:
        for id in item.get("requires", []) if item.get("state") not in OVER else []:
            needed = by_key.get((item["kind"], id))
            if not needed:
                expected["not planned", item["name"], id] += 1
            elif needed.get("state") == "stopped":
                expected["stopped", item["name"], needed["name"]] += 1
            elif needed.get("state") != "done" and item.get("timeframe") and needed.get("timeframe") and number(
                    item["timeframe"]["from"]) <= number(needed["timeframe"]["to"]):
                expected["ends later", item["name"], needed["name"]] += 1
    served = {area for item in items if item.get("state") not in OVER for area in item.get("serves", [])}
    for area in assessment.get("areas", []) if plan else []:
        if (plan.gaps[area["id"]] or 0) > 1e-9 and area["id"] not in served:
            expected["serves", area["name"], ""] += 1
    said = collections.Counter()
    for sentence in found["problems"]:
        kind, match = next((kind, pattern.fullmatch(sentence)) for kind, pattern in SENTENCES.items() if pattern.fullmatch(sentence))
        said[kind, match[1], match[2]] += 1
    check("problems", where, said, expected)


# Assessments that are made up.


def made_up(seed, is_later):
    """An assessment; the later version has another question and another weight."""
    draw = random.Random(seed)
    areas = [f"area-{index}" for index in range(draw.randint(3, 6))]
    condition = lambda: draw.choice([
        {"area": draw.choice(areas), "below": draw.choice([2, 2.5, 3, 3.5, 4])},
        {"any": [{"area": draw.choice(areas), "below": 3}, {"not": {"area": draw.choice(areas), "at-least": 3}}]},
        {"all": [{"principle": "open", "at-most": 4}, {"area": draw.choice(areas), "answered": True}]},
    ])
    month = lambda: f"{draw.randint(2026, 2028)}-{draw.randint(1, 12):02d}"

    def work(index, prefix):
        item = {"id": f"{prefix}-{index}", "name": f"The {prefix} {index}"}
        if draw.random() < 0.8:
            item["workstream"] = draw.choice(["engage", "solve"])
        if draw.random() < 0.8:
            item["timeframe"] = dict(zip(("from", "to"), sorted([month(), month()])))
        if draw.random() < 0.3:
            item["state"] = draw.choice(["idea", "proof-of-concept", "pilot", "delivery", "done", "stopped"])
            if draw.random() < 0.5 and item["state"] in ("pilot", "delivery"):
                item["started"] = month()
            if draw.random() < 0.5 and item["state"] == "done":
                item["finished"] = month()
        if index and draw.random() < 0.35:
            item["requires"] = sorted({f"{prefix}-{draw.randrange(index)}" for _ in range(draw.randint(1, 2))})
        return item

    actions = []
    for index in range(draw.choice([8, 10, 12, 22])):
        action = {**work(index, "action"), "area": draw.choice(areas)}
        others = [area for area in areas if area != action["area"]]
        if draw.random() < 0.5:
            action["when"] = condition()
        if draw.random() < 0.9:
            action["uplift"] = draw.randint(0, 12) / 8
        if draw.random() < 0.4:
            action["also-raises"] = {draw.choice(others): draw.randint(1, 8) / 8}
        if draw.random() < 0.9:
            action["effort"] = draw.choice([0, 2, 3, 5, 7.5, 10, 20, 40])
        free = [f"action-{other}" for other in range(index) if f"action-{other}" not in action.get("requires", [])]
        if free and draw.random() < 0.25:
            action["excludes"] = [draw.choice(free)]
        actions.append(action)
    projects = [{**work(index, "project"), "serves": draw.sample(areas, draw.randint(0, 2))} for index in range(6)]
    questions = []
    for index, area in enumerate(areas):
        for part in range(draw.randint(1, 2)):
            questions.append({
                "id": f"q-{index}-{part}", "kind": "choice", "text": f"How far is it with {area}, part {part}?", "options": "five",
                "measures": {"areas": [area], **({"principles": ["open"]} if index == 0 else {})}})
    draw_later = random.Random(seed + 1_000_000)
    if is_later:
        draw_later.choice(questions)["weight"] = 3
        questions.append({
            "id": "new", "kind": "choice", "text": "Something new?", "options": "five", "measures": {"areas": [draw_later.choice(areas)]}})
    return {
        "format": 1, "id": "made-up", "version": "1.1.0" if is_later else "1.0.0", "title": "Made up",
        "levels": [{"id": "low", "value": 1, "name": "Low"}, {"id": "high", "value": 5, "name": "High"}],
        "principle-sets": [{"id": "set", "name": "Set"}],
        "principles": [{"id": "open", "set": "set", "name": "Open", "statement": "We are open."}],
        "areas": [{
            "id": area, "name": f"The {area}", "weight": draw.choice([0.5, 1, 1, 2]),
            **({"target": draw.choice([2.5, 3, 3.5, 4, 5])} if draw.random() < 0.85 else {})} for area in areas],
        "scoring": {"areas": {"rule": "weighted-mean", "minimum-answered": 0.5}},
        "workstreams": [{"id": "engage", "name": "Engage"}, {"id": "solve", "name": "Solve"}],
        "actions": actions, "projects": projects,
        "questionnaires": [{
            "id": "staff", "title": "Staff", "audience": "staff",
            "attributes": [{"id": "team", "text": "Which team?", "values": [
                {"id": team, "label": team.title()} for team in ("north", "south", "east")]}],
            "answers": {"five": [{"id": f"a{score}", "label": f"Answer {score}", "score": score} for score in range(1, 6)]},
            "sections": [{"id": "all", "title": "All", "questions": questions}]}],
    }


def check_made_up(seed, folder):
    draw = random.Random(seed)
    results = []
    for is_later in (False, True):
        place = folder / f"made-up-{seed}-{int(is_later)}"
        place.mkdir()
        (place / "assessment.yaml").write_text(yaml.safe_dump(made_up(seed, is_later), sort_keys=False), "utf-8")
        answers, result = place / "answers.csv", place / "result.json"
        people = draw.choice([12, 30, 45, 90])
        maturity("simulate", place, "--questionnaire", "staff", "--people", people, "--seed", seed * 2 + is_later, "--output", answers)
        maturity("score", place, "--questionnaire", "staff", "--responses", answers, "--by", "team", "--accept-sparse", "--output", result)
        results.append((place, result))
    where = f"made up {seed}"
    for place, result in results:
        plan = check_priorities(f"{where} {place.name}", place, result, [4, 15, 40, 120])
        check_roadmap(f"{where} {place.name}", place, result, plan, 25, f"{draw.randint(2026, 2028)}-{draw.randint(1, 12):02d}")
    check_comparison(where, results[1][0], results[0][1], results[1][1], "team")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder, council = pathlib.Path(name), ROOT / "Assessments" / "digital-first"
        files = []
        for year, sample in (("2026", "employees-synthetic"), ("2027", "employees-next-synthetic")):
            files.append(folder / f"{year}.json")
            maturity(
                "score", council, "--questionnaire", "employees-short", "--responses", ROOT / "Examples" / "data" / f"{sample}.csv",
                "--by", "directorate", "--output", files[-1])
        plans = [check_priorities(file.stem, council, file, [10, 60, 100, 250]) for file in files]
        check_comparison("the sample council", council, *files, "directorate")
        check_roadmap("the sample council", council, files[0], plans[0], 100, "2027-06")
        for month in ("2019-03", "2019-11", "2020-07"):
            programme = folder / f"programme-{month}"
            programme.mkdir()
            (programme / "assessment.yaml").write_text(
                (council / "programme-2019.yaml").read_text("utf-8"), "utf-8")
            check_roadmap(f"the programme in {month}", programme, None, None, None, month)
        for seed in range(options.cases):
            check_made_up(seed, folder)
    for failure in failures[:40]:
        print(failure)
    print(", ".join(f"{count} {what}" for what, count in sorted(compared.items())) + f": {len(failures)} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

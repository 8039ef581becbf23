#!/usr/bin/env python3
"""Tries to find out what totals of skills withhold.

usage: attack_skills.py --maturity PROGRAM [--councils 40] [--harsh COUNT] [--also NUMBER...]

An attacker has the JSON of `maturity skills score` with every breakdown and of `demand` beside it: the groups, how many people are in those that
are shown, and of each figure that is shown how many meet it, of how many who are rated, and the sum that the mean gap is made of. Unknown
are the numbers in the cells of team and role. Every published number is an equation over cells; numbers are whole and no less than 0;
teams are known to belong to their directorates; a combination that a breakdown does not name has nobody in it, where small roles are not
shown together there as one. Of those none may follow.

A withheld number, of people in a group, behind a figure or meeting it, or a sum of gaps, is *derived* when the equations alone fix it. A
number of people in a group or behind a figure is *narrow* when linear programming (HiGHS) leaves it a range under 3 wide. The sample
council is attacked, and made-up ones of small teams and roles, of which the truth is known: every figure that is shown is checked to be
right and to have enough people behind it. Prints how many figures are shown and withheld. Needs numpy, scipy and PyYAML.

`compare` is attacked too, of two days of which the truth is known: both days' totals beside each other, who started and left, and what is
told of the same people. Whoever is rated on one of the days alone follows from the two where a group's totals and its same people are
shown, or those of several groups together: of fewer than the threshold, and of fewer who are rated on both days, it must not follow how many
of them met a figure. How many they are is no secret: starters, leavers and those who are not rated are told.

Then the attacker knows, beside that, who everybody is: the team and role of each, who started, left and was rated between the days, but not how.
Whoever was not is known to stand as before, so that two days subtracted tell of the others. Of fewer of those than the threshold it must
not follow how many met a figure on a day, nor how many more than on the other. Councils are made up for that in which little happened
between the days, and the sample council is compared over one day.

Ends with 1 when anything is derived or wrong, or a number below the threshold is narrow, or one that is not leaves so few of a total. Other
narrow numbers are listed, and end with 1 under `--strict` alone: that so many are rated says how none of them stands.
"""
import argparse
import builtins
import collections
import csv
import importlib.util
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("attack", pathlib.Path(__file__).with_name("attack.py"))
attack = importlib.util.module_from_spec(spec)
spec.loader.exec_module(attack)

BREAKDOWNS = ["directorate", "team", "role", "directorate,role", "team,role"]
THRESHOLD = 10


class Framework:
    """What roles ask: of each literacy, its essential competences."""

    def __init__(self):
        folder = ROOT / "Assessments" / "digital-literacies"
        self.literacy = {c["id"]: c["literacy"] for c in yaml.safe_load((folder / "competences.yaml").read_text("utf-8"))}
        self.roles = {r["id"]: r for r in yaml.safe_load((folder / "roles.yaml").read_text("utf-8"))}

    def statements(self, role, key):
        parent = self.roles[role].get("extends")
        return {**(self.statements(parent, key) if parent else {}), **self.roles[role].get(key, {})}

    def is_private(self, role):
        parent = self.roles[role].get("extends")
        return self.roles[role].get("private", False) or bool(parent) and self.is_private(parent)

    def essential(self, roles):
        found = collections.defaultdict(set)
        for role in roles:
            literacies, own = self.statements(role, "literacies"), self.statements(role, "competences")
            for competence, literacy in self.literacy.items():
                asked = own[competence] if competence in own else literacies.get(literacy)
                if asked not in (None, "not-needed") and (not isinstance(asked, dict) or asked.get("importance", "essential") == "essential"):
                    found[literacy].add(competence)
        return found


FRAMEWORK = Framework()


def figures_of(group):
    """The figures of a group: a name, and the numbers of people in each category that it tells of, or nothing; and a sum."""
    def meeting(name, figure):
        if figure["count"] is None:
            return name, None, None
        gap = figure.get("meanGap")
        return (name, {"met": figure["count"], "below": figure["of"] - figure["count"]},
                None if gap is None and figure["of"] else (gap or 0) * figure["of"])

    yield meeting("all", group["meetingAll"])
    for kind in ("literacies", "competences"):
        for figure in group[kind]:
            yield meeting(f"{kind} {figure['id']}", figure)
    for figure in group["selfAgainstManager"]:
        shown = figure["people"] is not None
        yield (f"compared {figure['id']}", {k: figure[k] for k in ("higher", "same", "lower")} if shown else None,
               (figure["meanDifference"] or 0) * figure["people"] if shown else None)


def learning_of(items, key):
    """The demand of everyone or of a team."""
    for item in items:
        entry = item if not key else next(t for t in item["teams"] if t["group"] == key)
        if key and "champions" in entry:
            sys.exit(f"demand: {item['id']} tells the champions of a team")
        shown = entry["needed"] is not None
        yield f"learning {item['id']}", {"needed": entry["needed"], "not": entry["of"] - entry["needed"]} if shown else None, None


class Council:
    def __init__(self, score, demand):
        self.groups = [score["summary"], *score["groups"]]
        self.leaks, self.narrow, self.counts = [], [], collections.Counter()
        named = collections.defaultdict(set)
        for group in self.groups:
            named[tuple(group["group"])].add(tuple(group["group"].values()))
        cells = {(("directorate", d), ("team", t), ("role", r)) for d, t in named[("directorate", "team")] for r, in named[("role",)]}
        # Where small roles of a directorate or team are shown as one, its people are in any role that is not named there.
        self.named = named
        self.cells = sorted(c for c in cells if all(
            tuple(dict(c)[a] for a in attributes) in values or (attributes[-1] == "role" and len(attributes) > 1
            and (*(dict(c)[a] for a in attributes[:-1]), "(others)") in values) for attributes, values in named.items()))
        roles = {self.text(role["name"]): id for id, role in FRAMEWORK.roles.items()}
        # Which roles are shown as one is said where they are few: none of them is shown, nor may it follow.
        self.together = [{"group": {**group["group"], "role": roles[name]}, "people": None, "isFolded": True}
                         for group in self.groups if group["group"].get("role") == "(others)"
                         for name in group["name"].rsplit(", ", 1)[1].split(" or ") if name in roles]
        figures = collections.defaultdict(dict)
        for index, group in enumerate(self.groups):
            for name, categories, total in figures_of(group):
                figures[name][index] = (categories, total)
            if tuple(group["group"]) in ((), ("directorate", "team")):
                for name, categories, total in learning_of(demand["items"], group["group"]):
                    figures[name][index] = (categories, total)
        self.figures = figures

    def within(self, group):
        key = dict(group["group"])
        if key.get("role") != "(others)":
            return [cell for cell in self.cells if key.items() <= dict(cell).items()]
        del key["role"]
        known = {values[-1] for values in self.named[tuple(group["group"])] if values[:-1] == tuple(key.values())}
        return [cell for cell in self.cells if key.items() <= dict(cell).items() and dict(cell)["role"] not in known]

    @staticmethod
    def text(name):
        return name if isinstance(name, str) else name["en"]

    @staticmethod
    def name(group):
        return ",".join(group["group"].values()) or "everyone"

    def people(self, system):
        targets = []
        for group in self.groups + self.together:
            terms = system.terms("people", self.within(group))
            if group["people"] is None:
                system.at_least(terms, 1)
                targets.append((f"{self.name(group)}: people", terms))
            else:
                system.equal(terms, group["people"])
        return targets

    def is_nobody(self, figures, group):
        return any(shown is not None and not sum(shown.values()) and self.groups[index]["group"].items() <= group["group"].items()
                   for index, (shown, _) in figures.items())

    def run(self):
        system = attack.System()
        self.attack(system, self.people(system))
        for name, figures in self.figures.items():
            system = attack.System()
            targets, others = self.people(system), []
            categories = next((list(c) for c, _ in figures.values() if c), [])
            for cell in self.cells:
                # Everybody is in one of the categories or in none.
                terms = [t for c in [*categories, "none"] for t in system.terms(c, [cell])]
                system.equal(terms + system.terms("people", [cell], -1), 0)
            for index, (shown, total) in figures.items():
                group = self.groups[index]
                cells = self.within(group)
                self.counts["shown" if shown else "withheld"] += 1
                for category in categories:
                    terms = system.terms(category, cells)
                    if shown:
                        system.equal(terms, shown[category])
                    else:
                        others.append((f"{self.name(group)}: {name} {category}", terms))
                # Of nobody nothing can be said.
                if not shown and not self.is_nobody(figures, group):
                    behind = [t for c in categories for t in system.terms(c, cells)]
                    targets.append((f"{self.name(group)}: {name} rated", behind))
            if not name.startswith("learning"):
                for group in self.together:
                    others += [(f"{self.name(group)}: {name} {c}", system.terms(c, self.within(group))) for c in categories]
            if categories:
                self.derive(system, others)
                self.attack(system, targets)
            # What mean gaps say is a sum too, of which nobody knows the least or the greatest.
            system = attack.System()
            targets = []
            for index, (_, total) in figures.items():
                terms = system.terms("sum", self.within(self.groups[index]))
                if total is not None:
                    system.equal(terms, total)
                elif self.figures[name][index][0] is None:
                    targets.append((f"{self.name(self.groups[index])}: {name} sum", terms))
            if system.sums:
                self.derive(system, targets)

    def derive(self, system, targets):
        if targets:
            for (what, _), derived in zip(targets, system.derived([terms for _, terms in targets])):
                if derived:
                    self.leaks.append(f"derived: {what}")

    def attack(self, system, targets):
        self.counts["attacked"] += len(targets)
        if targets and system.sums:
            self.derive(system, targets)
            for index, least, most in system.narrow([terms for _, terms in targets]):
                # That ten people or more are a few more or less says nothing about any of them.
                found = self.leaks if least < THRESHOLD else self.narrow
                found.append(f"narrow: {targets[index][0]} is {least} to {most}")


RATED = ("met", "below")


def rests(groups, shown, index, least, most):
    """What the number of one group, once it is known, leaves of each total that holds it, less the other groups like it that are shown."""
    own = groups[index]["group"]
    for whole, total in shown.items():
        key = groups[whole]["group"]
        if len(key) < len(own) and key.items() <= own.items():
            others = sum(count for other, count in shown.items()
                         if tuple(groups[other]["group"]) == tuple(own) and key.items() <= groups[other]["group"].items())
            yield f"the rest of {Council.name(groups[whole])}", total - others - most, total - others - least


class Progress:
    """What `compare` tells of two days. An unknown is a number of people by cell, by how they stood before and by how they stand after.

    A cell is the group of teams that its people are counted in on each day, as directorate and team or nothing, and their role. The attacker
    knows which teams there are and which is part of which.
    """

    OTHERS = "(others)"

    def __init__(self, data, teams, rated):
        self.groups, self.rated = data["groups"], rated
        self.leaks, self.narrow, self.counts = [], [], collections.Counter()
        named, roles = (set(), set()), set()
        for group in self.groups:
            if tuple(group["group"]) == ("directorate", "team"):
                for day, known in zip(("before", "after"), named):
                    if group["meetingAll"][day]:
                        known.add(tuple(group["group"].values()))
            elif tuple(group["group"]) == ("role",):
                roles.add(group["group"]["role"])
        with open(teams, newline="", encoding="utf-8") as file:
            parents = {row["team"]: row["parent"] for row in csv.DictReader(file)}
        pairs = set()
        # A team, and no team.
        for team in [*parents, ""]:
            before, after = (self.places(team, parents, known) for known in named)
            # Nobody is sure to have been there on both days.
            pairs |= {(b, a) for b in [*before, None] for a in [*after, None]}
        self.cells = sorted(((b, a, role) for b, a in pairs - {(None, None)} for role in roles), key=str)

    @staticmethod
    def places(team, parents, known):
        """Where the people of a team may be counted on a day: in its own group where that is named, else in one of a team that it is part of or
        with what is left of its directorate, else, where none of that is named, with what is left of any."""
        above = [team]
        while parents.get(above[-1]):
            above.append(parents[above[-1]])
        if (above[-1], team) in known:
            return [(above[-1], team)]
        if any(group[0] == above[-1] for group in known):
            return [group for group in ((above[-1], name) for name in [*above[1:], Progress.OTHERS]) if group in known]
        return [group for group in known if group[1] == Progress.OTHERS]

    def within(self, group, day):
        key = group["group"]
        return [c for c in self.cells if c[day] is not None and key.get("directorate", c[day][0]) == c[day][0]
                and key.get("team", c[day][1]) == c[day][1] and key.get("role", c[2]) == c[2]]

    @staticmethod
    def states(cell):
        return [(b, a) for b in (("absent",) if cell[0] is None else (*RATED, "none")) for a in (("absent",) if cell[1] is None else (*RATED, "none"))]

    def sum(self, system, cells, before=None, after=None):
        """The people of cells who stood so before and stand so after; any way where nothing is said."""
        return [t for c in cells for b, a in self.states(c) if (before is None or b in before) and (after is None or a in after)
                for t in system.terms((b, a), [c])]

    def run(self):
        for figure in ["all", *(entry["id"] for entry in self.groups[0]["literacies"])]:
            self.attack(figure)

    def entry(self, group, figure):
        return group["meetingAll"] if figure == "all" else next((e for e in group["literacies"] if e["id"] == figure), {})

    @staticmethod
    def people(system, terms, count):
        """So many people are known; where there are none, there are none in any cell."""
        for terms in [terms] if count else [[term] for term in terms]:
            system.equal(terms, count)

    @staticmethod
    def entries(group, day):
        return [entry[day] for entry in (group["meetingAll"], *group["literacies"])]

    def attack(self, figure):
        system = attack.System()
        hidden, behind, alone = [], [], []
        shown = {"before": {}, "after": {}}
        for index, group in enumerate(self.groups):
            name, entry = f"{Council.name(group)}: {figure}", self.entry(group, figure)
            days = [self.within(group, day) for day in (0, 1)]
            for day, cells in zip(("before", "after"), days):
                if group["starters"] is not None and figure == "all":
                    kind = {"before": "leavers", "after": "starters"}[day]
                    absent = {"after" if day == "before" else "before": ["absent"]}
                    self.people(system, self.sum(system, cells, **absent), group[kind])
                if not entry.get(day):
                    continue
                # Everybody is asked for something: those who are rated and those who are not are all people.
                people = max((e["of"] + e["notRated"] for e in self.entries(group, day) if e["of"] is not None), default=None)
                if people is not None:
                    system.equal(self.sum(system, cells, **{day: [*RATED, "none"]}), people)
                    if entry[day]["of"] is not None:
                        self.people(system, self.sum(system, cells, **{day: ["none"]}), people - entry[day]["of"])
                self.counts["shown" if entry[day]["count"] is not None else "withheld"] += 1
                if entry[day]["count"] is not None:
                    shown[day][index] = entry[day]["of"]
                    system.equal(self.sum(system, cells, **{day: ["met"]}), entry[day]["count"])
                    system.equal(self.sum(system, cells, **{day: ["below"]}), entry[day]["of"] - entry[day]["count"])
                    if 0 < entry[day]["of"] < THRESHOLD:
                        self.leaks.append(f"{name} {day} is of {entry[day]['of']} people")
                # Of nobody nothing can be said: where nobody of a group that is shown is rated, nobody of any part of it is, as all meet
                # what all of it meet. It says how nobody stands.
                elif not any(e[day] and e[day]["of"] == 0 and g["group"].items() <= group["group"].items()
                             for g in self.groups for e in [self.entry(g, figure)] if e.get(day)):
                    hidden.append((f"{name} met {day}", self.sum(system, cells, **{day: ["met"]})))
                    behind.append((f"{name} rated {day}", self.sum(system, cells, **{day: RATED}), day, index))
            same = entry.get("samePeople")
            if not same:
                continue
            both = {(b, a): self.sum(system, days[1], [b], [a]) for b in RATED for a in RATED}
            self.counts["shown" if same["people"] is not None else "withheld"] += 1
            if same["people"] is None:
                # How many they are is no secret where starters, leavers and those not rated are told: how they stand is.
                hidden += [(f"{name} same people {b} and {a}", terms) for (b, a), terms in both.items()]
                continue
            if 0 < same["people"] < THRESHOLD:
                self.leaks.append(f"{name} same people are {same['people']}")
            system.equal(both["met", "met"], same["metBefore"] - same["lost"])
            system.equal(both["met", "below"], same["lost"])
            system.equal(both["below", "met"], same["gained"])
            system.equal(both["below", "below"], same["people"] - same["metBefore"] - same["gained"])
        # Those of one day alone, and the same people, in each group, and in all groups of a breakdown, within a directorate too, that tell
        # nothing of the same people.
        unions = collections.defaultdict(list)
        for group in self.groups:
            unions[Council.name(group)] = [group]
            if not self.entry(group, figure).get("samePeople") or self.entry(group, figure)["samePeople"]["people"] is None:
                kind = tuple(group["group"])
                unions[f"all without the same people by {','.join(kind)}"].append(group)
                if kind == ("directorate", "team"):
                    unions[f"the teams of {group['group']['directorate']} without the same people"].append(group)
        for union, groups in unions.items():
            for day, (own, other) in enumerate((("before", "after"), ("after", "before"))):
                cells = list(dict.fromkeys(c for g in groups for c in self.within(g, day)))
                for who, there in (f"{own} alone", ["absent", "none"]), ("on both days", RATED):
                    met, rated = (self.sum(system, cells, **{own: k, other: there}) for k in (["met"], RATED))
                    alone.append((f"{union}: {figure} {own} of those rated {who}", met, rated))
        alone = [entry for entry in alone if entry[1]]
        targets = [terms for _, terms in hidden] + [met for _, met, _ in alone]
        derived = system.derived(targets)
        self.leaks += [f"derived: {what}" for (what, _), found in zip(hidden, derived) if found]
        found = [entry for entry, known in zip(alone, derived[len(hidden):]) if known]
        targets = [terms for _, terms, _, _ in behind] + [rated for _, _, rated in found]
        self.counts["attacked"] += len(hidden) + len(behind) + len(alone)
        for index, least, most in system.narrow(targets) if targets else []:
            if index < len(behind):
                what, _, day, place = behind[index]
                # Of ten people or more it is no secret how many are rated: that tells how none of them stands, and what would is asked
                # above. Nor must they leave fewer of a total: then those are known to be so few.
                cells = set(self.within(self.groups[place], ("before", "after").index(day)))
                true = sum(count for cell, count in self.rated[figure, day].items() if cell in cells)
                if not least <= true <= most:
                    sys.exit(f"{what} is {true}, not {least} to {most}")
                (self.leaks if true < THRESHOLD else self.narrow).append(f"narrow: {what} is {least} to {most}")
                self.leaks += [f"left: {rest}, {what} known, is {few} to {many}"
                               for rest, few, many in rests(self.groups, shown[day], place, least, most)
                               if 0 < many + least - true < THRESHOLD]
            elif 0 < most and least < THRESHOLD:
                self.leaks.append(f"derived: {found[index - len(behind)][0]}, who are {least} to {most}")


def folded(teams, people):
    """For each team, and for none, the directorate and the team that its people are counted in; as TeamFolding says, but written from its words.

    From the bottom of the tree up, people of a team and of those folded into it are a group when they are enough; else the smallest group
    below is taken in until they are; without any they go to the parent, and at last to the smallest group of the smallest directorate.
    """
    below = collections.defaultdict(list)
    for team in teams:
        below[team["parent"]].append(team["team"])

    def size(parts):
        return sum(part["people"] for part in parts)

    def fold(team):
        parts, rest = [], {"team": team, "members": [team], "people": people[team]}
        for child in below[team]:
            more, left = fold(child)
            parts += more
            rest["members"] += left["members"]
            rest["people"] += left["people"]
        while 0 < rest["people"] < THRESHOLD and parts:
            taken = parts.pop(min(range(len(parts)), key=lambda i: (parts[i]["people"], i)))
            rest["members"] += taken["members"]
            rest["people"] += taken["people"]
        if rest["people"] >= THRESHOLD:
            return [*parts, rest], {"members": [], "people": 0}
        return parts, rest

    wholes, left = [], {"team": "(others)", "members": [""], "people": people[""]}
    for top in below[""]:
        parts, rest = fold(top)
        if parts:
            wholes.append([top, parts])
        left["members"] += rest["members"]
        left["people"] += rest["people"]
    if left["people"]:
        if left["people"] < THRESHOLD and wholes:
            smallest = min(range(len(wholes)), key=lambda i: (size(wholes[i][1]), i))
            parts = wholes[smallest][1]
            part = min(range(len(parts)), key=lambda i: (parts[i]["people"], i))
            left["members"] += parts[part]["members"]
            left["people"] += parts[part]["people"]
            parts[part] = left
            if len(parts) == 1:
                wholes[smallest][0] = "(others)"
        else:
            wholes.append(["(others)", [left]])
    return {member: (directorate, part["team"]) for directorate, parts in wholes for part in parts for member in part["members"]}


class Subtraction:
    """What `compare` tells whoever knows the people, and who of them was rated between the days: an unknown is how many of those who are counted
    alike stood so before and stand so after. Who was not rated between the days stands alike on both."""

    STATES = (*RATED, "none")

    def __init__(self, data, files, days, validity, framework):
        self.groups, self.framework = data["groups"], framework
        self.leaks, self.counts = [], collections.Counter()
        people, teams, ratings = files
        read = lambda file: list(csv.DictReader(open(file, newline="", encoding="utf-8")))
        self.said = collections.defaultdict(dict)
        for file in ratings:
            for row in read(file):
                for competence in framework.literacy:
                    if row[competence]:
                        self.said[row["person"], competence].setdefault(row["rater"], []).append((row["date"], row[competence]))
        self.days = [(day, f"{int(day[:4]) - 1}{day[4:]}" if validity else "") for day in days]
        staff, self.people = read(people), []
        counted = [[p for p in staff if self.is_counted(p, day)] for day in days]
        places = [folded(read(teams), collections.Counter(p["team"] for p in own)) for own in counted]
        there = [{p["code"] for p in own} for own in counted]
        for person in staff:
            roles = [role.strip() for role in person["role"].split(";")]
            where = [place[person["team"]] if person["code"] in own else None for place, own in zip(places, there)]
            if any(where):
                self.people.append((person["code"], where, roles[0], framework.essential(roles)))
        self.literacies = [entry["id"] for entry in self.groups[0]["literacies"]]
        self.based = self.bases()
        # Of each figure and day, how many are rated who are counted alike.
        self.rated = collections.defaultdict(collections.Counter)
        for code, where, role, essential in self.people:
            for figure in ["all", *self.literacies]:
                parts = [part for part in self.parts(figure) if essential[part]]
                for day, name in enumerate(("before", "after")):
                    if where[day] and parts and all(self.based[code, part][1 + day] for part in parts):
                        self.rated[figure, name][(*where, role)] += 1

    def is_counted(self, person, day):
        role = person["role"].split(";")[0].strip()
        started, left = person.get("started") or "", person.get("left") or ""
        return started <= day and not (left and left <= day) and role in self.framework.roles and not self.framework.is_private(role)

    def basis(self, person, competence, day, oldest):
        """The rating that a level rests on: the manager's before the person's own; nothing where it is too old."""
        latest = {rater: max((r for r in all if r[0] <= day), default=("", "")) for rater, all in self.said[person, competence].items()}
        kept = [(rater, *latest[rater]) for rater in ("manager", "self", "peer") if rater in latest and latest[rater][0] > ""]
        return next((entry[:2] + ((entry[2],) if entry[2] == "not-needed" else ("rated",)) for entry in kept if entry[1] >= oldest),
                    ("old",) if kept else ())

    def run(self):
        for figure in ["all", *self.literacies]:
            parts = self.parts(figure)
            # Of those who differ, how many are rated on the earlier day, on the later, and on either.
            kinds, few = collections.defaultdict(list), [collections.Counter() for _ in range(3)]
            for code, where, role, essential in self.people:
                differs = any(self.based[code, part][0] for part in parts)
                kinds[(*where, role, differs)].append(code)
                rated = [all(self.based[code, part][1 + day] or not essential[part] for part in parts) for day in (0, 1)]
                for own, is_rated in zip(few, [*rated, any(rated)]):
                    own[(*where, role, differs)] += differs and is_rated
            self.attack(figure, kinds, few)

    def parts(self, figure):
        return self.literacies if figure == "all" else [figure]

    def bases(self):
        """Of everybody and each literacy, whether it rests on other ratings on the days, and whether they are rated in it on each."""
        based = {}
        for code, where, _, essential in self.people:
            for literacy in self.literacies:
                rests = [[self.basis(code, c, *day) if there else None for c in sorted(essential[literacy])] for day, there in zip(self.days, where)]
                # Not rated while any of them is not; without any nothing is asked.
                known = [there is not None and bool(essential[literacy]) for there in where]
                rated = [k and all(b and b[0] != "old" for b in r) for k, r in zip(known, rests)]
                based[code, literacy] = rests[0] != rests[1] and any(known), *rated
        return based

    def states(self, cell):
        if not cell[3]:
            return [(state, state) for state in self.STATES]
        return [(b, a) for b in (self.STATES if cell[0] else ("absent",)) for a in (self.STATES if cell[1] else ("absent",))]

    @staticmethod
    def overlaps(cells):
        """Who is left of directorates or of teams that hold everybody of some roles, less those roles; and of roles, less those they hold."""
        unions = {}
        roles = sorted({c[2] for c in cells})
        for what, depth in ("directorates", 1), ("teams", 2):
            places = {c: {place[:depth] for place in c[:2] if place} for c in cells}
            for some in (set(some) for size in range(1, len(roles)) for some in itertools.combinations(roles, size)):
                hold = set().union(*(places[c] for c in cells if c[2] in some))
                unions[f"{what} of {sorted(some)} less those"] = [c for c in cells if c[2] not in some and places[c] & hold]
            for some in {frozenset(p) for p in places.values()}:
                held = {c[2] for c in cells if places[c] & some}
                unions[f"roles of {what} {sorted(some)} less those"] = [c for c in cells if c[2] in held and not places[c] & some]
        return unions

    def attack(self, figure, kinds, few):
        system, targets = attack.System(), []

        def sum(cells, day, states, sign=1.0):
            return [t for c in cells for s in self.states(c) if s[day] in states for t in system.terms(s, [c], sign)]

        for cell, members in kinds.items():
            system.equal([t for s in self.states(cell) for t in system.terms(s, [cell])], len(members))
        unions = {}
        hidden = collections.defaultdict(list)
        for group in self.groups:
            key, entry = group["group"], Progress.entry(self, group, figure)
            within = [[c for c in kinds if c[day] and key.get("directorate", c[day][0]) == c[day][0] and key.get("team", c[day][1]) == c[day][1]
                       and key.get("role", c[2]) == c[2]] for day in (0, 1)]
            unions[Council.name(group)] = list(dict.fromkeys(within[0] + within[1]))
            for day, name in enumerate(("before", "after")):
                shown = entry.get(name)
                if not shown or shown["count"] is None:
                    continue
                people = len([code for c in within[day] for code in kinds[c]])
                if people < shown["of"] + shown["notRated"]:
                    sys.exit(f"{Council.name(group)} {name}: {figure} is of more than the {people} people who are in it")
                self.counts["shown"] += 1
                system.equal(sum(within[day], day, ["met"]), shown["count"])
                system.equal(sum(within[day], day, ["below"]), shown["of"] - shown["count"])
            if any(not entry.get(name) or entry[name]["count"] is None for name in ("before", "after")):
                hidden[tuple(key)] += unions[Council.name(group)]
                hidden[tuple(key), key.get("directorate")] += unions[Council.name(group)]
            same = entry.get("samePeople")
            if same and same["people"] is not None:
                both = {(b, a): [t for c in within[1] if c[0] and (b, a) in self.states(c) for t in system.terms((b, a), [c])]
                        for b in RATED for a in RATED}
                for state, count in ((("met", "met"), same["metBefore"] - same["lost"]), (("met", "below"), same["lost"]),
                                     (("below", "met"), same["gained"]), (("below", "below"), same["people"] - same["metBefore"] - same["gained"])):
                    system.equal(both[state], count)
        unions |= {f"withheld of {kind}": list(dict.fromkeys(cells)) for kind, cells in hidden.items()}
        unions |= {f"{'/'.join(str(part) for part in cell[:3])}": [cell] for cell in kinds}
        for pair in {(c[0], c[1]) for c in kinds}:
            unions[f"{pair}"] = [c for c in kinds if (c[0], c[1]) == pair]
        unions |= self.overlaps([c for c in kinds if c[3]])
        for name, cells in unions.items():
            cells = [c for c in cells if c[3]]
            for own, what, terms in zip(few, ("before", "after", "more"), (sum(cells, 0, ["met"]), sum(cells, 1, ["met"]),
                                                                          sum(cells, 1, ["met"]) + sum(cells, 0, ["met"], -1.0))):
                count = builtins.sum(own[c] for c in cells)
                if terms and 0 < count < THRESHOLD:
                    targets.append((f"{name}: {figure} met {what}, of {count} who differ", terms))
        self.counts["attacked"] += len(targets)
        if targets:
            for (what, _), found in zip(targets, system.derived([terms for _, terms in targets])):
                if found:
                    self.leaks.append(f"subtracted: {what}")


def run(program, command, people, teams, ratings, *arguments, on="2025-11-30"):
    done = subprocess.run(
        [program, "skills", command, "digital-literacies", "--people", people, "--teams", teams, "--ratings", *ratings, "--on",
         on, "--format", "json", "--quiet", *(["--accept-sparse"] if command == "score" else []), *arguments], capture_output=True, text=True)
    if done.returncode or done.stderr:
        sys.exit(f"{command}: {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


HARSH = 10_000
# Days of the sample council: one after another, some in a round of ratings, one before it and one within, a round apart.
SAMPLE_DAYS = [("2025-07-31", "2025-08-01"), ("2025-10-03", "2025-10-08"), ("2025-09-20", "2025-10-03"), ("2025-10-14", "2025-11-30"),
               ("2025-10-16", "2025-10-30"), ("2024-11-30", "2025-11-30")]


def made_up(folder, seed):
    """A council of small teams, of whom some are not rated. From number 10,000 on the teams are many and smaller, and in some few are rated."""
    draw = random.Random(seed)
    roles = ["all-staff", "frontline-adviser", "social-worker", "team-manager"]
    competences = None
    with open(ROOT / "Examples" / "data" / "council" / "ratings-2025.csv", newline="", encoding="utf-8") as file:
        competences = [c for c in next(csv.reader(file)) if c not in ("person", "rater", "date", "note")]
    teams, people, ratings = ["team,parent,name"], ["code,role,team,manager"], ["person,rater,date," + ",".join(competences)]
    number = 0
    is_harsh = seed >= HARSH
    for directorate in range(draw.randint(2, 5 if is_harsh else 4)):
        teams.append(f"d{directorate},,Directorate {directorate}")
        for team in range(draw.randint(3, 9) if is_harsh else draw.randint(1, 5)):
            name = f"d{directorate}t{team}"
            # Some teams lie within others.
            parent = f"d{directorate}t{draw.randrange(team)}" if is_harsh and team and draw.random() < 0.3 else f"d{directorate}"
            teams.append(f"{name},{parent},Team {name}")
            share = draw.choice([0.3, 0.6, 0.8, 1]) if is_harsh else 1
            for _ in range(draw.choice([2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 16] if is_harsh else [3, 6, 9, 12, 14, 25, 40])):
                number += 1
                people.append(f"p{number},{draw.choices(roles, [8, draw.randint(0, 4), draw.randint(0, 4), 1])[0]},{name},")
                for rater, chance in (("self", 0.9 * share), ("manager", 0.6 * share)):
                    if draw.random() < chance:
                        levels = [draw.choices(["0", "1", "2", "3", ""], [1, 2, 5, 1, draw.choice([0, 1])])[0] for _ in competences]
                        ratings.append(f"p{number},{rater},2025-10-01," + ",".join(levels))
    for file, lines in (("people.csv", people), ("teams.csv", teams), ("ratings.csv", ratings)):
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def two_days(folder, seed):
    """The same council on two days: some started after the first, some left after it, some were rated on one alone, some in older teams."""
    draw = random.Random(1_000_000 + seed)
    people = list(csv.DictReader(open(folder / "people.csv", newline="", encoding="utf-8")))
    ratings = list(csv.reader(open(folder / "ratings.csv", newline="", encoding="utf-8")))
    of = collections.defaultdict(list)
    for row in ratings[1:]:
        of[row[0]].append(row)
    starts, leaves, unrated = (draw.choice([0.02, 0.05, 0.15]) for _ in range(3))
    staff, both = ["code,role,team,manager,started,left"], [",".join(ratings[0])]
    for person in people:
        chance = draw.random()
        started = "2025-03-01" if chance < starts else "2020-01-01"
        left = "2025-02-01" if starts <= chance < starts + leaves else ""
        staff.append(f"{person['code']},{person['role']},{person['team']},,{started},{left}")
        for row in of[person["code"]]:
            if not left and draw.random() >= unrated / 2:
                both.append(",".join(row))
            if started < "2024" and draw.random() >= unrated:
                levels = [level and str(max(0, int(level) - draw.choice([0, 0, 1]))) for level in row[3:]]
                both.append(",".join([row[0], row[1], "2024-10-01", *levels]))
    for file, lines in (("people-two.csv", staff), ("ratings-two.csv", both)):
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "people-two.csv", folder / "teams.csv", [folder / "ratings-two.csv"]


def close_days(folder, seed):
    """The same council on two days between which little happened: in a few teams one or some started, left or were rated, in some all were."""
    draw = random.Random(2_000_000 + seed)
    people = list(csv.DictReader(open(folder / "people.csv", newline="", encoding="utf-8")))
    ratings = list(csv.reader(open(folder / "ratings.csv", newline="", encoding="utf-8")))
    of = collections.defaultdict(list)
    for row in ratings[1:]:
        of[row[0]].append(row)
    busy = draw.choice([0, 0.1, 0.3])
    chances = {team: [draw.choice([0, 0, 0, 0.03, 0.1]) for _ in range(2)] + [1 if draw.random() < busy else draw.choice([0, 0, 0, 0.05, 0.2])]
               for team in sorted({p["team"] for p in people})}
    staff, lines = ["code,role,team,manager,started,left"], [",".join(ratings[0])]
    for person in people:
        starts, leaves, rated = chances[person["team"]]
        chance = draw.random()
        started = "2025-03-01" if chance < starts else "2020-01-01"
        left = "2025-02-01" if starts <= chance < starts + leaves else ""
        staff.append(f"{person['code']},{person['role']},{person['team']},,{started},{left}")
        is_rated = draw.random() < rated
        for row in of[person["code"]]:
            if started < "2024":
                lines.append(",".join([row[0], row[1], "2024-10-01", *row[3:]]))
            if not left and (started > "2024" or is_rated):
                levels = [level and str(draw.choices([0, 1, 2, 3], [1, 2, 5, 2])[0]) for level in row[3:]]
                # Some are rated in one thing alone.
                if started < "2024" and draw.random() < 0.2:
                    kept = draw.randrange(len(levels))
                    levels = [level if place == kept else "" for place, level in enumerate(levels)]
                lines.append(",".join([row[0], row[1], "2025-10-01", *levels]))
    for file, written in (("people-close.csv", staff), ("ratings-close.csv", lines)):
        (folder / file).write_text("\n".join(written) + "\n", encoding="utf-8")
    return folder / "people-close.csv", folder / "teams.csv", [folder / "ratings-close.csv"]


def grown(folder):
    """Two teams without others above them: one of eight, who are counted with the other, and with twelve starters of twenty; all are rated."""
    draw = random.Random(7)
    with open(ROOT / "Examples" / "data" / "council" / "ratings-2025.csv", newline="", encoding="utf-8") as file:
        competences = [c for c in next(csv.reader(file)) if c not in ("person", "rater", "date", "note")]
    staff, ratings = ["code,role,team,started"], ["person,rater,date," + ",".join(competences)]
    for number in range(50):
        is_new = number >= 38
        staff.append(f"p{number},all-staff,{'large' if number < 30 else 'small'},{'2025-03-01' if is_new else ''}")
        for day in ["2025-10-01"] if is_new else ["2024-10-01", "2025-10-01"]:
            ratings.append(f"p{number},self,{day}," + ",".join(draw.choices("123", [1, 4, 2])[0] for _ in competences))
    for file, lines in (("people.csv", staff), ("teams.csv", ["team,parent,name", "large,,Large", "small,,Small"]), ("ratings.csv", ratings)):
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "people.csv", folder / "teams.csv", [folder / "ratings.csv"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--maturity", type=pathlib.Path, required=True)
    parser.add_argument("--councils", type=int, default=40)
    parser.add_argument("--also", type=int, nargs="+", default=[], metavar="NUMBER", help="councils after those, by their numbers")
    parser.add_argument("--harsh", type=int, default=0, metavar="COUNT", help="so many councils of many smaller teams too: numbers from 10,000")
    parser.add_argument("--close", action="store_true", help="days of the councils between which little happened too")
    parser.add_argument("--strict", action="store_true", help="narrow ranges end with 1 too")
    options = parser.parse_args()
    counts, leaks, narrow = collections.Counter(), [], {}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        seeds = [*range(-2, options.councils), *range(HARSH, HARSH + options.harsh), *options.also]
        for seed in seeds:
            if seed == -2:
                files = grown(folder)
            elif seed == -1:
                place = ROOT / "Examples" / "data" / "council"
                files = place / "people.csv", place / "teams.csv", [place / "ratings-2024.csv", place / "ratings-2025.csv"]
            else:
                made_up(folder, seed)
                files = folder / "people.csv", folder / "teams.csv", [folder / "ratings.csv"]
            by = [word for breakdown in BREAKDOWNS[: 3 + max(seed, 0) % 3] for word in ("--by", breakdown)]
            pairs = [("two days", files if seed < 0 else two_days(folder, seed), ("2024-12-31", "2025-11-30"))]
            if seed == -1:
                pairs += [(" to ".join(days), files, days) for days in SAMPLE_DAYS[: None if options.close else 1]]
            elif seed >= 0 and options.close:
                pairs.append(("close days", close_days(folder, seed), ("2024-12-31", "2025-11-30")))
            for name, two, days in pairs:
                for validity in [], ["--valid-for", "12m"]:
                    when = " ".join([name, *validity])
                    data = run(options.maturity, "compare", *two, "--since", days[0], *validity, on=days[1])
                    subtraction = Subtraction(data, two, days, validity, FRAMEWORK)
                    progress = Progress(data, two[1], subtraction.rated)
                    # An attacker who takes what is so for impossible would find what is not so.
                    if unknown := {(*where, role) for _, where, role, _ in subtraction.people} - set(progress.cells):
                        sys.exit(f"council {seed}, {when}: nobody is taken to be in {sorted(map(str, unknown))}")
                    for progress in progress, subtraction:
                        progress.run()
                        leaks += list(dict.fromkeys(f"council {seed}, {when}: {leak}" for leak in progress.leaks))
                        narrow |= dict.fromkeys(f"council {seed}, {when}: {leak}" for leak in getattr(progress, "narrow", []))
                        counts += progress.counts
            council = Council(run(options.maturity, "score", *files, *by), run(options.maturity, "demand", *files, *by))
            council.run()
            for group in council.groups:
                if group["people"] is not None and group["people"] < THRESHOLD:
                    leaks.append(f"council {seed}: {council.name(group)} is shown with {group['people']} people")
            for name, figures in council.figures.items():
                for index, (shown, _) in figures.items():
                    if shown and 0 < sum(shown.values()) < THRESHOLD:
                        leaks.append(f"council {seed}: {council.name(council.groups[index])}: {name} is of {sum(shown.values())} people")
            leaks += list(dict.fromkeys(f"council {seed}: {leak}" for leak in council.leaks))
            # The same number stands behind several figures.
            narrow |= dict.fromkeys(f"council {seed}: {leak}" for leak in council.narrow)
            counts += council.counts
    for leak in [*dict.fromkeys(leaks), *narrow][:80]:
        print(leak)
    print(f"{len(seeds)} councils: {counts['shown']:,} figures shown, {counts['withheld']:,} withheld, {counts['attacked']:,} "
          f"numbers attacked: {len(leaks)} found out, {len(narrow)} of ten people or more known within 2")
    if options.strict:
        leaks += narrow
    sys.exit(1 if leaks or not counts["attacked"] or not counts["shown"] else 0)


if __name__ == "__main__":
    main()

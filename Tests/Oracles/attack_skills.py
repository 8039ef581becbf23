#!/usr/bin/env python3
"""Tries to find out what totals of skills withhold.

usage: attack_skills.py --maturity PROGRAM [--councils 40] [--also NUMBER...]

An attacker has the JSON of `maturity skills score` with every breakdown and of `demand` beside it: the groups, how many people are in those that
are shown, and of each figure that is shown how many meet it, of how many who are rated, and the sum that the mean gap is made of. Unknown
are the numbers in the cells of team and role. Every published number is an equation over cells; numbers are whole and no less than 0;
teams are known to belong to their directorates; a combination that a breakdown does not name has nobody in it.

A withheld number, of people in a group, behind a figure or meeting it, or a sum of gaps, is *derived* when the equations alone fix it. A
number of people in a group or behind a figure is *narrow* when linear programming (HiGHS) leaves it a range under 3 wide. The sample
council is attacked, and made-up ones of small teams and roles, of which the truth is known: every figure that is shown is checked to be
right and to have enough people behind it. Prints how many figures are shown and withheld. Needs numpy and scipy.

`compare` is attacked too, of two days of which the truth is known: both days' totals beside each other, who started and left, and what is
told of the same people. Whoever is rated on one of the days alone follows from the two where a group's totals and its same people are
shown, or those of several groups together: of fewer than the threshold, and of fewer who are rated on both days, it must not follow how many
of them met a figure. How many they are is no secret: starters, leavers and those who are not rated are told.

Ends with 1 when anything is derived or wrong, or narrow below the threshold. Numbers of ten people or more that are narrow are listed, and
end with 1 under `--strict` alone.
"""
import argparse
import collections
import csv
import importlib.util
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("attack", pathlib.Path(__file__).with_name("attack.py"))
attack = importlib.util.module_from_spec(spec)
spec.loader.exec_module(attack)

BREAKDOWNS = ["directorate", "team", "role", "directorate,role", "team,role"]
THRESHOLD = 10


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
        self.cells = sorted(c for c in cells if all(
            tuple(dict(c)[a] for a in attributes) in values for attributes, values in named.items()))
        figures = collections.defaultdict(dict)
        for index, group in enumerate(self.groups):
            for name, categories, total in figures_of(group):
                figures[name][index] = (categories, total)
            if tuple(group["group"]) in ((), ("directorate", "team")):
                for name, categories, total in learning_of(demand["items"], group["group"]):
                    figures[name][index] = (categories, total)
        self.figures = figures

    def within(self, group):
        return [cell for cell in self.cells if group["group"].items() <= dict(cell).items()]

    @staticmethod
    def name(group):
        return ",".join(group["group"].values()) or "everyone"

    def people(self, system):
        targets = []
        for group in self.groups:
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


class Progress:
    """What `compare` tells of two days. An unknown is a number of people by cell, by how they stood before and by how they stand after.

    A cell is the group of teams that its people are counted in on each day, as directorate and team or nothing, and their role.
    """

    OTHERS = "(others)"

    def __init__(self, data):
        self.groups = data["groups"]
        self.leaks, self.narrow, self.counts = [], [], collections.Counter()
        named, roles = (set(), set()), set()
        for group in self.groups:
            if tuple(group["group"]) == ("directorate", "team"):
                for day, known in zip(("before", "after"), named):
                    if group["meetingAll"][day]:
                        known.add(tuple(group["group"].values()))
            elif tuple(group["group"]) == ("role",):
                roles.add(group["group"]["role"])
        pairs = set()
        # Teams that are named on no day are what is left of their directorate, or of one that is named on no day.
        for team in {team for known in named for team in known} | {(d, d) for known in named for d, _ in known}:
            before, after = (self.places(team, known) for known in named)
            # Nobody is sure to have been there on both days.
            pairs |= {(b, a) for b in [*before, None] for a in [*after, None]}
        self.cells = sorted(((b, a, role) for b, a in pairs - {(None, None)} for role in roles), key=str)

    def places(self, team, known):
        """Where the people of a team may be counted on a day: in its own group where that is named, else with the rest of its directorate, else
        with what is left of several: within the directorate, or anywhere where none of it is named."""
        directorate, name = team
        others = [group for group in known if group[1] == self.OTHERS]
        if name == self.OTHERS:
            return others
        # Of what is left of a directorate some may be left over once more.
        if team in known and name != directorate:
            return [team]
        if any(group[0] == directorate for group in known):
            return [group for group in ((directorate, directorate), (directorate, self.OTHERS)) if group in known]
        return others

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
        for group in self.groups:
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
                    system.equal(self.sum(system, cells, **{day: ["met"]}), entry[day]["count"])
                    system.equal(self.sum(system, cells, **{day: ["below"]}), entry[day]["of"] - entry[day]["count"])
                    if 0 < entry[day]["of"] < THRESHOLD:
                        self.leaks.append(f"{name} {day} is of {entry[day]['of']} people")
                else:
                    hidden.append((f"{name} met {day}", self.sum(system, cells, **{day: ["met"]})))
                    behind.append((f"{name} rated {day}", self.sum(system, cells, **{day: RATED})))
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
        targets = [terms for _, terms in behind] + [rated for _, _, rated in found]
        self.counts["attacked"] += len(hidden) + len(behind) + len(alone)
        for index, least, most in system.narrow(targets) if targets else []:
            if index < len(behind):
                (self.leaks if least < THRESHOLD else self.narrow).append(f"narrow: {behind[index][0]} is {least} to {most}")
            elif 0 < most and least < THRESHOLD:
                self.leaks.append(f"derived: {found[index - len(behind)][0]}, who are {least} to {most}")


def run(program, command, people, teams, ratings, *arguments):
    done = subprocess.run(
        [program, "skills", command, "digital-literacies", "--people", people, "--teams", teams, "--ratings", *ratings, "--on",
         "2025-11-30", "--format", "json", "--quiet", *(["--accept-sparse"] if command == "score" else []), *arguments], capture_output=True, text=True)
    if done.returncode or done.stderr:
        sys.exit(f"{command}: {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def made_up(folder, seed):
    """A council of small teams, of whom some are not rated."""
    draw = random.Random(seed)
    roles = ["all-staff", "frontline-adviser", "social-worker", "team-manager"]
    competences = None
    with open(ROOT / "Examples" / "data" / "council" / "ratings-2025.csv", newline="", encoding="utf-8") as file:
        competences = [c for c in next(csv.reader(file)) if c not in ("person", "rater", "date", "note")]
    teams, people, ratings = ["team,parent,name"], ["code,role,team,manager"], ["person,rater,date," + ",".join(competences)]
    number = 0
    for directorate in range(draw.randint(2, 4)):
        teams.append(f"d{directorate},,Directorate {directorate}")
        for team in range(draw.randint(1, 5)):
            name = f"d{directorate}t{team}"
            teams.append(f"{name},d{directorate},Team {name}")
            for _ in range(draw.choice([3, 6, 9, 12, 14, 25, 40])):
                number += 1
                people.append(f"p{number},{draw.choices(roles, [8, draw.randint(0, 4), draw.randint(0, 4), 1])[0]},{name},")
                for rater, chance in (("self", 0.9), ("manager", 0.6)):
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
    parser.add_argument("--strict", action="store_true", help="narrow ranges end with 1 too")
    options = parser.parse_args()
    counts, leaks, narrow = collections.Counter(), [], {}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        seeds = [*range(-2, options.councils), *options.also]
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
            two = files if seed < 0 else two_days(folder, seed)
            for validity in [], ["--valid-for", "12m"]:
                when = " ".join(["two days", *validity])
                progress = Progress(run(options.maturity, "compare", *two, "--since", "2024-12-31", *validity))
                progress.run()
                leaks += list(dict.fromkeys(f"council {seed}, {when}: {leak}" for leak in progress.leaks))
                narrow |= dict.fromkeys(f"council {seed}, {when}: {leak}" for leak in progress.narrow)
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

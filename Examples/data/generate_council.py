#!/usr/bin/env python3
"""Makes the synthetic sample council: 480 staff in twenty teams, twelve elected members, two rounds of ratings a year apart.

usage: generate_council.py            writes the files of `council` anew
       generate_council.py --check    compares the files with what would be written; exits 1 when they differ
       generate_council.py --long N FILE PEOPLE   N people with 22 ratings each by two raters, a row a rating, for benchmarks

The same seed gives the same files on every machine. Nobody is in them: each made-up person has a skill, drawn around the
team's, and is rated from it by themselves and the manager; in the second round most have learned something.
"""
import csv
import io
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent / "council"
SEED = 20261126

# Each literacy's competences, and how hard each is: what most people find hard lies higher.
COMPETENCES = {
    "choosing-the-channel": -0.4, "writing-clearly": 0.0, "meeting-online": -0.2, "working-on-one-document": 0.3,
    "finding-and-judging": 0.1, "filing-for-colleagues": 0.2, "recording-once": 0.1, "accessible-content": 0.9,
    "using-figures": 0.5, "own-business-at-work": -0.6, "residents-requests": 0.1, "helping-others-online": 0.3,
    "checking-and-approving": 0.0, "first-fixes": 0.1, "learning-tools": 0.2, "improving-work": 0.4,
    "automation-and-ai": 0.9, "protecting-access": -0.2, "spotting-scams": 0.0, "personal-data": -0.1,
    "rights-and-records": 0.4, "conduct-and-wellbeing": 0.1,
}
WORK = {"residents-requests", "helping-others-online", "checking-and-approving", "accessible-content"}

# Directorate: its teams, each with people, main role and how skilled the team is on the whole.
DIRECTORATES = {
    ("care", "Adult care"): [
        ("care-north", "Care north", 44, "social-worker", 1.5), ("care-south", "Care south", 41, "social-worker", 1.3),
        ("reablement", "Reablement", 33, "all-staff", 1.1), ("brokerage", "Brokerage", 8, "all-staff", 1.7),
        ("care-records", "Care records", 6, "all-staff", 1.9)],
    ("children", "Children and families"): [
        ("early-help", "Early help", 38, "social-worker", 1.6), ("fostering", "Fostering", 19, "social-worker", 1.5),
        ("school-places", "School places", 14, "frontline-adviser", 1.8), ("youth", "Youth work", 7, "all-staff", 1.9)],
    ("streets", "Streets and parks"): [
        ("cleansing", "Street cleansing", 58, "all-staff", 0.9), ("parks", "Parks", 36, "all-staff", 1.0),
        ("highways", "Highways", 29, "all-staff", 1.3), ("bereavement", "Bereavement services", 5, "all-staff", 1.4)],
    ("customers", "Customers and homes"): [
        ("contact-centre", "Contact centre", 46, "frontline-adviser", 2.0), ("housing", "Housing options", 31, "frontline-adviser", 1.7),
        ("benefits", "Benefits", 24, "frontline-adviser", 1.8), ("libraries", "Libraries", 17, "frontline-adviser", 1.8)],
    ("centre", "Corporate services"): [
        ("finance", "Finance", 13, "all-staff", 2.1), ("people-team", "People team", 7, "all-staff", 2.1),
        ("democratic", "Democratic services", 4, "all-staff", 2.0)],
}
ROUNDS = {2024: ("2024-10-01", "2024-10-28"), 2025: ("2025-10-01", "2025-10-28")}
LEAVERS = 34
MEMBERS = 12


def normal(source):
    """A standard normal number from twelve uniform ones: the same on every version of Python."""
    return sum(source.random() for _ in range(12)) - 6


def pick(source, entries):
    return entries[int(source.random() * len(entries))]


def level(value):
    return min(max(round(value), 0), 3)


def staff():
    """People with code, roles, team, manager, started, left and skill; leavers come on top of the 480."""
    source = random.Random(SEED)
    codes = [f"p{number:04}" for number in range(1000, 9999)]
    order = sorted((source.random(), code) for code in codes)
    codes = iter(code for _, code in order)
    people = []
    for (_, _), teams in DIRECTORATES.items():
        for team, _, count, role, skill in teams:
            manager = {"code": next(codes), "roles": ["team-manager"], "team": team, "manager": "", "skill": skill + 0.5}
            members = [manager]
            for _ in range(count - 1):
                roles = [role]
                if source.random() < 0.06:
                    roles.append("digital-champion")
                members.append({"code": next(codes), "roles": roles, "team": team, "manager": manager["code"],
                                "skill": skill + 0.55 * normal(source) + (0.9 if len(roles) > 1 else 0)})
            for person in members:
                draw = source.random()
                person["started"] = "2025-0%d-15" % (1 + int(source.random() * 9)) if draw < 0.08 and person is not manager else (
                    "%d-%02d-01" % (2008 + int(source.random() * 16), 1 + int(source.random() * 12)))
                person["left"] = ""
            people += members
    stayed = list(people)
    for _ in range(LEAVERS):
        like = pick(source, [person for person in stayed if person["manager"]])
        people.append({"code": next(codes), "roles": like["roles"][:1], "team": like["team"], "manager": like["manager"],
                       "skill": like["skill"] + 0.3 * normal(source), "started": "2019-04-01",
                       "left": "2025-0%d-01" % (1 + int(source.random() * 9))})
    for _ in range(MEMBERS):
        people.append({"code": next(codes), "roles": ["elected-member"], "team": "", "manager": "",
                       "skill": 1.4 + 0.6 * normal(source), "started": "2022-05-09", "left": ""})
    return people


def is_there(person, day):
    return person["started"] <= day and not (person["left"] and person["left"] <= day)


def ratings(people, year):
    """Rows of one round: a person and rater, and a level for each competence, as its value."""
    source = random.Random(SEED + year)
    first, last = ROUNDS[year]
    rows = [["person", "rater", "date", *COMPETENCES, "note"]]
    for person in people:
        learned = 0.0 if year == 2024 else max(0.0, 0.28 + 0.25 * normal(source))
        own_view = 0.25 * normal(source)
        skills = {name: person["skill"] + learned - hardness + 0.45 * normal(source) for name, hardness in COMPETENCES.items()}
        day = first[:8] + "%02d" % (1 + int(source.random() * int(last[8:])))
        is_member = person["roles"] == ["elected-member"]
        for rater in ["self"] if is_member else ["self", "manager"]:
            draw = source.random()
            if not is_there(person, day) or draw < (0.12 if rater == "self" else 0.07) or rater == "manager" and not person["manager"]:
                continue
            cells = []
            for name, skill in skills.items():
                blank = source.random()
                if name in WORK and "all-staff" in person["roles"] and blank < 0.3:
                    cells.append("not-needed")
                elif blank > 0.985:
                    cells.append("")
                else:
                    cells.append(str(level(skill + (0.2 + own_view if rater == "self" else 0) + 0.3 * normal(source))))
            note = "seen in supervision" if rater == "manager" and source.random() < 0.05 else ""
            rows.append([person["code"], rater, day, *cells, note])
    return rows


def text(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def files():
    people = staff()
    teams = [["team", "parent", "name"]]
    for (code, name), members in DIRECTORATES.items():
        teams.append([code, "", name])
        teams += [[team, code, title] for team, title, *_ in members]
    listed = [["code", "role", "team", "manager", "started", "left"]]
    listed += [[p["code"], "; ".join(p["roles"]), p["team"], p["manager"], p["started"], p["left"]] for p in people]
    return {"people.csv": text(listed), "teams.csv": text(teams),
            **{f"ratings-{year}.csv": text(ratings(people, year)) for year in ROUNDS}}


def long(count, ratings_file, people_file):
    """A large council for benchmarks, a row a rating."""
    source = random.Random(SEED)
    levels = ["not-yet", "with-help", "on-my-own", "help-others"]
    roles = ["all-staff", "all-staff", "frontline-adviser", "social-worker", "team-manager"]
    with open(people_file, "w", newline="") as out:
        out.write("code,role,team,manager,started,left\n")
        for number in range(count):
            out.write(f"p{number:06},{roles[number % 5]},team-{number // 40:04},,2020-01-01,\n")
    with open(ratings_file, "w", newline="") as out:
        out.write("person,rater,competence,level,date,note\n")
        for number in range(count):
            for rater in ("self", "manager"):
                out.write("".join(
                    f"p{number:06},{rater},{name},{levels[min(3, int(source.random() * 4.4))]},2025-10-{1 + number % 28:02},\n"
                    for name in COMPETENCES))


def main():
    if sys.argv[1:2] == ["--long"]:
        return long(int(sys.argv[2]), *sys.argv[3:5])
    made = files()
    if "--check" in sys.argv[1:]:
        wrong = [name for name, content in made.items()
                 if not (HERE / name).exists() or (HERE / name).read_bytes().decode() != content]
        for name in wrong:
            print(f"council/{name} is not what generate_council.py makes; run it again", file=sys.stderr)
        sys.exit(1 if wrong else 0)
    HERE.mkdir(exist_ok=True)
    for name, content in made.items():
        (HERE / name).write_bytes(content.encode())


main()

#!/usr/bin/env python3
"""Measures skills beside pandas: 50,000 people with 22 ratings each by two raters, from a long CSV.

usage: skills.py --programs FOLDER --tools FOLDER --samples FOLDER [--staff N]
       skills.py --pandas frames|arrays PEOPLE RATINGS REQUIREMENTS     the peer's task, once, as a process of its own

The peer makes the gap table alone: the latest rating of each rater, the manager's before the person's own, the level that the
role asks, how far people are below. Ours also makes literacies, likely ranges, a heatmap and the demand for learning by
team. Whole processes, medians of three interleaved rounds after one unmeasured. Exits with 1 when a figure differs.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LEVELS = ["not-yet", "with-help", "on-my-own", "help-others"]


def read(ratings):
    """The ratings with their levels and days as numbers; categories, since they are read fastest."""
    import pandas as pd
    text = {"person": "category", "rater": "category", "competence": "category", "level": "category", "date": "category"}
    table = pd.read_csv(ratings, usecols=list(text), dtype=text, engine="c")
    table["value"] = table["level"].cat.rename_categories({name: n for n, name in enumerate(LEVELS)}).astype("int8")
    # ISO dates sort as text; the codes of sorted categories are days in order.
    table["day"] = table["date"].cat.reorder_categories(sorted(table["date"].cat.categories), ordered=True).cat.codes
    return table


def show(gaps):
    for name in gaps:
        gap = gaps[name].dropna()
        print(f"below/{name}\t{int((gap > 0).sum())}")
        print(f"of/{name}\t{len(gap)}")
        print(f"gap/{name}\t{float(gap.mean())!r}")


def frames(people, ratings, requirements):
    """As one writes it first: a pivot and two merges."""
    import pandas as pd
    table = read(ratings).sort_values("day", kind="stable").drop_duplicates(["person", "competence", "rater"], keep="last")
    by_rater = table.pivot(index=["person", "competence"], columns="rater", values="value")
    level = by_rater["manager"].fillna(by_rater["self"]).rename("level").reset_index()
    staff = pd.read_csv(people, usecols=["code", "role"], dtype="category")
    asked = pd.read_csv(requirements, sep="\t", names=["role", "competence", "required"])
    gaps = staff.merge(asked, on="role").merge(level, left_on=["code", "competence"], right_on=["person", "competence"])
    gaps["gap"] = (gaps["required"] - gaps["level"]).clip(lower=0)
    show({name: group["gap"] for name, group in gaps.groupby("competence")})


def arrays(people, ratings, requirements):
    """The fastest that we found: one whole number for person and competence, then arrays of people by competences."""
    import pandas as pd
    table = read(ratings)
    persons, competences = table["person"].cat.categories, table["competence"].cat.categories
    table["key"] = table["person"].cat.codes.astype("int64") * len(competences) + table["competence"].cat.codes
    latest = table[["key", "rater", "day", "value"]].sort_values("day", kind="stable")
    by_rater = {rater: rows.drop_duplicates("key", keep="last").set_index("key")["value"]
                for rater, rows in latest.groupby("rater", observed=True)}
    cells = pd.RangeIndex(len(persons) * len(competences))
    level = by_rater["manager"].reindex(cells).fillna(by_rater["self"].reindex(cells))
    roles = pd.read_csv(people, usecols=["code", "role"], dtype="category").set_index("code")["role"].reindex(persons)
    asked = pd.read_csv(requirements, sep="\t", names=["role", "competence", "required"])
    asked = asked.pivot(index="role", columns="competence", values="required").reindex(columns=competences)
    required = asked.reindex(roles.astype("object")).to_numpy()
    show(pd.DataFrame(required - level.to_numpy().reshape(required.shape), columns=competences).clip(lower=0))


PANDAS = {"frames": frames, "arrays": arrays}


def main():
    parser = argparse.ArgumentParser()
    for name in ("--programs", "--tools", "--samples"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--staff", type=int, default=50_000)
    options = parser.parse_args()
    program, whole = options.programs / "skills", options.tools / "whole"
    people, ratings = options.samples / "people.csv", options.samples / "ratings.csv"
    subprocess.run([sys.executable, HERE.parents[1] / "Examples" / "data" / "generate_council.py", "--long",
                    str(options.staff), ratings, people], check=True)
    requirements = options.samples / "requirements.tsv"
    requirements.write_text(subprocess.run([program, "--requirements"], capture_output=True, text=True, check=True).stdout)

    def run(*command):
        done = subprocess.run([whole, *map(str, command)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        *lines, (_, seconds, peak) = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
        return {line[0]: float(line[1]) for line in lines}, float(seconds), int(peak) / 1024

    ways = {"ours, 2 workers": (program, people, ratings, 2), "ours, 1 worker": (program, people, ratings, 1),
            "pandas at its best, the gap table alone": (sys.executable, __file__, "--pandas", "arrays", people, ratings, requirements),
            "pandas as usual, the gap table alone": (sys.executable, __file__, "--pandas", "frames", people, ratings, requirements)}
    runs = {name: [] for name in ways}
    for index in range(4):
        for name, command in ways.items():
            result = run(*command)
            if index:
                runs[name].append(result)
    ours = runs["ours, 2 workers"][-1][0]
    for name, results in runs.items():
        figures = results[-1][0]
        if len(figures) < 60:
            sys.exit(f"{name} printed {len(figures)} figures")
        wrong = [key for key in figures if not abs(figures[key] - ours.get(key, float("inf"))) <= 1e-9]
        if wrong:
            sys.exit(f"{name} differs: {wrong[0]} is {figures[wrong[0]]}, ours {ours.get(wrong[0])}")
    base = statistics.median(r[1] for r in runs["ours, 2 workers"])
    print(f"\n## Skills, {options.staff:,} people × 22 competences × 2 raters, a row a rating\n")
    print(f"{options.staff * 44:,} rows, {ratings.stat().st_size / 2**20:.0f} MiB. Ours: gaps, literacies, likely ranges, heatmap and "
          "demand by team. Whole processes. All figures of the gap table agree to 1e-9.\n")
    print("|  | time | M rows/s | peak | to ours | goal |\n|---|---|---|---|---|---|")
    for name, results in runs.items():
        seconds, peak = (statistics.median(r[index] for r in results) for index in (1, 2))
        goal = ""
        if name.startswith("pandas at its best"):
            goal = f"≥ 10, {'reached' if seconds / base >= 10 else 'not reached'}"
        elif name == "ours, 2 workers":
            goal = f"< 200 MiB, {'reached' if peak < 200 else 'not reached'}"
        print(f"| {name} | {seconds * 1000:,.0f} ms | {options.staff * 44 / seconds / 1e6:.2f} | {peak:,.0f} MiB | "
              f"{seconds / base:.2f} | {goal} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--pandas"]:
        PANDAS[sys.argv[2]](*sys.argv[3:6])
    else:
        main()

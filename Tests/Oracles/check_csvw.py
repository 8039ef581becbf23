#!/usr/bin/env python3
"""Checks folders that `maturity score --format csvw` made, with PyPI's csvw: they are valid CSV on the Web, keys and
references among them, and every figure is that of the JSON of the same results.

usage: check_csvw.py FOLDER JSON [FOLDER JSON]...
"""
import json
import pathlib
import sys
import warnings

import csvw


def scores(result):
    """Every score and question of a result by its key, with what must stand in its row."""
    for number, card in enumerate(result.get("scorecards", [result])):
        for group in card["groups"]:
            where = ";".join(f"{key}={value or 'not stated'}" for key, value in group["group"].items()) or "everyone"
            subjects = [(kind, score) for kind, plural in
                        (("area", "areas"), ("theme", "themes"), ("principle", "principles"), ("literacy", "literacies"))
                        for score in group[plural]]
            if group["overall"]:
                subjects.append(("overall", group["overall"]))
            for kind, score in subjects + [("question", question) for question in group["questions"]]:
                yield (number, where, kind, score["id"]), score


def check(folder, result, fail):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        group = csvw.TableGroup.from_file(folder / "csv-metadata.json")
        tables = {str(table.url): list(table.iterdicts(strict=True)) for table in group.tables}
        for table in group.tables:
            if not table.check_primary_key():
                fail(f"{table.url}: rows with the same key")
        if not group.check_referential_integrity():
            fail("distributions without a score")
    for warning in caught:
        fail(f"{warning.category.__name__}: {warning.message}")
    cohorts = {}
    rows = {}
    for row in tables["scores.csv"]:
        if row["cohort"] == "All audiences together":
            continue
        number = cohorts.setdefault(row["cohort"], len(cohorts))
        rows[number, row["group_id"], row["kind"], row["id"]] = row
    expected = dict(scores(result))
    if rows.keys() != expected.keys():
        fail(f"{len(rows)} rows for {len(expected)} scores: {sorted(rows.keys() ^ expected.keys())[:3]}")
    counted = {}
    for row in tables["distributions.csv"]:
        key = cohorts[row["cohort"]], row["group_id"], row["kind"], row["id"]
        counted.setdefault(key, []).append(row["count"])
    figures = 0
    for key in rows.keys() & expected.keys():
        row, score = rows[key], expected[key]
        interval = score.get("interval") or {}
        wanted = {"score": score["mean" if key[2] == "question" else "score"], "people": score["n"],
                  "target": score.get("target"), "gap": score.get("gap"), "median": score.get("median"),
                  "standard_deviation": score.get("sd"), "consensus": score.get("consensus"),
                  "range_low": interval.get("low"), "range_high": interval.get("high")}
        for status, count in (score["statuses"] or {}).items():
            wanted[status.replace("-", "_")] = count
        for name, figure in wanted.items():
            figures += 1
            if row[name] != figure:
                fail(f"{key}, {name}: {row[name]!r}, in the JSON {figure!r}")
        counts = [option["count"] for option in score.get("options", [])] or [entry["count"] for entry in score["distribution"]]
        if (score["n"] or 0) > 0 and counted.get(key, []) != counts:
            fail(f"{key}: counts {counted.get(key)}, in the JSON {counts}")
    return len(tables["scores.csv"]), len(tables["distributions.csv"]), figures


def main(arguments):
    failures = []
    for folder, result in zip(arguments[::2], arguments[1::2]):
        folder = pathlib.Path(folder)
        result = json.loads(pathlib.Path(result).read_text(encoding="utf-8"))
        counts = check(folder, result, lambda message: failures.append(f"{folder}: {message}"))
        print(f"{folder.name}: {counts[0]} scores and {counts[1]} rows of distributions valid, {counts[2]} figures as in the JSON")
    for failure in failures[:40]:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))

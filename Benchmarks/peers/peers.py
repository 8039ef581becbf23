#!/usr/bin/env python3
"""One peer, one task, once: prints the figures, a name, a tab and a number a line, as `scoring --means` does.

usage: peers.py polars-eager|polars-streaming|duckdb|duckdb-json|pandas FILE
       peers.py scipy FILE [RESAMPLES]

The task: a person's mean in an area over the answers given, where at least four of eight are; the mean of those, for everyone,
by directorate and by role; answers by option for all columns; Cronbach's alpha of each area over people who answered all eight.
Only what a task needs is imported, so that a whole process can be timed.
"""
import sys

AREAS = range(1, 10)
OPTIONS = range(1, 6)
COLUMNS = {area: [f"q-{area}-{item}" for item in range(1, 9)] for area in AREAS}
ALL = [column for area in AREAS for column in COLUMNS[area]]
GROUPS = ["directorate", "role"]


def alpha(people, total, total_squares, sums, squares):
    """Cronbach's alpha from running sums over complete people: n, Σ total, Σ total², Σ x and Σ x² of each item."""
    def variance(s, ss):
        return (ss - s * s / people) / (people - 1)
    items = sum(variance(s, ss) for s, ss in zip(sums, squares))
    return len(sums) / (len(sums) - 1) * (1 - items / variance(total, total_squares))


def show(name, value):
    print(f"{name}\t{value!r}")


def polars(path, streaming):
    import polars as pl
    schema = {"respondent": pl.String, **dict.fromkeys(GROUPS, pl.String), **dict.fromkeys(ALL, pl.Int8)}
    table = pl.scan_csv(path, schema=schema) if streaming else pl.read_csv(path, schema=schema).lazy()
    scored = table.with_columns(
        pl.when(pl.sum_horizontal(pl.col(c).is_not_null() for c in columns) >= 4)
        .then(pl.mean_horizontal(*columns)).alias(f"area-{area}") for area, columns in COLUMNS.items())
    means = [pl.col(f"area-{area}").mean() for area in AREAS]
    figures = list(means)
    figures += [(pl.col(c) == option).sum().alias(f"count/{c}/{option}") for c in ALL for option in OPTIONS]
    for area, columns in COLUMNS.items():
        # A sum of which one part is null is null, and sums of nulls leave them out.
        whole = pl.sum_horizontal(*(pl.col(c).cast(pl.Int64) for c in columns), ignore_nulls=False)
        complete = whole.is_not_null()
        figures += [complete.sum().alias(f"n{area}"), whole.sum().alias(f"t{area}"), (whole ** 2).sum().alias(f"tt{area}")]
        for c in columns:
            kept = pl.when(complete).then(pl.col(c).cast(pl.Int64))
            figures += [kept.sum().alias(f"s/{c}"), (kept ** 2).sum().alias(f"ss/{c}")]
    queries = [scored.select(figures)] + [scored.group_by(group).agg(means) for group in GROUPS]
    engine = "streaming" if streaming else "in-memory"
    results = pl.collect_all(queries, engine=engine)
    report(results[0].row(0, named=True), [result.rows() for result in results[1:]])


def duckdb(path, json=False):
    import duckdb as db
    types = {"respondent": "VARCHAR", **dict.fromkeys(GROUPS, "VARCHAR"), **dict.fromkeys(ALL, "TINYINT")}
    named = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    source = (f"read_json('{path}', format = 'newline_delimited', columns = {{{named}}})" if json
              else f"read_csv('{path}', header = true, columns = {{{named}}})")
    quoted = {area: [f'"{c}"' for c in columns] for area, columns in COLUMNS.items()}
    people = ["directorate", "role"] + [c for columns in quoted.values() for c in columns]
    for area, columns in quoted.items():
        given = " + ".join(f"({c} IS NOT NULL)::TINYINT" for c in columns)
        total = " + ".join(f"coalesce({c}, 0)" for c in columns)
        people.append(f'CASE WHEN {given} >= 4 THEN ({total})::DOUBLE / ({given}) END AS "area-{area}"')
        people.append(f"({' + '.join(f'{c}::INTEGER' for c in columns)}) AS whole{area}")  # null unless all are given
    means = [f'avg("area-{area}") AS "area-{area}"' for area in AREAS]
    connection = db.connect()
    connection.execute(f"CREATE TABLE people AS SELECT {', '.join(people)} FROM {source}")

    def ask(query):
        return connection.execute(query).fetchall()

    # Many small queries: 500 aggregates with a FILTER each in one query take ten times as long.
    row = dict(zip([f"area-{area}" for area in AREAS], ask(f"SELECT {', '.join(means)} FROM people")[0]))
    counted = {(name, option): count for name, option, count in ask(
        " UNION ALL ".join(f"SELECT '{c}', \"{c}\", count(*) FROM people GROUP BY 2" for c in ALL))}
    row |= {f"count/{c}/{option}": counted.get((c, option), 0) for c in ALL for option in OPTIONS}
    for area, columns in COLUMNS.items():
        names = [f"n{area}", f"t{area}", f"tt{area}"] + [f"s/{c}" for c in columns] + [f"ss/{c}" for c in columns]
        sums = ["count(*)", f"sum(whole{area})", f"sum(whole{area} * whole{area})"]
        sums += [f'sum("{c}")' for c in columns] + [f'sum("{c}"::INTEGER * "{c}")' for c in columns]
        row |= zip(names, ask(f"SELECT {', '.join(sums)} FROM people WHERE whole{area} IS NOT NULL")[0])
    report(row, [ask(f"SELECT {group}, {', '.join(means)} FROM people GROUP BY {group}") for group in GROUPS])


def report(row, groups):
    """Prints a row of named figures and sums, and rows of a group's name and its nine means."""
    for area, columns in COLUMNS.items():
        show(f"mean/area-{area}", float(row[f"area-{area}"]))
        show(f"alpha/area-{area}", alpha(
            int(row[f"n{area}"]), int(row[f"t{area}"]), int(row[f"tt{area}"]), [int(row[f"s/{c}"]) for c in columns],
            [int(row[f"ss/{c}"]) for c in columns]))
    for rows in groups:
        for name, *means in rows:
            for area, mean in zip(AREAS, means):
                show(f"mean/{name}/area-{area}", float(mean))
    for name, value in row.items():
        if name.startswith("count/"):
            show(name, int(value))


def pandas(path):
    import numpy as np
    import pandas as pd
    table = pd.read_csv(path, dtype={**dict.fromkeys(GROUPS, "category"), **dict.fromkeys(ALL, np.float32)},
                        usecols=GROUPS + ALL, engine="c")
    answers = table[ALL].to_numpy()
    for column, name in zip(answers.T, ALL):
        counts = np.bincount(np.nan_to_num(column).astype(np.int8), minlength=6)
        for option in OPTIONS:
            show(f"count/{name}/{option}", int(counts[option]))
    scores = {}
    for area, columns in COLUMNS.items():
        block = table[columns].to_numpy()
        given = (~np.isnan(block)).sum(axis=1)
        total = np.nansum(block, axis=1)  # whole numbers up to 40, exact
        with np.errstate(invalid="ignore"):
            scores[f"area-{area}"] = np.where(given >= 4, total.astype(np.float64) / given, np.nan)
        whole = block[given == 8].astype(np.float64)
        totals = whole.sum(axis=1)
        show(f"alpha/area-{area}", float(8 / 7 * (1 - whole.var(axis=0, ddof=1).sum() / totals.var(ddof=1))))
    scores = pd.DataFrame(scores)
    for name, mean in scores.mean().items():
        show(f"mean/{name}", float(mean))
    for group in GROUPS:
        for value, row in scores.groupby(table[group], observed=True).mean().iterrows():
            for name, mean in row.items():
                show(f"mean/{value}/{name}", float(mean))


def scipy(path, resamples=2000):
    """Likely ranges of nine means. Prints the least time of the ways that scipy has, reading and scoring left out."""
    import time
    import numpy as np
    from scipy import stats
    answers = read_answers(path)
    answers = answers.reshape(len(answers), 9, 8)
    given = (~np.isnan(answers)).sum(axis=2)
    scores = np.where(given >= 4, np.nansum(answers, axis=2) / np.maximum(given, 1), np.nan)
    areas = [scores[:, area][~np.isnan(scores[:, area])] for area in range(9)]
    joint = scores[~np.isnan(scores).any(axis=1)].T.copy()  # one draw of people for all nine areas
    options = dict(n_resamples=resamples, method="percentile", confidence_level=0.95, rng=1)
    best = None
    # A batch's numbers stay below 300 MiB.
    for batch in sorted({max(1, min(size, 40_000_000 // len(scores))) for size in (10, 50, 200, 2000)}):
        ways = {
            f"an area at a time, batch {batch}": lambda: [
                stats.bootstrap((area,), np.mean, vectorized=True, batch=batch, **options) for area in areas],
            f"nine areas at once, batch {max(1, batch // 9)}": lambda: stats.bootstrap(
                (joint,), np.mean, axis=1, vectorized=True, batch=max(1, batch // 9), **options)}
        for name, run in ways.items():
            times = []
            for _ in range(3 if resamples == 2000 else 1):
                start = time.perf_counter()
                result = run()
                times.append(time.perf_counter() - start)
            median = sorted(times)[len(times) // 2]
            if best is None or median < best[0]:
                best = (median, name, result)
    seconds, name, result = best
    show("seconds", seconds)
    print(f"way\t{name}")
    limits = ([r.confidence_interval for r in result] if isinstance(result, list)
              else list(zip(*result.confidence_interval)))
    for area, (low, high) in zip(AREAS, limits):
        show(f"low/area-{area}", float(low))
        show(f"high/area-{area}", float(high))


def read_answers(path):
    import numpy as np
    import pandas as pd
    return pd.read_csv(path, dtype=dict.fromkeys(ALL, np.float32), usecols=ALL).to_numpy()


if __name__ == "__main__":
    task, path, *more = sys.argv[1:]
    match task:
        case "polars-eager" | "polars-streaming": polars(path, task.endswith("streaming"))
        case "duckdb" | "duckdb-json": duckdb(path, task.endswith("json"))
        case "pandas": pandas(path)
        case "scipy": scipy(path, *map(int, more))
        case _: sys.exit(__doc__)

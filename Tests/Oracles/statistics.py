"""Expected figures for the tests of MaturityStatistics, by independent implementations.

    python3 -m venv DIR && DIR/bin/pip install -r requirements.txt
    DIR/bin/python statistics.py > ../MaturityStatisticsTests/Fixtures/oracle.json

Where PyPI has an implementation (pingouin, krippendorff, scipy, numpy) it is used. Consensus, agreement A, r_wg and Cliff's
delta have none of note: they are written here from the papers, in the plainest form, over single answers and not over counts.
"""
import importlib.metadata
import itertools
import json
import math
import sys

# This file has the name of a standard module that its imports need.
sys.path = [path for path in sys.path if path not in ("", sys.path[0])]

import statistics

import krippendorff
import numpy as np
import pandas as pd
import pingouin
import scipy.stats as st
from scipy.stats._resampling import _bca_interval

random = np.random.default_rng(20190411)


def answers(values, counts):
    return np.repeat(np.array(values, float), counts)


# Distributions ----------------------------------------------------------------------------------------------------

def consensus(x, low, high):
    shares = 1 / len(x)
    return 1 + sum(shares * math.log2(1 - abs(a - x.mean()) / (high - low)) for a in x)


def agreement(counts):
    """van der Eijk 2001, layer by layer, every triple looked at."""
    k, n, left, total = len(counts), sum(counts), list(counts), 0.0
    while any(left):
        used = [c > 0 for c in left]
        size = sum(used)
        together = apart = 0
        for i, j, m in itertools.combinations(range(k), 3):
            triple = (used[i], used[j], used[m])
            together += triple in [(True, True, False), (False, True, True)]
            apart += triple == (True, False, True)
        if size == 1:
            unimodality = 1
        elif size == k:
            unimodality = 0
        else:
            unimodality = ((k - 2) * together - (k - 1) * apart) / ((k - 2) * (together + apart))
        height = min(c for c in left if c > 0)
        total += unimodality * (1 - (size - 1) / (k - 1)) * height * size / n
        left = [c - height if c > 0 else 0 for c in left]
    return total


def interpolated_median(x, step):
    median = np.median(x)
    equal = np.sum(x == median)
    # statistics.median_grouped takes the upper of two middle answers; it is asked only where they are the same.
    return statistics.median_grouped(x.tolist(), interval=step) if equal > 1 else median


def distribution(values, counts):
    x = answers(values, counts)
    step = values[1] - values[0]
    even = all(math.isclose(b - a, step) for a, b in zip(values, values[1:]))
    rwg = 1 - np.var(x, ddof=1) / np.var(values)
    if even and step == 1:
        assert math.isclose(np.var(values), (len(values) ** 2 - 1) / 12)
    return dict(
        values=values, counts=counts, mean=x.mean(), sd=x.std(ddof=1), median=np.median(x),
        quantiles={str(p): np.quantile(x, p) for p in [0, 0.025, 0.1, 0.25, 1 / 3, 0.9, 1]},
        step=step if even else None, interpolatedMedian=interpolated_median(x, step) if even else None,
        consensus=consensus(x, min(values), max(values)), wideConsensus=consensus(x, min(values) - 1, max(values) + 3),
        agreement=agreement(counts), rwg=rwg, rwgFloored=max(0, rwg))


def distributions():
    yield distribution([1, 2, 3, 4, 5, 6, 7], [30, 40, 210, 130, 530, 50, 10])
    for _ in range(25):
        k = int(random.integers(2, 9))
        scale = random.choice(["unit", "quarter", "wide", "uneven"])
        values = {
            "unit": [float(v) for v in range(1, k + 1)], "quarter": [v / 4 for v in range(k)],
            "wide": [25.0 * v for v in range(k)], "uneven": np.cumsum(random.integers(1, 20, k)).astype(float).tolist(),
        }[scale]
        counts = random.integers(0, random.choice([2, 5, 60]), k) * random.integers(0, 2, k)
        if counts.sum() < 2:
            counts[int(random.integers(0, k))] += 2
        yield distribution(values, counts.tolist())


# Tables -----------------------------------------------------------------------------------------------------------

def ratings(rows, columns, missing, points, common):
    """Answers that share a common part, some of them blank."""
    person = random.normal(0, common, (rows, 1))
    table = np.clip(np.rint((points + 1) / 2 + person + random.normal(0, 1, (rows, columns))), 1, points)
    table[random.random((rows, columns)) < missing] = np.nan
    return table


def as_rows(table):
    return [[None if math.isnan(v) else v for v in row] for row in np.asarray(table, float)]


def reliability(table, policy):
    frame = pd.DataFrame(table, columns=[f"i{n}" for n in range(np.shape(table)[1])])
    if policy == "listwise":
        frame = frame.dropna()
    k = frame.shape[1]
    covariance = frame.cov().to_numpy()
    deviations = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(deviations, deviations)
    mean = correlation[np.triu_indices(k, 1)].mean()
    rest = covariance.sum(axis=0) - np.diag(covariance)
    rest_variance = [np.delete(np.delete(covariance, i, 0), i, 1).sum() for i in range(k)]
    item_rest = rest / deviations / np.sqrt(rest_variance)
    if policy == "listwise":
        direct = [frame[c].corr(frame.drop(columns=c).sum(axis=1)) for c in frame]
        assert np.allclose(direct, item_rest, atol=1e-12)
    dropped = [pingouin.cronbach_alpha(frame.drop(columns=c), nan_policy=policy)[0] for c in frame] if k > 2 else None
    present = frame.notna().to_numpy().astype(int)
    return dict(
        alpha=pingouin.cronbach_alpha(frame, nan_policy=policy)[0], standardized=k * mean / (1 + (k - 1) * mean),
        n=int((present.T @ present).min()), itemRest=item_rest.tolist(), ifDropped=dropped)


def alphas():
    tables = [pingouin.read_dataset("cronbach_wide_missing").to_numpy(float)]
    for rows, columns, missing in [(12, 2, 0), (40, 5, 0), (60, 8, 0.07), (25, 3, 0.2), (200, 6, 0.03)]:
        tables.append(ratings(rows, columns, missing, 5, 1.0))
    tables.append(ratings(50, 4, 0.05, 5, 0.7) + 1e6)
    for table in tables:
        yield dict(
            rows=as_rows(table), listwise=reliability(table, "listwise"), pairwise=reliability(table, "pairwise"))


def icc(table):
    frame = pd.DataFrame(table).dropna()
    long = frame.reset_index(drop=True).reset_index().melt(id_vars="index", var_name="rater", value_name="rating")
    result = pingouin.intraclass_corr(long, targets="index", raters="rater", ratings="rating")
    figures = list(result["ICC"])
    assert len(figures) == 6, result
    return dict(n=len(frame), **dict(zip(["icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"], map(float, figures))))


def agreements():
    shrout = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    x = math.nan
    krippendorff_2011 = np.array([
        [1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3],
        [x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x]]).T
    tables = [np.array(shrout, float), krippendorff_2011, ratings(30, 3, 0, 5, 1), ratings(50, 4, 0.15, 7, 1.5)]
    tables.append(random.gamma(2, 3, (20, 3)) + random.gamma(3, 5, (20, 1)))
    tables.append(ratings(15, 2, 0, 5, 0))
    for table in tables:
        yield dict(rows=as_rows(table), icc=icc(table), krippendorff={
            level: krippendorff.alpha(reliability_data=table.T, level_of_measurement=level)
            for level in ["nominal", "ordinal", "interval", "ratio"]})


# Pairs of groups, probability, resampling -----------------------------------------------------------------------------

def groups():
    for sizes in [(5, 8), (100, 40), (2, 3), (30, 400), (7, 7)]:
        scale = float(random.choice([1, 0.125]))
        x, y = (np.rint(random.normal(3 + i * 0.4, 1 + i * 0.5, n) / scale) * scale for i, n in enumerate(sizes))
        if x.std() == 0:
            x[0] += 1
        delta = np.sign(x[:, None] - y[None, :]).mean()
        test = st.ttest_ind(x, y, equal_var=False)
        intervals = {str(c): list(test.confidence_interval(c)) for c in [0.5, 0.9, 0.95, 0.999]}
        yield dict(x=x.tolist(), y=y.tolist(), delta=delta, difference=x.mean() - y.mean(), welch=intervals)


def wilson():
    for k, n in [(0, 1), (1, 1), (0, 20), (1, 29), (15, 148), (81, 263), (7, 9), (50, 50), (123456, 1000000)]:
        for c in [0.8, 0.95, 0.999]:
            low, high = st.binomtest(k, n).proportion_ci(c, method="wilson")
            yield dict(successes=k, n=n, confidence=c, low=low, high=high)


def probability():
    shares = [1e-300, 1e-12, 1e-4, 0.025, 0.3, 0.5, 0.61, 0.975, 0.9999, 1 - 1e-12]
    return dict(
        normal=[dict(p=p, quantile=st.norm.ppf(p)) for p in shares],
        student=[dict(freedom=f, tail=t, quantile=st.t.isf(t, f), share=st.t.sf(st.t.isf(t, f) * 1.1, f),
                      at=st.t.isf(t, f) * 1.1)
                 for f in [1, 1.5, 2, 3.7, 10, 59.9, 60.1, 1000, 123456.7, 2e6] for t in [0.4, 0.05, 0.025, 1e-3, 1e-6]])


def resampling():
    def mean(x, axis=-1):
        return np.mean(x, axis=axis)

    small = []
    for x in [[1, 2], [1, 1, 5], [1, 2, 4, 4], [1, 3, 3, 4, 5], [2, 2, 3, 5, 5, 5], [0, 0, 0, 0, 0, 10]]:
        x = np.array(x, float)
        means = np.sort(np.array([np.mean(r) for r in itertools.product(x, repeat=len(x))]))
        # Equal means must be equal to the last bit, for the share below the estimate.
        means = np.rint(means * len(x)) / len(x)
        low, high, acceleration = _bca_interval(
            [x], mean, -1, 0.025, means[None, :].reshape(-1), None, np)
        small.append(dict(
            values=x.tolist(), percentile=[np.quantile(means, 0.025), np.quantile(means, 0.975)],
            acceleration=float(np.squeeze(acceleration)), shares=[float(np.squeeze(low)), float(np.squeeze(high))]))
    x = answers([1, 2, 3, 4, 5], [2, 3, 9, 20, 7])
    large = dict(values=[1, 2, 3, 4, 5], counts=[2, 3, 9, 20, 7], resamples=200_000)
    for method in ["percentile", "bca"]:
        result = st.bootstrap((x,), np.mean, n_resamples=200_000, method=method, rng=7, batch=1000)
        large[method] = list(result.confidence_interval)
    binomials = []
    for n, successes in [(40, 4), (100, 37), (10_000, 700), (1_000_000, 300_000)]:
        at = st.binom.ppf([0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999], n, successes / n)
        binomials.append(dict(n=n, successes=successes, at=at.tolist(), share=st.binom.cdf(at, n, successes / n).tolist()))
    poisson = []
    for rate in [0.02, 0.7, 5.5, 80, 1024, 1025, 40_000, 3e7]:
        at = st.poisson.ppf([0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999], rate)
        poisson.append(dict(rate=rate, at=at.tolist(), share=st.poisson.cdf(at, rate).tolist()))
    return dict(small=small, large=large, binomial=binomials, poisson=poisson)


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (np.floating, float)):
        assert math.isfinite(value)
        return float(value)
    return int(value) if isinstance(value, np.integer) else value


def main():
    names = ["krippendorff", "numpy", "pandas", "pingouin", "scipy"]
    figures = plain(dict(
        versions={name: importlib.metadata.version(name) for name in names}, distributions=list(distributions()),
        alpha=list(alphas()), agreement=list(agreements()), groups=list(groups()), wilson=list(wilson()),
        probability=probability(), resampling=resampling()))
    # One line an example keeps differences readable.
    parts = []
    for key, value in figures.items():
        if isinstance(value, list):
            parts.append(f'"{key}": [\n' + ",\n".join(json.dumps(v) for v in value) + "\n]")
        else:
            parts.append(f'"{key}": ' + json.dumps(value))
    print("{\n" + ",\n".join(parts) + "\n}")


main()

"""Writes choice_eval.json: choices by NumPy in float64, and the intervals of SciPy: `python3 choice_eval.py`."""

import json
import pathlib

import numpy
from scipy import stats

random = numpy.random.default_rng(58)
# How much of a normal distribution lies within 1.96 deviations of its mean.
LEVEL = 2 * stats.norm.cdf(1.96) - 1


def question(options):
    lengths = random.integers(1, 8, options)
    rows = [(-3 * random.uniform(0.02, 1, length)).astype(numpy.float32).astype(float) for length in lengths]
    return {"options": [row.tolist() for row in rows], "choice": int(numpy.argmax([row.mean() for row in rows]))}


def interval(right, questions):
    found = stats.binomtest(right, questions).proportion_ci(LEVEL, method="wilson")
    return {"right": right, "questions": questions, "low": found.low, "high": found.high}


table = {
    "questions": [question(2 + at % 4) for at in range(12)],
    "intervals": [
        interval(*counts)
        for counts in [(6, 10), (600, 1000), (12, 20), (11, 20), (0, 1), (1, 1), (0, 20), (20, 20), (9000, 14042)]
    ],
}
text = json.dumps(table, separators=(",", ":")).replace('{"options"', '\n{"options"').replace('{"right"', '\n{"right"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes early_stopping.json, trainings with patience as NumPy has them in float64: `python3 early_stopping.py`.

`numpy.polynomial.chebyshev` is the polynomial. When a training stops is read off the whole list of its losses.
"""

import json
import pathlib

import numpy
from numpy.polynomial import chebyshev

random = numpy.random.default_rng(4)


def when_to_stop(losses, patience):
    # The first of the lowest, up to every step.
    best = [int(numpy.argmin(losses[: step + 1])) for step in range(len(losses))]
    ends = [step for step in range(len(losses)) if step - best[step] >= patience]
    last = ends[0] if ends else len(losses) - 1
    return best[last], last


def points(n):
    x = random.uniform(-1, 1, n)
    return numpy.stack([x, numpy.sin(3 * x) + random.normal(0, 0.35, n)], axis=1)


def train(training, validation, rate, patience, most):
    ours, others = (chebyshev.chebvander(some[:, 0], 12) for some in (training, validation))
    weights = [numpy.zeros(13)]
    for _ in range(most):
        errors = ours @ weights[-1] - training[:, 1]
        weights.append(weights[-1] - rate * 2 * errors @ ours / len(training))
    of = lambda some, at: [numpy.mean((at @ w - some[:, 1]) ** 2) for w in weights]
    losses = of(training, ours)
    validation_losses = of(validation, others)
    best, last = when_to_stop(validation_losses, patience)
    return {
        "training": training.tolist(),
        "validation": validation.tolist(),
        "rate": rate,
        "patience": patience,
        "most": most,
        "weights": weights[best].tolist(),
        "best": best,
        "losses": losses[: last + 1],
        "validation_losses": validation_losses[: last + 1],
    }


def listed(n, patience):
    losses = random.integers(1, 10, n).astype(float)
    best, last = when_to_stop(losses, patience)
    return {"losses": losses.tolist(), "patience": patience, "best": best, "last": last}


table = {
    "listed": [listed(*one) for one in [(1, 1), (2, 1), (5, 2), (9, 3), (12, 3), (20, 4), (30, 5), (8, 40)]],
    "trained": [
        train(points(n), points(m), *one)
        for n, m, one in [(15, 15, (0.05, 10, 60)), (12, 6, (0.1, 3, 40)), (15, 20, (0.05, 8, 5)), (10, 4, (0.02, 20, 90))]
    ],
}
text = json.dumps(table, separators=(",", ":"))
text = text.replace('{"losses":[', '\n{"losses":[').replace('{"training"', '\n{"training"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

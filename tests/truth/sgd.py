"""Writes sgd.json, the way of a line down its loss in float64: `python3 sgd.py`.

A batch is a matrix A with the rows [x, 1] and a vector y; the gradient of the mean of (A w - y)^2 is 2 A' (A w - y) / k for
k points. Inputs are rounded to float32 first. The rows of `training` have all points in one batch, so that no order matters.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(8)


def single(numbers):
    return numpy.float64(numpy.float32(numbers))


def epoch(points, batch, rate, line):
    path = []
    for start in range(0, len(points), batch):
        some = points[start : start + batch]
        inputs = numpy.column_stack([some[:, 0], numpy.ones(len(some))])
        line = line - rate * 2 * inputs.T @ (inputs @ line - some[:, 1]) / len(some)
        path.append(line)
    return path


def training(points, rate, epochs):
    path = [numpy.zeros(2)]
    for _ in range(epochs):
        path += epoch(points, len(points), rate, path[-1])
    return path[1:]


def drawn(count):
    x = random.uniform(-1.5, 2, count)
    return single(numpy.column_stack([x, 1.7 * x - 0.6 + random.uniform(-1, 1, count)]))


def listed(rows):
    return [row.tolist() for row in rows]


epochs = [(numpy.array([[1.0, 2.0], [-1.0, 0.0], [2.0, 1.0]]), 2, single(0.1), numpy.zeros(2))]
for count, batch in [(1, 1), (5, 1), (5, 8), (6, 3), (7, 3), (40, 8), (41, 8)]:
    start = single(random.uniform(-1, 1, 2))
    epochs.append((drawn(count), batch, single(random.uniform(0.05, 0.2)), start))
trainings = [(drawn(count), single(0.1), times) for count, times in [(1, 1), (4, 2), (9, 30)]]
table = {
    "about": "`points` are rows [x, y], `path` is the line [slope, bias] after each step, from `line` or from [0, 0].",
    "epoch": [
        {"points": listed(p), "batch": b, "rate": r, "line": w.tolist(), "path": listed(epoch(p, b, r, w))}
        for p, b, r, w in epochs
    ],
    "training": [
        {"points": listed(p), "batch": len(p), "rate": r, "epochs": n, "path": listed(training(p, r, n))}
        for p, r, n in trainings
    ],
}
text = json.dumps(table, separators=(",", ":")).replace('{"points"', '\n{"points"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes precision_recall.json, curves with their average precision, in float64: `python3 precision_recall.py`.

Everything is scikit-learn's. Its curve goes from the lowest threshold to the highest and ends with a point of its own, so
here it is turned round and without that point. Scores are rounded to float32 first.
"""

import json
import pathlib

import numpy
from sklearn.metrics import average_precision_score, f1_score, precision_recall_curve

random = numpy.random.default_rng(62)


def case(scores, labels):
    precision, recall, thresholds = precision_recall_curve(labels, scores)
    points = numpy.stack([precision, recall], axis=1)[:-1]
    return {
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "thresholds": thresholds[::-1].tolist(),
        "points": points[::-1].tolist(),
        "f1": [float(f1_score(labels, scores >= threshold)) for threshold in thresholds[::-1]],
        "average_precision": float(average_precision_score(labels, scores)),
    }


def drawn(count, shift, steps=None):
    labels = random.random(count) < 0.4
    labels[0] = True
    scores = random.normal(size=count) + shift * labels
    scores = numpy.round(scores * steps) / steps if steps else scores
    return case(scores.astype(numpy.float32).astype(float), labels)


cases = [
    case(numpy.array([0.2, 0.7, 0.9, 0.7, 0.4]), numpy.array([True, False, True, True, False])),
    drawn(1, 1),
    drawn(8, 1),
    drawn(30, 0),
    drawn(30, 3),
    drawn(25, 1, steps=1),
    drawn(40, 1, steps=4),
]
table = {
    "about": "A row of `points` is precision and recall at one of `thresholds`, `f1` the F1 there; in float64.",
    "cases": cases,
}
text = json.dumps(table, separators=(",", ":")).replace('{"scores"', '\n{"scores"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes accuracy.json, classes in the order of their scores, and the share of labels among the top k: `python3 accuracy.py`.

NumPy sorts (stable, so that of equal scores the lower class comes first). Where no two scores of an example are equal,
scikit-learn's `top_k_accuracy_score` has to find the same share.
"""

import json
import pathlib

import numpy
from sklearn.metrics import top_k_accuracy_score

random = numpy.random.default_rng(61)


def case(scores, labels, k):
    order = numpy.argsort(-scores, axis=1, kind="stable")
    named = order[:, :k]
    accuracy = (named == labels[:, None]).any(axis=1).mean()
    classes = scores.shape[1]
    tied = any(len(set(row)) < classes for row in scores.tolist())
    if not tied and k < classes:
        other = top_k_accuracy_score(labels, scores, k=k, labels=range(classes))
        assert abs(accuracy - other) < 1e-12, (accuracy, other)
    return {
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "k": k,
        "named": named.tolist(),
        "accuracy": float(accuracy),
    }


def drawn(n, classes, k):
    scores = random.normal(size=(n, classes)).astype(numpy.float32).astype(float)
    return case(scores, random.integers(classes, size=n), k)


def with_ties(n, classes, k):
    return case(random.integers(-3, 4, size=(n, classes)) / 4, random.integers(classes, size=n), k)


cases = [
    case(numpy.array([[0.1, 0.4, 0.4, 0.1], [0.7, 0.1, 0.2, 0.0], [-0.3, -0.9, -0.4, -0.2]]), numpy.array([2, 0, 1]), 1),
    case(numpy.array([[0.1, 0.4, 0.4, 0.1], [0.7, 0.1, 0.2, 0.0], [-0.3, -0.9, -0.4, -0.2]]), numpy.array([2, 0, 1]), 2),
    drawn(5, 3, 1),
    drawn(20, 6, 3),
    drawn(30, 10, 5),
    with_ties(20, 5, 1),
    with_ties(20, 8, 3),
    with_ties(10, 4, 7),
]
table = {
    "about": "`named` are the k classes with the highest scores, `accuracy` the share of labels among them, in float64.",
    "cases": cases,
}
text = json.dumps(table, separators=(",", ":")).replace('{"scores"', '\n{"scores"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes k_fold.json, the majority baseline of every fold, and means and deviations, in float64: `python3 k_fold.py`.

scikit-learn's `KFold` makes the folds and its `DummyClassifier` is the baseline; NumPy has the mean and the deviation.
"""

import json
import pathlib

import numpy
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import KFold

random = numpy.random.default_rng(63)


def baseline(labels, folds):
    labels = numpy.array(labels)
    shares = []
    for test in folds:
        train = numpy.setdiff1d(numpy.arange(len(labels)), test)
        model = DummyClassifier(strategy="most_frequent").fit(numpy.zeros((len(train), 1)), labels[train])
        shares.append(float(model.score(numpy.zeros((len(test), 1)), labels[test])))
    return {"labels": labels.tolist(), "folds": folds, "baseline": shares}


def drawn(count, classes, k):
    folds = KFold(k, shuffle=True, random_state=int(random.integers(1000))).split(numpy.zeros(count))
    return baseline(random.integers(classes, size=count), [test.tolist() for _, test in folds])


def deviation(scores):
    scores = numpy.array(scores, numpy.float32).astype(float)
    return {"scores": scores.tolist(), "mean": scores.mean(), "deviation": scores.std(ddof=1)}


table = {
    "about": "`baseline` is the accuracy, on each fold, of the most frequent class of the other folds; in float64.",
    "folds": [
        baseline([0, 0, 0, 1, 1, 1], [[0, 1, 3], [2, 4, 5]]),
        drawn(10, 2, 10),
        drawn(12, 2, 3),
        drawn(23, 3, 5),
        drawn(50, 4, 7),
    ],
    "scores": [deviation([0.8, 0.9, 1.0]), deviation([0.5, 1.0]), *(deviation(random.random(k)) for k in (3, 5, 10, 20))],
}
text = json.dumps(table, separators=(",", ":")).replace('{"labels"', '\n{"labels"').replace('{"scores"', '\n{"scores"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

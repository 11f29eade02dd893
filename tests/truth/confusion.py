"""Writes confusion.json, matrices of counts with the recall and the precision of every class: `python3 confusion.py`.

The cells come from one count of the numbers label * classes + prediction, the shares are divided in float64. A class
without examples has the recall 0, a class that is never said the precision 0.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(6)


def share(right, total):
    return numpy.divide(right, total, out=numpy.zeros(len(right)), where=total != 0)


def row(labels, predictions, classes):
    labels, predictions = numpy.array(labels, int), numpy.array(predictions, int)
    cells = numpy.bincount(labels * classes + predictions, minlength=classes * classes)
    matrix = cells.reshape(classes, classes)
    right = numpy.diagonal(matrix)
    return {
        "labels": labels.tolist(),
        "predictions": predictions.tolist(),
        "classes": classes,
        "matrix": matrix.tolist(),
        "recall": share(right, matrix.sum(axis=1)).tolist(),
        "precision": share(right, matrix.sum(axis=0)).tolist(),
    }


def drawn(count, classes, real, said):
    return row(random.integers(real, size=count), random.integers(said, size=count), classes)


rows = [
    row([], [], 3),
    row([0, 0, 0, 1, 1], [0, 1, 1, 1, 2], 3),
    drawn(9, 4, 2, 4),
    drawn(9, 4, 4, 2),
    *(drawn(10 * classes, classes, classes, classes) for classes in (1, 2, 5, 10)),
]
table = {
    "about": "Row i of `matrix` are the examples of class i, column j those called j. Exact counts; shares in float64.",
    "rows": rows,
}
text = json.dumps(table, separators=(",", ":")).replace('{"labels"', '\n{"labels"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

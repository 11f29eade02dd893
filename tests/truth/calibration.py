"""Writes calibration.json, reliability, calibration errors and temperatures, in float64: `python3 calibration.py`.

NumPy sorts the confidences into bins, SciPy has the loss, and finds the temperature as the root of its slope. Probabilities
and logits are rounded to float32 first; none lies so near an edge that float32 could take it for the other side. `digits` is
the model that the show draws.
"""

import gzip
import json
import pathlib

import numpy
from scipy.optimize import brentq
from scipy.special import log_softmax, softmax

random = numpy.random.default_rng(64)
files = pathlib.Path(__file__).parents[2] / "exercises/library/files"


def reliability(probabilities, labels, bins):
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    edges = numpy.arange(1, bins) / bins
    # `side="left"`: what is equal to an edge stays below it.
    place = numpy.searchsorted(edges, confidence, side="left")
    count = numpy.bincount(place, minlength=bins)
    mean = [numpy.bincount(place, weights=it, minlength=bins) / numpy.maximum(count, 1) for it in (confidence, right)]
    rows = numpy.stack([count, *mean], axis=1)
    return rows, float(numpy.sum(count * numpy.abs(mean[1] - mean[0])) / max(len(labels), 1))


def loss(logits, labels, temperature):
    return -log_softmax(logits / temperature, axis=1)[numpy.arange(len(labels)), labels].mean()


def best(logits, labels):
    """The slope of the loss by 1 / T is how far the mean expected logit lies above the mean logit of the labels."""
    chosen = logits[numpy.arange(len(labels)), labels].mean()

    def slope(inverse):
        return (softmax(logits * inverse, axis=1) * logits).sum(axis=1).mean() - chosen

    return 1 / brentq(slope, 1e-3, 1e3, xtol=1e-14)


def binned(probabilities, labels, bins):
    probabilities = numpy.array(probabilities, numpy.float32).astype(float)
    labels = numpy.array(labels)
    place = probabilities.max(axis=1) * bins
    off = numpy.abs(place - numpy.round(place))
    assert numpy.all((off == 0) | (off > 1e-4)), off
    rows, error = reliability(probabilities, labels, bins)
    return {
        "probabilities": probabilities.tolist(),
        "labels": labels.tolist(),
        "bins": bins,
        "rows": rows.tolist(),
        "error": error,
    }


def drawn(count, classes, bins, sureness):
    logits = random.normal(size=(count, classes)) * sureness
    labels = [int(random.choice(classes, p=it)) for it in softmax(logits / 2, axis=1)]
    return binned(softmax(logits, axis=1), labels, bins)


def fitted(logits, labels, temperatures):
    logits = numpy.array(logits, numpy.float32).astype(float)
    labels = numpy.array(labels)
    return {
        "logits": logits.tolist(),
        "labels": labels.tolist(),
        "losses": [[t, float(loss(logits, labels, t))] for t in temperatures],
        "best": best(logits, labels),
    }


def sure(count, classes, factor):
    logits = random.normal(size=(count, classes)) * 1.5
    labels = [int(random.choice(classes, p=it)) for it in softmax(logits, axis=1)]
    return fitted(logits * factor, labels, [0.5, 1.0, 3.0])


def digits():
    """A naive Bayes model of patches of 2 x 2 pixels, each with ink or without."""
    images, labels = (
        numpy.frombuffer(gzip.decompress((files / f"mnist-train-{name}.idx.gz").read_bytes()), numpy.uint8, offset=at)
        for name, at in (("images", 16), ("labels", 8))
    )
    inked = images.reshape(-1, 14, 2, 14, 2).astype(float).mean(axis=(2, 4)).reshape(len(labels), -1) > 64
    train, validation, test = slice(0, 2000), slice(2000, 3000), slice(3000, 5000)
    shares = numpy.array([
        (inked[train][labels[train] == digit].sum(axis=0) + 1) / ((labels[train] == digit).sum() + 2) for digit in range(10)
    ])
    logits = inked @ numpy.log(shares).T + ~inked @ numpy.log(1 - shares).T
    t = best(logits[validation], labels[validation])
    errors = [reliability(softmax(logits[test] / t, axis=1), labels[test], 15)[1] for t in (1, t)]
    return {"best": t, "errors": errors}


ln9 = float(numpy.log(9))
table = {
    "about": "`rows` are examples, mean confidence and accuracy of each bin, `error` is the expected calibration error; "
    "`losses` are pairs of a temperature and its loss, and `best` has the least; in float64.",
    "binned": [
        binned([[0.9, 0.1]] * 4, [0, 0, 1, 0], 15),
        binned([[0.5, 0.25, 0.25], [0.75, 0.125, 0.125], [0.0, 0.0, 1.0], [0.25, 0.625, 0.125]], [0, 1, 2, 1], 4),
        drawn(1, 3, 15, 2),
        drawn(20, 2, 10, 2),
        drawn(60, 4, 15, 3),
        drawn(60, 10, 20, 1),
    ],
    "fitted": [
        fitted([[ln9, 0]] * 4, [0, 0, 1, 0], [1.0, 2.0]),
        sure(60, 3, 4),
        sure(60, 4, 0.4),
        sure(80, 5, 1),
        sure(50, 10, 2),
    ],
    "digits": digits(),
}
text = json.dumps(table, separators=(",", ":"))
for name in ("probabilities", "logits"):
    text = text.replace(f'{{"{name}"', f'\n{{"{name}"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

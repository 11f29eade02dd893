"""Writes probe.json, what the layers of the trained network give and what linear probes read from it, in float64: `python3 probe.py`.

What it takes of the network is in saliency.py. That the loss of a probe never rises is asserted here.
"""

import json
import pathlib

import numpy
import saliency


def layers(x):
    _, first, _, second, hidden, logits = saliency.forward(x)
    return [it.reshape(len(x), -1) for it in (x, first, second, hidden, logits)]


def sigmoid(z):
    return 1 / (1 + numpy.exp(-z))


def probe(x, targets, others, steps):
    n, width = x.shape
    rate = 4 / (1 + (x**2).sum() / n)
    w, b, losses = numpy.zeros(width), 0.0, []
    for _ in range(steps):
        z = x @ w + b
        losses.append(numpy.logaddexp(0, numpy.where(targets == 1, -z, z)).mean())
        error = sigmoid(z) - targets
        w, b = w - rate * error @ x / n, b - rate * error.mean()
    # The lesson says that it never does.
    assert all(after <= before for before, after in zip(losses, losses[1:]))
    return others @ w + b


def shares(images, labels, training, test, steps):
    found = []
    for x, others in zip(layers(images[training]), layers(images[test])):
        logits = probe(x, (labels[training] + 1) % 2, others, steps)
        found.append(float(((logits > 0) == (labels[test] % 2 == 0)).mean()))
    return found


if __name__ == "__main__":
    images, labels = saliency.training_images(), saliency.training_labels()
    random = numpy.random.default_rng(83)
    probes = []
    for n, width, m, steps in ((2, 1, 3, 2), (12, 3, 5, 40), (20, 6, 8, 200)):
        x, others = random.normal(size=(n, width)).round(3), random.normal(size=(m, width)).round(3)
        targets = random.integers(0, 2, n)
        probes.append(
            {
                "x": x.tolist(),
                "targets": targets.tolist(),
                "others": others.tolist(),
                "steps": steps,
                "logits": probe(x, targets, others, steps).tolist(),
            }
        )
    one = layers(images[8000:8001])
    table = {
        "about": "Probes of small tables; sums and sums of squares of the layers of training digit 8000; the shares of 400 digits that probes of 400 others are right about, in float64.",
        "probes": probes,
        "sums": [float(layer.sum()) for layer in one],
        "squares": [float((layer**2).sum()) for layer in one],
        "shares": shares(images, labels, slice(8000, 8400), slice(9000, 9400), 100),
    }
    text = json.dumps(table, separators=(",", ":")).replace('{"x"', '\n{"x"')
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes accumulate.json, gradients of whole batches by NumPy in float64: `python3 accumulate.py`.

There are no micro-batches here. The gradient of a batch is taken in one piece, and once more as the difference of two losses.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(31)


def numbers(*shape):
    # What the course has in float32 is so here too.
    return random.normal(size=shape).astype(numpy.float32).astype(numpy.float64)


def loss(x, y, w):
    return numpy.mean(numpy.sum((x @ w - y) ** 2, axis=1))


def gradient(x, y, w):
    of_all = 2 * x.T @ (x @ w - y) / len(x)
    for at in numpy.ndindex(w.shape):
        step = numpy.zeros_like(w)
        step[at] = 1e-5
        difference = (loss(x, y, w + step) - loss(x, y, w - step)) / 2e-5
        assert abs(difference - of_all[at]) < 1e-7
    return of_all


def epoch(x, y, w, batch, rate):
    for start in range(0, len(x), batch):
        end = start + batch
        w = w - rate * gradient(x[start:end], y[start:end], w)
    return w


def case(n, inputs, outputs, batch, micro, rate):
    x, y, w = numbers(n, inputs), numbers(n, outputs), numbers(inputs, outputs)
    rate = float(numpy.float32(rate))
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "w": w.tolist(),
        "batch": batch,
        "micro": micro,
        "rate": rate,
        "gradient": gradient(x, y, w).tolist(),
        "weights": epoch(x, y, w, batch, rate).tolist(),
    }


document = [
    case(1, 1, 1, 1, 1, 0.5),
    case(7, 3, 2, 4, 3, 0.1),
    case(12, 2, 5, 6, 2, 0.2),
    case(23, 4, 3, 10, 4, 0.1),
    case(9, 2, 2, 20, 30, 0.3),
]
text = json.dumps(document, separators=(",", ":")).replace('{"x"', '\n{"x"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

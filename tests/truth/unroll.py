"""Writes unroll.json, losses over sequences and steps with clipped gradients in float64: `python3 unroll.py`.

The loss goes over sequences, steps and classes in explicit loops. A gradient is the imaginary part of the loss after a tiny
imaginary step (Squire and Trapp, 1998). Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(17)
STEP = 1e-30


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def loss(x, targets, h, w, u, b, v, c):
    total, count = 0, 0
    for row in range(h.shape[0]):
        state = h[row]
        for step in range(len(x)):
            state = numpy.tanh(x[step][row] @ w + state @ u + b)
            logits = state @ v + c
            for label in numpy.flatnonzero(targets[step][row]):
                total += numpy.log(numpy.exp(logits).sum()) - logits[label]
                count += 1
    return total / count


def gradients(x, targets, weights):
    found = []
    for number, tensor in enumerate(weights):
        slopes = numpy.zeros_like(tensor)
        for place in numpy.ndindex(tensor.shape):
            moved = [each.astype(complex) for each in weights]
            moved[number][place] += 1j * STEP
            slopes[place] = loss(x, targets, *moved).imag / STEP
        found.append(slopes)
    return found


def told(tensor):
    return {"shape": list(tensor.shape), "data": tensor.ravel().tolist()}


def sequence(steps, batch, inputs, units, classes):
    x = [draw(batch, inputs) for _ in range(steps)]
    targets = [numpy.zeros((batch, classes)) for _ in range(steps)]
    for step, row in numpy.ndindex(steps, batch):
        # The first row goes on to the end, the others are over before.
        if row == 0 or step < steps - row:
            targets[step][row, random.integers(classes)] = 1
    shapes = [(batch, units), (inputs, units), (units, units), (units,), (units, classes), (classes,)]
    weights = [draw(*shape) for shape in shapes]
    return {
        "x": [told(each) for each in x],
        "targets": [told(each) for each in targets],
        "weights": [told(each) for each in weights],
        "loss": float(loss(x, targets, *weights)),
        "gradients": [told(slopes) for slopes in gradients(x, targets, weights)],
    }


def step(lengths, rate, most):
    weights, slopes = ([draw(length) for length in lengths] for _ in range(2))
    norm = numpy.sqrt(sum((each**2).sum() for each in slopes))
    factor = most / norm if norm > most else 1
    moved = [weight - rate * factor * slope for weight, slope in zip(weights, slopes)]
    lists = {"weights": weights, "gradients": slopes, "moved": moved}
    return {"rate": rate, "most": most} | {name: [each.tolist() for each in of] for name, of in lists.items()}


table = {
    "losses": [sequence(*sizes) for sizes in [(1, 1, 1, 1, 2), (3, 2, 2, 3, 4), (6, 3, 4, 2, 3)]],
    "steps": [step(*case) for case in [((1,), 0.5, 4.0), ((2, 3), 0.25, 0.5), ((5, 1, 4), 0.125, 1.0)]],
}
text = json.dumps(table, separators=(",", ":")).replace('{"x"', '\n{"x"').replace('{"rate"', '\n{"rate"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

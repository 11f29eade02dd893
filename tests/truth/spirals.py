"""Writes spirals.json, trainings with Adam in float64: `python3 spirals.py`.

`trainings` has networks with given parameters, points and classes: the loss of every step, the parameters after the last one,
and the class that the trained network takes each point for. Gradients are derived by hand, and checked against central
differences. Everything given is rounded to float32 first.

`line` has the straight line that gets the most points of two spirals without noise right, `a x + b y > c` for class 1, found by
trying: 720 directions, and every place between two points for each of them.
"""

import json
import math
import pathlib

import numpy

random = numpy.random.default_rng(31)
RATE, BETA_1, BETA_2, EPSILON = 0.01, 0.9, 0.999, 1e-8


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def forward(x, parameters):
    """What goes into each layer, and the logits."""
    states = []
    for layer in range(len(parameters) // 2):
        x = numpy.maximum(x, 0) if layer else x
        states.append(x)
        x = x @ parameters[2 * layer] + parameters[2 * layer + 1]
    return states, x


def loss(x, labels, parameters):
    _, logits = forward(x, parameters)
    logits = logits - logits.max(1, keepdims=True)
    logs = logits - numpy.log(numpy.exp(logits).sum(1, keepdims=True))
    return -logs[numpy.arange(len(labels)), labels].mean()


def gradient(x, labels, parameters):
    states, logits = forward(x, parameters)
    slope = numpy.exp(logits - logits.max(1, keepdims=True))
    slope /= slope.sum(1, keepdims=True)
    slope[numpy.arange(len(labels)), labels] -= 1
    slope /= len(labels)
    slopes = []
    for layer in reversed(range(len(states))):
        slopes = [states[layer].T @ slope, slope.sum(0)] + slopes
        slope = (slope @ parameters[2 * layer].T) * (states[layer] > 0)
    return slopes


def differences(x, labels, parameters):
    """The same gradient by central differences."""
    slopes = []
    for tensor in parameters:
        slope = numpy.zeros_like(tensor)
        for place in numpy.ndindex(tensor.shape):
            kept, sides = tensor[place], []
            for off in (1e-6, -1e-6):
                tensor[place] = kept + off
                sides.append(loss(x, labels, parameters))
            tensor[place] = kept
            slope[place] = (sides[0] - sides[1]) / 2e-6
        slopes.append(slope)
    return slopes


def train(x, labels, parameters, steps):
    parameters = [tensor.copy() for tensor in parameters]
    m = [numpy.zeros_like(tensor) for tensor in parameters]
    v = [numpy.zeros_like(tensor) for tensor in parameters]
    losses = []
    for t in range(1, steps + 1):
        losses.append(float(loss(x, labels, parameters)))
        slopes = gradient(x, labels, parameters)
        for own, other in zip(slopes, differences(x, labels, parameters)):
            assert numpy.abs(own - other).max() < 1e-7
        for i, slope in enumerate(slopes):
            m[i] = BETA_1 * m[i] + (1 - BETA_1) * slope
            v[i] = BETA_2 * v[i] + (1 - BETA_2) * slope**2
            m_hat, v_hat = m[i] / (1 - BETA_1**t), v[i] / (1 - BETA_2**t)
            parameters[i] = parameters[i] - RATE * m_hat / (numpy.sqrt(v_hat) + EPSILON)
    return losses, parameters


def flat(parameters):
    return numpy.concatenate([tensor.ravel() for tensor in parameters]).tolist()


def case(points, sizes, steps):
    layers = zip(sizes, sizes[1:])
    parameters = [tensor for one in layers for tensor in (draw(*one), draw(one[1]))]
    x = draw(points, sizes[0])
    labels = random.integers(0, sizes[-1], points)
    losses, after = train(x, labels, parameters, steps)
    return {
        "sizes": sizes,
        "x": x.ravel().tolist(),
        "labels": labels.tolist(),
        "parameters": flat(parameters),
        "losses": losses,
        "after": flat(after),
        "predicted": forward(x, after)[1].argmax(1).tolist(),
    }


def two_spirals(points):
    share = numpy.arange(1, points + 1) / points
    radius = 0.1 + 0.9 * share
    arms = [2 * math.pi * (arm / 2 + 1.5 * share) for arm in (0, 1)]
    arms = [numpy.stack([radius * numpy.cos(arm), radius * numpy.sin(arm)], 1) for arm in arms]
    return numpy.concatenate(arms), numpy.repeat([0, 1], points)


def best_line():
    x, arms = two_spirals(1000)
    best = (0.0, [])
    for angle in numpy.arange(720) * 2 * math.pi / 720:
        along = x @ [math.cos(angle), math.sin(angle)]
        order = numpy.argsort(along)
        # Where the first `count` points are taken for class 0, and the others for class 1.
        right = arms.sum() + numpy.cumsum(1 - 2 * arms[order])
        count = int(right[:-1].argmax())
        if right[count] > best[0]:
            cut = along[order[count : count + 2]].mean()
            best = (float(right[count]), [math.cos(angle), math.sin(angle), float(cut)])
    return {"share": best[0] / len(arms), "line": best[1]}


table = {
    "trainings": [case(1, [2, 2], 3), case(5, [2, 3, 2], 1), case(12, [2, 4, 4, 3], 10), case(20, [3, 5, 2], 25)],
    "line": best_line(),
}
text = json.dumps(table, separators=(",", ":")).replace('{"sizes"', '\n{"sizes"').replace('"line":{', '\n"line":{')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes residual.json, residual blocks and the gradients of deep networks, in float64: `python3 residual.py`.

The gradients are worked out backwards by hand, and each network's are compared here with central differences. What goes in
has three digits, so that float32 holds it well enough.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(72)


def forward(x, weights, skip):
    states = [x]
    for w in weights:
        found = numpy.maximum(states[-1], 0) @ w
        states.append(states[-1] + found if skip else found)
    return states


def loss(x, weights, skip):
    return forward(x, weights, skip)[-1].sum()


def gradients(x, weights, skip):
    """Of what goes into each layer."""
    states = forward(x, weights, skip)
    back = numpy.ones_like(x)
    found = []
    for h, w in zip(reversed(states[:-1]), reversed(weights)):
        back = (back @ w.T) * (h > 0) + (back if skip else 0)
        found.append(back)
    return found[::-1]


def checked(x, weights, skip):
    found = gradients(x, weights, skip)
    states = forward(x, weights, skip)
    for layer, (state, gradient) in enumerate(zip(states, found)):

        def moved(by):
            changed = state.copy()
            changed[-1, 0] += by
            return loss(changed, weights[layer:], skip)

        slope = (moved(1e-7) - moved(-1e-7)) / 2e-7
        assert abs(slope - gradient[-1, 0]) < 1e-5 * max(1, numpy.abs(gradient).max()), (slope, gradient[-1, 0])
    return found


def network(rows, units, layers, kept, skip):
    x = numpy.round(random.normal(size=(rows, units)), 3)
    weights = [numpy.round(random.normal(size=(units, units)) * kept * (2 / units) ** 0.5, 3) for _ in range(layers)]
    return case(x, weights, skip)


def case(x, weights, skip):
    return {
        "x": x.tolist(),
        "weights": [w.tolist() for w in weights],
        "skip": skip,
        "last": forward(x, weights, skip)[-1].tolist(),
        "sizes": [float((it**2).mean() ** 0.5) for it in checked(x, weights, skip)],
    }


by_hand = numpy.array([[2.0]]), [numpy.array([[0.5]]), numpy.array([[1.0]])]
table = {
    "about": "`last` is what comes out of the last layer, `sizes` are those of the gradients of what goes into each, in float64.",
    "cases": [
        case(*by_hand, True),
        case(*by_hand, False),
        network(3, 4, 1, 1, True),
        network(5, 3, 4, 1, True),
        network(5, 3, 4, 1, False),
        network(4, 6, 20, 0.5, True),
        network(4, 6, 20, 0.8, False),
    ],
}
text = json.dumps(table, separators=(",", ":")).replace('{"x"', '\n{"x"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

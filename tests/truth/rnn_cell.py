"""Writes rnn_cell.json, steps of a recurrent network in float64: `python3 rnn_cell.py`.

The next states are those of an explicit loop over sequences and units. A gradient is that of the sum of the states, each
times a factor: the imaginary part of the sum after a tiny imaginary step (Squire and Trapp, 1998). Inputs are rounded to
float32 first.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(9)
STEP = 1e-30


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def rnn_cell(x, h, w, u, b):
    states = numpy.zeros(h.shape, complex)
    for row, unit in numpy.ndindex(h.shape):
        states[row, unit] = numpy.tanh(sum(x[row] * w[:, unit]) + sum(h[row] * u[:, unit]) + b[unit])
    return states


def gradients(inputs, factors):
    found = []
    for number, tensor in enumerate(inputs):
        slopes = numpy.zeros_like(tensor)
        for place in numpy.ndindex(tensor.shape):
            moved = [each.astype(complex) for each in inputs]
            moved[number][place] += 1j * STEP
            slopes[place] = (rnn_cell(*moved) * factors).sum().imag / STEP
        found.append(slopes)
    return found


def told(tensor):
    return {"shape": list(tensor.shape), "data": tensor.ravel().tolist()}


def case(batch, inputs, units):
    tensors = [draw(batch, inputs), draw(batch, units), draw(inputs, units), draw(units, units), draw(units)]
    factors = draw(batch, units)
    return {
        "inputs": [told(tensor) for tensor in tensors],
        "factors": told(factors),
        "output": told(rnn_cell(*tensors).real),
        "gradients": [told(slopes) for slopes in gradients(tensors, factors)],
    }


table = [case(*sizes) for sizes in [(1, 1, 1), (3, 2, 4), (2, 5, 3), (4, 3, 3), (5, 1, 2)]]
text = json.dumps(table, separators=(",", ":")).replace('{"inputs"', '\n{"inputs"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

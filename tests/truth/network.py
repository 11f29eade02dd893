"""Writes network.json, what NumPy says in float64 of the chapter "The network": `python3 network.py`.

Inputs are rounded to float32 first, so that both sides start from the same numbers. Gradients are NumPy's own too: central
differences of the value, which have an error of about 1e-9 here.
"""

import json
import pathlib

import numpy

from slopes import gradients

random = numpy.random.default_rng(5)


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def linear(x, weights, bias):
    return numpy.einsum("bi,io->bo", x, weights) + bias


def mlp(x, *layers):
    h = x
    for at in range(0, len(layers), 2):
        h = linear(numpy.maximum(h, 0) if at else h, layers[at], layers[at + 1])
    return h


def told(tensor):
    return {"shape": list(tensor.shape), "data": tensor.ravel().tolist()}


def case(network, batch, sizes):
    inputs = [draw(batch, sizes[0])]
    for rows, columns in zip(sizes, sizes[1:]):
        inputs += [draw(rows, columns), draw(columns)]
    factors = draw(batch, sizes[-1])
    return {
        "inputs": [told(tensor) for tensor in inputs],
        "factors": told(factors),
        "output": told(network(*inputs)),
        "gradients": [told(slopes) for slopes in gradients(network, inputs, factors)],
        "parameters": sum(tensor.size for tensor in inputs[1:]),
    }


table = {
    "linear": [case(linear, *size) for size in [(1, [1, 1]), (3, [4, 2]), (2, [3, 5]), (4, [4, 4])]],
    "mlp": [case(mlp, *size) for size in [(1, [1, 2, 1]), (3, [4, 6, 2]), (5, [2, 3, 3])]],
    "deep": [case(mlp, *size) for size in [(2, [3, 2]), (3, [2, 5, 4, 3]), (2, [3, 3, 3, 3, 3])]],
}
text = json.dumps(table, indent=None, separators=(",", ":")).replace('{"inputs"', '\n{"inputs"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

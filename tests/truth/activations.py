"""Writes activations.json, ReLU, sigmoid, GELU and their slopes in float64: `python3 activations.py`.

The values are PyTorch's, the slopes those of its autograd, and `erf` is SciPy's.
"""

import json
import pathlib

import numpy
import scipy.special
import torch

random = numpy.random.default_rng(41)
points = [-1000.0, -30.0, -6.5, -1.0, -0.0, 0.0, 1e-9, 1.0, 6.5, 30.0, 1000.0]
points += random.uniform(-5, 5, 30).tolist()


def value_and_slope(function):
    x = torch.tensor(points, dtype=torch.float64, requires_grad=True)
    values = function(x)
    (slopes,) = torch.autograd.grad(values.sum(), x)
    return {"values": values.tolist(), "slopes": slopes.tolist()}


table = {
    "points": points,
    "erf": scipy.special.erf(points).tolist(),
    "relu": value_and_slope(torch.nn.functional.relu),
    "sigmoid": value_and_slope(torch.sigmoid),
    "gelu": value_and_slope(torch.nn.functional.gelu),
    "gelu by tanh": value_and_slope(lambda x: torch.nn.functional.gelu(x, approximate="tanh")),
}
text = json.dumps(table, separators=(",", ":")).replace(',"', ',\n"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

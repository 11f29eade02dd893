"""Writes tape.json, values and slopes of x * sin x, and heights of its tangents, in float64: `python3 tape.py`.

The slopes are those of PyTorch's autograd. Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(7)


def draw(count):
    return torch.from_numpy(random.uniform(-6, 6, count).astype(numpy.float32)).double()


def curve(x):
    return x * torch.sin(x)


def value_and_slope(x):
    x = x.clone().requires_grad_()
    values = curve(x)
    (slopes,) = torch.autograd.grad(values.sum(), x)
    return values.detach(), slopes


def case(count):
    x, at = draw(count), draw(1)
    values, slopes = value_and_slope(x)
    value, slope = value_and_slope(at)
    return {
        "x": x.tolist(),
        "at": at.item(),
        "values": values.tolist(),
        "slopes": slopes.tolist(),
        "tangent": (value + slope * (x - at)).tolist(),
    }


table = {
    "about": "`tangent` has the heights, at `x`, of the line that touches x * sin x at `at`.",
    "points": [case(count) for count in (1, 2, 5, 20)],
}
text = json.dumps(table, separators=(",", ":")).replace('{"x"', '\n{"x"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

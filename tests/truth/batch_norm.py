"""Writes batch_norm.json, PyTorch's batch normalisation in float64: `python3 batch_norm.py`.

Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(17)


def draw(*shape):
    return torch.from_numpy(random.standard_normal(shape).astype(numpy.float32)).double()


def case(n, features, spread=1.0):
    x = draw(n, features) * spread
    scale, shift, mean, variance = draw(features), draw(features), draw(features), draw(features).abs()
    layer = torch.nn.BatchNorm1d(features, dtype=torch.float64)
    with torch.no_grad():
        layer.weight.copy_(scale)
        layer.bias.copy_(shift)
        layer.running_mean.copy_(mean)
        layer.running_var.copy_(variance)
        evaluated = layer.eval()(x)
        trained = layer.train()(x)
    named = {
        "x": x,
        "scale": scale,
        "shift": shift,
        "mean": mean,
        "variance": variance,
        "evaluated": evaluated,
        "trained": trained,
        "running mean": layer.running_mean,
        "running variance": layer.running_var,
    }
    return {name: tensor.tolist() for name, tensor in named.items()}


sizes = [(2, 1), (2, 4), (5, 3), (4, 4), (20, 2), (6, 3, 2**-9), (4, 2, 0.0)]
table = {"batches": [case(*size) for size in sizes]}
text = json.dumps(table, separators=(",", ":")).replace('{"x"', '\n{"x"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

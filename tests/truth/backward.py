"""Writes backward.json, the gradients of a layer with a ReLU in float64: `python3 backward.py`.

They are those of PyTorch's autograd. Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(23)


def draw(*shape):
    return torch.from_numpy(random.standard_normal(shape).astype(numpy.float32)).double()


def case(n, inputs, outputs):
    x, w, b, dy = draw(n, inputs), draw(inputs, outputs), draw(outputs), draw(n, outputs)
    leaves = [leaf.clone().requires_grad_() for leaf in (x, w, b)]
    y = torch.relu(leaves[0] @ leaves[1] + leaves[2])
    dx, dw, db = torch.autograd.grad(y, leaves, dy)
    named = {"x": x, "w": w, "b": b, "dy": dy, "dx": dx, "dw": dw, "db": db}
    return {name: tensor.tolist() for name, tensor in named.items()}


sizes = [(1, 1, 1), (1, 3, 2), (4, 1, 3), (3, 3, 3), (5, 2, 4), (6, 5, 2)]
table = {
    "about": "The layer is y = relu(x w + b); `dx`, `dw` and `db` are the gradients of the sum of y * dy.",
    "layers": [case(*size) for size in sizes],
}
text = json.dumps(table, separators=(",", ":")).replace('{"x"', '\n{"x"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes max_pool.json, max pooling and its backward pass in float64: `python3 max_pool.py`.

The gradients are those of PyTorch's autograd on a CPU. Half of the images hold few different numbers, so that there are ties.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(77)


def case(image, size, stride, dy=None):
    leaf = torch.tensor(numpy.array(image)[None, None], dtype=torch.float64, requires_grad=True)
    y = torch.nn.functional.max_pool2d(leaf, size, stride)
    dy = torch.from_numpy(random.normal(size=y.shape).astype(numpy.float32)).double() if dy is None else torch.tensor(dy)[None, None]
    (dx,) = torch.autograd.grad(y, leaf, dy)
    named = {"image": leaf, "y": y, "dy": dy, "dx": dx}
    return {"size": size, "stride": stride} | {name: tensor[0, 0].tolist() for name, tensor in named.items()}


def drawn(rows, columns, size, stride):
    # What float32 holds exactly.
    return case(random.normal(size=(rows, columns)).astype(numpy.float32), size, stride)


def tied(rows, columns, size, stride):
    return case(random.integers(-1, 2, size=(rows, columns)).astype(float), size, stride)


shapes = [(1, 1, 1, 1), (4, 4, 2, 2), (5, 7, 2, 2), (6, 5, 3, 2), (7, 7, 3, 1), (8, 6, 2, 3), (9, 10, 4, 3)]
table = {
    "about": "`y` is the image in windows of `size` by `size`, `dx` the gradient of the sum of y * dy for the image.",
    "lesson": case([[5.0, 1.0, 2.0], [3.0, 0.0, 7.0], [3.0, 3.0, 1.0]], 2, 1, [[1.0, 2.0], [3.0, 4.0]]),
    "cases": [make(*shape) for shape in shapes for make in (drawn, tied)],
}
text = json.dumps(table, separators=(",", ":")).replace('{"size"', '\n{"size"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes initialise.json, how PyTorch draws the weights of layers, and how large their outputs are: `python3 initialise.py`.

Nothing random is kept: `torch.nn.init` is asked what it hands on to `normal_` and to `uniform_`. The sizes are NumPy's, in
float64, of inputs and weights that are rounded to float32 first.
"""

import json
import pathlib
from unittest import mock

import numpy
import torch

random = numpy.random.default_rng(11)


def handed_on(draw, inputs, outputs):
    """The two numbers that PyTorch draws with: mean and deviation, or the ends of the range."""
    seen = []

    def keep(tensor, first, second, **_):
        seen.extend([float(first), float(second)])
        return tensor

    # PyTorch keeps a row for each output.
    weights = torch.empty(outputs, inputs, dtype=torch.float64)
    with mock.patch.object(torch.Tensor, "normal_", keep), mock.patch.object(torch.Tensor, "uniform_", keep):
        draw(weights)
    return seen


def layer(inputs, outputs):
    init = torch.nn.init
    of = lambda draw: handed_on(draw, inputs, outputs)
    return {
        "inputs": inputs,
        "outputs": outputs,
        "he normal": of(lambda w: init.kaiming_normal_(w, nonlinearity="relu")),
        "he uniform": of(lambda w: init.kaiming_uniform_(w, nonlinearity="relu")),
        "xavier normal": of(init.xavier_normal_),
        "xavier uniform": of(init.xavier_uniform_),
    }


def rounded(numbers):
    return numbers.astype(numpy.float32).astype(numpy.float64)


def network(batch, widths):
    x = rounded(random.standard_normal((batch, widths[0])))
    layers = [
        rounded(random.standard_normal((n, m)) * numpy.sqrt(2 / n)) for n, m in zip(widths, widths[1:])
    ]
    h, sizes = x, []
    for weights in layers:
        h = numpy.maximum(h @ weights, 0)
        sizes.append(float(numpy.sqrt(numpy.mean(h**2))))
    return {"x": x.tolist(), "layers": [weights.tolist() for weights in layers], "sizes": sizes}


table = {
    "rules": [layer(*size) for size in [(1, 1), (8, 10), (50, 50), (784, 128), (128, 784), (3, 1000)]],
    "networks": [network(1, [2, 3]), network(4, [5, 6, 3]), network(3, [4] * 11)],
}
text = json.dumps(table, separators=(",", ":"))
text = text.replace('{"inputs"', '\n{"inputs"').replace('{"x"', '\n{"x"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

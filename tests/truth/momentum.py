"""Writes momentum.json, steps and rolls with momentum in float64 by PyTorch's SGD: `python3 momentum.py`.

The bowl's gradient comes from PyTorch's autograd. Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(21)


def drawn(low, high, n):
    return random.uniform(low, high, n).astype(numpy.float32).astype(numpy.float64)


def single(number):
    return float(numpy.float32(number))


def step(weights, velocity, gradient, rate, momentum):
    parameter = torch.tensor(weights, requires_grad=True)
    optimizer = torch.optim.SGD([parameter], lr=rate, momentum=momentum)
    optimizer.state[parameter]["momentum_buffer"] = torch.tensor(velocity)
    parameter.grad = torch.tensor(gradient)
    optimizer.step()
    return {
        "weights": list(weights),
        "velocity": list(velocity),
        "gradient": list(gradient),
        "rate": rate,
        "momentum": momentum,
        "new_weights": parameter.tolist(),
        "new_velocity": optimizer.state[parameter]["momentum_buffer"].tolist(),
    }


def roll(weights, curvatures, rate, momentum, steps):
    parameter = torch.tensor(weights, requires_grad=True)
    optimizer = torch.optim.SGD([parameter], lr=rate, momentum=momentum)
    path = []
    for _ in range(steps):
        optimizer.zero_grad()
        ((torch.tensor(curvatures) * parameter**2).sum() / 2).backward()
        optimizer.step()
        path.append(parameter.tolist())
    return {
        "start": list(weights),
        "curvatures": list(curvatures),
        "rate": rate,
        "momentum": momentum,
        "path": path,
    }


torch.set_default_dtype(torch.float64)
sizes = [(1, 0.1, 0.9), (3, 0.3, 0.5), (4, 0.05, 0.95), (2, 0.2, 0.1)]
table = {
    "about": "`path` has the weights after each step, from `start` and at rest.",
    "step": [step([1.0], [0.5], [2.0], single(0.1), single(0.9))]
    + [step(*(drawn(-2, 2, n) for _ in range(3)), single(rate), single(m)) for n, rate, m in sizes],
    "roll": [roll([1.0], [2.0], single(0.1), 0.5, 2)]
    + [roll(drawn(1, 2, n), drawn(0.5, 3, n), single(rate), single(m), 20) for n, rate, m in sizes],
}
text = json.dumps(table, separators=(",", ":"))
text = text.replace('{"weights"', '\n{"weights"').replace('{"start"', '\n{"start"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

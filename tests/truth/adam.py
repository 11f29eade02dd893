"""Writes adam.json, steps of Adam and its way down a bowl in float64 by PyTorch's Adam: `python3 adam.py`.

The bowl's gradient comes from PyTorch's autograd. Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(22)


def drawn(low, high, n):
    return random.uniform(low, high, n).astype(numpy.float32).astype(numpy.float64)


def single(number):
    return float(numpy.float32(number))


def step(weights, gradient, m, v, t, rate):
    parameter = torch.tensor(weights, requires_grad=True)
    optimizer = torch.optim.Adam([parameter], lr=rate)
    optimizer.state[parameter] = {
        "step": torch.tensor(float(t - 1)),
        "exp_avg": torch.tensor(m),
        "exp_avg_sq": torch.tensor(v),
    }
    parameter.grad = torch.tensor(gradient)
    optimizer.step()
    state = optimizer.state[parameter]
    return {
        "weights": list(weights),
        "gradient": list(gradient),
        "m": list(m),
        "v": list(v),
        "t": t,
        "rate": rate,
        "new_weights": parameter.tolist(),
        "new_m": state["exp_avg"].tolist(),
        "new_v": state["exp_avg_sq"].tolist(),
    }


def walk(weights, curvatures, rate, steps):
    parameter = torch.tensor(weights, requires_grad=True)
    optimizer = torch.optim.Adam([parameter], lr=rate)
    path = []
    for _ in range(steps):
        optimizer.zero_grad()
        ((torch.tensor(curvatures) * parameter**2).sum() / 2).backward()
        optimizer.step()
        path.append(parameter.tolist())
    return {"start": list(weights), "curvatures": list(curvatures), "rate": rate, "path": path}


torch.set_default_dtype(torch.float64)
table = {
    "about": "`m` and `v` are the moments before step `t`; `path` has the weights after each step, from `start`.",
    "step": [step([1.0], [2.0], [0.0], [0.0], 1, single(0.1))]
    + [
        step(drawn(-2, 2, n), drawn(-2, 2, n), drawn(-1, 1, n), drawn(0.2, 1, n), t, single(rate))
        for n, t, rate in [(1, 2, 0.1), (3, 7, 0.3), (4, 100, 0.01), (2, 5000, 0.2)]
    ]
    # As small as epsilon, and a weight that never had a gradient.
    + [
        step(drawn(-1, 1, 3), drawn(1e-8, 3e-8, 3), drawn(1e-9, 3e-9, 3), drawn(1e-17, 9e-17, 3), 4, 0.5),
        step([1.0], [0.0], [0.0], [0.0], 3, 0.5),
    ],
    "walk": [walk([1.0], [2.0], single(0.1), 2), walk([-4.0, 1.5], [1.0, 25.0], single(0.2), 60)]
    + [walk(drawn(1, 2, n), drawn(0.5, 3, n), single(rate), 20) for n, rate in [(1, 0.05), (3, 0.2)]],
}
text = json.dumps(table, separators=(",", ":"))
text = text.replace('{"weights"', '\n{"weights"').replace('{"start"', '\n{"start"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

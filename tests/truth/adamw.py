"""Writes adamw.json, steps of Adam with L2 and of AdamW in float64 by PyTorch's Adam and AdamW: `python3 adamw.py`.

The last of the parameters is a bias, in a group of its own without decay. Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(23)


def drawn(low, high, n):
    return random.uniform(low, high, n).astype(numpy.float32).astype(numpy.float64)


def single(number):
    return float(numpy.float32(number))


def after(kind, parameters, gradient, m, v, t, rate, decay):
    weights, bias = [torch.tensor(part, requires_grad=True) for part in (parameters[:-1], parameters[-1:])]
    groups = [{"params": [weights], "weight_decay": decay}, {"params": [bias], "weight_decay": 0.0}]
    optimizer = kind(groups, lr=rate)
    for part, places in [(weights, slice(None, -1)), (bias, slice(-1, None))]:
        optimizer.state[part] = {
            "step": torch.tensor(float(t - 1)),
            "exp_avg": torch.tensor(m[places]),
            "exp_avg_sq": torch.tensor(v[places]),
        }
        part.grad = torch.tensor(gradient[places])
    optimizer.step()
    both = lambda name: sum((optimizer.state[part][name].tolist() for part in (weights, bias)), [])
    return {"parameters": weights.tolist() + bias.tolist(), "m": both("exp_avg"), "v": both("exp_avg_sq")}


def row(parameters, gradient, m, v, t, rate, decay):
    inputs = [numpy.array(numbers) for numbers in (parameters, gradient, m, v)]
    return {
        "parameters": list(parameters),
        "gradient": list(gradient),
        "m": list(m),
        "v": list(v),
        "t": t,
        "rate": rate,
        "decay": decay,
        "adam_l2": after(torch.optim.Adam, *inputs, t, rate, decay),
        "adamw": after(torch.optim.AdamW, *inputs, t, rate, decay),
    }


torch.set_default_dtype(torch.float64)
settings = [(1, 1, 0.1, 0.3), (2, 2, 0.3, 0.1), (4, 9, 0.05, 0.5), (6, 400, 0.2, 0.01), (3, 5, 0.2, 0.0)]
table = {
    "about": "`adam_l2` and `adamw` are the parameters and the moments after the step.",
    "rows": [row([2.0, 2.0], [3.0, 3.0], [0.0, 0.0], [0.0, 0.0], 1, single(0.1), 0.5)]
    + [
        row(drawn(-2, 2, n), drawn(-2, 2, n), drawn(-1, 1, n), drawn(0.2, 1, n), t, single(rate), single(decay))
        for n, t, rate, decay in settings
    ],
}
text = json.dumps(table, separators=(",", ":")).replace('{"parameters":[', '\n{"parameters":[')
pathlib.Path(__file__).with_suffix(".json").write_text(text.replace(':\n{', ":{") + "\n")

"""Writes schedule.json, the rates of whole trainings in float64 by PyTorch's schedulers: `python3 schedule.py`.

LinearLR goes from peak / warmup to the peak in the steps of the warm-up, CosineAnnealingLR from there to the floor. Inputs
are rounded to float32 first.
"""

import json
import pathlib
import warnings

import numpy
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def single(number):
    return float(numpy.float32(number))


def schedule(warmup, total, peak, floor):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=peak)
    if warmup > 1:
        rise = LinearLR(optimizer, start_factor=1 / warmup, total_iters=warmup - 1)
        fall = CosineAnnealingLR(optimizer, T_max=max(total - warmup, 1), eta_min=floor)
        scheduler = SequentialLR(optimizer, [rise, fall], milestones=[warmup - 1])
    else:
        scheduler = CosineAnnealingLR(optimizer, T_max=total - warmup, eta_min=floor)
    rates = []
    if warmup == 0:
        # The peak belongs to a step before the first.
        optimizer.step()
        scheduler.step()
    for _ in range(total):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return {"warmup": warmup, "total": total, "peak": peak, "floor": floor, "rates": rates}


warnings.filterwarnings("ignore")
trainings = [(2, 6, 1.0, 0.2), (0, 8, 0.5, 0.0), (1, 5, 0.3, 0.03), (5, 5, 0.2, 0.1), (4, 20, 3e-3, 3e-4), (30, 200, 1.0, 0.1)]
table = {
    "about": "`rates` has the learning rate of each step.",
    "schedule": [schedule(w, n, single(peak), single(floor)) for w, n, peak, floor in trainings],
}
text = json.dumps(table, separators=(",", ":")).replace('{"warmup"', '\n{"warmup"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

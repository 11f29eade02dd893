"""Writes batches.json, orders cut into batches and examples picked from tables: `python3 batches.py`.

The batches are those of PyTorch's BatchSampler, which keeps the last, smaller one; NumPy picks rows and labels by their
numbers.
"""

import json
import pathlib

import numpy
from torch.utils.data import BatchSampler

random = numpy.random.default_rng(12)


def cut(order, size):
    batches = [list(batch) for batch in BatchSampler(order, size, drop_last=False)]
    return {"order": order, "size": size, "batches": batches}


def pick(count, chosen):
    rows = random.standard_normal((count, 3)).astype(numpy.float32)
    labels = random.integers(4, size=count)
    batch = random.permutation(count)[:chosen]
    return {
        "rows": rows.tolist(),
        "labels": labels.tolist(),
        "batch": batch.tolist(),
        "picked_rows": rows[batch].tolist(),
        "picked_labels": labels[batch].tolist(),
    }


sizes = [(0, 3), (1, 1), (4, 1), (5, 5), (5, 8), (6, 3), (20, 6), (21, 4)]
table = {
    "about": "`batches` is `order` in batches of `size`; the picked rows and labels are those of the numbers in `batch`.",
    "cut": [
        cut([4, 0, 6, 2, 5, 1, 3], 3),
        *(cut(random.permutation(count).tolist(), size) for count, size in sizes),
    ],
    "pick": [pick(count, chosen) for count, chosen in [(1, 1), (5, 1), (6, 6), (15, 4)]],
}
text = json.dumps(table, separators=(",", ":"))
text = text.replace('{"order"', '\n{"order"').replace('{"rows"', '\n{"rows"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

"""Writes binary_cross_entropy.json, what PyTorch says in float64 of the loss from logits: `python3 binary_cross_entropy.py`.

Logits are rounded to float32 first, so that both sides start from the same numbers.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(18)


def row(name, logits, labels):
    logits = numpy.asarray(logits, numpy.float32).astype(numpy.float64)
    recorded = torch.tensor(logits, requires_grad=True)
    answers = torch.tensor(labels, dtype=torch.float64)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(recorded, answers)
    loss.backward()
    return {
        "name": name,
        "logits": logits.tolist(),
        "labels": answers.tolist(),
        "loss": loss.item(),
        "gradient": recorded.grad.tolist(),
    }


def drawn(count, size):
    return size * random.standard_normal(count), random.integers(2, size=count)


table = [
    row("the example of the lesson", [0.0, numpy.log(3)], [1, 0]),
    row("one example", *drawn(1, 1)),
    row("logits of 0", numpy.zeros(3), [1, 0, 1]),
    row("every answer yes", drawn(4, 1)[0], numpy.ones(4)),
    row("every answer no", drawn(4, 1)[0], numpy.zeros(4)),
    row("sure and right", [200.0, -300.0], [1, 0]),
    row("sure and wrong", [-200.0, 300.0], [1, 0]),
    *(row(f"logits of about {size}", *drawn(8, size)) for size in (0.1, 1, 10, 300, 4000)),
]
text = ",\n".join(json.dumps(each) for each in table)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{text}\n]\n")

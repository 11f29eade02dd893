"""Writes softmax.json, what PyTorch says in float64 of softmax with a temperature: `python3 softmax.py`.

Inputs are rounded to float32 first, so that both sides start from the same numbers. Gradients are those of the sum of all
outputs, each times a factor.
"""

import json
import pathlib

import numpy
import torch

random = numpy.random.default_rng(17)


def rounded(numbers):
    return numpy.asarray(numbers, numpy.float32).astype(numpy.float64)


def row(name, logits, temperature):
    logits, temperature = rounded(logits), float(rounded(temperature))
    factors = rounded(random.standard_normal(logits.shape))
    recorded = torch.tensor(logits, requires_grad=True)
    outputs = torch.softmax(recorded / temperature, dim=1)
    (outputs * torch.tensor(factors)).sum().backward()
    return {
        "name": name,
        "shape": list(logits.shape),
        "logits": logits.ravel().tolist(),
        "temperature": temperature,
        "factors": factors.ravel().tolist(),
        "outputs": outputs.detach().numpy().ravel().tolist(),
        "gradient": recorded.grad.numpy().ravel().tolist(),
    }


def drawn(rows, columns):
    return random.standard_normal((rows, columns))


table = [
    row("one of everything", drawn(1, 1), 0.5),
    row("the example of the lesson at 1", [[0.0, numpy.log(3)]], 1.0),
    row("the example of the lesson at 1/2", [[0.0, numpy.log(3)]], 0.5),
    row("all equal", numpy.full((2, 3), 7.0), 0.3),
    row("thousands", 2000 * drawn(3, 4), 1.5),
    row("close together", 1000 + drawn(3, 4), 0.7),
    row("far apart", [[1.0, 2.0], [-501.0, -500.0]], 0.8),
    row("near 0", drawn(2, 5), 0.01),
    row("very high", drawn(2, 5), 500.0),
    *(row(f"temperature {t}", drawn(3, 4), t) for t in (0.25, 0.5, 1.0, 2.0, 8.0)),
]
text = ",\n".join(json.dumps(each) for each in table)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{text}\n]\n")

"""Writes embedding.json, looked-up rows and the gradient of their table by PyTorch, in float64: `python3 embedding.py`.

`y` is `torch.nn.functional.embedding`. The loss is the sum of `dy * y`, so `dy` is its gradient for `y`, and `d_table` is what
PyTorch's tape says of the table.
"""

import json
import pathlib

import torch
from torch.nn import functional

torch.manual_seed(41)


def numbers(*shape):
    # What the course has in float32 is so here too.
    return torch.randn(*shape, dtype=torch.float32).double()


def case(tokens, vocabulary, width):
    tokens = torch.tensor(tokens)
    table = numbers(vocabulary, width).requires_grad_()
    dy = numbers(len(tokens), width)
    y = functional.embedding(tokens, table)
    (dy * y).sum().backward()
    return {
        "tokens": tokens.tolist(),
        "one_hot": functional.one_hot(tokens, vocabulary).tolist(),
        "table": table.tolist(),
        "y": y.tolist(),
        "dy": dy.tolist(),
        "d_table": table.grad.tolist(),
    }


document = [
    case([0, 2, 0], 3, 2),
    case([4], 6, 1),
    case([1, 1, 1, 1, 1], 2, 3),
    case(torch.randint(9, (40,)).tolist(), 12, 5),
    case(torch.randperm(8).tolist(), 8, 8),
]
text = json.dumps(document, separators=(",", ":")).replace('{"tokens"', '\n{"tokens"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

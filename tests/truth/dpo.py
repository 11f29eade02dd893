"""Writes dpo.json, losses and gradients of PyTorch in float64: `python3 dpo.py`."""

import json
import pathlib

import torch
from torch.nn.functional import logsigmoid

torch.manual_seed(59)


def rounded(tensor):
    # What the course has in float32 is so here too.
    return tensor.float().double()


def case(n, size, beta):
    reference = [rounded(-torch.rand(n, dtype=torch.double) * 20 - 1) for _ in range(2)]
    policy = [rounded(it + torch.randn(n, dtype=torch.double) * size).requires_grad_() for it in reference]
    beta = float(torch.tensor(beta).float())
    raised = (policy[0] - reference[0]) - (policy[1] - reference[1])
    loss = -logsigmoid(beta * raised).mean()
    loss.backward()
    return {
        "policy": [it.tolist() for it in policy],
        "reference": [it.tolist() for it in reference],
        "beta": beta,
        "loss": loss.item(),
        "gradients": [it.grad.tolist() for it in policy],
    }


cases = [case(1, 1.0, 0.1), case(3, 0.0, 0.1), case(5, 3.0, 0.5), case(4, 300.0, 1.0), case(9, 8.0, 0.05)]
text = json.dumps({"cases": cases}, separators=(",", ":")).replace('{"policy"', '\n{"policy"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")

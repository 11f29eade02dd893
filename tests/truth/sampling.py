"""Writes sampling.json with NumPy in float64: `python3 sampling.py`. Tokens are kept by masks on ranks, and drawn by
`searchsorted`."""

import json
import pathlib

import numpy as np

rng = np.random.default_rng(7)


def softmax(x):
    x = np.exp(x - x.max())
    return x / x.sum()


def ranks(p):
    return np.argsort(np.argsort(-p, kind="stable"), kind="stable")


def top_k(p, k):
    kept = np.where(ranks(p) < k, p, 0.0)
    return kept / kept.sum()


def top_p(p, least):
    before = np.concatenate([[0.0], np.cumsum(np.sort(p)[::-1])[:-1]])
    kept = np.where(before[ranks(p)] < least, p, 0.0)
    return kept / kept.sum()


cases = []
for n in [2, 3, 5, 8, 13, 40]:
    logits = np.round(rng.normal(size=n) * 3, 3)
    temperature = round(rng.uniform(0.3, 2.5), 2)
    # What f32 holds, so that the comparison below is of the same numbers.
    p = softmax(logits).astype(np.float32).astype(np.float64)
    k = int(rng.integers(1, n + 1))
    sums = np.concatenate([[0.0], np.cumsum(np.sort(p)[::-1])])
    at = int(rng.integers(0, min(n, 4)))
    least = float((sums[at] + sums[at + 1]) / 2)
    running = np.concatenate([[0.0], np.cumsum(p)])
    token = int(np.argmax(p))
    u = float((running[token] + running[token + 1]) / 2)
    drawn = int(np.searchsorted(np.cumsum(p), u, side="right"))
    cases.append(
        {
            "logits": logits.tolist(),
            "temperature": temperature,
            "hot": softmax(logits / temperature).tolist(),
            "probabilities": p.tolist(),
            "k": k,
            "top_k": top_k(p, k).tolist(),
            "p": least,
            "top_p": top_p(p, least).tolist(),
            "u": u,
            "drawn": drawn,
        }
    )
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(cases) + "\n")
